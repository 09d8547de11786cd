"""Tables for each domain by itself, for work on what a word means there."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from toolkit.workshop.group_costs import AGAIN, DOMAIN, WISH, apart, prices, same_domain
from toolkit.workshop.group_search import Round, Seating, Trouble, improve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_outcome import Tables


LEAST_TO_SPLIT = 4


def domain_rounds(
    people: Sequence[Guest],
    size: int | None,
    number: int | None,
    rounds: int,
    random: Random,
    budget: int,
    past: Sequence[Tables] = (),
) -> list[Round]:
    """Return rounds in which each table is of one domain, and the only ones of their domain sit together.

    Nobody sits alone who need not: a table has one more than `size` where a domain of an odd number sits in twos.
    """
    seats = size if size is not None else _size_for(people, number or 1)
    parts = _parts(people, seats)
    part_of = {person: p for p, part in enumerate(parts) for person in part}
    dealt_out = [dealt(part, _tables_for([people[person] for person in part], seats)) for part in parts]
    settled = {person for part in dealt_out if len(part) == 1 for person in part[0]}
    tables = [table for part in dealt_out for table in part]
    if len(settled) == len(people):
        return [tables] * rounds
    price = prices(people, past)
    for i, row in enumerate(price):
        for j in range(len(row)):
            if part_of[i] != part_of[j]:
                row[j] += WISH * len(people)  # nobody is moved to another domain's table, whatever they wish
            elif i != j and same_domain(people[i], people[j]):
                row[j] -= DOMAIN  # this is what is asked for, and no reason to look for another place
    seating = Seating([tables] * rounds, price, AGAIN)
    trouble = Trouble([part_of[i] for i in range(len(people))], 0, len(tables), {}, settled)
    return improve(seating, trouble, 0, AGAIN // 2, budget, random)


def _tables_for(part: Sequence[Guest], seats: int) -> int:
    """Return how many tables a domain has; two at least where somebody is to be kept apart. Nobody ends up alone."""
    needed = -(-len(part) // seats)
    if seats > 1:  # else it is asked for that everybody sits alone
        needed = min(needed, max(1, len(part) // 2))
    if needed == 1 and len(part) >= LEAST_TO_SPLIT and any(apart(a, b) for a, b in combinations(part, 2)):
        return 2
    return needed


def dealt(people: Sequence[int], tables: int) -> Round:
    """Return people dealt out like cards."""
    return [list(people[t::tables]) for t in range(tables)]


def _parts(people: Sequence[Guest], seats: int) -> list[list[int]]:
    """Return the people of each domain; last, all who are the only one of theirs or have declared none.

    Where that is one person, they join a domain instead of sitting alone.
    """
    by_domain: dict[str, list[int]] = {}
    for i, person in enumerate(people):
        by_domain.setdefault(person.domain, []).append(i)
    singles = by_domain.pop("", [])
    parts = []
    for _, part in sorted(by_domain.items()):
        if len(part) == 1:
            singles += part
        else:
            parts.append(part)
    if len(singles) == 1 and parts:
        single = singles[0]
        host = min(parts, key=lambda part: _hosting(people[single], [people[i] for i in part], seats))
        host.append(single)
    elif singles:
        parts.append(singles)
    return parts


def _hosting(single: Guest, part: Sequence[Guest], seats: int) -> tuple[bool, bool, int, int]:
    """Return what speaks against a domain taking somebody in: a wish, too large a table, one more table, its size."""
    before, after = _tables_for(part, seats), _tables_for([*part, single], seats)
    return any(apart(single, other) for other in part), len(part) + 1 > after * seats, after - before, len(part)


def _size_for(people: Sequence[Guest], number: int) -> int:
    """Return the smallest size at which there are no more than `number` tables; else one table for each domain."""
    for size in range(2, len(people)):
        parts = ([people[i] for i in part] for part in _parts(people, size))
        if sum(_tables_for(part, size) for part in parts) <= number:
            return size
    return len(people)
