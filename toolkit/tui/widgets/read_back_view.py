"""The lines that are read back, under the invitation: the cursor is where the room is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from toolkit.session.read_back import line_at, read_lines
from toolkit.tui.messages import Chosen
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from toolkit.session.read_back import ReadLine
    from toolkit.tui.session import Session


class ReadBackView(Choices):
    """A row for each line, with its id. Arrows read on, here and on the room's screen; Enter corrects."""

    DEFAULT_CSS = """
    ReadBackView, ReadBackView:focus {
        display: none; height: auto; max-height: 60%; padding: 0 1; border-top: solid $border-blurred;
        border-title-color: $text-muted; background: $background;
    }
    ReadBackView.-shown { display: block; }
    """
    BORDER_TITLE = "↑ ↓ read on   Enter correct   u undo   Tab the text above"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ReadLine, ...] = ()
        self._sent: str | None = None
        """The line that was asked for here and has not come back from the desk yet."""
        self._led: str | None = None
        """The line that the session put the cursor on: nobody here asked for it."""

    @property
    def ref(self) -> str | None:
        """The id of the line under the cursor."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def show(self, session: Session) -> bool:
        """Draw what has changed; return whether there is anything to read back."""
        lines, at = read_lines(session.view), line_at(session.view)
        if lines != self._rows:
            here, self._rows, self._sent = self.ref, lines, None
            self.set_options([Option(literal(one_line(line.text, 400)), id=line.ref) for line in lines])
            self._go_to(at or here)
        elif self._sent in (None, session.state.reading):
            self._sent = None
            self._go_to(at)
        shown = any(line.ref for line in lines)
        self.set_class(shown, "-shown")
        return shown

    def _go_to(self, ref: str | None) -> None:
        at = next((i for i, line in enumerate(self._rows) if ref and line.ref == ref), None)
        if at != self.highlighted:
            self._led = ref if at is not None else None
            self.highlighted = at

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        ref = event.option.id
        if ref and ref != self._led:
            self._sent = ref
            self.post_message(Chosen("reading", ref))
        self._led = None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id:
            self.post_message(Chosen("line", event.option.id))
