"""What re-planning proposes: examples worked out by hand.

The plan, from 13:30 to 15:00, at the latest 15:10: an opening of two steps of 10 that may be shortened to 5 and a third
that may be dropped; at 14:05, locked, coffee of 15; at 14:20 work of 30 that may be shortened to 20; then the closing
of 10, which is never cut.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.workshop.afternoons import went
from toolkit.workshop.plan import Block, Plan, PlannedStep
from toolkit.workshop.projection import Progress, project
from toolkit.workshop.proposal import with_agreed
from toolkit.workshop.replan import replan
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from tests.workshop.afternoons import Visit
    from toolkit.workshop.proposal import Proposal


def step(id_: str, minutes: int, shortest: int, longest: int, cut: str = "shorten") -> PlannedStep:
    return PlannedStep(id_, id_, f"Step {id_}", minutes * 60, shortest * 60, longest * 60, cut=cut)


OPENING = Block(
    "b1", "exercise", "Opening", (step("b1.s1", 10, 5, 15), step("b1.s2", 10, 5, 15), step("b1.s3", 10, 8, 12, "drop"))
)
COFFEE = Block("b2", "break", "Coffee", (step("b2.s1", 15, 10, 15),), at=14 * 60 + 5)
WORK = Block("b3", "parallel", "Work", (step("b3.s1", 30, 20, 40),))
CLOSING = Block("b4", "exercise", "Closing", (step("b4.s1", 10, 5, 15, "never"),))
AFTERNOON = Plan(
    "T", "2026-12-03", 13 * 60 + 30, 15 * 60, "en", "in-person", (OPENING, COFFEE, WORK, CLOSING), (),
    ends_latest=15 * 60 + 10, timezone="UTC",
)  # fmt: skip


def at(visits: list[Visit], plan: Plan = AFTERNOON, *, idle: int = 0) -> tuple[Proposal, ...]:
    progress, now = went(plan, visits, idle=idle)
    return replan(plan, progress, now)


def told(proposals: tuple[Proposal, ...]) -> list[str]:
    return [proposal.line(AFTERNOON) for proposal in proposals]


THROUGH_COFFEE: list[Visit] = [("b1.s1", 10), ("b1.s2", 10), ("b1.s3", 15), ("b2.s1", 15)]


def test_on_time_there_is_nothing_to_propose() -> None:
    assert at([("b1.s1", 5)]) == ()


def test_slack_before_a_lock_is_used_up_before_anything_is_cut() -> None:
    assert at([("b1.s1", 15)]) == ()


def test_late_before_the_locked_break_only_what_is_before_it_gives() -> None:
    assert told(at([("b1.s1", 19)])) == [
        "1 shorten Step b1.s2 by 4 min; ends 15:00",
        "2 drop Step b1.s3 (10 min); ends 15:00",
    ]


def test_a_few_changes_come_before_many_small_ones() -> None:
    """Eight minutes from eight steps that could give two each: a change as such costs as much as a minute."""
    steps = tuple(step(f"b1.s{n}", 10, 8, 12) for n in range(1, 9))
    plan = replace(AFTERNOON, starts=13 * 60, blocks=(Block("b1", "exercise", "All", steps),), ends=14 * 60 + 20)
    first, *_ = replan(plan, Progress(), plan.at(13 * 60 + 8))
    assert [change.before - change.after for change in first.changes] == [120, 90, 90, 90, 90]


def test_in_the_middle_of_a_step_its_rest_can_be_shortened_and_not_what_it_has_used() -> None:
    proposals = at([*THROUGH_COFFEE, ("b3.s1", 27)], replace(AFTERNOON, ends=14 * 60 + 58, ends_latest=None))
    assert [(c.step, c.before, c.after) for c in proposals[0].changes] == [("b3.s1", 1800, 1680)]
    proposals = at([*THROUGH_COFFEE, ("b3.s1", 29)], replace(AFTERNOON, ends=14 * 60 + 58, ends_latest=None))
    assert [(c.step, c.before, c.after) for c in proposals[0].changes] == [("b3.s1", 1800, 1740)]
    assert proposals[0].over == MINUTE
    assert proposals[0].why == "shorten Step b3.s1 by 1 min, 1 min over even so"


def test_during_parallel_tracks_the_one_step_gives() -> None:
    assert told(at([*THROUGH_COFFEE[:3], ("b2.s1", 22), ("b3.s1", 2)])) == [
        "1 shorten Step b3.s1 by 7 min; ends 15:00",
        "2 move the end by 7 min; ends 15:07",
    ]


def test_before_and_in_a_break_it_keeps_ten_minutes() -> None:
    plan = AFTERNOON.with_blocks((OPENING, replace(COFFEE, at=None), WORK, CLOSING))
    assert told(at([("b1.s1", 10), ("b1.s2", 10), ("b1.s3", 27)], plan))[0].startswith("1 shorten 2 steps by 12 min")
    fixed = replace(WORK, steps=(replace(WORK.steps[0], cut="never"),))
    (first, *_) = at(
        [("b1.s1", 10), ("b1.s2", 10), ("b1.s3", 18)], plan.with_blocks((*plan.blocks[:2], fixed, CLOSING))
    )
    assert [(change.step, change.after // 60) for change in first.changes] == [("b2.s1", 12)]
    late = at([("b1.s1", 10), ("b1.s2", 10), ("b1.s3", 25)], plan.with_blocks((*plan.blocks[:2], fixed, CLOSING)))
    held = next(proposal for proposal in late if proposal.kind != "move")
    assert held.why == "shorten Step b2.s1 by 5 min, 5 min over even so"


def test_in_the_last_block_nothing_gives_and_only_the_end_can_move() -> None:
    (move, held) = at([*THROUGH_COFFEE, ("b3.s1", 34), ("b4.s1", 2)])
    assert move.line(AFTERNOON) == "1 move the end by 4 min; ends 15:04"
    assert (move.kind, move.over, move.cost) == ("move", 0, 12.0)
    assert [(c.block, c.before, c.after) for c in move.changes] == [(None, 90 * 60, 94 * 60)]
    assert (held.over, held.changes) == (4 * MINUTE, ())


def test_when_it_cannot_be_done_it_says_by_how_many_minutes() -> None:
    first, *_ = at([*THROUGH_COFFEE, ("b3.s1", 60), ("b4.s1", 0)])
    assert first.why == "move the end by 10 min, 20 min over even so"
    assert first.over == 20 * MINUTE


def test_a_paused_step_is_late_by_its_pause() -> None:
    assert told(at([("b1.s1", 5)], idle=9)) == [
        "1 shorten 2 steps by 4 min in all, at most 2 each; ends 15:00",
        "2 drop Step b1.s3 (10 min); ends 15:00",
    ]


def test_before_the_start_waiting_is_being_late() -> None:
    proposals = replan(AFTERNOON, Progress(), AFTERNOON.at(13 * 60 + 37))
    assert [proposal.kind for proposal in proposals] == ["shorten", "drop"]
    assert replan(AFTERNOON, Progress(), AFTERNOON.at(13 * 60)) == ()


def test_ahead_of_time_the_minutes_gained_can_be_used() -> None:
    proposals = at([("b1.s1", 10), ("b1.s2", 10), ("b1.s3", 15), ("b2.s1", 10), ("b3.s1", 0)])
    assert told(proposals) == [
        "1 give Step b3.s1 by 5 min more; ends 15:00",
        "2 change nothing, 5 min early; ends 14:55",
    ]


def test_a_lock_that_has_passed_is_no_reason_to_cut() -> None:
    first, *_ = at([("b1.s1", 10), ("b1.s2", 26)])
    assert {times.id: times.start for times in first.blocks}["b2"] > AFTERNOON.at(14 * 60 + 5)
    assert first.over == 0


def test_a_lock_that_cannot_be_met_any_more_is_missed_by_as_little_as_possible() -> None:
    first, *_ = at([("b1.s1", 10), ("b1.s2", 20)])
    assert (first.kind, first.over) == ("drop", 0)
    plan = AFTERNOON.with_blocks((replace(OPENING, priority="keep"), COFFEE, WORK, CLOSING))
    kept = at([("b1.s1", 10), ("b1.s2", 20)], plan)
    assert {proposal.over for proposal in kept} == {5 * MINUTE}


def test_a_moved_end_is_the_hard_end_from_then_on() -> None:
    progress, now = went(AFTERNOON, [*THROUGH_COFFEE[:3], ("b2.s1", 22), ("b3.s1", 2)])
    moved = replan(AFTERNOON, progress, now)[1]
    later = with_agreed(progress, moved.agreed)
    assert replan(AFTERNOON, later, now) == ()
    assert project(AFTERNOON, later, now).behind == 0


def test_what_was_re_planned_comes_back_when_there_is_time_again() -> None:
    progress, now = went(AFTERNOON, [("b1.s1", 19)])
    agreed = replan(AFTERNOON, progress, now)[1].agreed
    assert agreed.dropped == ("b1.s3",)
    early = with_agreed(went(AFTERNOON, [("b1.s1", 10), ("b1.s2", 5)])[0], agreed)
    first, *_ = replan(AFTERNOON, early, AFTERNOON.at(13 * 60 + 45))
    assert (first.kind, first.why) == ("restore", "back to the plan as it was")
    assert first.agreed.dropped == ()


def test_a_block_that_is_first_to_go_goes_whole() -> None:
    plan = AFTERNOON.with_blocks((OPENING, COFFEE, replace(WORK, priority="first-to-go"), CLOSING))
    proposals = at([*THROUGH_COFFEE[:3], ("b2.s1", 32)], plan)
    drop = next(proposal for proposal in proposals if proposal.kind == "drop")
    assert drop.why == "drop Work (30 min)"
    assert {times.id: times.stage for times in drop.blocks}["b3"] == "dropped"


@pytest.mark.parametrize("finished", [True, False])
def test_after_the_end_there_is_nothing_to_plan(finished: bool) -> None:
    progress, now = went(AFTERNOON, [*THROUGH_COFFEE, ("b3.s1", 60), ("b4.s1", 0)], finished=finished)
    assert bool(replan(AFTERNOON, progress, now)) is not finished


def test_the_day_it_is_carried_out_does_not_matter() -> None:
    progress, now = went(AFTERNOON, [("b1.s1", 19)], AFTERNOON.at(AFTERNOON.starts, 7))
    assert told(replan(AFTERNOON, progress, now)) == told(at([("b1.s1", 19)]))
