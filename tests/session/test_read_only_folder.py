"""A journal on a stick that is write-protected: it is read, unless a part of it could not be."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.session.journals import change, one_note
from toolkit.session.journal import Journal, JournalError

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65_534


@contextmanager
def read_only_folder() -> Iterator[Path]:
    """Make a folder that whoever runs the tests cannot write to once it is `closed`: root becomes nobody meanwhile."""
    with tempfile.TemporaryDirectory() as name:  # not tmp_path: nobody may not enter that
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        with pytest.raises(PermissionError):
            (folder / "new").touch()
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_journal_is_read_from_a_folder_that_cannot_be_written_to() -> None:
    with read_only_folder() as folder:
        one_note(folder / "session.db")
        with closed(folder):
            with closing(Journal(folder / "session.db", read_only=True)) as journal:
                assert len(journal.read()) == 1
                assert journal.changed() == journal.changed()
            with pytest.raises(JournalError, match="its folder cannot be written to: copy"):
                Journal(folder / "session.db")


def crashed(path: Path, *, empty_log: bool) -> None:
    """Leave a journal as a crash does: with its log beside it, which may have been taken in already."""
    with closing(Journal(path)):
        one_note(path)
        if empty_log:
            change(path, "PRAGMA wal_checkpoint(TRUNCATE)")
        left = path.read_bytes(), path.with_name("session.db-wal").read_bytes()
    path.write_bytes(left[0])
    path.with_name("session.db-wal").write_bytes(left[1])


def test_a_log_that_a_crash_left_in_such_a_folder_is_never_passed_over_silently() -> None:
    with read_only_folder() as folder:
        crashed(folder / "session.db", empty_log=False)
        with closed(folder), pytest.raises(JournalError, match=r"was not closed, and .* copy the whole folder"):
            Journal(folder / "session.db", read_only=True)


def test_an_empty_log_that_a_crash_left_in_such_a_folder_stops_nobody() -> None:
    with read_only_folder() as folder:
        crashed(folder / "session.db", empty_log=True)
        with closed(folder), closing(Journal(folder / "session.db", read_only=True)) as journal:
            assert len(journal.read()) == 1
