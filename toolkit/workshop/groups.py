"""Who sits with whom: tables for one round or several, mixed across domains or each domain with its own.

Pure: people, what must hold, a seed and how much work may be spent go in; tables of ids come out, with what could not
be had.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Literal

from toolkit.workshop.group_costs import Guest
from toolkit.workshop.group_domain import domain_rounds
from toolkit.workshop.group_mixed import mixed_rounds
from toolkit.workshop.group_outcome import Groups, Tables, outcome
from toolkit.workshop.group_places import place_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

__all__ = ["ARRANGEMENTS", "BUDGET", "Arrangement", "Groups", "Guest", "arrange", "with_latecomer", "without"]

Arrangement = Literal["mixed", "domain"]
ARRANGEMENTS: tuple[Arrangement, ...] = ("mixed", "domain")

BUDGET = 8_000_000
"""Swaps that may be weighed: two to three seconds of a slow laptop's time, spent only where the best is not found."""


def arrange(
    people: Iterable[Guest],
    *,
    size: int | None = None,
    number: int | None = None,
    rounds: int = 1,
    arrangement: Arrangement = "mixed",
    seed: int = 0,
    budget: int = BUDGET,
    past: Sequence[Tables] = (),
) -> Groups:
    """Return tables for several rounds; the same for the same arguments, on any machine.

    `mixed` keeps wishes, then puts different domains at a table, then lets no pair meet twice, then spreads languages
    and roles; sizes differ by one at most. `domain` gives each domain tables of its own, as even as can be; people who
    are the only one of their domain sit together and are still counted apart. Nobody sits alone who need not.

    Args:
        people: Those who are here, in any order.
        size: How many sit at a table at most; where people sit in twos, also three, so that nobody sits alone; or
        number: how many tables there are, of two people at least. One of the two is given.
        rounds: How many times people sit down anew.
        arrangement: `mixed` or `domain`.
        seed: Which of the many equally good seatings.
        budget: How much work may be spent, in swaps weighed.
        past: Rounds that have been: who met in them has met.

    Raises:
        ValueError: Nobody is here, or a number is below one.
    """
    here = _checked(people, size, number, rounds)
    random = Random(seed)  # noqa: S311 - chance that can be had again
    random.shuffle(here)
    if arrangement == "domain":
        found = domain_rounds(here, size, number, rounds, random, budget, past)
    else:
        found = mixed_rounds(here, tables_for(len(here), size, number), rounds, random, budget, past)
    made = [tuple(tuple(sorted(here[i].id for i in group)) for group in groups) for groups in found]
    return outcome(made, {person.id: person for person in here}, past, arrangement)


def tables_for(people: int, size: int | None, number: int | None = None) -> int:
    """Return how many mixed tables there are: so few that nobody sits alone, unless one at a table is asked for."""
    if size == 1:
        return people
    wanted = number if number is not None else -(-people // (size or 1))
    return min(wanted, max(1, people // 2))


def _checked(people: Iterable[Guest], size: int | None, number: int | None, rounds: int) -> list[Guest]:
    """Return everybody once, in an order that does not depend on how they were given."""
    here = sorted({person.id: person for person in people}.values(), key=lambda person: person.id)
    if not here:
        raise ValueError("nobody is here to be seated")
    if (size is None) == (number is None) or min(n for n in (size, number, rounds) if n is not None) < 1:
        raise ValueError("give a size or a number of tables, and rounds, of one at least")
    return here


def with_latecomer(groups: Groups, person: Guest, people: Mapping[str, Guest], *, begun: int = 0) -> Groups:
    """Return the groups with one more person, everybody else where they were.

    Args:
        groups: Rounds as they are.
        person: Who came.
        people: Everybody by id, for what must hold.
        begun: How many of the rounds are over: in these nobody joins.
    """
    known = {**people, person.id: person}
    rounds = list(groups.rounds)
    for r in range(begun, len(rounds)):
        if any(person.id in table for table in rounds[r]):
            continue
        place = place_for(person, rounds[r], known, rounds[:r] + rounds[r + 1 :], groups.arrangement)
        rounds[r] = tuple((*table, person.id) if t == place else table for t, table in enumerate(rounds[r]))
    return outcome(rounds, known, groups.past, groups.arrangement)


def without(groups: Groups, gone: Collection[str], people: Mapping[str, Guest]) -> Groups:
    """Return the groups without people who left, everybody else where they were."""
    rounds = [tuple(tuple(id_ for id_ in table if id_ not in gone) for table in tables) for tables in groups.rounds]
    return outcome(rounds, people, groups.past, groups.arrangement)
