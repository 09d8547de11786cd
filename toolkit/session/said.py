"""What a room said of its words, as values for paper. What must not be seen before the reveal is not in it.

Words and dissents of domains under four people are for the room, not for paper that leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.actions.terms import starters, starters_left
from toolkit.session.privacy import shown
from toolkit.session.room_terms import DECISIONS
from toolkit.session.words import View
from toolkit.terms.model import FACETS
from toolkit.terms.room import ROOM_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.analyst import Analyst
    from toolkit.session.state import State
    from toolkit.session.term_state import Sense
    from toolkit.terms.analysis import Pair
    from toolkit.workshop.plan import TermInfo


@value()
class SenseSaid:
    """What a term means in a domain. Questions that nobody answered are empty."""

    domain: str
    text: str
    answers: tuple[str, ...]
    """To the three questions, in the order of `toolkit.terms.model.FACETS`."""
    example: str = ""
    room: bool = True
    """Whether the room wrote it; otherwise the glossary has it."""


@value()
class PairSaid:
    """How far two sides, domains or pools of them, are apart."""

    a: str
    b: str
    state: str
    """`consensus`, `conflict`, `vague` or `undecided`; nothing where too few answered."""
    words: str
    """As it is said before a room."""


@value()
class TermSaid:
    """All of one term that may be printed now."""

    cases: tuple[str | None, ...] = ()
    """In the order of the wall; None where a text was struck, or the room is to write its own."""
    revealed: bool = False
    senses: tuple[SenseSaid, ...] = ()
    pairs: tuple[PairSaid, ...] = ()
    outcome: str = ""
    dissents: tuple[tuple[str, str], ...] = ()
    """Domain, and why it does not go along."""


def said_of(state: State, analyst: Analyst) -> dict[str, TermSaid]:
    """Return what may be printed of every term of a workshop, by id."""
    assert state.plan is not None
    return {info.id: _term(state, analyst, info) for info in state.plan.terms}


def _term(state: State, analyst: Analyst, info: TermInfo) -> TermSaid:
    known = state.term(info.id)
    cases = _wall(state, info.id)
    if known.revealed is None:
        return TermSaid(cases)
    return TermSaid(
        cases,
        revealed=True,
        senses=tuple(_senses(state, info)),
        pairs=tuple(_pair(state, pair) for pair in analyst.of(state, info.id).pairs),
        outcome=f"{DECISIONS[known.outcome.decision]}: {known.outcome.text or '(struck)'}" if known.outcome else "",
        dissents=tuple((d.domain, d.text) for d in known.dissents if d.text and shown(state, d.domain)),
    )


def _wall(state: State, term: str) -> tuple[str | None, ...]:
    """Return the cases of the wall; before any hangs there, those of the glossary that are best hung first."""
    if hung := state.term(term).cases:
        return tuple(case.text for case in hung)
    view = View(state)
    return tuple(case.text for case in starters_left(view, term)[: starters(view, term)])


def _senses(state: State, info: TermInfo) -> Iterator[SenseSaid]:
    """Yield the room's senses, in the order of the domains; the glossary's for domains that wrote none."""
    assert state.plan is not None
    for domain in state.plan.domains:
        written = [sense for sense in state.term(info.id).senses if sense.domain == domain.id and sense.text]
        if written and shown(state, domain.id):
            yield from (sense_said(state, sense) for sense in written)
        else:
            for sense in info.senses:
                if sense.domain == domain.id:
                    answers = tuple(_label(state, facet, getattr(sense, facet)) for facet in FACETS)
                    yield SenseSaid(domain.id, sense.definition, answers, sense.example, room=False)


def sense_said(state: State, sense: Sense) -> SenseSaid:
    """Return a sense that the room wrote, its answers with what their codes are called."""
    answers = []
    for facet in FACETS:
        answer = sense.facets.get(facet)
        parts = (_label(state, facet, answer.code), answer.text or "") if answer else ()
        answers.append("; ".join(part for part in parts if part))
    return SenseSaid(sense.domain, sense.text or "", tuple(answers), sense.example or "")


def _label(state: State, facet: str, code: str) -> str:
    """Return what the code of an answer is called."""
    assert state.plan is not None
    return next((known.label for known in state.plan.facets if (known.facet, known.id) == (facet, code)), code)


def _pair(state: State, pair: Pair) -> PairSaid:
    return pair_said(pair, told=shown(state, pair.a) and shown(state, pair.b))


def pair_said(pair: Pair, *, told: bool = True) -> PairSaid:
    """Return how far two sides are apart, as it is said before a room; without `told`, that it cannot be said."""
    enough = pair.mismatch.enough and told
    state_said = pair.state.value if enough else "undecided"
    return PairSaid(pair.a, pair.b, pair.state.value if enough else "", ROOM_WORDS[state_said])
