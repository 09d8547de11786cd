"""The room's screen: little, large, to be read from two metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from toolkit.tui.text import literal
from toolkit.tui.widgets.clock_view import PACES, WORDS
from toolkit.tui.widgets.digits import large
from toolkit.tui.widgets.room_layout import layout

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.session.room_view import RoomView


PAGE_MILLISECONDS = 10_000
"""How long a page of a long list stands."""


class RoomWidget(Vertical):
    """Draws a room view as large as the window allows."""

    DEFAULT_CSS = """
    RoomWidget { background: $background; color: $foreground; }
    RoomWidget #room-title { height: auto; max-height: 2; padding: 0 2; color: $text-muted; }
    RoomWidget #room-body { height: 1fr; align: center middle; scrollbar-size-vertical: 0; }
    RoomWidget #room-word, RoomWidget #room-lines { width: 100%; height: auto; padding: 0 2; }
    RoomWidget #room-word, RoomWidget #room-lines { text-align: center; text-style: bold; }
    RoomWidget #room-word { color: $text-accent; margin-bottom: 1; }
    RoomWidget #room-also { width: 100%; height: auto; text-align: center; padding: 0 2; margin-bottom: 1; }
    RoomWidget #room-lines.-list { text-align: left; }
    RoomWidget #room-clock { width: 100%; height: auto; text-align: center; }
    RoomWidget.-last-fifth #room-clock { color: $text-warning; }
    RoomWidget.-last-twentieth #room-clock, RoomWidget.-over #room-clock { color: $text-error; }
    RoomWidget #room-foot { height: 1; text-align: center; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None

    def compose(self) -> ComposeResult:
        """Lay out title, word, text and clock."""
        yield Static("", id="room-title", markup=False)
        with VerticalScroll(id="room-body", can_focus=False):
            yield Static("", id="room-word", markup=False)
            yield Static("", id="room-also", markup=False)
            yield Static("", id="room-lines", markup=False)
        yield Static("", id="room-clock", markup=False)
        yield Static("", id="room-foot", markup=False)

    def show(self, view: RoomView, now: int) -> None:
        """Draw what has changed; `now` is the instant, by which long lists turn their pages.

        While a line is read aloud, its page stands; the facilitator's next line turns it.
        """
        width, height = self.size
        plan = layout(view, width, height)
        turning = plan.marked or range(len(plan.pages))
        turn = turning[now // PAGE_MILLISECONDS % len(turning)]
        if (shown := (view, plan, turn)) == self._shown:
            return
        self._shown = shown
        for pace in PACES:
            self.set_class(view.pace == pace and bool(view.time), f"-{pace}")
        self._set("#room-title", view.title)
        self._set("#room-word", plan.word)
        self._set("#room-also", plan.also)
        self._set("#room-lines", plan.pages[turn])
        self.query_one("#room-lines").set_class(len(view.lines) > 2 or bool(view.blocks), "-list")
        self._set("#room-clock", large(view.time, plan.scale) if plan.scale else view.time)
        state = "‖ paused" if view.paused else WORDS[view.pace]
        page = f"{turn + 1} of {len(plan.pages)}" if len(plan.pages) > 1 else ""
        self._set("#room-foot", "   ".join(part for part in (state, page, view.at) if part))

    def say(self, text: str) -> None:
        """Show one text in place of a session."""
        self._shown = None
        self._set("#room-lines", text)

    def _set(self, selector: str, text: str) -> None:
        widget = self.query_one(selector, Static)
        widget.display = bool(text)
        widget.update(literal(text))
