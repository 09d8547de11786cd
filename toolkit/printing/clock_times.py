"""Clock times of a plan, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.plan import Block, Plan


def clock(minutes: float) -> str:
    """Return minutes after midnight as a clock time."""
    whole = round(minutes)
    return f"{whole // 60 % 24:02d}:{whole % 60:02d}"


def minutes_words(seconds: float) -> str:
    """Return a length in minutes, with half minutes where there are any."""
    halves = round(seconds / 30)
    whole = halves // 2
    return f"{whole or ''}½" if halves % 2 else str(whole)


def block_times(plan: Plan) -> Iterator[tuple[Block, float]]:
    """Yield each block with its planned start, in minutes after midnight; a locked start is waited for."""
    at = float(plan.starts)
    for block in plan.blocks:
        at = max(at, block.at) if block.at is not None else at
        yield block, at
        at += block.milliseconds / 60_000
