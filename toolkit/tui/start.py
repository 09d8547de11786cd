"""Open the console, or the room's screen."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from toolkit import __version__
from toolkit.files.places import memory, settings_file
from toolkit.tui.app import WorkshopApp
from toolkit.tui.settings import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.workshop.folder import Folder

MOST_FAULTS = 5
"""How often the console is opened anew before it gives up."""


def run_console(folder: Folder, by: str, *, rehearsal: bool = False, restart: bool = False) -> int:
    """Open the live screen on a workshop; return the exit code."""

    def first(app: WorkshopApp) -> None:
        from toolkit.tui.entry import open_live

        open_live(app, folder, by, rehearsal=rehearsal, restart=restart)

    return _run(first)


def run_room_screen(folder: Folder, *, rehearsal: bool = False) -> int:
    """Open the room's screen on a workshop; return the exit code."""

    def first(app: WorkshopApp) -> None:
        from toolkit.tui.screens.follow import FollowScreen

        app.push_screen(FollowScreen(folder, rehearsal=rehearsal))

    return _run(first)


def run_plan(folder: Folder, by: str) -> int:
    """Open the plan of a workshop; return the exit code."""

    def first(app: WorkshopApp) -> None:
        from toolkit.tui.screens.plan import PlanScreen

        app.push_screen(PlanScreen(folder, by))

    return _run(first)


def run_home(by: str) -> int:
    """Open the console at home; return the exit code."""

    def first(app: WorkshopApp) -> None:
        from toolkit.tui.screens.home import HomeScreen

        app.push_screen(HomeScreen(by))

    return _run(first)


def _run(first: Callable[[WorkshopApp], None]) -> int:
    """Run the application; after a fault of its own, open it anew: the journal has everything."""
    settings = load(settings_file())
    for problem in settings.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the console is not open yet
    notice = ""
    gc.disable()  # a collection now would look at all that was just imported; the session collects once it is quiet
    for _ in range(MOST_FAULTS):
        app = WorkshopApp(first, settings, notice)
        app.run()
        if app.fault is None:
            return app.return_code or 0
        notice = f"The console had a fault and was opened anew; nothing is lost. Details: {keep_fault(app.fault)}"
    print(notice, file=sys.stderr)  # noqa: T201 - the console is closed
    return 1


def keep_fault(fault: Exception) -> Path:
    """Append a fault to a file of the tool's memory, for a report; return the file's path."""
    path = memory() / "faults.log"
    when = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{when} workshop-toolkit {__version__}\n{''.join(traceback.format_exception(fault))}\n")
    return path
