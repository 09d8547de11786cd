"""Files that are no journal, or one that cannot be used as it is: a clear line, and the file is left alone."""

from __future__ import annotations

import multiprocessing
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.journals import change, one_note
from tests.session.room import START, prove, scratch
from toolkit.session.codec import VERSION
from toolkit.session.database import NotBegunError
from toolkit.session.events import Spoke
from toolkit.session.journal import Journal, JournalError

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier
    from pathlib import Path


def refusal(path: Path, *, read_only: bool) -> str:
    """Return why a journal is not opened, in one line; the file must stay as it was."""
    before = path.read_bytes()
    with pytest.raises(JournalError) as fault:
        Journal(path, read_only=read_only)
    assert path.read_bytes() == before
    assert "\n" not in str(fault.value)
    return str(fault.value)


@pytest.mark.parametrize("read_only", [True, False])
def test_somebody_elses_database_is_refused_and_left_alone(path: Path, read_only: bool) -> None:
    change(path, "CREATE TABLE events (seq INTEGER)", "PRAGMA user_version = 1")
    assert refusal(path, read_only=read_only) == f"{path}: this is not a workshop's journal: move it away"


@pytest.mark.parametrize("read_only", [True, False])
def test_a_journal_of_a_newer_version_is_refused_with_what_to_do_and_left_alone(path: Path, read_only: bool) -> None:
    one_note(path)
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    line = refusal(path, read_only=read_only)
    assert f"newer version of the toolkit (journal version {VERSION + 1}, this one knows {VERSION})" in line
    assert "pip install --upgrade workshop-toolkit" in line


@prove(60)
@given(st.binary(min_size=2).filter(lambda data: not data.startswith(b"SQLite format 3\0")), st.booleans())
def test_any_file_that_is_no_database_is_refused_and_left_alone(data: bytes, read_only: bool) -> None:
    # SQLite takes a file of one byte for an empty one: two at least.
    with scratch() as folder:
        file = folder / "session.db"
        file.write_bytes(data)
        assert "cannot be opened as a journal" in refusal(file, read_only=read_only)


def test_opening_an_older_journal_to_write_marks_it_as_of_this_version(path: Path) -> None:
    one_note(path)
    change(path, "PRAGMA user_version = 0")
    with closing(Journal(path, read_only=True)) as journal:
        assert len(journal.read()) == 1
    with closing(Journal(path)) as journal:
        assert len(journal.read()) == 1
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)


@pytest.mark.parametrize("content", [None, b""])
def test_there_is_nothing_to_read_before_a_session_is_opened(path: Path, content: bytes | None) -> None:
    if content is not None:  # what a crash at the very first moment leaves
        path.write_bytes(content)
    with pytest.raises(NotBegunError, match="no session has been opened yet: start one with `workshop run`"):
        Journal(path, read_only=True)
    one_note(path)


def test_a_folder_in_place_of_the_journal_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(JournalError, match="cannot be opened as a journal"):
        Journal(path)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE events SET body = '{' WHERE seq = 2", "event 2 (noted) is damaged"),
        ("UPDATE events SET body = x'00ff' WHERE seq = 2", "event 2 (noted) is damaged"),
        ("UPDATE events SET kind = 'sneezed' WHERE seq = 3", "event 3 (sneezed) is damaged"),
        ("DROP TABLE events", "no such table: events"),
    ],
)
def test_a_damaged_event_is_named(path: Path, statement: str, named: str) -> None:
    for _ in range(3):
        one_note(path)
    change(path, statement)
    line = f"^{re.escape(str(path))}: cannot be read .{re.escape(named)}"
    with closing(Journal(path)) as journal:
        with pytest.raises(JournalError, match=line):
            journal.read()
        with pytest.raises(JournalError, match=line):
            list(journal.backwards())


def _create(path: Path, together: Barrier) -> None:
    together.wait()
    for _ in range(5):
        with closing(Journal(path)) as journal, journal.deciding():
            journal.append(START, "ana", Spoke("design"))


def test_four_processes_that_create_a_journal_at_once_share_one(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    for turn in range(12):
        path, together = tmp_path / f"{turn}.db", context.Barrier(4)
        processes = [context.Process(target=_create, args=(path, together)) for _ in range(4)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert [process.exitcode for process in processes] == [0] * 4
        with closing(Journal(path, read_only=True)) as journal:
            assert [event.seq for event in journal.read()] == list(range(1, 21))
