"""What speaks against two people sitting together, as one number, so that a search can weigh it.

Each kind outweighs all that come after it: wishes to sit apart or together; two of one domain; meeting again; nobody
to talk to, the same role, the same languages.
"""

from __future__ import annotations

from dataclasses import field
from itertools import combinations
from typing import TYPE_CHECKING

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WISH = 10**10
"""Somebody sits with a person they are to be kept from, or without one they are to be kept with."""
DOMAIN = 10**7
AGAIN = 10**4
NO_LANGUAGE = 4
SAME_ROLE = 2
SAME_LANGUAGES = 1


@value()
class Guest:
    """Somebody to be seated. What is said of them here stays between the facilitator and the roster."""

    id: str
    domain: str = ""
    """Empty where none is declared: such people count as different from everybody."""
    role: str = ""
    languages: tuple[str, ...] = ()
    keep_apart: frozenset[str] = field(default_factory=frozenset)
    """Ids of people whom this one must not sit with."""
    keep_together: frozenset[str] = field(default_factory=frozenset)


def same_domain(one: Guest, other: Guest) -> bool:
    """Tell whether two people have declared the same domain."""
    return one.domain == other.domain != ""


def apart(one: Guest, other: Guest) -> bool:
    """Tell whether one of the two is to be kept from the other."""
    return other.id in one.keep_apart or one.id in other.keep_apart


def together(one: Guest, other: Guest) -> bool:
    """Tell whether one of the two is to sit with the other, and nothing speaks against it."""
    return (other.id in one.keep_together or one.id in other.keep_together) and not apart(one, other)


def no_language(one: Guest, other: Guest) -> bool:
    """Tell whether two people, of both of whom languages are known, have none in common."""
    return bool(one.languages and other.languages) and not set(one.languages) & set(other.languages)


def taste(one: Guest, other: Guest) -> int:
    """Return what speaks against two people at one table besides wishes, domains and having met."""
    cost = NO_LANGUAGE if no_language(one, other) else 0
    if one.role and one.role.casefold() == other.role.casefold():
        cost += SAME_ROLE
    if one.languages and set(one.languages) == set(other.languages):
        cost += SAME_LANGUAGES
    return cost


def prices(people: Sequence[Guest], past: Iterable[Sequence[Sequence[str]]] = ()) -> list[list[int]]:
    """Return, for each pair of people, what it costs that they sit together once more."""
    index = {person.id: i for i, person in enumerate(people)}
    price = [[0] * len(people) for _ in people]
    for i, j in combinations(range(len(people)), 2):
        price[i][j] = price[j][i] = _price(people[i], people[j])
    for tables in past:
        for table in tables:
            for a, b in combinations([index[id_] for id_ in table if id_ in index], 2):
                price[a][b] += AGAIN
                price[b][a] += AGAIN
    return price


def _price(one: Guest, other: Guest) -> int:
    cost = taste(one, other)
    if same_domain(one, other):
        cost += DOMAIN
    if apart(one, other):
        cost += WISH
    elif together(one, other):
        cost -= WISH
    return cost
