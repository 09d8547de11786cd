"""A session without what domains of under four people said: whatever is worked out from it may leave the folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.session.privacy import LEAST, apart, ballots_apart, matter_told, shown, sides_told
from toolkit.session.survey import sheet_domains
from toolkit.workshop.prose import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from toolkit.session.commitment_state import Commitment
    from toolkit.session.people_state import Sheet
    from toolkit.session.state import State
    from toolkit.session.term_state import Sense, TermState
    from toolkit.terms.model import FacetAnswer
    from toolkit.workshop.name_finder import NameFinder


def to_share(state: State) -> State:
    """Return a session as if small domains had said nothing: no words, no counts, and nothing that they add up to.

    Nobody can subtract what is not in the sum. Sheets alone stay, those of a small domain counted with others'
    (`sides_told`), as the report has them.
    """
    assert state.plan is not None
    told = frozenset(domain.id for domain in state.plan.domains if shown(state, domain.id))
    return replace(
        state,
        terms={id_: _term(state, known, told) for id_, known in state.terms.items()},
        sheets=sheets_to_tell(state, sides_told(state)),
        turns={domain: turns for domain, turns in state.turns.items() if apart(state, domain)},
        notes=tuple(note for note in state.notes if matter_told(state, note)),
        parked=tuple(item for item in state.parked if matter_told(state, item)),
    )


def nameless(state: State, finder: NameFinder) -> State:
    """Return a session in which nothing that was written names anybody: in the plan, about words, of commitments.

    Who did and owns what stays, as ids.
    """
    without = finder.without
    return replace(
        state,
        plan=state.plan and rewritten(state.plan, without),
        terms={id_: _nameless(known, without) for id_, known in state.terms.items()},
        commitments=tuple(_unnamed(one, without) for one in state.commitments),
        notes=tuple(replace(note, text=note.text and without(note.text)) for note in state.notes),
        parked=tuple(replace(item, text=item.text and without(item.text)) for item in state.parked),
    )


def _unnamed(one: Commitment, without: Callable[[str], str]) -> Commitment:
    text, ask, kept = (words and without(words) for words in (one.text, one.ask, one.kept_text))
    return replace(one, text=text, ask=ask, kept_text=kept)


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


def sheets_to_tell(state: State, sides: Iterable[str]) -> tuple[Sheet, ...]:
    """Return the sheets without what few people ticked: of seven people, two may have handed one in.

    Of each side and statement, `LEAST` people or nobody ticked before, after, and both. So does everybody together, and
    nothing is left to be subtracted.

    Args:
        state: The session.
        sides: Who is counted together: domains, or several with + between. Sheets of others are left out.
    """
    domains = sheet_domains(state)
    told: dict[tuple[str, str], tuple[int, ...]] = {}
    for side in sides:
        told |= _ticks_to_tell([sheet for sheet in state.sheets if domains[sheet.code] in side.split("+")])
    kept = [(sheet, told.get((sheet.when, sheet.code), ())) for sheet in state.sheets]
    return tuple(replace(sheet, domain=domains[sheet.code], answers=ticks) for sheet, ticks in kept if any(ticks))


def _ticks_to_tell(sheets: Sequence[Sheet]) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return the answers of one side's sheets by time and code, 0 in place of those that few gave."""
    told: dict[tuple[str, str], list[int]] = {(sheet.when, sheet.code): [] for sheet in sheets}
    for number in range(max((len(sheet.answers) for sheet in sheets), default=0)):
        ticks = {(s.when, s.code): s.answers[number] for s in sheets if number < len(s.answers) and s.answers[number]}
        before, after = ({code for when, code in ticks if when == wanted} for wanted in ("before", "after"))
        before, after = _of_enough(before, after)
        for (when, code), answers in told.items():
            answers.append(ticks.get((when, code), 0) if code in (before if when == "before" else after) else 0)
    return {key: tuple(answers) for key, answers in told.items()}


def _of_enough(before: set[str], after: set[str]) -> tuple[set[str], set[str]]:
    """Return whose ticks may be told; where few made both, theirs of one time are left out, so that more are told."""
    before, after = _enough(before), _enough(after)
    both = before & after
    if both == _enough(both):
        return before, after
    ways = (before, _enough(after - both)), (_enough(before - both), after)
    return max(ways, key=lambda way: sum(map(len, way)))


def _enough(codes: set[str]) -> set[str]:
    return codes if len(codes) >= LEAST else set()


def _term(state: State, known: TermState, told: frozenset[str]) -> TermState:
    seen, counted = known.shown, {domain for domain in told if ballots_apart(state, known, domain)}
    return replace(
        known,
        verdicts={person: row for person, row in known.verdicts.items() if state.hat(person) in counted},
        tallies={domain: counts for domain, counts in known.tallies.items() if domain in counted},
        pools=tuple(pool for pool in known.pools if counted.issuperset(pool)),
        shown=seen if seen and counted.issuperset([*seen.a.split("+"), *seen.b.split("+")]) else None,
        senses=tuple(_sense(state, sense, told) for sense in known.senses if sense.domain in told),
        dissents=tuple(dissent for dissent in known.dissents if dissent.domain in told),
    )


def _sense(state: State, sense: Sense, told: frozenset[str]) -> Sense:
    return replace(
        sense,
        ratings={person: rating for person, rating in sense.ratings.items() if state.hat(person) in told},
        rate_tallies={domain: tally for domain, tally in sense.rate_tallies.items() if domain in told},
    )
