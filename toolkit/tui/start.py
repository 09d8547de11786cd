"""Open the console, or the room's screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from toolkit.files.places import settings_file
from toolkit.tui.app import WorkshopApp
from toolkit.tui.settings import Settings, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from toolkit.workshop.folder import Folder


def run_console(folder: Folder, by: str, *, rehearsal: bool = False, restart: bool = False) -> int:
    """Open the live screen on a workshop; return the exit code."""

    def first(settings: Settings) -> Screen[None]:
        from toolkit.tui.screens.live import LiveScreen

        return LiveScreen(folder, by, settings, rehearsal=rehearsal, restart=restart)

    return _run(first)


def run_room_screen(folder: Folder, *, rehearsal: bool = False) -> int:
    """Open the room's screen on a workshop; return the exit code."""

    def first(_settings: Settings) -> Screen[None]:
        from toolkit.tui.screens.follow import FollowScreen

        return FollowScreen(folder, rehearsal=rehearsal)

    return _run(first)


def run_home(by: str) -> int:
    """Open the console at home; return the exit code."""

    def first(settings: Settings) -> Screen[None]:
        from toolkit.tui.screens.home import HomeScreen

        return HomeScreen(by, settings)

    return _run(first)


def _run(first: Callable[[Settings], Screen[None]]) -> int:
    settings = load(settings_file())
    for problem in settings.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the console is not open yet
    app = WorkshopApp(lambda: first(settings), settings)
    app.run()
    return app.return_code or 0
