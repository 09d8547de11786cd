"""Open the console, or the room's screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from toolkit.files.places import settings_file
from toolkit.tui.app import WorkshopApp
from toolkit.tui.settings import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.workshop.folder import Folder


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


def run_home(by: str) -> int:
    """Open the console at home; return the exit code."""

    def first(app: WorkshopApp) -> None:
        from toolkit.tui.screens.home import HomeScreen

        app.push_screen(HomeScreen(by))

    return _run(first)


def _run(first: Callable[[WorkshopApp], None]) -> int:
    settings = load(settings_file())
    for problem in settings.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the console is not open yet
    app = WorkshopApp(first, settings)
    app.run()
    return app.return_code or 0
