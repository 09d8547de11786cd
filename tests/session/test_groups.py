"""Sitting down at tables: in the journal as ids, on the screen as names, and nothing private on either."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import ANA, BEN, START, TurnedClock, act, desk_on, done, prove, refused, scratch
from toolkit.session.desk import Done
from toolkit.session.people_events import GroupsMade, WalkedIn
from toolkit.session.room_view import room_view
from toolkit.workshop.group_costs import Guest
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.session.state import State
    from toolkit.workshop.plan import Plan


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """Twelve people, six of each domain; one step shows the tables, one is for domains by themselves."""
    people = tuple(PersonInfo(f"P{n:02d}", "design" if n % 2 else "open-source") for n in range(12))
    first, *blocks = plan.blocks
    steps = [replace(step, view="groups", show="") if step.id == "b1.s2" else step for step in first.steps]
    steps = [replace(step, grouping="domain") if step.id == "b1.s3" else step for step in steps]
    return replace(plan, people=people, blocks=(replace(first, steps=tuple(steps)), *blocks))


@pytest.fixture
def room(desk: Desk) -> Desk:
    """The first eight have come."""
    for n in range(8):
        done(desk, "arrive", person=f"P{n:02d}")
    return desk


def tables(state: State) -> tuple[tuple[str, ...], ...]:
    assert state.seating is not None
    return state.seating.tables


def seated(state: State) -> list[str]:
    return sorted(id_ for table in tables(state) for id_ in table)


def test_those_who_are_here_sit_and_those_who_are_not_do_not(room: Desk) -> None:
    result = done(room, "groups", size="4")
    assert seated(result.state) == [f"P{n:02d}" for n in range(8)]
    assert isinstance(result.event.body, GroupsMade)
    assert (result.event.body.arrangement, result.event.body.size) == ("mixed", 4)
    assert [len(table) for table in tables(result.state)] == [4, 4]


def test_before_anybody_came_all_who_are_expected_sit(desk: Desk) -> None:
    assert len(seated(done(desk, "groups", size="4").state)) == 12


def test_once_everybody_has_gone_there_is_nobody_to_seat(desk: Desk) -> None:
    done(desk, "arrive", person="P00")
    done(desk, "leave", person="P00")
    assert refused(desk, "groups", size="2") == "nobody is here yet: say arrive for those who are"


@pytest.mark.parametrize("size", ["1", "0", "-2", "four", "101", "9" * 30, "٣"])
def test_a_size_that_is_none_is_refused(room: Desk, size: str) -> None:
    assert "is no size of a table: write a number from 2 to 100" in refused(room, "groups", size=size)


def test_the_step_says_how_unless_the_facilitator_does(room: Desk) -> None:
    done(room, "goto", step="b1.s3")
    assert room.state.seating is None
    by_step = done(room, "groups", size="4").event.body
    said = done(room, "groups", size="4", arrangement="mixed").event.body
    assert isinstance(by_step, GroupsMade)
    assert isinstance(said, GroupsMade)
    assert (by_step.arrangement, said.arrangement) == ("domain", "mixed")
    assert all(len({int(id_[1:]) % 2 for id_ in table}) == 1 for table in by_step.tables)


def test_nobody_meets_twice_for_as_many_rounds_as_can_be(room: Desk) -> None:
    met: list[frozenset[str]] = []
    for _ in range(4):  # four and four in mixed pairs: four rounds are the most
        state = done(room, "groups", size="2").state
        met += [frozenset(pair) for table in tables(state) for pair in combinations(table, 2)]
    assert len(met) == len(set(met)) == 16
    assert "meet again" in done(room, "groups", size="2").reply


def test_a_latecomer_gets_a_place_and_moves_nobody(room: Desk) -> None:
    before = tables(done(room, "groups", size="4").state)
    result = done(room, "arrive", person="P08")
    after = tables(result.state)
    assert [table[:4] for table in after] == list(before)
    number = next(n for n, table in enumerate(after, 1) if "P08" in table)
    assert f"table {number}" in result.reply


def test_whoever_leaves_frees_a_place_and_moves_nobody(room: Desk) -> None:
    before = tables(done(room, "groups", size="4").state)
    after = tables(done(room, "leave", person="P03").state)
    assert after == tuple(tuple(id_ for id_ in table if id_ != "P03") for table in before)
    back = done(room, "arrive", person="P03").state
    assert sorted(map(len, tables(back))) == [4, 4]


def test_another_hat_is_no_other_table(room: Desk) -> None:
    before = tables(done(room, "groups", size="4").state)
    assert tables(done(room, "arrive", person="P00", domain="design").state) == before


def test_undo_brings_the_tables_before_back(room: Desk) -> None:
    first = tables(done(room, "groups", size="4").state)
    done(room, "groups", size="2")
    assert tables(done(room, "undo").state) == first
    assert done(room, "undo").state.seating is None


def test_a_place_at_tables_that_were_taken_back_is_none(room: Desk) -> None:
    done(room, "groups", ANA, size="4")
    done(room, "arrive", BEN, person="P08")
    assert done(room, "undo", ANA).state.seating is None
    assert room.state.presence["P08"].here


def test_the_reply_and_the_room_have_names_and_numbers(room: Desk) -> None:
    room.names = {f"P{n:02d}": f"Name {n} [b]" for n in range(12)}
    reply = done(room, "groups", size="4").reply
    done(room, "goto", step="b1.s2")
    lines = room_view(room.state, START, room.names).lines
    first, second = tables(room.state)
    assert lines == (
        f"Table 1  {', '.join(room.names[id_] for id_ in first)}",
        f"Table 2  {', '.join(room.names[id_] for id_ in second)}",
    )
    assert reply.startswith("; ".join(lines))


def test_before_tables_are_made_the_room_is_told_so(desk: Desk) -> None:
    done(desk, "goto", step="b1.s2")
    assert room_view(desk.state, START, {}).lines == ("The tables have not been made yet.",)


def test_private_wishes_are_kept_and_are_in_no_event_and_on_no_screen(room: Desk, path: Path) -> None:
    wish = frozenset({"P02"})
    room.guests = {"P00": Guest("P00", keep_apart=wish, role="secret-role"), "P04": Guest("P04", keep_together=wish)}
    for _ in range(3):
        state = done(room, "groups", size="4").state
        at = {id_: n for n, table in enumerate(tables(state)) for id_ in table}
        assert at["P00"] != at["P02"] == at["P04"]
    assert room.journal.read()[-1].body == GroupsMade("mixed", 4, tables(room.state))
    raw = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"keep_" not in raw
    assert b"secret-role" not in raw
    room.guests = {
        f"P{n:02d}": Guest(f"P{n:02d}", keep_apart=frozenset(f"P{m:02d}" for m in range(8))) for n in range(8)
    }
    reply = done(room, "groups", size="4").reply
    assert "12 wishes of the roster could not be met" in reply
    assert "apart" not in reply


def test_somebody_walks_in_under_a_new_id_and_is_one_of_the_people(room: Desk) -> None:
    done(room, "groups", size="4")
    result = done(room, "walk-in", name="Dee <b>", domain="design")
    assert isinstance(result.event.body, WalkedIn)
    assert result.event.body.person == "NEW1"
    assert result.state.plan is not None
    assert result.state.plan.people[-1] == PersonInfo("NEW1", "design")
    assert (result.state.hat("NEW1"), "NEW1" in result.state.here) == ("design", True)
    assert result.reply == f"NEW1 Dee <b> is here, Design; table {result.event.body.table}; 9 here"
    assert "NEW1" in seated(result.state)
    done(room, "leave", person="dee")
    assert "NEW1" not in seated(room.state)


def test_a_walk_in_is_taken_back_unless_somebody_else_recorded_something_of_theirs(room: Desk) -> None:
    done(room, "walk-in", ANA, name="Dee")
    done(room, "commit", BEN, owner="NEW1", text="bring the cake")
    why = refused(room, "undo", ANA)
    assert why == "ben has recorded something of NEW1 since (committed): undo that first"
    done(room, "undo", BEN)
    state = done(room, "undo", ANA).state
    assert state.plan is not None
    assert "NEW1" not in {person.id for person in state.plan.people}


def test_a_walk_in_who_is_on_the_roster_is_pointed_to_it(room: Desk) -> None:
    room.names = {"P09": "Dee"}
    assert refused(room, "walk-in", name="dee") == "dee is on the roster, as P09: say arrive P09"


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "x" * 201, "\x1b[31m"])
def test_a_name_that_is_none_is_refused(room: Desk, name: str) -> None:
    assert refused(room, "walk-in", name=name).startswith(("that is no name", "walk-in needs TEXT"))


def test_where_the_roster_cannot_be_written_nobody_is_recorded(room: Desk) -> None:
    def full(_name: str, _domain: str | None) -> str:
        raise OSError(28, "No space left on device")

    room.enrol = full
    assert "nothing could be written into the roster" in refused(room, "walk-in", name="Dee")
    room.enrol = None
    assert "add a row to it and take the files over" in refused(room, "walk-in", name="Dee")


def test_another_window_reads_the_roster_again(desk: Desk, other: Desk) -> None:
    read: list[str] = []
    other.reread = lambda: read.append("again")
    done(desk, "note", text="a")
    other.refresh()
    assert read == []
    done(desk, "walk-in", name="Dee")
    other.refresh()
    assert read == ["again"]


_moves = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["arrive", "leave"]), st.integers(0, 11)),
        st.tuples(st.sampled_from(["groups"]), st.sampled_from([2, 3, 5])),
    ),
    max_size=14,
)


@prove(40)
@given(_moves, st.sampled_from(["mixed", "domain"]))
def test_whatever_happens_whoever_is_here_has_one_place_and_keeps_it(
    plan: Plan, told: list[tuple[str, int]], arrangement: str
) -> None:
    with scratch() as folder, desk_on(folder / "session.db", plan, TurnedClock()) as desk:
        for name, number in told:
            person = f"P{number:02d}"
            words = {"size": str(number), "arrangement": arrangement} if name == "groups" else {"person": person}
            before = desk.state
            result = act(desk, name, **words)
            if not isinstance(result, Done) or desk.state.seating is None:
                continue
            assert len(seated(desk.state)) == len(set(seated(desk.state)))
            if name == "groups":
                assert seated(desk.state) == sorted(before.here)
            else:
                assert (person in seated(desk.state)) == (name == "arrive")
                stayed = [id_ for id_ in seated(desk.state) if id_ != person]
                assert before.seating is not None
                assert stayed == [id_ for id_ in seated(before) if id_ != person]
                assert all(desk.state.seating.table_of(id_) == before.seating.table_of(id_) for id_ in stayed)
