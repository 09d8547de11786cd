"""What a session leaves to the next workshop: promises that are not kept yet, and what stayed open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.fold import fold
from toolkit.session.privacy import matter_told, shown
from toolkit.session.reading import read_events
from toolkit.session.room_terms import side_label
from toolkit.workshop.brought import Carried, LeftOpen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from toolkit.session.commitment_state import Commitment
    from toolkit.session.state import State
    from toolkit.workshop.after import After
    from toolkit.workshop.plan import TermInfo


@value()
class LeftToDo:
    """What goes along to the next workshop."""

    carried: tuple[Carried, ...] = ()
    left_open: tuple[LeftOpen, ...] = ()
    terms: tuple[str, ...] = ()
    """The words that are still open."""


def as_left(before: After) -> tuple[After, State | None]:
    """Return an earlier workshop with what its session left to do, and the session; None if none was held.

    Raises:
        UserError: Its journal, or its files where no session was held, cannot be read.
    """
    state = fold(read_events(before.folder))
    if state.plan is None:
        return before.as_planned(), None
    left = left_to_do(state, before.people)
    return replace(before, carried=left.carried, left_open=left.left_open, terms=left.terms), state


def along(before: After, state: State | None) -> Iterator[str]:
    """Yield what comes along from an earlier workshop, and what does not."""
    old = before.folder.path
    if state is None:
        yield f"no session was held in {old}: nothing new was promised there"
    promises, left = len(before.carried), len(before.left_open)
    yield f"{promises} promise{'s' * (promises != 1)} and {left} open matter{'s' * (left != 1)} come along"
    if state and state.segments and state.finished is None:
        yield f"the session in {old} has not ended: what is recorded there from now on does not come along"


def left_to_do(state: State, people: Collection[str]) -> LeftToDo:
    """Return what a session leaves to do; its plan must be known.

    Args:
        state: The session.
        people: The ids of those who come along. A promise of somebody who does not is nobody's.
    """
    assert state.plan is not None
    made = [one for one in state.commitments if one.open]
    parked = ((item.text, item.domain, not matter_told(state, item)) for item in state.parked if item.text)
    texts = [*_disagreements(state), *parked]
    return LeftToDo(
        tuple(_carried(f"k{number}", one, state.plan.date, people) for number, one in enumerate(made, 1)),
        tuple(LeftOpen(f"x{number}", *left) for number, left in enumerate(dict.fromkeys(texts), 1)),
        tuple(term.id for term in state.plan.terms if _open(state, term)),
    )


def _carried(id_: str, one: Commitment, date: str, people: Collection[str]) -> Carried:
    owner = one.owner if one.owner in people else None
    return Carried(id_, one.text, one.promised or date, owner, one.due, one.ask, one.checks)


def _open(state: State, term: TermInfo) -> bool:
    """Tell whether a word is still open: parked, not decided, or decided against somebody's dissent."""
    known = state.term(term.id)
    return known.outcome is None or known.outcome.decision == "park" or any(dissent.text for dissent in known.dissents)


def _disagreements(state: State) -> Iterator[tuple[str, str | None, bool]]:
    """Yield the words that were parked, and who did not go along: text, domain, whether it stays in the folder."""
    assert state.plan is not None
    for info in state.plan.terms:
        known, label = state.term(info.id), info.label(state.plan.language)
        if known.outcome and known.outcome.decision == "park" and known.outcome.text:
            yield f"{label}, parked: {known.outcome.text}", None, False
        for dissent in known.dissents:
            if dissent.text:
                side, few = side_label(state.plan, dissent.domain), not shown(state, dissent.domain)
                yield f"{label}, {side} did not go along: {dissent.text}", dissent.domain, few
