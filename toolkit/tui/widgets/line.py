"""A line to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class Line(Input):
    """A line of a form. A paste keeps the words of all its lines: Textual's own drops all lines but the first."""

    class More(Message):
        """Down was pressed: the list of offers takes over."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    def on_key(self, event: events.Key) -> None:
        """Let arrows reach the offers."""
        if event.key == "down":
            event.stop()
            self.post_message(self.More())
