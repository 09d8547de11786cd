"""Days drawn at random, and how far they have come: for the rules of re-planning, which must hold on all of them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.workshop.plan import Block, Plan, PlannedStep
from toolkit.workshop.projection import Progress, project
from toolkit.workshop.proposal import with_agreed
from toolkit.workshop.replan import replan
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from random import Random

KINDS = ("exercise", "exercise", "exercise", "break", "talk", "parallel")
HALF = 30
"""Seconds."""


def how_many(usual: int) -> int:
    """Return how many days to draw: the usual number, or what REPLAN_DAYS says."""
    return int(os.environ.get("REPLAN_DAYS", usual))


def day(rng: Random, *, blocks: int = 5, steps: int = 4, minutes: int = 15, least: int = 1) -> Plan:
    """Return a plan of at least and at most so many blocks and so many steps, each of at most so many minutes."""
    at = starts = 13 * 60
    made = []
    for n in range(1, rng.randint(least, blocks) + 1):
        block = _block(rng, n, steps, minutes)
        length = -(-block.milliseconds // MINUTE)
        if n > 1 and rng.random() < 0.3:
            at += rng.randint(0, 10)
            block = replace(block, at=at)
        made.append(block)
        at += length
    ends = max(starts + 1, at + rng.randint(-3, 10))
    latest = ends + rng.randint(0, 20) if rng.random() < 0.5 else None
    return Plan("T", "2026-12-03", starts, ends, "en", "in-person", tuple(made), (), ends_latest=latest, timezone="UTC")


def _block(rng: Random, n: int, steps: int, minutes: int) -> Block:
    kind = rng.choice(KINDS)
    count = rng.randint(1, steps) if kind == "exercise" else 1
    made = tuple(_step(rng, f"b{n}.s{k}", kind, minutes) for k in range(1, count + 1))
    priority = rng.choice(("normal", "normal", "normal", "keep", "first-to-go"))
    return Block(f"b{n}", kind, f"Block {n}", made, priority=priority)


def _step(rng: Random, id_: str, kind: str, minutes: int) -> PlannedStep:
    shortest, seconds, longest = sorted(rng.randint(1, minutes * 2) * HALF for _ in range(3))
    if rng.random() < 0.1:
        seconds, shortest = shortest, seconds  # the agenda gave the exercise less than its shortest
    cut = rng.choice(("never", "shorten", "shorten", "drop")) if kind == "exercise" else "shorten"
    return PlannedStep(id_, "step", f"Step {id_}", seconds, shortest, longest, cut=cut)


def loose(rng: Random, plan: Plan) -> Plan:
    """Return a plan in which much may be dropped and nothing is locked."""
    blocks = []
    for block in plan.blocks:
        steps = tuple(replace(step, cut=rng.choice(("never", "drop", "drop"))) for step in block.steps)
        blocks.append(replace(block, kind="exercise", at=None, steps=steps))
    return plan.with_blocks(tuple(blocks))


def under_way(rng: Random, plan: Plan, *, late: int = 40) -> tuple[Progress, int]:
    """Return how far the room has come: late or early, in the middle of a step, paused, over time, or not begun."""
    if rng.random() < 0.1:
        return Progress(), plan.at(plan.starts) + rng.randint(-30, late) * MINUTE
    here = rng.randrange(len(plan.steps))
    begun = at = plan.at(plan.starts) + rng.randint(-2, late) * MINUTE
    elapsed, spans, extra = {}, {}, {}
    for n, step in enumerate(plan.steps[: here + 1]):
        if n < here and rng.random() < 0.15:
            continue  # passed over
        used = rng.randint(0, step.seconds // HALF + (6 if rng.random() < 0.3 else 0)) * HALF * 1000
        elapsed[step.id], spans[step.id] = used, (at, at + used)
        at += used
        if rng.random() < 0.1:
            extra[step.id] = rng.randint(-2, 6) * MINUTE
    idle = rng.randint(1, 10) * MINUTE if rng.random() < 0.2 else 0
    progress = Progress(plan.steps[here].id, begun, None, bool(idle), elapsed, extra, spans)
    if rng.random() < 0.2:
        progress = _agreed(rng, plan, progress, at + idle)
    return progress, at + idle


def _agreed(rng: Random, plan: Plan, progress: Progress, now: int) -> Progress:
    """Let the room have re-planned once before."""
    found = replan(plan, progress, now - rng.randint(0, 20) * MINUTE)
    return with_agreed(progress, rng.choice(found).agreed) if found else progress


def meetable(plan: Plan, progress: Progress, now: int) -> list[str]:
    """Return the blocks whose locked start lies ahead."""
    at = now if progress.started is not None else max(now, plan.at(plan.starts))
    found = []
    for block, times in zip(plan.blocks, project(plan, progress, now).blocks, strict=True):
        if block.at is not None and times.stage == "ahead" and (lock := plan.at(block.at)) >= at:
            found.append(block.id)
            at = lock
    return found


def lock_of(plan: Plan, block: str) -> int:
    """Return the locked start of a block, in minutes after midnight."""
    return next(b.at for b in plan.blocks if b.id == block) or 0
