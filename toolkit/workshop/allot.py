"""Give each step of a block its share of the block's minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GRAIN = 30
"""Steps are planned in half minutes."""


def allot(steps: Sequence[tuple[float, float, float]], minutes: float | None) -> list[int]:
    """Return the planned seconds of each step, in multiples of 30 that add up to `minutes`.

    Without `minutes` each step gets its ideal. With fewer, every step gives up the same share of what lies between
    its ideal and its shortest; with more, it gains the same share of what lies between its ideal and its longest.
    Beyond those, all steps shrink or grow in proportion: the facilitator's number wins over the exercise's.

    Args:
        steps: Shortest, ideal and longest minutes of each step.
        minutes: What the agenda gives the block, or None.
    """
    low, ideal, high = (sum(step[i] for step in steps) for i in range(3))
    target = ideal if minutes is None else minutes
    if target <= low:
        shares = [step[0] * target / low for step in steps]
    elif target >= high:
        shares = [step[2] * target / high for step in steps]
    elif target <= ideal:
        shares = [_between(step[1], step[0], (ideal - target) / (ideal - low)) for step in steps]
    else:
        shares = [_between(step[1], step[2], (target - ideal) / (high - ideal)) for step in steps]
    return _in_grains([share * 60 for share in shares], round(target * 60))


def _between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _in_grains(seconds: list[float], total: int) -> list[int]:
    """Round to whole grains, largest remainders first, so that the sum stays; the last odd seconds go to the last."""
    grains = [int(value // GRAIN) for value in seconds]
    spare = max(0, total // GRAIN - sum(grains))
    by_remainder = sorted(range(len(seconds)), key=lambda i: grains[i] * GRAIN - seconds[i])
    for i in by_remainder[:spare]:
        grains[i] += 1
    parts = [grain * GRAIN for grain in grains]
    parts[-1] += total - sum(parts)
    return parts
