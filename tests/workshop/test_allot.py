"""The minutes of a block, shared out to its steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.workshop.allot import GRAIN, allot

HALVES = st.integers(1, 60).map(lambda n: n / 2)
STEP = st.tuples(HALVES, HALVES, HALVES).map(lambda three: tuple(sorted(three)))
STEPS = st.lists(STEP, min_size=1, max_size=8)
TOTAL = st.integers(1, 1200).map(lambda n: n / 2)

THREE = [(2.0, 3.0, 4.0), (4.0, 5.0, 7.0), (2.0, 4.0, 9.0)]


@pytest.mark.parametrize(
    ("minutes", "seconds"),
    [
        (None, [180, 300, 240]),
        (12, [180, 300, 240]),
        (8, [120, 240, 120]),
        (20, [240, 420, 540]),
        (10, [150, 270, 180]),
        (16, [210, 360, 390]),
        (4, [60, 120, 60]),
        (40, [480, 840, 1080]),
        (0.5, [0, 30, 0]),
    ],
)
def test_steps_get_the_share_that_was_worked_out_by_hand(minutes: float | None, seconds: list[int]) -> None:
    assert allot(THREE, minutes) == seconds


@given(STEPS)
def test_without_a_number_every_step_gets_its_ideal(steps: list[tuple[float, float, float]]) -> None:
    assert allot(steps, None) == [round(ideal * 60) for _, ideal, _ in steps]


@given(STEPS, TOTAL)
def test_the_sum_is_exact_and_in_half_minutes(steps: list[tuple[float, float, float]], minutes: float) -> None:
    parts = allot(steps, minutes)
    assert sum(parts) == minutes * 60
    assert all(part >= 0 and part % GRAIN == 0 for part in parts)


@given(STEPS, st.floats(0.1, 600))
def test_the_sum_is_exact_to_the_second_for_any_number(steps: list[tuple[float, float, float]], minutes: float) -> None:
    assert sum(allot(steps, minutes)) == round(minutes * 60)


@given(STEPS, st.floats(0, 1))
def test_every_step_stays_within_its_bounds_where_that_is_possible(
    steps: list[tuple[float, float, float]], where: float
) -> None:
    low, high = sum(step[0] for step in steps), sum(step[2] for step in steps)
    minutes = round((low + (high - low) * where) * 2) / 2
    for seconds, (shortest, _, longest) in zip(allot(steps, minutes), steps, strict=True):
        assert shortest * 60 <= seconds <= longest * 60


@given(STEPS, TOTAL, st.integers(1, 60))
def test_more_minutes_never_cost_a_step_more_than_rounding(
    steps: list[tuple[float, float, float]], minutes: float, more: int
) -> None:
    before, after = allot(steps, minutes), allot(steps, minutes + more / 2)
    assert all(late >= early - GRAIN for early, late in zip(before, after, strict=True))


@given(STEPS, TOTAL)
def test_beyond_the_bounds_steps_shrink_and_grow_in_proportion(
    steps: list[tuple[float, float, float]], minutes: float
) -> None:
    for index, exceeds in ((0, minutes < sum(s[0] for s in steps)), (2, minutes > sum(s[2] for s in steps))):
        total = sum(step[index] for step in steps)
        if exceeds:
            shares = [step[index] * 60 * minutes / total for step in steps]
            assert all(abs(part - share) < GRAIN for part, share in zip(allot(steps, minutes), shares, strict=True))
