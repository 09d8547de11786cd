"""Looking things up in a plan."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.files.values import reader, to_value
from toolkit.workshop.plan import Plan
from toolkit.workshop.times import DAY, MINUTE, clock, local


@pytest.mark.parametrize(
    ("step", "position", "block", "place"),
    [
        ("b1.s1", 0, "b1", (1, 1, 3)),
        ("b1.s3", 2, "b1", (1, 3, 3)),
        ("b2.s1", 3, "b2", (2, 1, 1)),
        ("b3.s2", 5, "b3", (3, 2, 2)),
    ],
)
def test_a_step_knows_its_place(plan: Plan, step: str, position: int, block: str, place: tuple[int, int, int]) -> None:
    assert plan.has_step(step)
    assert plan.step(step).id == step
    assert plan.position(step) == position
    assert plan.block_of(step).id == block
    assert plan.place_of(step) == place


def test_what_is_not_planned_is_not_found(plan: Plan) -> None:
    assert not plan.has_step("b9.s1")
    assert plan.domain("theatre") is None


def test_a_domain_is_found_by_its_id(plan: Plan) -> None:
    domain = plan.domain("design")
    assert domain is not None
    assert domain.code == "DE"


def test_walking_visits_every_step_once_with_its_block(plan: Plan) -> None:
    walked = list(plan.walk())
    assert tuple(step for _, step in walked) == plan.steps
    assert all(step in block.steps for block, step in walked)


def test_a_block_is_as_long_as_its_steps(plan: Plan) -> None:
    assert [block.milliseconds // MINUTE for block in plan.blocks] == [30, 15, 30]


def test_a_clock_time_of_the_plan_is_an_instant_in_its_zone(plan: Plan) -> None:
    assert clock(plan.at(plan.starts), dt.UTC) == "13:30"
    taipei = replace(plan, timezone="Asia/Taipei")
    assert clock(taipei.at(taipei.starts), dt.UTC) == "05:30"
    assert local(plan.at(25 * 60), dt.UTC).day == 4


@pytest.mark.parametrize(
    ("hours", "days"), [(0, 0), (-3, 0), (11, 0), (13, 1), (24, 1), (24 * 7 - 5, 7), (-30, -1), (-48, -2)]
)
def test_a_workshop_that_starts_near_its_clock_time_on_another_day_is_days_off(
    plan: Plan, hours: int, days: int
) -> None:
    assert plan.days_off(plan.at(plan.starts) + hours * 60 * MINUTE) == days


@given(st.integers(-400, 400), st.integers(-11 * 60, 11 * 60))
def test_days_off_brings_the_clock_times_to_the_day_it_runs(days: int, minutes: int) -> None:
    plan = Plan("T", "2026-12-03", 13 * 60, 15 * 60, "en", "in-person", (), (), timezone="UTC")
    reference = plan.at(plan.starts) + days * DAY + minutes * MINUTE
    assert abs(plan.at(plan.starts, plan.days_off(reference)) - reference) <= DAY / 2


def test_a_plan_survives_the_journals_json(plan: Plan) -> None:
    assert reader(Plan)(json.loads(json.dumps(to_value(plan)))) == plan


def test_another_agenda_leaves_the_rest_of_the_plan(plan: Plan) -> None:
    shorter = plan.with_blocks(plan.blocks[:1])
    assert [step.id for step in shorter.steps] == ["b1.s1", "b1.s2", "b1.s3"]
    assert replace(shorter, blocks=plan.blocks) == plan
    assert len(plan.steps) == 6
