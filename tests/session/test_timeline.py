"""Where the room was and when: going back, putting it right afterwards, pausing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from tests.session.room import TurnedClock, desk_on, done, left, perform, prove, refused, scratch, timeline
from tests.session.strategies import moves
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from tests.session.strategies import Move
    from toolkit.session.desk import Desk
    from toolkit.session.state import State
    from toolkit.workshop.plan import Plan


def test_each_next_ends_a_step_and_begins_the_one_after(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(4)
    done(desk, "next")
    assert timeline(desk.state) == [("b1.s1", 0, 4), ("b1.s2", 4, None)]


def test_going_back_reopens_a_step_and_its_time_goes_on_from_where_it_was(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(4)
    done(desk, "next")
    clock.turn(3)
    done(desk, "back")
    assert timeline(desk.state) == [("b1.s1", 0, 4), ("b1.s2", 4, 7), ("b1.s1", 7, None)]
    assert left(desk) == 60  # of five minutes four are used
    clock.turn(2)
    assert left(desk) == -60
    done(desk, "next")
    assert left(desk) == 7 * 60  # of ten minutes three are used


def test_going_somewhere_since_an_earlier_time_replaces_what_was_recorded_after_it(
    desk: Desk, clock: TurnedClock
) -> None:
    for minutes in (4, 2, 3):
        done(desk, "next")
        clock.turn(minutes)
    assert timeline(desk.state) == [("b1.s1", 0, 4), ("b1.s2", 4, 6), ("b1.s3", 6, None)]
    done(desk, "goto", step="b2.s1", at="13:33")
    assert timeline(desk.state) == [("b1.s1", 0, 3), ("b2.s1", 3, None)]
    assert left(desk) == 9 * 60


def test_a_forgotten_first_next_is_put_right_afterwards(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(12)
    done(desk, "goto", step="b1.s1", at="13:32")
    done(desk, "goto", step="b1.s2", at="13:37")
    assert timeline(desk.state) == [("b1.s1", 2, 7), ("b1.s2", 7, None)]


def test_the_minute_in_which_the_first_step_began_is_as_early_as_it_gets(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(0.5)
    done(desk, "next")
    clock.turn(5)
    assert "before the first step began, at 13:30" in refused(desk, "goto", step="b1.s2", at="13:29")
    done(desk, "goto", step="b1.s2", at="13:30")
    assert timeline(desk.state) == [("b1.s2", 0.5, None)]


def test_a_pause_stops_the_step_and_not_the_afternoon(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(2)
    done(desk, "pause")
    clock.turn(10)
    assert left(desk) == 3 * 60
    assert desk.state.projection(desk.now).behind == 5 * MINUTE  # the lock of the break absorbs five of ten
    done(desk, "go")
    clock.turn(1)
    assert left(desk) == 2 * 60
    assert desk.state.projection(desk.now).behind == 5 * MINUTE


def test_moving_on_ends_a_pause(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    done(desk, "pause")
    clock.turn(2)
    done(desk, "next")
    assert not desk.state.paused
    clock.turn(1)
    assert left(desk) == 9 * 60
    done(desk, "back")
    assert left(desk) == 5 * 60  # nothing of it was used while it was paused


def test_a_pause_that_began_after_the_earlier_time_is_forgotten_with_it(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(3)
    done(desk, "pause")
    clock.turn(3)
    done(desk, "goto", step="b1.s2", at="13:32")
    (first, _) = desk.state.segments
    assert (first.pauses, first.elapsed(desk.now)) == ((), 2 * MINUTE)


def test_a_pause_that_ended_after_the_earlier_time_is_cut_there(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(1)
    done(desk, "pause")
    clock.turn(4)
    done(desk, "go")
    clock.turn(1)
    done(desk, "goto", step="b1.s2", at="13:33")
    assert desk.state.segments[0].elapsed(desk.now) == MINUTE


def test_a_break_has_one_step_of_its_own(desk: Desk) -> None:
    done(desk, "goto", step="b2.s1")
    assert desk.state.block is not None
    assert (desk.state.block.title, left(desk)) == ("Coffee", 15 * 60)


def test_the_clock_of_the_room_runs_on_while_nobody_looks(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(45)
    assert left(desk) == -40 * 60


def in_order(state: State, now: int) -> bool:
    """Tell whether the room was in one place at a time, and paused only while it was there."""
    pairs = zip(state.segments, state.segments[1:], strict=False)
    ends = [(segment, now if segment.end is None else segment.end) for segment in state.segments]
    return (
        all(one.start < two.start and one.end is not None and one.end <= two.start for one, two in pairs)
        and all(0 <= segment.elapsed(now) <= end - segment.start for segment, end in ends)
        and all(segment.start <= p.start <= (p.end or end) <= end for segment, end in ends for p in segment.pauses)
        and (state.segment is None or state.segment.end is None)
    )


@prove(200)
@given(moves())
def test_whatever_anybody_does_the_room_was_in_one_place_at_a_time(plan: Plan, told: list[Move]) -> None:
    clock = TurnedClock()
    with scratch() as folder, desk_on(folder / "session.db", plan, clock) as desk:
        for move in told:
            perform(desk, move, plan, clock)
            assert in_order(desk.state, desk.now), desk.state.segments
