"""Moving through the steps: what each action does, and when it is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import BEN, START, TurnedClock, act, desk_on, done, left, prove, refused, scratch
from toolkit.session.actions.clock import Back, Extend, Goto, Next, Pause
from toolkit.session.desk import Refused
from toolkit.session.events import Entered, Finished

if TYPE_CHECKING:
    from toolkit.session.desk import Desk
    from toolkit.session.grammar import Action
    from toolkit.workshop.plan import Plan


def test_next_walks_through_every_step_and_ends_after_the_last(desk: Desk, plan: Plan, clock: TurnedClock) -> None:
    for step in plan.steps:
        assert done(desk, "next").event.body == Entered(step.id, clock.at)
        clock.turn(1)
    assert done(desk, "next").event.body == Finished(clock.at)
    assert refused(desk, "next") == "the last step is over"
    assert desk.state.finished == clock.at


def test_back_walks_the_same_way_and_reopens_the_last_step_after_the_end(desk: Desk, clock: TurnedClock) -> None:
    assert refused(desk, "back") == "nothing has begun: say next"
    done(desk, "goto", step="b3.s2")
    clock.turn(1)
    done(desk, "next")
    clock.turn(1)
    walked = []
    for _ in range(6):
        done(desk, "back")
        clock.turn(1)
        walked.append(desk.state.step_id)
    assert walked == ["b3.s2", "b3.s1", "b2.s1", "b1.s3", "b1.s2", "b1.s1"]
    assert refused(desk, "back") == "this is the first step"


@pytest.mark.parametrize("stale", [Next("b1.s1"), Back("b1.s1"), Pause("b1.s1"), Extend(2, "b1.s1"), Next(None)])
def test_what_was_pressed_on_a_step_that_has_passed_is_refused_with_where_the_room_is(
    desk: Desk, other: Desk, stale: Action
) -> None:
    done(desk, "next")
    done(desk, "next", BEN)
    result = other.do(stale, BEN)
    assert isinstance(result, Refused)
    assert result.reason == ("the session has moved on, b1.s2 Collision, 2 of 3: Ballot now: look, then say it again")
    assert other.state == desk.state


def test_two_consoles_that_press_next_together_go_one_step(desk: Desk, other: Desk) -> None:
    done(desk, "next")
    other.refresh()
    pressed = Next(desk.state.step_id), Next(other.state.step_id)
    desk.do(pressed[0], BEN)
    assert isinstance(other.do(pressed[1], BEN), Refused)
    assert (desk.state.step_id, other.state.step_id) == ("b1.s2", "b1.s2")


def test_a_step_that_another_window_took_off_the_agenda_is_not_entered(desk: Desk, other: Desk, plan: Plan) -> None:
    done(desk, "take-over", plan=plan.with_blocks(plan.blocks[:1]))
    assert refused(other, "goto", step="b2.s1") == "there is no step 'b2.s1': did you mean 'b1.s1'?"


def test_a_step_says_where_it_is_and_how_long_it_has(desk: Desk) -> None:
    assert done(desk, "next").reply == "b1.s1 Collision, 1 of 3: Invite (5:00)"
    assert done(desk, "goto", step="b2").reply == "b2.s1 Coffee (15:00)"


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("b3.s2", "b3.s2"),
        ("b2", "b2.s1"),
        ("2", "b2.s1"),
        ("walls", "b1.s3"),
        ("commitments.read-back", "b3.s2"),
        ("commitments", "b3.s1"),
    ],
)
def test_a_step_is_called_by_its_id_its_name_or_its_block(desk: Desk, words: str, step: str) -> None:
    done(desk, "goto", step=words)
    assert desk.state.step_id == step


def test_an_unknown_step_is_refused_with_the_nearest(desk: Desk) -> None:
    assert refused(desk, "goto", step="b3.s9") == "there is no step 'b3.s9': did you mean 'b3.s2'?"
    assert refused(desk, "goto", step="balot") == "there is no step 'balot': did you mean 'ballot'?"


def test_a_name_that_two_blocks_have_is_refused_with_both(desk: Desk, plan: Plan) -> None:
    first = plan.blocks[0]
    steps = tuple(replace(step, id=f"b9.{step.name}") for step in first.steps)
    done(desk, "take-over", plan=plan.with_blocks((first, replace(first, id="b9", steps=steps))))
    assert refused(desk, "goto", step="ballot") == "'ballot' could be b1.s2, b9.ballot: use one of these"


def test_a_time_that_has_not_come_yet_is_refused_and_not_taken_for_yesterdays(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(20)
    why = "it is only 13:50 now: give a time before that, not 14:05"
    assert refused(desk, "goto", step="b1.s2", at="14:05") == why
    assert refused(desk, "note", text="words", at="14:05") == why
    assert done(desk, "goto", step="b1.s2", at="13:50").event.body == Entered("b1.s2", clock.at)


def test_after_midnight_a_time_of_the_evening_before_is_meant(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(10 * 60)  # 23:30
    done(desk, "next")
    clock.turn(40)
    event = done(desk, "goto", step="b1.s2", at="23:50").event
    assert event.body == Entered("b1.s2", START + (10 * 60 + 20) * 60_000)


@pytest.mark.parametrize("word", ["24:00", "14.05", "noon", "14:5", "-1:00", "9" * 500])
def test_what_is_no_time_of_day_is_refused(desk: Desk, word: str) -> None:
    assert "is no time of day: write it like 13:30" in refused(desk, "goto", step="b1.s1", at=word)


def test_pause_and_go_take_turns_and_need_a_step(desk: Desk, clock: TurnedClock) -> None:
    assert refused(desk, "pause") == "nothing has begun: say next"
    assert refused(desk, "go") == "nothing has begun: say next"
    done(desk, "next")
    assert refused(desk, "go") == "the clock is running"
    clock.turn(1)
    assert done(desk, "pause").reply == "paused, 4:00 left"
    assert refused(desk, "pause") == "the clock stands still already: say go"
    clock.turn(1)
    assert done(desk, "go").reply == "going on, 4:00 left"
    done(desk, "goto", step="b3.s2")
    done(desk, "next")
    assert refused(desk, "pause") == "the last step is over"


def test_minutes_are_added_and_taken_away_down_to_nothing(desk: Desk) -> None:
    assert refused(desk, "extend", minutes="2") == "nothing has begun: say next"
    done(desk, "next")
    assert done(desk, "extend", minutes="2").reply == "7:00 left"
    assert done(desk, "extend", minutes="-1.5").reply == "5:30 left"
    assert refused(desk, "extend", minutes="-6") == "the step has only 5.5 minutes"
    assert refused(desk, "extend", minutes="0") == "no change: give a number of minutes such as +2"
    assert done(desk, "extend", minutes="-5.5").reply == "0:00 left"


@pytest.mark.parametrize("word", ["two", "", "1e3", "inf", "nan", "--2", "2m", "12345", "1.234"])
def test_what_is_no_number_of_minutes_is_refused(desk: Desk, word: str) -> None:
    done(desk, "next")
    assert "MINUTES" in (why := refused(desk, "extend", minutes=word)) or "is no number of minutes" in why


@prove(60)
@given(st.lists(st.integers(-9_999, 9_999), max_size=8))
def test_a_step_never_has_less_than_nothing(plan: Plan, minutes: list[int]) -> None:
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        done(desk, "next")
        total = 5
        for change in minutes:
            fits = change != 0 and total + change >= 0
            assert isinstance(act(desk, "extend", minutes=str(change)), Refused) != fits
            total += change * fits
            assert left(desk) == total * 60


def test_going_where_the_room_is_begins_it_anew_without_losing_its_time(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(2)
    desk.do(Goto("b1.s1"), BEN)
    clock.turn(1)
    assert left(desk) == 2 * 60
