"""Seatings in which nobody meets anybody twice, made by arithmetic instead of search, where a size has one.

Two families. *Cyclic*: one round whose groups, turned by 1, 2, … modulo the number of rounds, give the others; the
rounds below were found by a search over all differences (`docs/decisions/0012-groups.md`). *Transversal*: over a field
of q elements, q groups of up to q for q rounds: person (i, c) sits at table c - s·i in round s.
"""

from __future__ import annotations

from string import ascii_letters
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.group_fields import Field, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.group_search import Round


@value()
class Design:
    """Rounds on places that are numbered from 0, no two of which meet twice."""

    rounds: list[Round]
    apart: list[list[int]]
    """All places, in sets within which nobody ever meets: the seats of a domain each."""


_CYCLIC = {
    (5, 3): (7, "ib ajd cem fgk hnl"),
    (6, 4): (7, "rfn ojg aul bekd cqst hipm"),
    (7, 4): (9, "nub aclz drjv etih fswm gkoq pxyA"),
    (8, 3): (11, "ku pe aon bjs chg dfv iqm ltr"),
    (9, 3): (13, "ra bgp cex dnk fsu hto imj lqw vzy"),
    (9, 4): (11, "aoy dwv Btc bfku eFEA gslj hizC mxrG npqD"),
    (10, 3): (14, "pm tf aAv bog cri dhe jBl kqu nsy wzx"),
}
"""By number and size of groups: how many rounds, and the groups of the first.

A letter stands for a place that turns, in cycles as long as there are rounds; a group that is one short has a place of
its own that does not turn.
"""


def designs(groups: int, size: int, rounds: int) -> Iterator[Design]:
    """Yield designs for so many rounds of `groups` full groups of `size`, or for as many rounds as there are."""
    for made, rows in _made(groups, size):
        if rows:
            yield Design(made[:rounds], rows)
        if rounds < len(made):
            yield Design(made[:rounds], made[rounds])
        elif not rows:
            yield Design(made, [[place] for place in range(groups * size)])


def _made(groups: int, size: int) -> Iterator[tuple[list[Round], list[list[int]]]]:
    """Yield all rounds of each design for a size, with sets of places that meet in none of them."""
    if (groups, size) in _CYCLIC:
        yield _turned(*_CYCLIC[groups, size], groups * size), []
    if size <= groups and (numbers := field(groups)):
        yield _transversal(numbers, groups, size)


def _turned(rounds: int, first: str, places: int) -> list[Round]:
    """Return the first round turned 0, 1, 2, … times."""
    blocks = [[ascii_letters.index(letter) for letter in block] for block in first.split()]
    size = max(map(len, blocks))
    fixed = iter(range(sum(map(len, blocks)), places))
    own = [[next(fixed)] if len(block) < size else [] for block in blocks]

    def turn(place: int, by: int) -> int:
        cycle, position = divmod(place, rounds)
        return cycle * rounds + (position + by) % rounds

    return [
        [[turn(place, by) for place in block] + still for block, still in zip(blocks, own, strict=True)]
        for by in range(rounds)
    ]


def _transversal(numbers: Field, groups: int, size: int) -> tuple[list[Round], list[list[int]]]:
    """Return a round for each element s, in which (i, c) sits in group c - s·i; within a row i nobody has met.

    Where a row can be cut into groups, its people meet after that, in as many rounds as a row of that size has.
    """
    rounds = [
        [[i * groups + numbers.add[c][numbers.multiply[s][i]] for i in range(size)] for c in range(groups)]
        for s in range(groups)
    ]
    rows = [[i * groups + c for c in range(groups)] for i in range(size)]
    if groups % size:
        return rounds, rows
    within = max((made for made, _ in _made(groups // size, size)), key=len, default=[_cut(groups, size)])
    more = [[[row[place] for place in group] for row in rows for group in part] for part in within]
    return [*rounds, *more], []


def _cut(places: int, size: int) -> Round:
    return [list(range(start, start + size)) for start in range(0, places, size)]
