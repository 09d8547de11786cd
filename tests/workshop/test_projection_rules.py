"""Where the afternoon will end: what holds for every plan and every way through it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.afternoons import on_plan, plans, visits, went
from toolkit.workshop.projection import Progress, project
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from toolkit.workshop.plan import Plan


@st.composite
def under_way(draw: st.DrawFn) -> tuple[Plan, Progress, int]:
    plan = draw(plans())
    progress, now = went(plan, draw(visits(plan)), idle=draw(st.integers(0, 10)))
    return plan, progress, now


@given(under_way())
def test_the_end_is_never_before_now(afternoon: tuple[Plan, Progress, int]) -> None:
    plan, progress, now = afternoon
    projection = project(plan, progress, now)
    rest = sum(max(0, s.allotted - s.elapsed) for s in projection.steps if s.stage in ("now", "ahead"))
    assert projection.ends_at >= now + rest
    assert projection.behind == projection.ends_at - projection.planned_end


@given(plans(), st.data())
def test_exactly_on_plan_nothing_is_behind(plan: Plan, data: st.DataObject) -> None:
    total = project(plan, Progress(), plan.at(plan.starts)).planned_end - plan.at(plan.starts)
    progress, now = went(plan, on_plan(plan, data.draw(st.integers(0, total // MINUTE))))
    assert project(plan, progress, now).behind == 0


@given(under_way(), st.integers(1, 60))
def test_a_minute_more_for_the_current_step_never_makes_it_end_earlier(
    afternoon: tuple[Plan, Progress, int], minutes: int
) -> None:
    plan, progress, now = afternoon
    before = project(plan, progress, now).ends_at
    longer = replace(progress, extra={progress.step or "": minutes * MINUTE})
    assert before <= project(plan, longer, now).ends_at <= before + minutes * MINUTE


@given(under_way(), st.integers(1, 60))
def test_waiting_never_makes_it_end_earlier_and_costs_no_more_than_the_wait(
    afternoon: tuple[Plan, Progress, int], minutes: int
) -> None:
    plan, progress, now = afternoon
    before = project(plan, progress, now).ends_at
    assert before <= project(plan, progress, now + minutes * MINUTE).ends_at <= before + minutes * MINUTE


@given(under_way(), st.integers(1, 60))
def test_working_on_in_a_step_never_moves_the_end_while_there_is_time_left_in_it(
    afternoon: tuple[Plan, Progress, int], minutes: int
) -> None:
    plan, progress, now = afternoon
    left = project(plan, progress, now).remaining or 0
    step = progress.step or ""
    worked = min(minutes * MINUTE, max(0, left))
    later = replace(progress, elapsed={**progress.elapsed, step: progress.elapsed[step] + worked})
    assert project(plan, later, now + worked).ends_at == project(plan, progress, now).ends_at


@given(under_way())
def test_what_is_ahead_comes_in_order_and_not_before_its_locked_start(
    afternoon: tuple[Plan, Progress, int],
) -> None:
    plan, progress, now = afternoon
    at = now
    for block, times in zip(plan.blocks, project(plan, progress, now).blocks, strict=True):
        assert times.start <= times.end
        assert times.late >= 0
        if times.stage == "ahead":
            assert times.start >= at
            assert block.at is None or times.start >= plan.at(block.at)
            at = times.end


@given(under_way())
def test_each_step_is_in_one_stage_and_the_current_one_divides_them(
    afternoon: tuple[Plan, Progress, int],
) -> None:
    plan, progress, now = afternoon
    projection = project(plan, progress, now)
    here = plan.position(progress.step or "")
    assert projection.current == projection.steps[here]
    assert {step.stage for step in projection.steps[:here]} <= {"done", "skipped"}
    assert {step.stage for step in projection.steps[here + 1 :]} <= {"ahead"}


@given(under_way())
def test_what_was_planned_does_not_depend_on_how_it_goes(afternoon: tuple[Plan, Progress, int]) -> None:
    plan, progress, now = afternoon
    untouched = project(plan, Progress(), plan.at(plan.starts))
    running = project(plan, progress, now)
    assert running.planned_end == untouched.planned_end
    assert [(b.planned_start, b.planned_end) for b in running.blocks] == [
        (b.planned_start, b.planned_end) for b in untouched.blocks
    ]


@given(under_way())
def test_skipping_to_the_next_step_never_makes_it_end_later(afternoon: tuple[Plan, Progress, int]) -> None:
    plan, progress, now = afternoon
    here = plan.position(progress.step or "")
    if here + 1 < len(plan.steps):
        following = replace(progress, step=plan.steps[here + 1].id)
        assert project(plan, following, now).ends_at <= project(plan, progress, now).ends_at


@given(plans(), st.integers(0, 300), st.data())
def test_an_end_that_has_come_stays(plan: Plan, later: int, data: st.DataObject) -> None:
    progress, now = went(plan, data.draw(visits(plan)), finished=True)
    assert project(plan, progress, now + later * MINUTE).ends_at == now
