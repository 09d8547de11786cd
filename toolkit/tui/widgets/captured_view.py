"""What was just captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from toolkit.tui.text import literal, one_line
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.tui.session import Session

SHOWN = 8


class CapturedView(Static):
    """The latest notes, parked matters and commitments, the newest first."""

    DEFAULT_CSS = """
    CapturedView { height: auto; max-height: 10; padding: 0 1; border-top: solid $border-blurred; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._shown: tuple[object, ...] = ()

    def show(self, session: Session, lines: int) -> None:
        """Draw the latest `lines`."""
        if (shown := (session.state.seq, len(session.names), lines)) == self._shown:
            return
        self._shown = shown
        found = captured(session)
        self.update(literal("\n".join(found[:lines]) or "Nothing captured yet. c keeps a note, x parks a matter."))


def captured(session: Session) -> list[str]:
    """Return a line for each capture, the newest first."""
    state, plan = session.state, session.view.plan
    rows = [(seq, at, id_, words) for seq, at, id_, words in _rows(session, state)]
    return [
        f"{clock(at, plan.tz)}  {id_:<4} {one_line(words, 300)}" for _, at, id_, words in sorted(rows, reverse=True)
    ]


def _rows(session: Session, state: State) -> list[tuple[int, int, str, str]]:
    plan = session.view.plan
    rows = []
    for said in (*state.notes[-SHOWN * 2 :], *state.parked[-SHOWN * 2 :]):
        domain = plan.domain(said.domain or "")
        words = "(struck)" if said.text is None else said.text
        rows.append((said.seq, said.at, said.id, f"{domain.code}: {words}" if domain else words))
    for c in state.commitments[-SHOWN * 2 :]:
        words = "(struck)" if c.text is None else f"{session.view.name(c.owner)}: {c.text}"
        rows.append((c.seq, c.at, c.id, words + (f", by {c.due}" if c.due else "")))
    return rows
