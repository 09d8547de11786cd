"""Afternoons as they went: how long the room stayed in which step, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from toolkit.workshop.plan import Block, Plan, PlannedStep
from toolkit.workshop.projection import Progress
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Sequence

Visit = tuple[str, int]
"""A step, and how many minutes the room stayed in it."""


def went(
    plan: Plan, visits: Sequence[Visit], started: int | None = None, *, idle: int = 0, finished: bool = False
) -> tuple[Progress, int]:
    """Return what has happened after `visits`, and the instant then.

    Args:
        plan: What was planned.
        visits: One after the other; the last is where the room is.
        started: The instant of the first step; the planned start otherwise.
        idle: Minutes of pause in the last step.
        finished: Whether the session was ended after the last visit.
    """
    begun = at = plan.at(plan.starts) if started is None else started
    elapsed: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for step, minutes in visits:
        elapsed[step] = elapsed.get(step, 0) + minutes * MINUTE
        first = spans[step][0] if step in spans else at
        at += minutes * MINUTE
        spans[step] = (first, at)
    at += idle * MINUTE
    return (
        Progress(
            step=None if finished else visits[-1][0],
            started=begun,
            finished=at if finished else None,
            paused=idle > 0,
            elapsed=elapsed,
            spans=spans,
        ),
        at,
    )


def _block(number: int, minutes: Sequence[int], at: int | None) -> Block:
    steps = tuple(
        PlannedStep(f"b{number}.s{n}", "step", "Step", length * 60, length * 30, length * 90)
        for n, length in enumerate(minutes, 1)
    )
    return Block(f"b{number}", "exercise", "Block", steps, at=at)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan of a few blocks, some of the later ones locked after some slack."""
    at = starts = draw(st.integers(0, 23 * 60))
    blocks = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        minutes = draw(st.lists(st.integers(1, 30), min_size=1, max_size=4))
        lock = at + draw(st.integers(0, 20)) if number > 1 and draw(st.booleans()) else None
        blocks.append(_block(number, minutes, lock))
        at = (at if lock is None else lock) + sum(minutes)
    return Plan("T", "2026-12-03", starts, at, "en", "in-person", tuple(blocks), (), timezone="UTC")


def visits(plan: Plan) -> st.SearchStrategy[list[Visit]]:
    """Draw where the room was, in any order, and for how long."""
    steps = st.sampled_from([step.id for step in plan.steps])
    return st.lists(st.tuples(steps, st.integers(0, 40)), min_size=1, max_size=10)


def on_plan(plan: Plan, minutes: int) -> list[Visit]:
    """Return the visits of an afternoon that went exactly as planned for so many minutes."""
    done: list[Visit] = []
    at, end = plan.starts, plan.starts + minutes
    for block in plan.blocks:
        if done and block.at is not None:
            waited = min(block.at, end) - at
            done[-1] = (done[-1][0], done[-1][1] + waited)
            at += waited
        for step in block.steps:
            if done and at >= end:
                return done
            stayed = min(step.seconds // 60, end - at)
            done.append((step.id, stayed))
            at += stayed
    return done
