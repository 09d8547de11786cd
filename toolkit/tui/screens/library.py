"""The library as a screen of its own: to read, or to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer

from toolkit.tui.panes.library import LibraryPane
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult


class LibraryScreen(Screen[str | None]):
    """Reads the library from home; where an exercise is wanted, gives back the id of the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Add it"),
        Binding("tab", "app.focus_next", "Read on"),
        Binding("escape,f10", "dismiss(None)", "Back"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - so Textual has it

    def __init__(self, workshop: Path | None = None, *, pick: bool = False) -> None:
        """Make the screen.

        Args:
            workshop: The folder whose own content comes first.
            pick: Whether an exercise is to be chosen.
        """
        super().__init__()
        self._workshop, self._pick = workshop, pick

    def compose(self) -> ComposeResult:
        """The area of the live screen, and the way back."""
        yield LibraryPane(self._workshop, ("exercise",) if self._pick else (), pick=self._pick)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Let the facilitator type."""
        self.query_one(LibraryPane).take_focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer adding only where something is chosen."""
        return action != "pick" or self._pick

    def action_pick(self) -> None:
        """Choose what is being read."""
        self.query_one(Choices).action_select()

    @on(LibraryPane.Picked)
    def _picked(self, message: LibraryPane.Picked) -> None:
        self.dismiss(message.item.id)
