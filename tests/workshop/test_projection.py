"""Where the afternoon will end: examples worked out by hand.

The plan: from 13:30 three steps of 5, 10 and 15 minutes; at 14:05, locked, a break of 15; then two steps of 10 and 20.
It ends at 14:50 and has five minutes of slack before the break.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.workshop.afternoons import went
from toolkit.workshop.projection import Progress, Projection, pace, project
from toolkit.workshop.times import DAY, MINUTE, clock

if TYPE_CHECKING:
    from tests.workshop.afternoons import Visit
    from toolkit.workshop.plan import Plan


def at(plan: Plan, text: str) -> int:
    hours, minutes = text.split(":")
    return plan.at(int(hours) * 60 + int(minutes))


def ends(projection: Projection) -> str:
    return clock(projection.ends_at, dt.UTC)


def starts(projection: Projection) -> list[str]:
    return [clock(block.start, dt.UTC) for block in projection.blocks]


def stages(projection: Projection) -> str:
    return " ".join(step.stage for step in projection.steps)


@pytest.mark.parametrize(
    ("now", "expected", "end", "behind"),
    [
        ("09:00", ["13:30", "14:05", "14:20"], "14:50", 0),
        ("13:30", ["13:30", "14:05", "14:20"], "14:50", 0),
        ("13:35", ["13:35", "14:05", "14:20"], "14:50", 0),
        ("13:40", ["13:40", "14:10", "14:25"], "14:55", 5),
        ("14:30", ["14:30", "15:00", "15:15"], "15:45", 55),
    ],
)
def test_before_the_start_waiting_eats_the_slack_and_then_delays(
    plan: Plan, now: str, expected: list[str], end: str, behind: int
) -> None:
    projection = project(plan, Progress(), at(plan, now))
    assert starts(projection) == expected
    assert ends(projection) == end
    assert projection.behind == behind * MINUTE
    assert (projection.current, projection.elapsed, projection.remaining) == (None, None, None)
    assert stages(projection) == "ahead ahead ahead ahead ahead ahead"


@pytest.mark.parametrize(
    ("visits", "now", "remaining", "end", "behind"),
    [
        pytest.param([("b1.s1", 3)], "13:33", 2, "14:50", 0, id="on plan"),
        pytest.param([("b1.s1", 10)], "13:40", -5, "14:50", 0, id="overtime, absorbed by the slack"),
        pytest.param([("b1.s1", 12)], "13:42", -7, "14:52", 2, id="overtime beyond the slack"),
        pytest.param([("b1.s1", 5), ("b1.s3", 1)], "13:36", 14, "14:50", 0, id="a step left out, the break stays"),
        pytest.param([("b1.s1", 1), ("b2.s1", 2)], "13:33", 13, "14:16", -34, id="the break taken early"),
        pytest.param([("b1.s1", 35), ("b2.s1", 10), ("b3.s1", 0)], "14:15", 10, "14:45", -5, id="a shorter break"),
        pytest.param([("b1.s1", 5), ("b1.s2", 10), ("b1.s3", 3), ("b1.s2", 0)], "13:48", 0, "14:50", 0, id="back"),
        pytest.param(
            [("b1.s1", 35), ("b2.s1", 15), ("b3.s2", 6), ("b3.s1", 4)], "14:30", 6, "14:50", 0, id="back, rest kept"
        ),
        pytest.param(
            [("b1.s1", 35), ("b2.s1", 15), ("b3.s2", 25)], "14:45", -5, "14:45", -5, id="overtime in the last step"
        ),
    ],
)
def test_under_way_the_end_follows_from_what_is_left(
    plan: Plan, visits: list[Visit], now: str, remaining: int, end: str, behind: int
) -> None:
    progress, instant = went(plan, visits)
    assert clock(instant, dt.UTC) == now
    projection = project(plan, progress, instant)
    assert projection.remaining == remaining * MINUTE
    assert ends(projection) == end
    assert projection.behind == behind * MINUTE


def test_a_step_that_was_passed_over_is_skipped_and_one_that_was_left_is_done(plan: Plan) -> None:
    progress, now = went(plan, [("b1.s1", 5), ("b1.s3", 1)])
    assert stages(project(plan, progress, now)) == "done skipped now ahead ahead ahead"


def test_a_block_that_was_passed_over_takes_no_time(plan: Plan) -> None:
    progress, now = went(plan, [("b1.s1", 5), ("b3.s1", 0)])
    projection = project(plan, progress, now)
    assert [block.stage for block in projection.blocks] == ["done", "skipped", "now"]
    assert projection.blocks[1].start == projection.blocks[1].end
    assert projection.blocks[1].late == 0
    assert ends(projection) == "14:05"


def test_the_rooms_clock_runs_on_while_a_step_is_paused(plan: Plan) -> None:
    progress, now = went(plan, [("b1.s1", 2)], idle=8)
    projection = project(plan, progress, now)
    assert (clock(now, dt.UTC), ends(projection)) == ("13:40", "14:53")
    assert projection.elapsed == 2 * MINUTE
    assert projection.remaining == 3 * MINUTE
    assert projection.behind == 3 * MINUTE


def test_added_minutes_move_the_end_once_the_slack_is_used(plan: Plan) -> None:
    progress, now = went(plan, [("b1.s1", 0)])
    for extra, end in ((5, "14:50"), (7, "14:52"), (-3, "14:50"), (-9, "14:50")):
        projection = project(plan, replace(progress, extra={"b1.s1": extra * MINUTE}), now)
        assert ends(projection) == end
        assert projection.steps[0].allotted == max(0, 5 + extra) * MINUTE
        assert projection.steps[0].planned == 5 * MINUTE


def test_a_block_says_how_late_it_is_for_its_locked_start(plan: Plan) -> None:
    progress, now = went(plan, [("b1.s1", 17)])
    assert [block.late // MINUTE for block in project(plan, progress, now).blocks] == [0, 7, 0]
    progress, now = went(plan, [("b1.s1", 42), ("b2.s1", 5)])
    assert [block.late // MINUTE for block in project(plan, progress, now).blocks] == [0, 7, 0]


def test_blocks_keep_the_times_they_really_had(plan: Plan) -> None:
    progress, now = went(plan, [("b1.s1", 20), ("b1.s2", 20), ("b2.s1", 5)])
    projection = project(plan, progress, now)
    assert starts(projection) == ["13:30", "14:10", "14:25"]
    assert clock(projection.blocks[0].end, dt.UTC) == "14:10"
    assert [clock(block.planned_start, dt.UTC) for block in projection.blocks] == ["13:30", "14:05", "14:20"]


@pytest.mark.parametrize(("last", "end", "behind"), [(20, "14:50", 0), (5, "14:35", -15), (40, "15:10", 20)])
def test_after_the_end_it_ended_when_it_ended(plan: Plan, last: int, end: str, behind: int) -> None:
    progress, now = went(plan, [("b1.s1", 35), ("b2.s1", 15), ("b3.s1", 10), ("b3.s2", last)], finished=True)
    for later in (0, 3 * 60 * MINUTE, 2 * DAY):
        projection = project(plan, progress, now + later)
        assert ends(projection) == end
        assert projection.behind == behind * MINUTE
        assert stages(projection) == "done skipped skipped done done done"
        assert projection.current is None


@pytest.mark.parametrize("days", [-30, -1, 1, 7])
def test_a_workshop_tried_out_on_another_day_keeps_its_clock_times(plan: Plan, days: int) -> None:
    progress, now = went(plan, [("b1.s1", 12)], plan.at(plan.starts) + days * DAY)
    projection = project(plan, progress, now)
    assert projection.behind == 2 * MINUTE
    assert projection.ends_at == at(plan, "14:52") + days * DAY


def test_before_its_day_it_is_expected_on_its_day_and_afterwards_on_the_next(plan: Plan) -> None:
    for days in (-20, -1):
        assert project(plan, Progress(), plan.at(plan.starts) + days * DAY).ends_at == at(plan, "14:50")
    assert project(plan, Progress(), at(plan, "13:00") + 3 * DAY).ends_at == at(plan, "14:50") + 3 * DAY


def test_an_evening_goes_on_past_midnight(plan: Plan) -> None:
    late = [plan.blocks[0], replace(plan.blocks[1], at=24 * 60 + 5), plan.blocks[2]]
    night = replace(plan, starts=23 * 60 + 30, ends=25 * 60, blocks=tuple(late))
    progress, now = went(night, [("b1.s1", 12)])
    projection = project(night, progress, now)
    assert starts(projection) == ["23:30", "00:07", "00:22"]
    assert projection.behind == 2 * MINUTE


@pytest.mark.parametrize(
    ("remaining", "allotted", "word"),
    [
        (100, 100, "ahead"), (21, 100, "ahead"), (20, 100, "last-fifth"), (6, 100, "last-fifth"),
        (5, 100, "last-twentieth"), (0, 100, "last-twentieth"), (-1, 100, "over"), (0, 0, "last-twentieth"),
    ],
)  # fmt: skip
def test_the_clock_says_the_last_fifth_the_last_twentieth_and_going_over(
    remaining: int, allotted: int, word: str
) -> None:
    assert pace(remaining, allotted) == word


def test_before_the_first_step_there_is_no_hurry(plan: Plan) -> None:
    assert project(plan, Progress(), at(plan, "13:00")).pace == "ahead"
    progress, now = went(plan, [("b1.s1", 6)])
    assert project(plan, progress, now).pace == "over"
