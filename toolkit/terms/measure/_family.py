"""All pairs of a term's domains at once: fifteen pairs of six domains give chance fifteen occasions."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, combinations
from math import inf, sqrt
from operator import mul
from typing import TYPE_CHECKING

from toolkit.terms.measure._evidence import filled, means, share_reaching
from toolkit.terms.measure._extension import ENOUGH, Mismatch, of_rows
from toolkit.terms.measure._formula import share, square
from toolkit.terms.measure._rows import YES, Rows, columns, rows_of, width_of
from toolkit.terms.measure._splits import Group, dealt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUIET = 1e-6
"""A room in which nobody disagrees within a domain is taken to be this noisy, lest a number be divided by 0."""


def mismatch_family(
    domains: Mapping[str, Sequence[Sequence[int | None]]], *, seed: int = 0
) -> dict[tuple[str, str], Mismatch]:
    """Return the mismatch of all pairs of domains, in the mapping's order, each with p and `p_adjusted`.

    `p_adjusted` is the share of randomly dealt rooms in which any pair stands out as much as this one. All people are
    dealt anew over the domains, sizes kept. How much a pair stands out is its mismatch over how far chance lets it
    stray, which is more for small domains and for noisy rooms: as in Tukey's studentised range, the noise is that
    within the domains of the dealt room. Undivided mismatches let pairs of small domains hide the others; and a room
    that is dealt anew mixes domains that do differ, so that its mismatches alone stray more than the real ones can.
    In `bench/thresholds.py` the divided statistic finds most.

    Domains in which fewer than four people said yes or no stay out of the dealing, and their pairs have no
    `p_adjusted`. Nor has a single pair, which has nothing to be adjusted for.

    Args:
        domains: Each domain's people, as for `mismatch`.
        seed: For drawing.

    Raises:
        ValueError: Rows are of unequal length, or hold something else.
    """
    width = width_of(*domains.values())
    rows = {name: rows_of(people, width, name) for name, people in domains.items()}
    adjusted = _by_pair(rows, width, seed)
    return {
        (a, b): replace(of_rows(rows[a], rows[b], width, seed), p_adjusted=adjusted.get(frozenset((a, b))))
        for a, b in combinations(rows, 2)
    }


def _by_pair(rows: Mapping[str, Rows], width: int, seed: int) -> dict[frozenset[str], float | None]:
    """Return p_adjusted by pair, of domains in an order that does not depend on the mapping's."""
    room = sorted((name for name in rows if len(rows[name]) >= ENOUGH), key=lambda name: (len(rows[name]), rows[name]))
    if len(room) < 3:
        return {}
    adjusted = _adjusted(tuple(rows[name] for name in room), width, seed)
    return dict(zip(map(frozenset, combinations(room, 2)), adjusted, strict=True))


@lru_cache(maxsize=64)
def _adjusted(room: tuple[Rows, ...], width: int, seed: int) -> tuple[float | None, ...]:
    """Return p_adjusted of all pairs in order; None for those without a comparable case."""
    people = columns(tuple(chain.from_iterable(room)), width)
    groups = [Dealt(people, group) for group in dealt(tuple(map(len, room)), seed)]
    scaled = scaled_mismatches(groups)
    quiet = [1 / one for one in noise(groups)]
    largest = list(map(mul, map(max, *scaled), quiet))
    return tuple(None if one[0] == -inf else share_reaching(one[0] * quiet[0], largest) for one in scaled)


def scaled_mismatches(groups: Sequence[Dealt]) -> list[list[float]]:
    """Return for each pair of groups its mismatch over `stray`, in every room."""
    found = []
    for a, b in combinations(groups, 2):
        scale = 1 / stray(a.size, b.size)
        found.append([scale * one for one in a.mismatches(b)])
    return found


def noise(groups: Sequence[Dealt]) -> list[float]:
    """Return half the chance that two people of one group disagree, over all groups, in every room."""
    people = sum(group.size for group in groups)
    parts = zip(*(group.weighted_within() for group in groups), strict=True)
    return [max(QUIET, sum(part) / people) for part in parts]


def stray(a: int, b: int) -> float:
    """Return how far chance lets the mismatch of a pair stray, by its sizes alone.

    For a and b people who all answer a case with the same chance of yes, the mismatch is a sum of products of
    independent deviations, of variance 2 (p (1 - p))^2 [1 / a (a - 1) + 1 / b (b - 1) + 2 / a b]. What all pairs of a
    room share is left out.
    """
    return sqrt(1 / (a * (a - 1)) + 1 / (b * (b - 1)) + 2 / (a * b))


class Dealt:
    """What one group says in every room that was dealt."""

    def __init__(self, cases: Sequence[bytes], group: Group) -> None:
        self.size = group.size
        counted = [_estimates(column, group) for column in cases]
        self._shares = [shares for shares, _ in counted]
        self._squares = [squares for _, squares in counted]
        self._squared = list(map(sum, zip(*self._squares, strict=True)))

    def mismatches(self, other: Dealt) -> list[float]:
        """Return the mismatch of two groups in every room: the mean over cases of `difference`, multiplied out."""
        cases = len(self._shares)
        products = map(sum, zip(*map(partial(map, mul), self._shares, other._shares), strict=True))
        found = [(x + y - 2 * z) / cases for x, y, z in zip(self._squared, other._squared, products, strict=True)]
        return filled(found, partial(self._differences, other))

    def weighted_within(self) -> list[float]:
        """Return half the chance that two people of the group disagree, times its size, in every room."""
        halves = [[p - x for p, x in zip(*one, strict=True)] for one in zip(self._shares, self._squares, strict=True)]
        return [self.size * max(0.0, one) for one in means(halves)]

    def _differences(self, other: Dealt, room: int) -> Iterator[float]:
        for x, y, p, q in zip(self._squares, other._squares, self._shares, other._shares, strict=True):
            yield x[room] + y[room] - 2 * p[room] * q[room]


def _estimates(column: bytes, group: Group) -> tuple[list[float], list[float]]:
    """Return the share of yes of a case and its square, as estimated from what the group said in every room."""
    keys = group.counted(column)
    step = 1 + column.count(YES)
    judged = {key: (key % step, group.size - key // step) for key in set(keys)}
    shares = {key: share(*one) for key, one in judged.items()}
    squares = {key: square(*one) for key, one in judged.items()}
    return list(map(shares.__getitem__, keys)), list(map(squares.__getitem__, keys))
