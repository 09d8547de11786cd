"""Sitting down at tables: in the journal as ids, on the screen as names, and nothing private on either."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import (
    ANA,
    BEN,
    START,
    MemoryRegister,
    TurnedClock,
    act,
    built,
    desk_on,
    done,
    prove,
    refused,
    scratch,
)
from toolkit.session.desk import Done, Refused
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
    view = room_view(room.state, START, room.names)
    first, second = ([room.names[id_] for id_ in table] for table in tables(room.state))
    assert (view.lines, view.blocks) == ((), (("Table 1", *first), ("Table 2", *second)))
    assert reply.startswith(f"Table 1  {', '.join(first)}; Table 2  {', '.join(second)}")


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
    class Full(MemoryRegister):
        def enrol(self, _name: str, _domain: str | None) -> str:
            raise OSError(28, "No space left on device")

    room.register = Full(room, [])
    assert "nothing could be written into the roster" in refused(room, "walk-in", name="Dee")
    room.register = None
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


def test_rounds_are_made_at_once_and_begun_one_after_the_other(room: Desk) -> None:
    made = done(room, "groups", size="2", rounds="3")
    assert "3 rounds made, this is the first" in made.reply
    rounds = [seating.tables for seating in made.state.rounds]
    pairs = [frozenset(pair) for tables in rounds for table in tables for pair in combinations(table, 2)]
    assert len(pairs) == len(set(pairs)) == 12
    assert (len(made.state.seatings), len(made.state.ahead)) == (1, 2)
    second = done(room, "round").state
    assert tables(second) == rounds[1]
    done(room, "round")
    assert tables(room.state) == rounds[2]
    assert "no further round is made" in refused(room, "round")
    assert tables(done(room, "undo").state) == rounds[1]
    assert len(room.state.ahead) == 1


def test_two_consoles_never_skip_a_round_together(room: Desk, other: Desk) -> None:
    done(room, "groups", size="2", rounds="3")
    other.refresh()
    pressed = built(other, "round")
    done(room, "round")
    assert other.do(pressed, BEN) == Refused("the tables have changed since: look, then say it again")


def test_who_comes_late_has_a_place_in_every_round_and_moves_nobody(room: Desk) -> None:
    before = done(room, "groups", size="4", rounds="3").state.rounds
    for change, person in (("arrive", "P08"), ("walk-in", "NEW1"), ("leave", "P01")):
        words = {"name": "Dee"} if change == "walk-in" else {"person": person}
        after = done(room, change, **words).state.rounds
        assert [seating.table_of(person) is not None for seating in after] == [change != "leave"] * 3
        for was, now in zip(before, after, strict=True):
            stayed = {id_ for table in was.tables for id_ in table} - {person}
            assert all(was.table_of(id_) == now.table_of(id_) for id_ in stayed)
        before = after


def test_other_tables_take_the_place_of_the_latest(room: Desk) -> None:
    first = done(room, "groups", size="4", rounds="2").state
    other = done(room, "other-tables").state
    assert (len(other.seatings), len(other.ahead)) == (1, 1)
    assert set(map(frozenset, tables(other))) != set(map(frozenset, tables(first)))
    assert set(map(frozenset, tables(done(room, "other-tables").state))) != set(map(frozenset, tables(other)))
    done(room, "undo")
    assert done(room, "undo").state.rounds == first.rounds


def test_where_there_is_one_way_alone_there_are_no_other_tables(room: Desk) -> None:
    assert "no tables have been made yet" in refused(room, "other-tables")
    done(room, "groups", size="8")
    assert "there is no other way to seat them like that" in refused(room, "other-tables")


def test_so_many_tables_can_be_asked_for(room: Desk) -> None:
    state = done(room, "groups", size="3-tables").state
    assert len(tables(state)) == 3
    assert state.seating is not None
    assert state.seating.number == 3
    assert len(tables(done(room, "other-tables").state)) == 3


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ({"size": "0-tables"}, "is no size"),
        ({"size": "tables"}, "is no size"),
        ({"size": "4", "rounds": "7"}, "is no number of rounds: write one from 1 to 6"),
        ({"size": "4", "seed": "x"}, "is no seed"),
    ],
)
def test_what_is_no_number_is_refused(room: Desk, words: dict[str, str], what: str) -> None:
    assert what in refused(room, "groups", **words)


def test_the_room_sees_the_tables_when_asked_and_until_the_next_step(room: Desk) -> None:
    assert "no tables have been made yet" in refused(room, "tables")
    done(room, "groups", size="4", rounds="2")
    room.names = {f"P{n:02d}": f"Name {n}" for n in range(12)}
    assert not room_view(room.state, START, room.names).blocks
    done(room, "tables")
    view = room_view(room.state, START, room.names)
    assert view.lines == ("Round 1 of 2: find your table",)
    assert [block[0] for block in view.blocks] == ["Table 1", "Table 2"]
    assert sorted(name for block in view.blocks for name in block[1:]) == [f"Name {n}" for n in range(8)]
    done(room, "next")
    assert not room_view(room.state, START, room.names).blocks
    done(room, "tables")
    assert room_view(room.state, START, room.names).time
    assert done(room, "tables").reply == "the tables are off the screen"
    assert not room_view(room.state, START, room.names).blocks
