"""Who takes which place of a design, so that people of one domain have places that never meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.workshop.group_costs import WISH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from toolkit.workshop.group_designs import Design


def label(
    design: Design,
    domains: Sequence[int],
    price: Sequence[Sequence[int]],
    empty: int,
    random: Random,
    budget: int,
) -> list[int]:
    """Return the person in each place; numbers from the number of people up are empty places.

    Domains fill the sets of places that never meet, the largest first; then people change places, whenever that is
    cheaper, until nothing is, or `budget` prices have been looked up.
    """
    people, places = len(domains), len(domains) + empty
    price = [[*row, *[0] * empty] for row in price] + [
        [0] * people + [WISH * (i != j) for j in range(empty)] for i in range(empty)
    ]  # two empty places at one table would make it two short
    domains = [*domains, *[-1] * empty]
    placed = _filled(design, domains)
    meets: list[list[int]] = [[] for _ in range(places)]
    for groups in design.rounds:
        for group in groups:
            for place in group:
                meets[place] += [other for other in group if other != place]
    return _settled(placed, meets, price, random, budget)


def _filled(design: Design, domains: Sequence[int]) -> list[int]:
    """Return people put into sets of places that never meet, a domain after the other."""
    by_domain: dict[int, list[int]] = {}
    for person, domain in enumerate(domains):
        by_domain.setdefault(domain, []).append(person)
    left = [list(places) for places in design.apart]
    placed = [0] * len(domains)
    for members in sorted(by_domain.values(), key=len, reverse=True):
        waiting = list(members)
        while waiting:
            fitting = [places for places in left if len(places) >= len(waiting)]
            places = min(fitting, key=len) if fitting else max(left, key=len)
            taken = places[: len(waiting)]
            del places[: len(waiting)]
            for place in taken:
                placed[place] = waiting.pop()
    return placed


def _settled(
    placed: list[int], meets: list[list[int]], price: list[list[int]], random: Random, budget: int
) -> list[int]:
    """Return the labels after changing places for as long as that saves anything."""
    order = list(range(len(placed)))
    moved = True
    while moved and budget > 0:
        moved = False
        random.shuffle(order)
        for i, a in enumerate(order):
            if not _cost(a, placed[a], placed, meets, price):
                continue
            for b in order[:i] + order[i + 1 :]:
                budget -= len(meets[a]) + len(meets[b])
                if _saved(a, b, placed, meets, price) > 0:
                    placed[a], placed[b] = placed[b], placed[a]
                    moved = True
            if budget <= 0:
                break
    return placed


def _saved(a: int, b: int, placed: list[int], meets: list[list[int]], price: list[list[int]]) -> int:
    before = _cost(a, placed[a], placed, meets, price) + _cost(b, placed[b], placed, meets, price)
    placed[a], placed[b] = placed[b], placed[a]
    after = _cost(a, placed[a], placed, meets, price) + _cost(b, placed[b], placed, meets, price)
    placed[a], placed[b] = placed[b], placed[a]
    return before - after


def _cost(place: int, person: int, placed: list[int], meets: list[list[int]], price: list[list[int]]) -> int:
    row = price[person]
    return sum(row[placed[other]] for other in meets[place])
