"""The journal: an append-only table in SQLite, durable before anybody is told, shared by several processes.

`session.db` is in WAL mode with `synchronous=FULL`: a commit returns after the log is on the disk. `secure_delete`
overwrites what is erased. Drafts, text that is being typed, live outside the log and are overwritten.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from toolkit.files.problems import UserError
from toolkit.session.bulk import nothing_collected
from toolkit.session.codec import VERSION, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.session.events import Body, Event

APPLICATION_ID = 0x57534B54  # "WSKT"
BUSY_SECONDS = 5.0
_BATCH = 1000

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
_COLUMNS = "seq, at, by, kind, version, body"


class JournalError(UserError):
    """A journal that cannot be opened, read or written; says what to do."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")


class Journal:
    """One open journal."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the journal at `path`; unless `read_only`, create it if it does not exist.

        Raises:
            JournalError: It does not exist (`read_only`), is no journal, or was written by a newer version.
        """
        self.path = path
        try:
            self._db = _connect_to_read(path) if read_only else _connect_to_write(path)
        except sqlite3.Error as error:
            raise JournalError(path, f"cannot be opened as a journal ({error})") from None

    def close(self) -> None:
        """Close the journal; the session goes on when it is opened again."""
        self._db.close()

    def read(self, after: int = 0) -> list[Event]:
        """Return the events after number `after`, in order.

        Raises:
            JournalError: The journal is damaged or unreadable.
        """
        query = f"SELECT {_COLUMNS} FROM events WHERE seq > ? ORDER BY seq"  # noqa: S608 - constant
        events: list[Event] = []
        try:
            with nothing_collected():
                rows = self._db.execute(query, (after,))
                while batch := rows.fetchmany(_BATCH):
                    events += decode(batch)
        except (sqlite3.Error, ValueError) as error:
            raise JournalError(self.path, f"cannot be read ({error})") from None
        return events

    def backwards(self) -> Iterator[Event]:
        """Yield events from the latest to the first, reading only as far as is asked for."""
        rows: sqlite3.Cursor = self._db.execute(f"SELECT {_COLUMNS} FROM events ORDER BY seq DESC")  # noqa: S608 - constant
        for row in rows:
            yield from decode([row])

    def changed(self) -> int:
        """Return a number that differs after another process has written; asking costs microseconds."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """Hold the right to write, so that what is read here is still true when something is appended.

        Everything done inside is committed together, durably, when the block ends; an exception undoes it.
        """
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        try:
            self._db.execute("COMMIT")
        except sqlite3.Error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def append(self, at: int, by: str, body: Body) -> int:
        """Append an event and return its number; only within `deciding`."""
        kind, text = encode(body)
        cursor = self._db.execute(
            "INSERT INTO events (at, by, kind, version, body) VALUES (?, ?, ?, ?, ?)", (at, by, kind, VERSION, text)
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def redact(self, seq: int, fields: tuple[str, ...]) -> None:
        """Erase texts of an event; only within `deciding`. Call `scrub` after the commit."""
        (text,) = self._db.execute("SELECT body FROM events WHERE seq = ?", (seq,)).fetchone()
        body = json.dumps(json.loads(text) | dict.fromkeys(fields), separators=(",", ":"))
        self._db.execute("UPDATE events SET body = ? WHERE seq = ?", (body, seq))

    def scrub(self) -> bool:
        """Drop old pages from the write-ahead log, where erased text would survive; return whether it could.

        It cannot while another process is reading; the next process to close or scrub the journal does it.
        """
        busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return int(busy) == 0

    def draft(self, key: str) -> str:
        """Return the text being typed under `key`, or nothing."""
        row = self._db.execute("SELECT text FROM drafts WHERE key = ?", (key,)).fetchone()
        return str(json.loads(row[0])) if row else ""

    def drafts(self) -> dict[str, str]:
        """Return every text that is being typed, by key."""
        return {key: json.loads(text) for key, text in self._db.execute("SELECT key, text FROM drafts")}

    def keep_draft(self, key: str, text: str) -> None:
        """Overwrite the text being typed under `key`; an empty text removes it."""
        if text:
            self._db.execute(
                "INSERT INTO drafts VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET text = excluded.text",
                (key, json.dumps(text)),
            )
        else:
            self._db.execute("DELETE FROM drafts WHERE key = ?", (key,))

    def mark(self, name: str) -> int | None:
        """Return a remembered number, such as where a rehearsal's clock stood."""
        row = self._db.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_mark(self, name: str, value: int) -> None:
        """Remember a number."""
        self._db.execute(
            "INSERT INTO marks VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
        )


def _connect(path: Path, query: str) -> sqlite3.Connection:
    # The path is quoted by hand: as_uri() refuses relative paths and SQLite reads `?` and `#` in a bare name.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{query}", uri=True, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=64
    )


def _connect_to_write(path: Path) -> sqlite3.Connection:
    db = _connect(path, "mode=rwc")
    try:
        if not _is_empty(db):
            _check(db, path)  # before anything is changed in a file that is not ours
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA journal_mode = WAL")
        _create(db)
        if db.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            db.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        db.close()
        raise
    return db


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


def _connect_to_read(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise JournalError(path, "no session has been opened yet: start one with `workshop run`")
    db = _connect(path, "mode=rw")
    try:
        _is_empty(db)
    except sqlite3.OperationalError:
        db.close()
        # A folder that cannot be written to has no place for the index of the log; without a log none is needed.
        if path.with_name(path.name + "-wal").exists():
            raise
        db = _connect(path, "mode=ro&immutable=1")
    try:
        db.execute("PRAGMA query_only = ON")
        _check(db, path)
    except BaseException:
        db.close()
        raise
    return db


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
