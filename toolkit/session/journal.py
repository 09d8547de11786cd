"""The journal: an append-only table in SQLite, durable before anybody is told, shared by several processes.

`session.db` is in WAL mode with `synchronous=FULL`: a commit returns after the log is on the disk. `secure_delete`
overwrites what is erased. Drafts, text that is being typed, live outside the log and are overwritten.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from toolkit.session.bulk import nothing_collected
from toolkit.session.codec import VERSION, decode, encode
from toolkit.session.database import JournalError, connect_to_read, connect_to_write, remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.session.body import Body
    from toolkit.session.events import Event

__all__ = ["Journal", "JournalError"]

_BATCH = 1000
_SCRUB_MARK = "scrub"
_EVENTS = "SELECT seq, at, by, kind, version, CAST(body AS BLOB) FROM events"


class Journal:
    """One open journal."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the journal at `path`; unless `read_only`, create it if it does not exist.

        Raises:
            NotBegunError: There is nothing in it yet (`read_only`).
            JournalError: It is no journal, was written by a newer version, or cannot be opened.
        """
        self.path = path
        try:
            self._db = connect_to_read(path) if read_only else connect_to_write(path)
        except sqlite3.Error as error:
            what = f"cannot be opened as a journal ({error}){remedy(path, error, read_only=read_only)}"
            raise JournalError(path, what) from None
        if not read_only and self.mark(_SCRUB_MARK):
            self.scrub()

    def close(self) -> None:
        """Close the journal; the session goes on when it is opened again."""
        self._db.close()

    def read(self, after: int = 0) -> list[Event]:
        """Return the events after number `after`, in order.

        Raises:
            JournalError: The journal is damaged or unreadable.
        """
        events: list[Event] = []
        with self._reading(), nothing_collected():
            rows = self._db.execute(f"{_EVENTS} WHERE seq > ? ORDER BY seq", (after,))
            while batch := rows.fetchmany(_BATCH):
                events += decode(batch)
        return events

    def backwards(self) -> Iterator[Event]:
        """Yield events from the latest to the first, reading only as far as is asked for."""
        with self._reading():
            rows: sqlite3.Cursor = self._db.execute(f"{_EVENTS} ORDER BY seq DESC")
            for row in rows:
                yield from decode([row])

    def changed(self) -> int:
        """Return a number that differs after another process has written; asking costs microseconds."""
        with self._reading():
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Say in a line what is wrong with the file."""
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise JournalError(self.path, f"cannot be read ({error})") from None

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """Hold the right to write, so that what is read here is still true when something is appended.

        Everything done inside is committed together, durably, when the block ends; an exception undoes it.
        """
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # SQLite may have undone it already
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

    def redact(self, seq: int, body: Body) -> None:
        """Put what may stay of an event in its place; only within `deciding`. Call `scrub` after the commit."""
        _, text = encode(body)
        self._db.execute("UPDATE events SET body = ?, version = ? WHERE seq = ?", (text, VERSION, seq))
        self.set_mark(_SCRUB_MARK, 1)

    def scrub(self) -> bool:
        """Rid the file of copies of what was erased; return whether all are gone, else they go at the next opening.

        Copies survive in gaps that pages left behind when they were divided, and in the write-ahead log, which cannot
        be cut while another process is reading.
        """
        if [upkeep for upkeep in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)") if not self._managed(upkeep)]:
            return False
        with suppress(sqlite3.Error):
            self.set_mark(_SCRUB_MARK, 0)
        return True

    def _managed(self, upkeep: str) -> bool:
        """Do something to the file that may fail on a full disk or a busy journal; tell whether it was done."""
        try:
            row = self._db.execute(upkeep).fetchone()
        except sqlite3.Error:
            return False
        return not (row and row[0])  # a checkpoint answers with whether it was kept from its work

    def drafts(self) -> dict[str, str]:
        """Return every text that is being typed, by key."""
        with self._reading():
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
        with self._reading():
            row = self._db.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_mark(self, name: str, value: int) -> None:
        """Remember a number."""
        self._db.execute(
            "INSERT INTO marks VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
        )
