"""The SQLite file of a journal: made whole by one of many at once, checked before it is touched, readable anywhere."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING

from toolkit.files.problems import UserError
from toolkit.session.codec import VERSION

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x57534B54  # "WSKT"
BUSY_SECONDS = 5.0
_RETRY_SECONDS = 0.02

_SCHEMA = """
CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,   -- milliseconds since 1970, UTC
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL     -- JSON
);
CREATE TABLE drafts (
    key TEXT PRIMARY KEY,
    text TEXT NOT NULL     -- JSON string
);
CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
);
"""


class JournalError(UserError):
    """A journal that cannot be opened, read or written; says what to do."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")


class NotBegunError(JournalError):
    """There is no journal to read yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "no session has been opened yet: start one with `workshop run`")


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open the file at `path`, made if there is none.

    Raises:
        JournalError: It is no journal, or was written by a newer version; it has not been touched.
        sqlite3.Error: It cannot be opened.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return _connect_to_write(path)
        except sqlite3.OperationalError as error:
            # SQLite itself does not wait when two processes turn to the write-ahead log at the same moment.
            if not _is(error, sqlite3.SQLITE_BUSY) or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)


def _connect_to_write(path: Path) -> sqlite3.Connection:
    db = _connect(path, "mode=rwc")
    try:
        if not _is_empty(db):
            _check(db, path)  # before anything is changed in a file that is not ours
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA temp_store = MEMORY")  # what was said never leaves the folder
        db.execute("PRAGMA journal_mode = WAL")
        _create(db)
        if db.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            db.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        db.close()
        raise
    return db


def _connect(path: Path, query: str) -> sqlite3.Connection:
    # The path is made a URI: SQLite reads `?` and `#` in a bare name.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{query}", uri=True, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=64
    )


def _is_empty(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _create(db: sqlite3.Connection) -> None:
    """Make the tables, once, however many processes open the file at the same moment."""
    db.execute("BEGIN IMMEDIATE")
    if _is_empty(db):
        for statement in _SCHEMA.split(";\n"):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open the file at `path` to read it, from a folder that cannot be written to as well.

    Raises:
        NotBegunError: There is none, or it has nothing in it yet.
        JournalError: It is no journal, or was written by a newer version.
        sqlite3.Error: It cannot be opened.
    """
    if not path.is_file():
        raise NotBegunError(path)
    db = _connect_anywhere(path)
    try:
        db.execute("PRAGMA query_only = ON")
        _check_begun(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _connect_anywhere(path: Path) -> sqlite3.Connection:
    db = _connect(path, "mode=rw")
    try:
        _is_empty(db)
    except sqlite3.Error as error:
        db.close()
        if not _is(error, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        # A folder that cannot be written to has no place for the index of the log; without a log none is needed.
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            what = "was not closed, and its folder cannot be written to: copy the whole folder to where it can"
            raise JournalError(path, what) from None
        return _connect(path, "mode=ro&immutable=1")
    return db


_REFUSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)


def remedy(path: Path, error: sqlite3.Error, *, read_only: bool) -> str:
    """Return what to do about a journal that the disk does not let open, where its folder shows why; else nothing."""
    import shutil  # deferred: only faults need it

    folder = path.parent
    if not _is(error, *_REFUSED) or not folder.is_dir():
        return ""
    if not read_only and not os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return ": its folder cannot be written to: copy the folder to where it can"
    return ": the disk is full: make room" if shutil.disk_usage(folder).free == 0 else ""


def _is(error: sqlite3.Error, *codes: int) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in codes


def _check_begun(db: sqlite3.Connection, path: Path) -> None:
    if _is_empty(db):
        raise NotBegunError(path)
    _check(db, path)


def _check(db: sqlite3.Connection, path: Path) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise JournalError(path, "this is not a workshop's journal: move it away")
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise JournalError(
            path,
            f"written by a newer version of the toolkit (journal version {version}, this one knows {VERSION}): "
            "update with `pip install --upgrade workshop-toolkit`",
        )
