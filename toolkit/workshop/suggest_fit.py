"""Minutes and breaks for a row of exercises, so that they fill the time and nobody sits for more than 90 minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.library.exercise import Exercise

STRETCH = 90
"""Minutes without a break, at most."""
BREAK = 15
SOON = 40
"""Minutes after which a break is not yet wanted."""
STEPS = 40
"""How finely lengths are tried between shortest and ideal, and between ideal and longest."""


@dataclass(frozen=True)
class Fitted:
    """An exercise with its minutes, or a break."""

    exercise: Exercise | None
    minutes: int
    since: int = 0
    """Before a break: minutes since the one before."""


def fit(exercises: Sequence[Exercise], minutes: int) -> list[Fitted] | None:
    """Return the exercises with breaks, as long as is good in `minutes`; None if they cannot be so short.

    All but the first and the last give up, or gain, the same share of what they have; those two keep their ideal
    length when time is short. Of all shares, the one with the most work counts, less what breaks interrupt.
    """
    ends = (0, len(exercises) - 1)
    rows = []
    for share in range(-STEPS, STEPS + 1):
        lengths = [_length(e, share / STEPS, end=i in ends) for i, e in enumerate(exercises)]
        row = _with_breaks(exercises, lengths)
        if max(lengths) <= STRETCH and sum(fitted.minutes for fitted in row) <= minutes:
            rows.append(row)
    return max(rows, key=_worth, default=None)


def _worth(row: Sequence[Fitted]) -> int:
    """Return the minutes of work, less ten for each break and more for one that comes too soon."""
    work = sum(fitted.minutes for fitted in row if fitted.exercise)
    breaks = [fitted.since for fitted in row if fitted.exercise is None]
    return work - sum(10 if since >= SOON else 35 for since in breaks)


def _length(exercise: Exercise, share: float, *, end: bool) -> int:
    """Return the minutes of an exercise: its longest at share 1, its ideal at 0, its shortest at -1."""
    shortest, ideal, longest = exercise.minutes
    if share >= 0:
        return int(ideal + share * (longest - ideal))
    return -int(-ideal // 1) if end else -int(-(ideal + share * (ideal - shortest)) // 1)


def _with_breaks(exercises: Sequence[Exercise], lengths: Sequence[int]) -> list[Fitted]:
    row: list[Fitted] = []
    since = 0
    for exercise, length in zip(exercises, lengths, strict=True):
        if since and since + length > STRETCH:
            row.append(Fitted(None, BREAK, since))
            since = 0
        row.append(Fitted(exercise, length))
        since += length
    return row
