"""How answers on a five-point scale moved between two sheets, and how far people agree before and after. Pure.

Counts are always there. A mean, a consensus or a shift of fewer than `ENOUGH` people is None: three ticks are three
ticks, and no tendency.
"""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.measure import ENOUGH, consensus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

POINTS = 5


@value()
class Spread:
    """How a group answered a statement at one time."""

    counts: tuple[int, ...]
    """How many ticked 1, 2, 3, 4, 5."""
    mean: float | None
    consensus: float | None
    """Tastle and Wierman's: 1 where all ticked the same, 0 where half ticked each end."""

    @property
    def answered(self) -> int:
        """How many ticked anything."""
        return sum(self.counts)


@value()
class Shift:
    """How those moved of whom both sheets are there."""

    pairs: int
    up: int
    same: int
    down: int
    mean: float | None
    """After minus before, on average, in points of the scale."""
    p: float | None
    """Exact sign test, two-sided: how often as many or more would move one way, were up and down equally likely."""


def spread(answers: Iterable[int]) -> Spread:
    """Return how answers from 1 to 5 spread; 0 is no answer."""
    counts = [0] * POINTS
    for answer in answers:
        if answer:
            counts[answer - 1] += 1
    total = sum(counts)
    if total < ENOUGH:
        return Spread(tuple(counts), None, None)
    mean = sum(point * count for point, count in enumerate(counts, 1)) / total
    return Spread(tuple(counts), mean, consensus(counts))


def shift(pairs: Sequence[tuple[int, int]]) -> Shift:
    """Return how answers moved from the first to the second of each pair; pairs with an empty answer are left out."""
    moves = [after - before for before, after in pairs if before and after]
    up, down = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    known = len(moves) >= ENOUGH
    return Shift(
        len(moves),
        up,
        len(moves) - up - down,
        down,
        sum(moves) / len(moves) if known else None,
        sign_test(up, down) if known else None,
    )


def sign_test(up: int, down: int) -> float:
    """Return the two-sided p of a sign test; 1 where nobody moved."""
    moved = up + down
    tail = sum(comb(moved, k) for k in range(max(up, down), moved + 1))
    return min(1.0, 2 * tail / (1 << moved))
