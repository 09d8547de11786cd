"""Re-planning keeps its rules on days drawn at random, however they went.

Some hundreds here; `REPLAN_DAYS=10000 pytest tests/workshop/test_replan_rules.py` for ten thousand.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.workshop.days import day, how_many, lock_of, meetable, under_way
from toolkit.workshop.projection import project
from toolkit.workshop.proposal import with_agreed
from toolkit.workshop.replan import replan

if TYPE_CHECKING:
    from toolkit.workshop.plan import Block, Plan, PlannedStep
    from toolkit.workshop.projection import Progress, Projection
    from toolkit.workshop.proposal import Proposal

DAYS, BATCHES = how_many(1_200), 4
TEN_MINUTES = 600


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_rule_is_ever_broken(batch: int) -> None:
    seen: Counter[str] = Counter()
    for seed in range(batch, DAYS, BATCHES):
        rng = Random(seed)
        plan = day(rng)
        progress, now = under_way(rng, plan)
        found = replan(plan, progress, now)
        assert [p.n for p in found] == list(range(1, len(found) + 1)), seed
        assert len({p.changes for p in found}) == len(found) <= 3, seed
        for proposal in found:
            seen[proposal.kind] += 1
            seen["over"] += proposal.over > 0
            hold(plan, progress, now, proposal, f"day {seed}, proposal {proposal.n}")
    # Each rule was put to the test, not only the easy ones.
    often = ("shorten", "drop", "move", "extend", "early", "over")
    assert all(seen[kind] > DAYS / BATCHES / 50 for kind in often) and seen["extend-one"], seen


def hold(plan: Plan, progress: Progress, now: int, proposal: Proposal, where: str) -> None:
    before = project(plan, progress, now)
    after = project(plan, with_agreed(progress, proposal.agreed), now)
    assert after.ends_at == proposal.ends_at, where
    assert after.blocks == proposal.blocks, where
    if after.current and before.current:
        assert after.current.allotted >= min(before.current.elapsed, before.current.allotted), where
    steps_hold(plan, before, after, where)
    changes_hold(plan, before, after, proposal, where)
    clock_holds(plan, progress, now, proposal, after, where)


def steps_hold(plan: Plan, before: Projection, after: Projection, where: str) -> None:
    whole = {times.id for times in after.blocks if times.stage == "dropped"}
    for (block, step), old, new in zip(plan.walk(), before.steps, after.steps, strict=True):
        touched = (old.stage, old.allotted) != (new.stage, new.allotted)
        if old.stage in ("done", "skipped"):
            assert not touched, where
        if new.stage == "dropped" and old.stage != "dropped":
            assert may_go(block, step, whole=block.id in whole), where
        elif step.cut == "never" or block.priority == "keep":
            assert not touched or old.stage == "dropped", where
        if new.stage != "dropped" and touched:
            floor = step.shortest
            if block.kind == "break":
                floor = max(floor, min(TEN_MINUTES, step.seconds))
            assert new.allotted >= min(floor * 1000, old.allotted, step.milliseconds), where
            assert new.allotted <= max(step.longest * 1000, old.allotted, step.milliseconds), where


def may_go(block: Block, step: PlannedStep, *, whole: bool) -> bool:
    if block.kind == "break" or block.priority == "keep":
        return False
    return step.cut == "drop" or (whole and block.priority == "first-to-go" and block.at is None)


def changes_hold(plan: Plan, before: Projection, after: Projection, proposal: Proposal, where: str) -> None:
    """What is said to change is what changes."""
    told = {c.step: (c.before, c.after) for c in proposal.changes if c.step}
    real = {}
    for old, new in zip(before.steps, after.steps, strict=True):
        lengths = tuple(0 if s.stage == "dropped" else s.allotted // 1000 for s in (old, new))
        if lengths[0] != lengths[1]:
            real[old.id] = lengths
    assert told == real, where
    hows = {change.how for change in proposal.changes}
    if proposal.kind in ("shorten", "extend", "extend-one"):
        assert hows == {proposal.kind.removesuffix("-one")}, where
    if proposal.kind == "extend-one":
        assert len(proposal.changes) == 1, where
    if proposal.kind == "drop" and proposal.over == 0:
        assert "drop" in hows, where
    assert ("move" in hows) == (proposal.kind == "move"), where


def clock_holds(plan: Plan, progress: Progress, now: int, proposal: Proposal, after: Projection, where: str) -> None:
    moved = proposal.agreed.ends
    ends = plan.ends if moved is None else moved
    if moved != progress.agreed.ends:
        assert moved is not None and plan.ends_latest is not None, where
        assert (progress.agreed.ends or plan.ends) < moved <= plan.ends_latest, where
    late = [max(0, after.ends_at - plan.at(ends))]
    by_id = {times.id: times for times in after.blocks}
    late += [
        by_id[block].start - plan.at(lock) for block in meetable(plan, progress, now) if (lock := lock_of(plan, block))
    ]
    assert proposal.over == max(late), where
    assert min(late) >= 0, where
