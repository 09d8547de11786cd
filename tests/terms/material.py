"""What a room said of a word, written short: a digit a case, `.` unsure, `-` not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.terms.model import Ballots, Counts, FacetAnswer, TermMaterial, WrittenSense

if TYPE_CHECKING:
    from tests.terms.verdicts import Rows

ANSWERS = {"1": 1, "0": 0, ".": None}


def cases(count: int, first: int = 1) -> tuple[str, ...]:
    return tuple(f"c{number}" for number in range(first, first + count))


def named(domain: str, *people: str, first: int = 1) -> Ballots:
    """Return named ballots, a word of answers for each person."""
    return Ballots(
        {
            f"{domain}{number}": {
                case: ANSWERS[one] for case, one in zip(cases(len(row), first), row, strict=True) if one != "-"
            }
            for number, row in enumerate(people, 1)
        }
    )


def tally(*counts: tuple[int, int, int]) -> Ballots:
    return Ballots(tally={case: Counts(*one) for case, one in zip(cases(len(counts)), counts, strict=True)})


def tallied(ballots: Ballots, of: int) -> Ballots:
    """Return the tally that these ballots make."""
    return Ballots(tally={case: ballots.counts(case) for case in cases(of)})


def term(
    domains: dict[str, Ballots],
    of: int = 6,
    *,
    name: str = "governance",
    pools: tuple[tuple[str, ...], ...] = (),
    senses: tuple[WrittenSense, ...] = (),
) -> TermMaterial:
    return TermMaterial(name, cases(of), domains, senses, pools)


def sense(name: str, domain: str, **codes: str) -> WrittenSense:
    return WrittenSense(name, domain, {facet: FacetAnswer(code) for facet, code in codes.items()})


def from_rows(room: dict[str, Rows]) -> TermMaterial:
    """Return drawn verdicts as a room's; nobody is there who was not asked."""
    width = next((len(row) for rows in room.values() for row in rows), 0)
    ballots = {
        domain: Ballots({f"{domain}{at}": dict(zip(cases(width), row, strict=True)) for at, row in enumerate(rows)})
        for domain, rows in room.items()
    }
    return TermMaterial("drawn", cases(width), ballots)
