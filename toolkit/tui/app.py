"""The application: wiring, signals, themes, keys."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key
from textual.widgets import Static

from toolkit.tui.messages import Settled
from toolkit.tui.text import visible
from toolkit.tui.themes import DARK, OWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.command import Provider

    from toolkit.tui.settings import Settings


COLLECT_AFTER = 3.0
"""Seconds after which garbage is collected again (see `start`): by then the first screen is there."""


def _palette() -> type[Provider]:
    from toolkit.tui.palette import LiveProvider

    return LiveProvider


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that wants keys first."""

    async def take_key(self, event: Key) -> bool:
        """Do what a key stands for, if it stands for something; return whether it did."""
        ...


class WorkshopApp(App[None]):
    """The console."""

    TITLE = "Workshop"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Leave", show=False, system=True)]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {*App.COMMANDS, _palette}
    CSS_PATH = "console.tcss"

    def __init__(self, first: Callable[[WorkshopApp], object], settings: Settings, notice: str = "") -> None:
        """Make the application.

        Args:
            first: Opens the first screen, once something is in the window.
            settings: The user's keys and theme.
            notice: What to tell at the start.
        """
        super().__init__()
        self._first, self.settings = first, settings
        self._notices = [*map(str, settings.problems), *([notice] if notice else [])]
        self.fault: Exception | None = None
        """What ended the application, if a fault of its own did."""
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
        self.set_timer(COLLECT_AFTER, gc.enable)
        self.call_after_refresh(lambda: self._first(self))

    @on(Settled)
    def _tell(self) -> None:
        """Tell what was kept until a screen is there to show it; never on the room's."""
        for text in self._notices:
            self.notify(visible(text), severity="error", markup=False, timeout=20)
        self._notices = []

    def _handle_exception(self, error: Exception) -> None:
        """Note a fault of our own, so that the console can be opened anew (see `start`); Textual would print it.

        Under a test the fault goes on to the test. This is the one place that overrides what Textual calls private.
        """
        self.fault = error
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self._close_messages_no_wait()

    async def on_event(self, event: Event) -> None:
        """Let the live screen take a command's key before it goes to the widget that has the focus.

        Textual hands keys on as they come, so that a burst (a fast typist, a slow line) reaches what had the focus
        when it arrived: `c` and then a sentence would be taken for commands.
        """
        if isinstance(event, Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, TakesKeys) and await screen.take_key(event):
                return
        await super().on_event(event)

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
