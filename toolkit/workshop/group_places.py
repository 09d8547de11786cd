"""A place for one more, while everybody else stays where they are."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from toolkit.workshop.group_costs import apart, same_domain, taste, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_outcome import Tables


def place_for(
    person: Guest,
    tables: Sequence[Sequence[str]],
    people: Mapping[str, Guest],
    past: Iterable[Tables] = (),
    arrangement: str = "mixed",
) -> int:
    """Return the table, counted from 0, at which somebody who comes late is best off.

    First where nobody speaks against it; mixed: a table of the fewest, where their domain is not yet and whom they have
    met least; by domain: with their own, else where people of several domains sit.
    """
    met = _met(person.id, past)

    def cost(index: int) -> tuple[int, ...]:
        table = [people[id_] for id_ in tables[index] if id_ in people]
        wishes = sum(apart(person, other) for other in table) - sum(together(person, other) for other in table)
        own = sum(same_domain(person, other) for other in table)
        again = sum(met.get(other.id, 0) for other in table)
        if arrangement == "domain":
            mixed = len({other.domain or other.id for other in table}) > 1
            return wishes, not own, not mixed if not own else 0, len(tables[index]), index
        return wishes, len(tables[index]), own, again, sum(taste(person, other) for other in table), index

    return min(range(len(tables)), key=cost)


def _met(person: str, past: Iterable[Tables]) -> dict[str, int]:
    """Return how often somebody has sat with each other person."""
    met: dict[str, int] = {}
    for table in chain.from_iterable(past):
        if person in table:
            for other in table:
                met[other] = met.get(other, 0) + 1
    return met
