"""From the state of a session to the values that the measure is taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.terms.model import Ballots, TermMaterial, WrittenSense

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.state import State
    from toolkit.session.term_state import TermState


def material(state: State, term: str) -> TermMaterial:
    """Return all that the room said of one word, each person counted under the hat they wear now."""
    assert state.plan is not None
    known = state.term(term)
    judged = dict.fromkeys(case for row in known.verdicts.values() for case in row)
    tallied = dict.fromkeys(case for counts in known.tallies.values() for case in counts)
    wall = [case.id for case in known.cases]
    return TermMaterial(
        term=term,
        cases=tuple(dict.fromkeys([*wall, *judged, *tallied])),
        ballots={
            domain.id: _ballots(known, domain.id, _rows(state, known, domain.id)) for domain in state.plan.domains
        },
        senses=tuple(WrittenSense(sense.id, sense.domain, sense.facets) for sense in known.senses),
        pools=known.pools,
    )


def _rows(state: State, known: TermState, domain: str) -> dict[str, Mapping[str, int | None]]:
    return {person: row for person, row in known.verdicts.items() if state.hat(person) == domain}


def _ballots(known: TermState, domain: str, rows: Mapping[str, Mapping[str, int | None]]) -> Ballots:
    """Return a domain's ballots; its tally stands until one was keyed as this domain's.

    Somebody who changed hats afterwards was on another domain's slip: that does not set this one's aside.
    """
    tally = known.tallies.get(domain, {})
    named = not tally or any(known.keyed_as.get(person) == domain for person in rows)
    return Ballots(rows=rows) if rows and named else Ballots(tally=tally)
