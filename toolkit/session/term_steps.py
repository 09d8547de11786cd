"""What is missing for a word, and what to do next: the flow of a room's work on it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.actions.terms import STARTERS, starters, starters_left
from toolkit.session.status import count_of
from toolkit.session.term_people import people_of
from toolkit.session.term_words import wall_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.session.words import View
    from toolkit.workshop.plan import DomainInfo

WALL = 6
"""Cases on a wall: with fewer, a true difference on a third of them is often missed (docs/measure.md)."""


@value()
class Move:
    """An action that brings a word further, with the words it already has, and what a person reads."""

    action: str
    text: str
    words: Mapping[str, str] = field(default_factory=dict)


def next_moves(view: View, term: str) -> list[Move]:
    """Return what is missing for a word, the next thing first; nothing once all is done."""
    return list(_moves(view, term))


def _moves(view: View, term: str) -> Iterator[Move]:
    state = view.state.term(term)
    here = {"term": term}
    wall = wall_of(view, term)
    if not state.fixed and (state.cases or not wall):
        yield from _wall(view, term)
        if state.cases:
            yield Move("freeze", f"freeze the {count_of(len(state.cases), 'case')} before the ballot", here)
    silent = [domain for domain in present(view) if not answered(view, term, domain.id)]
    reveal = [Move("reveal", "reveal to the room", here)] if state.judged and state.revealed is None else []
    if not silent and view.state.step is not None and view.state.step.view == "deciding-case":
        yield from reveal  # the room waits for it
        reveal = []
    if wall:
        for domain in silent:
            yield Move("slip", f"key the slip of {domain.label}", {**here, "domain": domain.id})
    for domain in present(view):
        if domain.id not in {sense.domain for sense in state.senses}:
            yield Move("sense", f"write down the sense of {domain.label}", {**here, "domain": domain.id})
    yield from reveal
    if state.outcome is None:
        yield Move("outcome", "record what the room does with the word", here)


def _wall(view: View, term: str) -> Iterator[Move]:
    """Yield what the wall lacks: four starters that differ in what is expected, and two of the room's own."""
    cases = view.state.term(term).cases
    hung, wanted = sum(case.starter is not None for case in cases), starters(view, term)
    own = len(cases) - hung
    if hung < wanted and starters_left(view, term):
        yield Move("starter", f"hang up a starter case ({hung + 1} of {wanted})", {"term": term})
    info = view.plan.term(term)
    if info and info.exercise and info.cases:
        return  # the exercise has the whole wall
    if own < WALL - STARTERS or len(cases) < WALL:
        so_far = (
            f"{len(cases) + 1} of {WALL} on the wall" if len(cases) < WALL else f"{own} of {WALL - STARTERS} so far"
        )
        yield Move("case", f"write a case of the room's own ({so_far})", {"term": term})


def present(view: View) -> list[DomainInfo]:
    """Return the domains that somebody belongs to who has not left; all of them where nobody is known.

    Few facilitators key every arrival: who is expected and not known to have gone may be here.
    """
    return [domain for domain in view.plan.domains if people_of(view, domain.id)] or list(view.plan.domains)


def answered(view: View, term: str, domain: str) -> bool:
    """Tell whether a domain's slip or one of its ballots was keyed for a word."""
    state = view.state.term(term)
    return domain in state.tallies or any(view.state.hat(person) == domain for person in state.verdicts)


def stage(view: View, term: str) -> str:
    """Return in a few words where a word stands."""
    state = view.state.term(term)
    if state.outcome is not None:
        return f"outcome: {state.outcome.decision}"
    if state.revealed is not None:
        return "revealed"
    if state.judged:
        done = sum(answered(view, term, domain.id) for domain in present(view))
        return f"{done} of {len(present(view))} domains counted"
    if state.cases:
        return count_of(len(state.cases), "case") + (", frozen" if state.frozen else "")
    return "not begun"
