"""The step's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from toolkit.tui.widgets.digits import HEIGHT, large, width
from toolkit.workshop.times import span

if TYPE_CHECKING:
    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Pace, Projection

PACES: tuple[Pace, ...] = ("ahead", "last-fifth", "last-twentieth", "over")
WORDS: dict[Pace, str] = {
    "ahead": "",
    "last-fifth": "▲ last fifth",
    "last-twentieth": "▲▲ nearly over",
    "over": "■ OVER TIME",
}
"""The states of the clock in words and signs; their colours repeat them."""
BAR = 20


class ClockView(Static):
    """Time left in large digits, what it is of, and the clock's state in words."""

    DEFAULT_CSS = """
    ClockView {
        width: auto;
        height: 10;
        padding: 1 1 0 1;
        color: $text;
        &.-last-fifth { color: $text-warning; }
        &.-last-twentieth { color: $text-error; }
        &.-over { color: $text-error; text-style: bold; }
        &.-paused { color: $text-muted; }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: tuple[object, ...] = ()

    def show(self, session: Session, projection: Projection, *, beside: bool, scale: int) -> None:
        """Draw the clock as it is.

        Args:
            session: The session.
            projection: Where it stands.
            beside: Put the words beside the digits instead of under them.
            scale: How large the digits are.
        """
        seconds = None if projection.remaining is None else projection.remaining // 1000
        now = (seconds, session.state.paused, session.state.seq, beside, scale)
        if now == self._shown:
            return
        self._shown = now
        for pace in PACES:
            self.set_class(projection.pace == pace and seconds is not None, f"-{pace}")
        self.set_class(session.state.paused, "-paused")
        digits, words = self._parts(session, projection)
        self.update(_beside(digits, words) if beside else _under(digits, words, scale))

    def _parts(self, session: Session, projection: Projection) -> tuple[str, list[str]]:
        current, left = projection.current, projection.remaining
        if current is None or left is None:
            over = session.state.finished is not None
            return "", ["The last step is over." if over else "Not begun: press n for the first step."]
        digits = span(left) if left >= 0 else f"+{span(-left)}"
        words = [f"left of {span(current.allotted)}" if left >= 0 else f"over; planned {span(current.allotted)}"]
        words.append(_bar(left, current.allotted))
        words.append("‖ PAUSED" if session.state.paused else WORDS[projection.pace])
        return digits, words


def _bar(left: int, allotted: int) -> str:
    """Return how much is used up, as a bar."""
    used = BAR if left <= 0 or not allotted else min(BAR, round(BAR * (1 - left / allotted)))
    return "▓" * used + "░" * (BAR - used)


def _under(digits: str, words: list[str], scale: int) -> Content:
    if not digits:
        return Content("\n".join(words))
    return Content("\n".join([large(digits, scale), *words]))


def _beside(digits: str, words: list[str]) -> Content:
    if not digits:
        return Content("\n" + "\n".join(words))
    rows = large(digits).split("\n")
    beside = ["", *words, ""]
    indent = width(digits) + 3
    return Content("\n".join(f"{rows[i]:<{indent}}{beside[i]}" for i in range(HEIGHT)))
