"""What is left of an afternoon, cut into stretches that each have to fit: up to a locked start, or to the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.allot import GRAIN
from toolkit.workshop.loss import BREAK_WEIGHT, WEIGHTS, Piece
from toolkit.workshop.projection import Progress, Projection, days_off, project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.plan import Block, Plan, PlannedStep
    from toolkit.workshop.projection import BlockTimes, StepTimes

BREAK_FLOOR = 10 * 60
"""Seconds that a break keeps: a queue at the door and the kettle take as long. A shorter one stays as it is."""
KEEP, FIRST = "keep", "first-to-go"


@value()
class Part:
    """What is left of one block."""

    block: str
    title: str
    pieces: tuple[Piece, ...]
    droppable: bool = False
    """Whether the whole of it may go."""


@value()
class Stretch:
    """Blocks that follow each other without waiting, and the instant by which they must be over."""

    parts: tuple[Part, ...]
    start: int
    until: int
    lock: str = ""
    """The block whose locked start ends it; nothing for the workshop's end."""
    slack: int = 0
    """Milliseconds of waiting that were planned at its end."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All steps in it."""
        return tuple(piece for part in self.parts for piece in part.pieces)

    def need(self, start: int | None = None) -> int:
        """Return how many grains must be freed for it to fit, if it starts at `start`; below 0, how many are spare."""
        over = (self.start if start is None else start) + sum(piece.rest for piece in self.pieces) - self.until
        return -(-over // (GRAIN * 1000))


def hard_end(plan: Plan, progress: Progress, now: int) -> int:
    """Return the instant of the hard end in force: the planned one, or the one it was moved to."""
    ends = plan.ends if progress.agreed.ends is None else max(plan.ends, progress.agreed.ends)
    return plan.at(ends, days_off(plan, progress, now))


def latest_end(plan: Plan, progress: Progress, now: int) -> int:
    """Return the instant beyond which the end may not move."""
    latest = plan.ends if plan.ends_latest is None else plan.ends_latest
    return max(hard_end(plan, progress, now), plan.at(latest, days_off(plan, progress, now)))


def stretches(plan: Plan, progress: Progress, now: int, end: int) -> list[Stretch]:
    """Return what is left, up to each locked start that can still be met and then up to `end`.

    A start that was locked to a time that has passed divides nothing: what it was to hold is lost already.
    """
    projection = project(plan, progress, now)
    days = days_off(plan, progress, now)
    at = now if progress.started is not None else max(now, plan.at(plan.starts, days))
    found: list[Stretch] = []
    parts: list[Part] = []
    planned_before = plan.at(plan.starts, days)
    for block, times in zip(plan.blocks, projection.blocks, strict=True):
        lock = None if block.at is None else plan.at(block.at, days)
        if times.stage in ("now", "ahead"):
            if lock is not None and times.stage == "ahead" and lock >= at:
                slack = max(0, lock - planned_before)
                found.append(Stretch(tuple(parts), at, lock, block.id, slack))
                parts, at = [], lock
            parts.append(_part(block, times, projection, progress))
        planned_before = times.planned_end
    found.append(Stretch(tuple(parts), at, end))
    return found


def _part(block: Block, times: BlockTimes, projection: Projection, progress: Progress) -> Part:
    by_id = {step.id: step for step in projection.steps}
    left = [(step, by_id[step.id]) for step in block.steps if by_id[step.id].stage in ("now", "ahead")]
    pieces = [_piece(block, step, t) for step, t in left]
    if block.at is not None and times.stage == "ahead":
        # Somebody arranged a time for it: something of it happens then.
        pieces[:1] = [replace(piece, droppable=False) for piece in pieces[:1]]
    untouched = times.stage == "ahead" and not any(step.id in progress.spans for step in block.steps)
    gone = block.priority == FIRST or all(step.cut == "drop" for step, _ in left)
    whole = untouched and gone and block.at is None and block.priority != KEEP and block.kind != "break"
    return Part(block.id, block.title, tuple(pieces), whole)


def _piece(block: Block, step: PlannedStep, times: StepTimes) -> Piece:
    used = -(-times.elapsed // 1000)
    allotted = times.allotted // 1000
    shortest = step.shortest
    if block.kind == "break":
        shortest = max(shortest, min(BREAK_FLOOR, step.seconds))
    free = block.priority != KEEP and step.cut != "never"
    return Piece(
        step=step.id,
        block=block.id,
        allotted=allotted,
        planned=step.seconds,
        least=max(shortest, used),
        most=max(step.longest, allotted),
        rest=max(0, times.allotted - times.elapsed),
        weight=BREAK_WEIGHT if block.kind == "break" else WEIGHTS.get(block.priority, WEIGHTS["normal"]),
        shortest=shortest,
        longest=step.longest,
        touchable=free and times.elapsed <= times.allotted,
        droppable=free and step.cut == "drop" and times.stage == "ahead" and not used and block.kind != "break",
        marked=step.cut == "drop",
    )


def waiting(found: list[Stretch]) -> Iterator[int]:
    """Yield the milliseconds by which each stretch would be over early."""
    for stretch in found:
        yield max(0, stretch.until - stretch.start - sum(piece.rest for piece in stretch.pieces))
