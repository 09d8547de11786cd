"""What each kind of event does to the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.room import START, facts
from toolkit.session import events as ev
from toolkit.session.commitment_state import Commitment
from toolkit.session.fold import DamagedError, Folder, fold, undone
from toolkit.session.people_state import Presence
from toolkit.session.state import Pause, Said, Segment, State
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan


def at(minutes: float) -> int:
    return START + round(minutes * MINUTE)


def events(*bodies: Body) -> list[ev.Event]:
    """Return events of Ana's, one a minute from 13:31 on."""
    return [ev.Event(seq, at(seq), "ana", body) for seq, body in enumerate(bodies, 1)]


def folded(*bodies: Body) -> State:
    return fold(events(*bodies))


NOTE = ev.Noted("n1", "we have git", at(0), "b1.s1", "open-source")
PARKED = ev.Parked("x1", "who pays?", at(0))
COMMITMENT = ev.Committed("k1", "find a room", at(0), "K7X", "2026-12-20", "the treasury")


def test_nothing_happened_in_an_empty_journal() -> None:
    assert folded() == State()


def test_the_state_knows_the_latest_event() -> None:
    state = folded(ev.Spoke("design"), ev.Spoke("design"))
    assert (state.seq, state.last_at) == (2, at(2))


def test_opening_and_taking_over_set_the_plan(plan: Plan) -> None:
    short = plan.with_blocks(plan.blocks[:1])
    assert folded(ev.WorkshopOpened(plan)).plan == plan
    assert folded(ev.WorkshopOpened(plan), ev.PlanChanged(short)).plan == short


def test_entering_a_step_ends_the_one_before_at_the_same_instant() -> None:
    state = folded(ev.Entered("b1.s1", at(1)), ev.Entered("b1.s2", at(2)))
    assert state.segments == (Segment("b1.s1", at(1), at(2)), Segment("b1.s2", at(2)))
    assert state.step_id == "b1.s2"


def test_finishing_ends_the_last_step_and_entering_again_takes_that_back() -> None:
    over = (ev.Entered("b1.s1", at(1)), ev.Finished(at(2)))
    assert (folded(*over).finished, folded(*over).step_id) == (at(2), None)
    assert folded(*over).segments == (Segment("b1.s1", at(1), at(2)),)
    again = folded(*over, ev.Entered("b1.s1", at(3)))
    assert (again.finished, again.step_id, len(again.segments)) == (None, "b1.s1", 2)


def test_a_pause_lasts_until_the_clock_goes_on() -> None:
    still = (ev.Entered("b1.s1", at(1)), ev.Paused("b1.s1"))
    assert folded(*still).segments[-1].pauses == (Pause(at(2), None),)
    assert folded(*still).paused
    going = folded(*still, ev.Resumed("b1.s1"))
    assert going.segments[-1].pauses == (Pause(at(2), at(3)),)
    assert not going.paused


def test_added_minutes_add_up_by_step() -> None:
    state = folded(ev.Extended("b1.s1", 120), ev.Extended("b1.s2", 60), ev.Extended("b1.s1", -30))
    assert state.extra == {"b1.s1": 90_000, "b1.s2": 60_000}


def test_what_was_said_is_kept_with_who_when_and_where() -> None:
    state = folded(NOTE, PARKED, COMMITMENT)
    assert state.notes == (Said("n1", "we have git", at(0), "ana", 1, "b1.s1", "open-source"),)
    assert state.parked == (Said("x1", "who pays?", at(0), "ana", 2),)
    assert state.commitments == (Commitment("k1", "find a room", at(0), "ana", 3, "K7X", "2026-12-20", "the treasury"),)


def test_the_latest_answer_to_a_check_counts_and_the_first_keeps_its_place() -> None:
    checks = (ev.Checked("k1", "law", "no"), ev.Checked("k1", "budget", "yes"), ev.Checked("k1", "law", "yes"))
    assert folded(COMMITMENT, *checks).commitments[0].checks == (("law", "yes"), ("budget", "yes"))


@pytest.mark.parametrize(("ref", "said"), [("n1", NOTE), ("x1", PARKED), ("k1", COMMITMENT)])
def test_corrected_words_take_the_place_of_those_before(ref: str, said: Body) -> None:
    state = folded(said, ev.Amended(ref, "other words"))
    items: list[Said | Commitment] = [*state.notes, *state.parked, *state.commitments]
    assert [item.text for item in items] == ["other words"]
    assert facts(folded(said, ev.Amended("n9", "other words"))) == facts(folded(said))


def test_turns_are_counted_by_domain() -> None:
    assert folded(ev.Spoke("design"), ev.Spoke("open-source"), ev.Spoke("design")).turns == {
        "design": 2,
        "open-source": 1,
    }


def test_a_person_is_here_from_arriving_to_leaving_and_may_come_again() -> None:
    came, went = ev.Arrived("K7X", "design"), ev.Left("K7X")
    assert folded(came).presence == {"K7X": Presence("design", at(1))}
    assert folded(came, went).presence == {"K7X": Presence("design", at(1), at(2))}
    assert folded(came, went, came).presence["K7X"].here
    assert not folded(came, went).presence["K7X"].here


def test_what_was_struck_has_no_words_any_more_and_stays_as_a_fact() -> None:
    erased = ev.Committed("k1", None, at(0), "K7X", "2026-12-20", None)
    for commitment in (COMMITMENT, erased):  # as a desk knows it that was open, and as it is read back
        state = folded(commitment, ev.Struck("k1", 1))
        assert (state.commitments[0].text, state.commitments[0].ask) == (None, None)
        assert state.commitments[0].owner == "K7X"
    assert folded(NOTE, ev.Amended("n1", None), ev.Struck("n1", 1)).notes[0].text is None


def test_a_rehearsal_has_the_speed_that_was_set_last() -> None:
    assert folded(ev.SpeedSet(10.0), ev.Waited(60.0)).speed == 10.0
    assert folded(ev.SpeedSet(10.0), ev.SpeedSet(0.0)).speed == 0.0


def test_what_was_undone_does_not_count_and_what_was_redone_does() -> None:
    told = events(NOTE, ev.Undone(1, "noted"), ev.Undone(2, "undone"), ev.Undone(3, "undone"))
    assert [undone(told[:n]) for n in (1, 2, 3, 4)] == [set(), {1}, {2}, {1, 3}]
    assert [len(fold(told[:n]).notes) for n in (1, 2, 3, 4)] == [1, 0, 1, 0]


def test_an_id_is_used_up_even_when_its_event_was_undone() -> None:
    state = folded(NOTE, ev.Undone(1, "noted"))
    assert (state.notes, state.next_id("n"), state.next_id("k")) == ((), "n2", "k1")


def test_ids_go_on_after_the_highest_whatever_the_order() -> None:
    assert folded(ev.Noted("n10", "a", 0), ev.Noted("n9", "b", 0)).next_id("n") == "n11"


def test_a_state_that_was_given_out_does_not_change() -> None:
    folder = Folder()
    folder.take(events(NOTE, ev.Spoke("design"), ev.Entered("b1.s1", at(3))))
    before, expected = folder.state(), folded(NOTE, ev.Spoke("design"), ev.Entered("b1.s1", at(3)))
    more = (ev.Amended("n1", "x"), ev.Spoke("design"), ev.Extended("b1.s1", 60), ev.Arrived("K7X"), ev.Paused("b1.s1"))
    folder.take([ev.Event(4 + n, at(4 + n), "ana", body) for n, body in enumerate(more)])
    assert before == expected


@pytest.mark.parametrize("damaged", [ev.Noted("", "a", 0), ev.Noted("nine", "a", 0), ev.Noted(None, "a", 0)])  # type: ignore[arg-type]
def test_an_event_that_makes_no_sense_is_named(damaged: Body) -> None:
    with pytest.raises(DamagedError, match=r"^event 2 \(noted\) is damaged: .*: go back to a copy of the folder$"):
        folded(NOTE, damaged)
