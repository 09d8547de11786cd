"""Tables for each domain by itself, for work on what a word means there."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from toolkit.workshop.group_costs import AGAIN, WISH, apart, prices
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
    """Return rounds in which each table is of one domain, and the only ones of their domain sit together."""
    parts = _parts(people)
    seats = size if size is not None else _size_for([len(part) for part in parts], number or 1)
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
    seating = Seating([tables] * rounds, price, AGAIN)
    trouble = Trouble([part_of[i] for i in range(len(people))], 0, len(tables), {}, settled)
    return improve(seating, trouble, 0, AGAIN // 2, budget, random)


def _tables_for(part: Sequence[Guest], seats: int) -> int:
    """Return how many tables a domain has; two at least where somebody is to be kept apart and nobody ends up alone."""
    needed = -(-len(part) // seats)
    if needed == 1 and len(part) >= LEAST_TO_SPLIT and any(apart(a, b) for a, b in combinations(part, 2)):
        return 2
    return needed


def dealt(people: Sequence[int], tables: int) -> Round:
    """Return people dealt out like cards."""
    return [list(people[t::tables]) for t in range(tables)]


def _parts(people: Sequence[Guest]) -> list[list[int]]:
    """Return the people of each domain; last, all who are the only one of theirs or have declared none."""
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
    if len(singles) == 1 and parts:  # nobody is left to sit alone
        min(parts, key=len).extend(singles)
    elif singles:
        parts.append(singles)
    return parts


def _size_for(parts: Sequence[int], number: int) -> int:
    """Return the smallest size at which there are no more than `number` tables; else one table for each domain."""
    for size in range(1, max(parts) + 1):
        if sum(-(-part // size) for part in parts) <= number:
            return size
    return max(parts)
