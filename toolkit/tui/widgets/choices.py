"""A list to choose from that leaves page keys to clickers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

if TYPE_CHECKING:
    from textual.geometry import Size


class Choices(OptionList, inherit_bindings=False):
    """An option list moved through with arrows, home and end; Enter chooses."""

    DEFAULT_CSS = """
    Choices, Choices:focus { border: none; padding: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Up", show=False),
        Binding("down", "cursor_down", "Down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "select", "Choose", show=False),
    ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how high the list is; nothing in a window so small that it has no width, where Textual's fails."""
        return super().get_content_height(container, viewport, width) if width > 0 else 0
