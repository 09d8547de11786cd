"""Where a session stands, for scripts and to be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.session.room import START, done
from toolkit.session.state import State
from toolkit.session.status import status, status_line
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from tests.session.room import TurnedClock
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


def test_before_the_first_step_there_is_none(desk: Desk) -> None:
    assert status(desk.state, desk.now) == {
        "workshop": "Shared words",
        "block": None,
        "step": None,
        "running": False,
        "paused": False,
        "elapsed_s": None,
        "remaining_s": None,
        "behind_s": 0.0,
        "now": "2026-12-03T13:30:00.000+00:00",
        "planned_end": "2026-12-03T14:50:00.000+00:00",
        "ends_at": "2026-12-03T14:50:00.000+00:00",
        "notes": 0,
        "parked": 0,
        "commitments": 0,
        "here": 0,
        "groups": None,
        "voice": [
            {"domain": "open-source", "turns": 0, "people": 1, "turn_share": None, "people_share": 0.5},
            {"domain": "design", "turns": 0, "people": 1, "turn_share": None, "people_share": 0.5},
        ],
        "finished": False,
        "seq": 1,
    }


def test_in_a_step_it_says_which_counted_from_one_and_how_long_is_left(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "goto", step="b1.s2")
    for name, words in {"note": {"text": "a"}, "park": {"text": "a"}, "arrive": {"person": "ana"}}.items():
        done(desk, name, **words)
    clock.turn(10.75)
    now = status(desk.state, desk.now)
    assert now["block"] == {"index": 1, "kind": "exercise", "id": "b1", "title": "Collision"}
    assert now["step"] == {"index": 2, "of": 3, "id": "b1.s2", "title": "Ballot"}
    assert (now["elapsed_s"], now["remaining_s"]) == (645.0, -45.0)
    assert (now["running"], now["paused"], now["seq"]) == (True, False, 5)
    assert (now["notes"], now["parked"], now["here"]) == (1, 1, 1)


def test_paused_it_is_not_running_and_finished_it_is_neither(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "goto", step="b3.s2")
    clock.turn(5)
    done(desk, "pause")
    now = status(desk.state, desk.now)
    assert (now["running"], now["paused"], now["finished"]) == (False, True, False)
    done(desk, "next")
    now = status(desk.state, desk.now)
    assert (now["running"], now["paused"], now["finished"], now["step"]) == (False, False, True, None)
    assert now["ends_at"] == "2026-12-03T13:35:00.000+00:00"


def test_being_late_is_counted_in_seconds_after_slack_is_used_up(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(5 + 7)  # five minutes of slack before the locked break
    assert status(desk.state, desk.now)["behind_s"] == 120.0


def test_an_instant_before_the_latest_event_is_taken_for_it(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(5)
    done(desk, "next")
    assert status(desk.state, START)["now"] == "2026-12-03T13:35:00.000+00:00"


def test_before_a_session_is_opened_the_plan_is_enough(plan: Plan) -> None:
    now = status(State(plan=plan), START - 60 * MINUTE)
    assert (now["seq"], now["ends_at"]) == (0, "2026-12-03T14:50:00.000+00:00")


def test_the_line_that_is_read_aloud_says_the_same(desk: Desk, clock: TurnedClock) -> None:
    def line() -> str:
        return status_line(desk.state, desk.now)

    assert line() == "before the first step, planned 13:30; on time; ends 14:50; 0 notes"
    done(desk, "goto", step="b1.s2")
    done(desk, "note", text="a")
    clock.turn(4)
    assert line() == "b1.s2 Collision, step 2 of 3, Ballot; 6:00 left; on time; ends 14:50; 1 note"
    clock.turn(18)
    done(desk, "pause")
    assert line() == "b1.s2 Collision, step 2 of 3, Ballot; 12:00 over, paused; 2 min behind; ends 14:52; 1 note"
    done(desk, "goto", step="b2")
    assert line() == "b2.s1 Coffee; 15:00 left; 13 min ahead; ends 14:37; 1 note"
    done(desk, "goto", step="b3.s2")
    done(desk, "next")
    assert line() == "the last step is over; 58 min ahead; ends 13:52; 1 note"
