"""Rehearsal: a journal of its own, one writer, and a clock that stands still unless it is told otherwise."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.session.room import START, done, left, refused
from toolkit.session import opening
from toolkit.session.clocks import RehearsalClock
from toolkit.session.journal import JournalError
from toolkit.workshop.folder import Folder
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan

SECOND = 1_000


class Stopwatch:
    """How long the program has run, as far as its simulated clock is concerned."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    """Time that passes when the test says so."""
    watch = Stopwatch()

    class Watched(RehearsalClock):
        def __init__(self, at: int, speed: float = 0.0) -> None:
            super().__init__(at, speed, watch)

    monkeypatch.setattr(opening, "RehearsalClock", Watched)
    return watch


@contextmanager
def rehearsing(folder: Folder, plan: Plan, *, restart: bool = False) -> Iterator[Desk]:
    opened = opening.open_session(folder, "ana", lambda: plan, rehearsal=True, restart=restart)
    try:
        yield opened.desk
    finally:
        opened.close()


def test_the_clock_starts_when_the_workshop_is_planned_to_and_stands_still(
    folder: Folder, plan: Plan, watch: Stopwatch
) -> None:
    with rehearsing(folder, plan) as desk:
        assert desk.rehearsal
        done(desk, "next")
        watch.seconds += 3_600
        assert (desk.now, left(desk)) == (START, 5 * 60)


def test_a_rehearsal_leaves_the_session_alone(folder: Folder, plan: Plan) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "note", text="a")
    assert folder.journal(rehearsal=True).exists()
    assert not folder.journal().exists()


def test_waiting_moves_the_clock_on(folder: Folder, plan: Plan, watch: Stopwatch) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "next")
        event = done(desk, "wait", minutes="1.5").event
        assert (event.at, desk.now, left(desk)) == (START + 90 * SECOND, START + 90 * SECOND, 210)
        assert done(desk, "wait", minutes="4").reply == "it is 13:35; b1.s1 Collision, 1 of 3: Invite (-0:30)"
        assert "time does not run backwards" in refused(desk, "wait", minutes="-1")


def test_a_speed_lets_the_clock_run_until_it_is_stopped(folder: Folder, plan: Plan, watch: Stopwatch) -> None:
    with rehearsing(folder, plan) as desk:
        assert done(desk, "speed", factor="10").reply == "the clock runs 10 times as fast"
        watch.seconds += 6
        assert desk.now == START + MINUTE
        assert done(desk, "speed", factor="0").reply == "the clock stands still"
        watch.seconds += 6
        assert desk.now == START + MINUTE
        assert "at most 600 times" in refused(desk, "speed", factor="601")


def test_waiting_at_a_speed_goes_on_from_there(folder: Folder, plan: Plan, watch: Stopwatch) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "speed", factor="10")
        watch.seconds += 6
        done(desk, "wait", minutes="2")
        watch.seconds += 6
        assert desk.now == START + 4 * MINUTE


def test_it_resumes_where_it_was_left(folder: Folder, plan: Plan, watch: Stopwatch) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "next")
        done(desk, "wait", minutes="2")
    watch.seconds += 3_600
    with rehearsing(folder, plan) as desk:
        watch.seconds += 3_600
        assert (desk.now, left(desk)) == (START + 2 * MINUTE, 3 * 60)


def test_it_resumes_where_it_was_left_at_a_speed_too(folder: Folder, plan: Plan, watch: Stopwatch) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "speed", factor="10")
        watch.seconds += 30
        assert desk.now == START + 5 * MINUTE  # five minutes after the latest event
    watch.seconds += 3_600
    with rehearsing(folder, plan) as desk:
        assert desk.now == START + 5 * MINUTE
        watch.seconds += 6
        assert desk.now == START + 6 * MINUTE


def test_a_rehearsal_that_was_killed_resumes_where_its_clock_was_last_kept(
    folder: Folder, plan: Plan, watch: Stopwatch
) -> None:
    opened = opening.open_session(folder, "ana", lambda: plan, rehearsal=True)
    done(opened.desk, "speed", factor="60")
    watch.seconds += 2
    opened.desk.keep_clock()
    watch.seconds += 1
    opened.desk.journal.close()
    assert opened.lock is not None
    opened.lock.close()
    with rehearsing(folder, plan) as desk:
        assert desk.now == START + 2 * MINUTE


def test_a_disk_that_refuses_to_keep_the_clock_stops_nothing(folder: Folder, plan: Plan, watch: Stopwatch) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "speed", factor="60")
        desk.journal._db.execute("CREATE TRIGGER no BEFORE INSERT ON marks BEGIN SELECT RAISE(ABORT, 'full'); END")
        watch.seconds += 2
        desk.keep_clock()
        assert desk.now == START + 2 * MINUTE


def test_a_rehearsal_begun_anew_forgets_the_one_before(folder: Folder, plan: Plan) -> None:
    with rehearsing(folder, plan) as desk:
        done(desk, "note", text="a")
        done(desk, "wait", minutes="5")
    with rehearsing(folder, plan, restart=True) as desk:
        assert (desk.now, desk.state.notes, desk.state.seq) == (START, (), 1)


def test_time_and_speed_of_a_real_session_are_nobodys_to_change(desk: Desk) -> None:
    assert refused(desk, "wait", minutes="5") == "only a rehearsal's clock can be moved: start one with --rehearse"
    assert refused(desk, "speed", factor="5") == "only a rehearsal's clock has a speed: start one with --rehearse"


def test_one_rehearses_at_a_time_and_the_real_session_is_open_to_all(folder: Folder, plan: Plan) -> None:
    with rehearsing(folder, plan), pytest.raises(JournalError, match="somebody is rehearsing this workshop"):
        opening.open_session(folder, "ben", lambda: plan, rehearsal=True, restart=True)
    with rehearsing(folder, plan) as desk:
        assert desk.state.seq == 1
        for _ in range(2):
            opening.open_session(folder, "ben", lambda: plan).close()


def test_a_rehearsal_that_cannot_be_opened_lets_the_next_one_try(folder: Folder, plan: Plan) -> None:
    with pytest.raises(KeyError):
        opening.open_session(folder, "ana", {}.popitem, rehearsal=True)  # type: ignore[arg-type]
    assert not folder.journal(rehearsal=True).exists()
    folder.journal(rehearsal=True).write_text("no journal")
    with pytest.raises(JournalError, match="cannot be opened as a journal") as kept:
        opening.open_session(folder, "ana", lambda: plan, rehearsal=True)
    with rehearsing(folder, plan, restart=True) as desk:  # while the fault, and all it holds, is still known
        assert desk.state.seq == 1
    assert str(kept.value)


def test_a_folder_without_room_for_the_lock_is_said_to_be_that(folder: Folder, plan: Plan) -> None:
    (folder.path / "rehearsal.lock").mkdir()
    with pytest.raises(JournalError, match=r"no rehearsal can be opened in this folder .*unable to open"):
        opening.open_session(folder, "ana", lambda: plan, rehearsal=True)
