"""The library, without a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer

from toolkit.tui.panes.library import LibraryPane

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LibraryScreen(Screen[None]):
    """Reads exercises from home."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f10", "dismiss", "Back")]

    def compose(self) -> ComposeResult:
        """The area of the live screen, and the way back."""
        yield LibraryPane(None)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Let the facilitator type."""
        self.query_one(LibraryPane).take_focus()
