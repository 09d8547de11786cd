"""The application: wiring, signals, themes, keys."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.widgets import Static

from toolkit.tui.text import visible
from toolkit.tui.themes import DARK, OWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.command import Provider

    from toolkit.tui.settings import Settings


def _palette() -> type[Provider]:
    from toolkit.tui.palette import LiveProvider

    return LiveProvider


class WorkshopApp(App[None]):
    """The console."""

    TITLE = "Workshop"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Leave", show=False, system=True)]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {*App.COMMANDS, _palette}
    CSS_PATH = "console.tcss"

    def __init__(self, first: Callable[[WorkshopApp], object], settings: Settings) -> None:
        """Make the application.

        Args:
            first: Opens the first screen, once something is in the window.
            settings: The user's keys and theme.
        """
        super().__init__()
        self._first, self.settings = first, settings
        for theme in OWN:
            self.register_theme(theme)
        self.theme = settings.theme or DARK.name
        self.set_keymap(settings.keymap)

    def compose(self) -> ComposeResult:
        """Draw something at once; what the first screen needs is imported afterwards."""
        yield Static("Opening…", id="opening", markup=False)

    def on_mount(self) -> None:
        """Leave cleanly when the window is closed or the system ends; open the first screen."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if (number := getattr(signal, name, None)) is not None:
                with suppress(NotImplementedError, RuntimeError):  # where the system has no such signals
                    loop.add_signal_handler(number, self.exit)
        for problem in self.settings.problems:
            self.notify(visible(str(problem)), severity="error", markup=False, timeout=20)
        self.call_after_refresh(lambda: self._first(self))

    def opening_failed(self, reason: str) -> None:
        """Say why a session cannot be opened: at home, or on the way out."""
        if len(self.screen_stack) > 1:
            self.notify(visible(reason), severity="error", markup=False, timeout=20)
        else:
            self.exit(return_code=1, message=Text(visible(reason)))

    def leave_session(self) -> None:
        """Go back to home if the session was opened from there, else leave."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self.exit()
