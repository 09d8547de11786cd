"""Printing before the session: the area of the live screen as a screen of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer

from toolkit.tui.panes.print import PrintPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.workshop.folder import Folder


class PrintScreen(Screen[None]):
    """Prints a workshop that is being planned."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "Back")]

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """The area, and the way back."""
        yield PrintPane(self._folder)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one(PrintPane).take_focus()
