"""The desk: what it says happened is on the disk, once, at its instant; what it cannot keep it refuses."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.journals import Tapped
from tests.session.room import BEN, START, TurnedClock, act, desk_on, done, prove, refused, scratch
from toolkit.session.actions.capture import Note
from toolkit.session.clocks import RoomClock
from toolkit.session.desk import Desk, Done, Refused
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.workshop.plan import Plan


def test_an_event_has_the_instant_at_which_it_was_entered(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(2)
    assert done(desk, "note", text="a").event.at == clock.at


def test_a_clock_that_is_set_back_stands_still_until_it_has_caught_up(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(10)
    latest = done(desk, "next").event.at
    clock.turn(-60)
    assert (desk.now, done(desk, "note", text="a").event.at) == (latest, latest)
    clock.turn(61)
    assert done(desk, "note", text="a").event.at == clock.at > latest


def test_a_window_whose_clock_is_behind_goes_by_the_latest_event(desk: Desk, path: Path, plan: Plan) -> None:
    latest = done(desk, "note", text="a").event.at
    with desk_on(path, plan, TurnedClock(START - 5_000)) as behind:
        assert done(behind, "note", BEN, text="b").event.at == latest


@prove(60)
@given(st.lists(st.tuples(st.integers(-10_000, 10_000), st.integers(0, 1)), max_size=10))
def test_instants_never_go_back_whatever_clocks_do(plan: Plan, turned: list[tuple[int, int]]) -> None:
    clocks = TurnedClock(), TurnedClock()
    with scratch() as folder, desk_on(folder / "a.db", plan, clocks[0]) as one:
        with desk_on(folder / "a.db", plan, clocks[1]) as two:
            for passed, which in turned:
                clocks[which].turn(milliseconds=passed)
                done((one, two)[which], "note", text="a")
        instants = [event.at for event in one.journal.read()]
    assert instants == sorted(instants)


def test_without_a_clock_of_its_own_a_desk_goes_by_the_rooms(path: Path) -> None:
    with closing(Journal(path)) as journal:
        desk = Desk(journal)
        assert not desk.rehearsal
        assert abs(desk.now - RoomClock().now()) < 5_000


def test_a_session_is_opened_once(desk: Desk, other: Desk) -> None:
    assert other.state == desk.state
    assert [event.seq for event in desk.journal.read()] == [1]


def test_other_windows_learn_of_it_when_they_look(desk: Desk, other: Desk) -> None:
    assert not other.refresh()
    done(desk, "note", text="a")
    assert other.state.notes == ()
    assert other.refresh()
    assert other.state == desk.state
    assert not other.refresh()


def test_it_is_done_only_after_the_disk_has_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tapped = Tapped(desk.journal._db)
    monkeypatch.setattr(desk.journal, "_db", tapped)
    told_at_reply: list[str] = []

    class Watched(Note):
        def reply(self, event: object, view: object) -> str:
            told_at_reply.extend(tapped.told)
            return "n1"

    assert isinstance(desk.do(Watched("a"), BEN), Done)
    assert told_at_reply == ["BEGIN", "SELECT", "INSERT", "COMMIT"]
    assert desk.journal._db.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert desk.journal._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


FAULTS = {
    "an insert fails": "SELECT RAISE(FAIL, 'database or disk is full')",
    "an insert is undone": "SELECT RAISE(ABORT, 'database or disk is full')",
    "the transaction is undone": "SELECT RAISE(ROLLBACK, 'database or disk is full')",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_disk_refuses_is_not_shown_and_the_desk_goes_on(desk: Desk, other: Desk, fault: str) -> None:
    done(desk, "note", text="before")
    other.journal._db.execute(f"CREATE TRIGGER full AFTER INSERT ON events BEGIN {FAULTS[fault]}; END")
    for name, words in {"note": {"text": "lost"}, "next": {}, "strike": {"ref": "n1"}, "undo": {}}.items():
        why = refused(desk, name, **words)
        assert why == "not recorded, the disk refused (database or disk is full): keep the text and try again"
    assert not other.refresh() or other.state == desk.state
    other.journal._db.execute("DROP TRIGGER full")
    assert done(desk, "note", text="after").reply == "n2"
    assert [note.text for note in desk.state.notes] == ["before", "after"]


def test_a_full_disk_is_a_refusal_and_space_helps(desk: Desk) -> None:
    db = desk.journal._db
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 2}")  # room for a note, however full the last page is
    kept = 0
    while isinstance(result := act(desk, "note", text="words " * 100), Done):
        kept += 1
    assert "not recorded, the disk refused (database or disk is full)" in result.reason
    assert 0 < kept == len(desk.state.notes) == len(desk.journal.read(1))
    db.execute(f"PRAGMA max_page_count = {pages + 50}")
    assert done(desk, "note", text="words " * 100).reply == f"n{kept + 1}"


def test_a_failing_commit_is_a_refusal_too(desk: Desk) -> None:
    desk.journal._db.execute("PRAGMA foreign_keys = ON")
    desk.journal._db.execute("CREATE TABLE late (n REFERENCES marks (name) DEFERRABLE INITIALLY DEFERRED)")
    desk.journal._db.execute("CREATE TRIGGER late AFTER INSERT ON events BEGIN INSERT INTO late VALUES ('x'); END")
    assert "FOREIGN KEY constraint failed" in refused(desk, "note", text="a")
    desk.journal._db.execute("DROP TRIGGER late")
    assert done(desk, "note", text="b").reply == "n1"


def test_somebody_who_holds_the_journal_too_long_costs_a_refusal_and_no_words(desk: Desk, other: Desk) -> None:
    desk.journal._db.execute("PRAGMA busy_timeout = 20")
    with other.journal.deciding():
        assert "not recorded, the disk refused (database is locked)" in refused(desk, "note", text="a")
    done(desk, "note", text="a")


@pytest.fixture
def drafting(desk: Desk) -> Iterator[Desk]:
    desk.keep_draft("ana/1", "who is we")
    desk.keep_draft("ana/2", "the treasury")
    desk.keep_draft("ben/1", "we have git")
    yield desk


def test_a_draft_goes_with_the_capture_it_became(drafting: Desk) -> None:
    drafting.do(Note("who is we"), "ana", draft="ana/1")
    assert drafting.journal.drafts() == {"ana/2": "the treasury", "ben/1": "we have git"}


def test_a_draft_stays_where_the_capture_was_refused(drafting: Desk) -> None:
    assert isinstance(drafting.do(Note(" "), "ana", draft="ana/1"), Refused)
    drafting.journal._db.execute("CREATE TRIGGER no BEFORE DELETE ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END")
    assert isinstance(drafting.do(Note("who is we"), "ana", draft="ana/1"), Refused)
    assert drafting.journal.drafts()["ana/1"] == "who is we"
    assert drafting.state.notes == ()


def test_drafts_that_a_crash_left_are_handed_over_to_the_same_facilitator(drafting: Desk) -> None:
    assert drafting.adopt_drafts("ana/", "ana/3") == "who is we\nthe treasury"
    assert drafting.journal.drafts() == {"ana/3": "who is we\nthe treasury", "ben/1": "we have git"}
    assert drafting.adopt_drafts("chi/", "chi/1") == ""


def test_a_draft_that_cannot_be_kept_is_not_worth_a_word(desk: Desk, other: Desk) -> None:
    desk.journal._db.execute("PRAGMA busy_timeout = 20")
    with other.journal.deciding():
        desk.keep_draft("ana/1", "who is we")
    assert desk.journal.drafts() == {}
