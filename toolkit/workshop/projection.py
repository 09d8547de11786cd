"""Where the afternoon will end, from the plan and what has happened: the one function behind every front end."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.workshop.plan import Block, Plan

Stage = Literal["ahead", "now", "done", "skipped", "dropped"]
Pace = Literal["ahead", "last-fifth", "last-twentieth", "over"]


@value()
class Agreed:
    """What re-planning changed: the latest agreement, whole, so that none before it needs to be known."""

    seconds: Mapping[str, int] = field(default_factory=dict)
    """What each step is allotted now; one that is not in it keeps its planned length."""
    dropped: tuple[str, ...] = ()
    """Steps that the room will not do; one that it has been in nevertheless is not dropped."""
    ends: int | None = None
    """The hard end that was moved, in minutes after midnight."""
    ends_at: int | None = None
    """The instant at which the workshop was to end when this was agreed: behind is counted from there."""


@value()
class Progress:
    """What has happened, in instants and milliseconds."""

    step: str | None = None
    """Where the room is; None before the first step and after the last."""
    started: int | None = None
    finished: int | None = None
    paused: bool = False
    elapsed: Mapping[str, int] = field(default_factory=dict)
    """Time spent in each step, without pauses, up to the instant asked about."""
    extra: Mapping[str, int] = field(default_factory=dict)
    """Time that the facilitator added to a step (or took away)."""
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """When each step was first entered and last left (or the instant asked about, for the current one)."""
    agreed: Agreed = field(default_factory=Agreed)


@value()
class StepTimes:
    """One step: what was planned, what is allowed now, what was used."""

    id: str
    stage: Stage
    planned: int
    allotted: int
    """Planned, or what re-planning gave it, with what the facilitator added since."""
    elapsed: int


@value()
class BlockTimes:
    """One block: when it was planned, and when it was or will be."""

    id: str
    stage: Stage
    planned_start: int
    planned_end: int
    start: int
    end: int
    late: int
    """How far its start falls behind a locked start; 0 without one."""


@value()
class Projection:
    """Where the workshop stands at one instant."""

    now: int
    blocks: tuple[BlockTimes, ...]
    steps: tuple[StepTimes, ...]
    planned_end: int
    """The end of the agenda as it was planned; once it was re-planned, the end that was agreed then."""
    ends_at: int
    current: StepTimes | None

    @property
    def behind(self) -> int:
        """Projected end minus planned end: negative when ahead. Slack before locked starts is absorbed."""
        return self.ends_at - self.planned_end

    @property
    def elapsed(self) -> int | None:
        """Time spent in the current step."""
        return self.current.elapsed if self.current else None

    @property
    def remaining(self) -> int | None:
        """Time left in the current step, negative when over."""
        return self.current.allotted - self.current.elapsed if self.current else None

    @property
    def pace(self) -> Pace:
        """How much of the current step is left, in the words of the clock."""
        if self.current is None or self.remaining is None:
            return "ahead"
        return pace(self.remaining, self.current.allotted)


def pace(remaining: int, allotted: int) -> Pace:
    """Return the clock's state: the last fifth and the last twentieth of a step are said, and going over."""
    if remaining < 0:
        return "over"
    if remaining * 20 <= allotted:
        return "last-twentieth"
    return "last-fifth" if remaining * 5 <= allotted else "ahead"


def project(plan: Plan, progress: Progress, now: int) -> Projection:
    """Return where the workshop stands and will end, if every later step takes what it is allotted.

    A locked start is never moved forward: time before it is slack, which delays eat first. A block that was passed
    over or dropped takes no time. A step that was left and not finished keeps only its rest.
    """
    steps = tuple(_steps(plan, progress))
    by_id = {step.id: step for step in steps}
    days = days_off(plan, progress, now)
    planned = _planned(plan, days)
    blocks = tuple(_blocks(plan, progress, by_id, planned, days, now))
    ends_at = progress.finished if progress.finished is not None else max((b.end for b in blocks), default=now)
    planned_end = planned[-1][1] if planned else plan.at(plan.starts, days)
    return Projection(
        now=now,
        blocks=blocks,
        steps=steps,
        planned_end=planned_end if progress.agreed.ends_at is None else progress.agreed.ends_at,
        ends_at=ends_at,
        current=by_id.get(progress.step or ""),
    )


def days_off(plan: Plan, progress: Progress, now: int) -> int:
    """Return how many days after its date the workshop is carried out."""
    if progress.started is not None:
        return plan.days_off(progress.started)
    return max(0, plan.days_off(now))


def _steps(plan: Plan, progress: Progress) -> Iterable[StepTimes]:
    here = plan.position(progress.step) if progress.step else -1
    over = progress.finished is not None
    agreed = progress.agreed
    for index, step in enumerate(plan.steps):
        elapsed = progress.elapsed.get(step.id, 0)
        stage: Stage = "ahead"
        if index == here:
            stage = "now"
        elif step.id in agreed.dropped and step.id not in progress.spans:
            stage = "dropped"
        elif over or index < here:
            stage = "done" if step.id in progress.spans else "skipped"
        given = agreed.seconds[step.id] * 1000 if step.id in agreed.seconds else step.milliseconds
        allotted = max(0, given + progress.extra.get(step.id, 0))
        yield StepTimes(step.id, stage, step.milliseconds, allotted, elapsed)


def _planned(plan: Plan, days: int) -> list[tuple[int, int]]:
    """Return when each block was to start and end."""
    at = plan.at(plan.starts, days)
    times = []
    for block in plan.blocks:
        start = at if block.at is None else max(at, plan.at(block.at, days))
        at = start + block.milliseconds
        times.append((start, at))
    return times


def _blocks(
    plan: Plan,
    progress: Progress,
    steps: Mapping[str, StepTimes],
    planned: list[tuple[int, int]],
    days: int,
    now: int,
) -> Iterable[BlockTimes]:
    begun = progress.started is not None
    at = now if begun else max(now, plan.at(plan.starts, days))
    for block, (planned_start, planned_end) in zip(plan.blocks, planned, strict=True):
        stage = _stage(block, steps)
        lock = None if block.at is None else plan.at(block.at, days)
        spans = [progress.spans[step.id] for step in block.steps if step.id in progress.spans]
        if stage not in ("now", "ahead"):
            start, end = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (at, at)
        else:
            earliest = at if lock is None or stage == "now" else max(at, lock)
            start = min([earliest, *(s for s, _ in spans)]) if stage == "now" else earliest
            at = end = earliest + sum(_rest(steps[step.id]) for step in block.steps)
        late = max(0, start - lock) if lock is not None and stage not in ("skipped", "dropped") else 0
        yield BlockTimes(block.id, stage, planned_start, planned_end, start, end, late)


def _stage(block: Block, steps: Mapping[str, StepTimes]) -> Stage:
    stages = {steps[step.id].stage for step in block.steps}
    if "now" in stages:
        return "now"
    order: tuple[Stage, ...] = ("ahead", "done", "skipped")
    return next((stage for stage in order if stage in stages), "dropped")


def _rest(step: StepTimes) -> int:
    """Return how much longer a step takes."""
    return max(0, step.allotted - step.elapsed) if step.stage in ("now", "ahead") else 0
