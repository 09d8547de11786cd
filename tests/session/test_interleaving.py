"""Any number of windows, in any order: one state for all, and after a restart the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import ANA, BEN, TurnedClock, desk_on, perform, prove, scratch
from tests.session.strategies import moves
from toolkit.session.fold import Folder, fold, needs_all
from toolkit.session.status import status, status_line

if TYPE_CHECKING:
    from tests.session.strategies import Move
    from toolkit.session.events import Event
    from toolkit.workshop.plan import Plan


@prove(200)
@given(moves(2), st.booleans())
def test_two_desks_come_to_the_same_state_as_a_restart(plan: Plan, told: list[Move], looking: bool) -> None:
    clock = TurnedClock()
    with scratch() as folder:
        path = folder / "session.db"
        with desk_on(path, plan, clock) as one, desk_on(path, plan, clock) as two:
            for move in told:
                desk = (one, two)[move.desk]
                perform(desk, move, plan, clock, (ANA, BEN)[move.desk])
                if looking:
                    desk.refresh()
                status_line(desk.state, desk.now)
            one.refresh()
            two.refresh()
            assert one.state == two.state
        with desk_on(path, plan, clock) as again:
            assert again.state == one.state == fold(again.journal.read())
            assert status(again.state, clock.at) == status(one.state, clock.at)


def recorded(plan: Plan, told: list[Move]) -> list[Event]:
    """Return the events of an afternoon of two facilitators at one desk."""
    clock = TurnedClock()
    with scratch() as folder, desk_on(folder / "session.db", plan, clock) as desk:
        for move in told:
            perform(desk, move, plan, clock, (ANA, BEN)[move.desk])
        return desk.journal.read()


@prove(200)
@given(moves(2), st.lists(st.integers(0, 30), max_size=6))
def test_events_taken_in_parts_give_the_same_state_as_all_at_once(
    plan: Plan, told: list[Move], cuts: list[int]
) -> None:
    events = recorded(plan, told)
    folder, taken = Folder(), 0
    for cut in [*sorted(cuts), len(events)]:
        part = events[taken:cut]
        if needs_all(part):
            folder, part = Folder(), events[:cut]
        folder.take(part)
        taken = max(taken, cut)
        assert folder.state() == fold(events[:taken])


@prove(200)
@given(moves(2))
def test_no_id_is_ever_given_out_twice(plan: Plan, told: list[Move]) -> None:
    given_out = [
        body_id
        for event in recorded(plan, told)
        for slot in ("note", "item", "commitment")
        if (body_id := getattr(event.body, slot, None)) and hasattr(event.body, "said_at")
    ]
    assert len(given_out) == len(set(given_out))
