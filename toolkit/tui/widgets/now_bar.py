"""The line that stays on every screen: what the workshop is, what time it is, how far behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from toolkit.session.status import about, behind_words
from toolkit.tui.text import literal, one_line
from toolkit.workshop.times import clock, span

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection


class NowBar(Vertical):
    """Title and time; beside the Run pane also the step, its clock and what the room was asked."""

    DEFAULT_CSS = """
    NowBar { height: auto; dock: top; background: $panel; }
    NowBar Horizontal { height: 1; padding: 0 1; }
    NowBar #title { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; text-style: bold; }
    NowBar #when { width: auto; padding-left: 2; }
    NowBar #now { height: auto; max-height: 4; padding: 0 1; display: none; }
    NowBar.-full #now { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out title and time, and the step under them."""
        with Horizontal():
            yield Static("", id="title", markup=False)
            yield Static("", id="when", markup=False)
        yield Static("", id="now", markup=False)

    def show(self, session: Session, projection: Projection, *, rehearsal: bool) -> None:
        """Draw what has changed."""
        plan = session.view.plan
        when = "   ".join(
            [
                *(["REHEARSAL"] if rehearsal else []),
                clock(projection.now, plan.tz),
                behind_words(projection.behind),
                f"ends {about(projection.ends_at, plan.tz)}",
            ]
        )
        shown = (one_line(plan.title), when, self._step(session, projection))
        if shown == self._shown:
            return
        self._shown = shown
        for id_, text in zip(("title", "when", "now"), shown, strict=True):
            self.query_one(f"#{id_}", Static).update(literal(text))

    def _step(self, session: Session, projection: Projection) -> str:
        state = session.state
        if state.step is None or projection.remaining is None:
            return "not begun" if state.finished is None else "the last step is over"
        left = projection.remaining
        time = f"{span(left)} left" if left >= 0 else f"{span(-left)} OVER"
        paused = " ‖ paused" if state.paused else ""
        return f"{time}{paused}  {state.step.title}: {one_line(state.step.say, 400)}"
