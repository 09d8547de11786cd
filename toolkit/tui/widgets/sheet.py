"""Something that is asked over the lower part of the live screen. The clock above runs on and stays in view."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from toolkit.tui.messages import SheetClosed


class Sheet(Vertical):
    """A widget on a layer of its own: unlike a modal screen it costs no second drawing of what is behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        Binding("tab", "turn(1)", "Next field", show=False),
        Binding("shift+tab", "turn(-1)", "Field before", show=False),
    ]

    DEFAULT_CSS = """
    Sheet {
        layer: above; dock: bottom; height: auto; max-height: 75%; margin: 0 0 1 0; padding: 0 1;
        border: heavy $primary; background: $surface;
    }
    """

    async def action_close(self) -> None:
        """Go away, and give the keys back: once it is gone, for a sheet that is still there has them."""
        screen, unsent = self.screen, self.unsent()
        await self.remove()
        screen.post_message(SheetClosed(unsent))

    def unsent(self) -> tuple[str, dict[str, str]] | None:
        """Return what was asked and what was typed, to be offered when it is asked again."""
        return None

    async def digit(self, _digit: str) -> bool:
        """Do what a digit stands for here; tell whether it stands for something."""
        return False

    def take_focus(self) -> None:
        """Give the keys to what is asked first."""
        fields = [widget for widget in self.query("*") if widget.focusable]
        if fields:
            self.screen.set_focus(fields[0])

    def turn_from_line(self, by: int) -> bool:
        """Move the focus, if a line of the sheet has it; return whether one has."""
        from toolkit.tui.widgets.line import Line  # deferred: the first picture has no line to type in

        focused = self.screen.focused
        if isinstance(focused, Line) and self in focused.ancestors:
            self.action_turn(by)
            return True
        return False

    def action_turn(self, by: int) -> None:
        """Move the focus within the sheet; it does not leave it."""
        fields = [widget for widget in self.query("*") if widget.focusable]
        here = next((i for i, widget in enumerate(fields) if widget.has_focus), -1)
        if fields:
            self.screen.set_focus(fields[(here + by) % len(fields)])
