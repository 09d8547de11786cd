"""A session without what domains of under four people said: whatever is worked out from it may leave the folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.session.privacy import LEAST, shown
from toolkit.workshop.name_finder import NameFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from toolkit.session.people_state import Sheet
    from toolkit.session.state import State
    from toolkit.session.term_state import Sense, TermState
    from toolkit.terms.model import FacetAnswer


def to_share(state: State) -> State:
    """Return a session as if small domains had said nothing: no words, no counts, and nothing that they add up to.

    Nobody can subtract what is not in the sum.
    """
    assert state.plan is not None
    told = frozenset(domain.id for domain in state.plan.domains if shown(state, domain.id))
    return replace(
        state,
        terms={id_: _term(state, known, told) for id_, known in state.terms.items()},
        sheets=tuple(_sheets(state, told)),
        turns={domain: turns for domain, turns in state.turns.items() if domain in told},
        notes=tuple(note for note in state.notes if note.domain in (None, *told)),
        parked=tuple(item for item in state.parked if item.domain in (None, *told)),
    )


def nameless(state: State, names: Mapping[str, str], former: Iterable[str] = ()) -> State:
    """Return a session in which nothing that was written about words names anybody of the roster.

    Args:
        state: The session.
        names: People's names by id.
        former: What people were called before.
    """
    without = NameFinder.of_roster(names, former=former).without
    return replace(state, terms={id_: _nameless(known, without) for id_, known in state.terms.items()})


def _nameless(known: TermState, without: Callable[[str], str]) -> TermState:
    def clean(text: str | None) -> str | None:
        return None if text is None else without(text)

    def answer(one: FacetAnswer) -> FacetAnswer:
        return replace(one, text=clean(one.text))

    def sense(one: Sense) -> Sense:
        facets = {name: answer(given) for name, given in one.facets.items()}
        return replace(one, text=clean(one.text), example=clean(one.example), facets=facets)

    return replace(
        known,
        cases=tuple(replace(one, text=clean(one.text)) for one in known.cases),
        senses=tuple(map(sense, known.senses)),
        outcome=known.outcome and replace(known.outcome, text=clean(known.outcome.text)),
        dissents=tuple(replace(one, text=clean(one.text)) for one in known.dissents),
    )


def _sheets(state: State, told: frozenset[str]) -> Iterator[Sheet]:
    """Yield the sheets of domains of which enough people handed one in: of seven people, two may have."""
    codes = {domain: {sheet.code for sheet in state.sheets if sheet.domain == domain} for domain in told}
    yield from (sheet for sheet in state.sheets if len(codes.get(sheet.domain, ())) >= LEAST)


def _term(state: State, known: TermState, told: frozenset[str]) -> TermState:
    seen = known.shown
    return replace(
        known,
        verdicts={person: row for person, row in known.verdicts.items() if state.hat(person) in told},
        tallies={domain: counts for domain, counts in known.tallies.items() if domain in told},
        pools=tuple(pool for pool in known.pools if told.issuperset(pool)),
        shown=seen if seen and told.issuperset([*seen.a.split("+"), *seen.b.split("+")]) else None,
        senses=tuple(_sense(state, sense, told) for sense in known.senses if sense.domain in told),
        dissents=tuple(dissent for dissent in known.dissents if dissent.domain in told),
    )


def _sense(state: State, sense: Sense, told: frozenset[str]) -> Sense:
    return replace(
        sense,
        ratings={person: rating for person, rating in sense.ratings.items() if state.hat(person) in told},
        rate_tallies={domain: tally for domain, tally in sense.rate_tallies.items() if domain in told},
    )
