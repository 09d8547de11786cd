"""What people ticked before and after, and what moved: counts always, a mean only where there are enough people."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from toolkit.session.survey import p_words, survey
from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from toolkit.session.survey import Part
    from toolkit.session.words import View
    from toolkit.terms.shift import Spread
    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection

NONE = "No sheet has been keyed yet. Enter, then “Sheets before and after”."
LEGEND = "Counts from 1 (not at all) to 5 (fully). Fewer than four people: counts alone."


class SurveyPane(Pane):
    """A table for each statement."""

    NAME: ClassVar[str] = "survey"
    FOCUS: ClassVar[str] = "VerticalScroll"

    DEFAULT_CSS = "SurveyPane Static { padding: 1 2; height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._shown = -1

    def compose(self) -> ComposeResult:
        """Lay out one text."""
        with VerticalScroll():
            yield Static("", markup=False)

    def show(self, session: Session, projection: Projection) -> None:
        """Draw what has changed."""
        if session.state.seq != self._shown:
            self._shown = session.state.seq
            self.query_one(Static).update(Content("\n").join(survey_text(session.view)))


def survey_text(view: View) -> Iterator[Content]:
    """Yield the lines: a heading for each statement, a row for everybody and for each domain."""
    if not view.state.sheets:
        yield literal(NONE)
        return
    yield literal(LEGEND)
    statements = survey(view.state)
    wide = max(len(str(count)) for one in statements for part in one.parts for count in _counts(part))
    spread = 5 * (wide + 1)
    times = f"{'before':<{spread}}{'mean':>5}  {'after':<{spread}}{'mean':>5}"
    head = f"  {'':<5}{times}  {'up':>4}{'same':>5}{'down':>5}  shift"
    for number, statement in enumerate(statements, 1):
        yield literal("")
        yield literal(f"{number}. {one_line(statement.text, 200)}", "bold")
        yield literal(head)
        yield from (literal(_row(view, part, wide)) for part in statement.parts)


def _counts(part: Part) -> tuple[int, ...]:
    return (*part.before.counts, *part.after.counts)


def _row(view: View, part: Part, wide: int) -> str:
    domain = view.plan.domain(part.domain or "")
    code = "all" if part.domain is None else domain.code if domain else part.domain[:3]
    moved = f"{part.shift.up:>4}{part.shift.same:>5}{part.shift.down:>5}"
    shift = (
        "—" if part.shift.mean is None or part.shift.p is None else f"{part.shift.mean:+.1f} {p_words(part.shift.p)}"
    )
    return f"  {code:<5}{_spread(part.before, wide)}  {_spread(part.after, wide)}  {moved}  {shift}"


def _spread(one: Spread, wide: int) -> str:
    counts = "".join(f"{count:>{wide}} " for count in one.counts)
    mean = "—" if one.mean is None else f"{one.mean:.1f}"
    return f"{counts}{mean:>5}"
