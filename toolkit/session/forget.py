"""Take names out of a journal for good: nobody else may hold it meanwhile, and no copy stays in the file."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from toolkit.files.values import reader, to_value
from toolkit.session.codec import VERSION, decode, encode
from toolkit.session.database import JournalError, connect_to_write
from toolkit.session.events import KINDS, NAMES, Event
from toolkit.workshop.prose import PROSE, structure, with_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

_ROWS = "SELECT seq, at, by, kind, version, CAST(body AS BLOB) FROM events ORDER BY seq"


class HeldJournal:
    """A journal that this process alone has open. Nothing is changed before `redact` is called."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path, self._db = path, db

    def authors(self) -> list[str]:
        """Return who entered something, or began to, each once."""
        begun = (author for key, _ in self._drafts() if (author := key.rpartition("/")[0]))
        return list(dict.fromkeys([*(event.by for event in self._events() if event.by), *begun]))

    def structure(self) -> Iterator[str]:
        """Yield what the events rest on: ids, labels, names of files."""
        for event in self._events():
            yield from structure(to_value(event.body))

    def mentions(self, found: Callable[[str], list[str]], authors: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield where somebody is named, and the text: as one of `authors`, in words, in drafts."""
        events = self._events()
        for author, count in Counter(event.by for event in events if event.by in authors).items():
            yield f"{self.path.name}: {count} event{'s' * (count != 1)} entered by", author
        for event in events:
            name = f"{self.path.name}: event {event.seq} ({NAMES[type(event.body)]})"
            yield from ((name, text) for text in _texts(event) if found(text))
        for key, text in self._drafts():
            author, _, rest = key.rpartition("/")
            yield from ((f"{self.path.name}: draft", part) for part in (rest, text) if found(part))
            if author in authors:
                yield f"{self.path.name}: draft by", author

    def redact(self, without: Callable[[str], str], authors: Mapping[str, str]) -> None:
        """Put what `without` leaves of each text in its place, all at once, and rid the file of what was there.

        Args:
            without: Takes names out of a text.
            authors: What those are called from now on who entered something and are forgotten. Others are not touched.

        Raises:
            JournalError: The disk refuses; the journal is as it was.
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for event in self._events():
                self._rewrite(event, without, authors)
            drafts = self._drafts()
            self._db.execute("DELETE FROM drafts")
            for key, text in drafts:
                values = (_key(key, without, authors), json.dumps(without(text)))
                self._db.execute("INSERT OR IGNORE INTO drafts VALUES (?, ?)", values)
            self._db.execute("COMMIT")
            self._db.execute("VACUUM")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise JournalError(
                self.path, f"names could not be removed, the disk refused ({error}): try again"
            ) from None

    def _rewrite(self, event: Event, without: Callable[[str], str], authors: Mapping[str, str]) -> None:
        changed, by = _changed(event, without), authors.get(event.by, event.by)
        kind, text = encode(event.body) if changed is None else encode(reader(KINDS[NAMES[type(event.body)]])(changed))
        if changed is not None or by != event.by:
            values = (by, kind, VERSION, text, event.seq)
            self._db.execute("UPDATE events SET by = ?, kind = ?, version = ?, body = ? WHERE seq = ?", values)

    def _events(self) -> list[Event]:
        try:
            return decode(self._db.execute(_ROWS).fetchall())
        except ValueError as error:
            raise JournalError(self.path, f"cannot be read ({error})") from None

    def _drafts(self) -> list[tuple[str, str]]:
        return [(key, json.loads(text)) for key, text in self._db.execute("SELECT key, text FROM drafts")]


@contextmanager
def held(path: Path) -> Iterator[HeldJournal]:
    """Hold a journal alone: nobody can open it until this ends.

    Leaving write-ahead logging needs the file to oneself, and takes the log and its index away.

    Raises:
        JournalError: Somebody else has it open, or it is no journal.
    """
    db = connect_to_write(path)
    try:
        db.execute("PRAGMA busy_timeout = 200")
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
        except sqlite3.OperationalError:
            mode = "held"
        if mode != "delete":
            what = (
                "another window has this workshop open (the console, the room's screen or plain mode): close it first"
            )
            raise JournalError(path, what)
        yield HeldJournal(path, db)
    finally:
        db.close()


def _key(key: str, without: Callable[[str], str], authors: Mapping[str, str]) -> str:
    """Return the key of a draft: who types it, and a code."""
    author, slash, rest = key.rpartition("/")
    return f"{authors.get(author, author)}{slash}{without(rest)}"


def _texts(event: Event) -> Iterator[str]:
    """Yield everything in an event that somebody wrote."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    with_prose(to_value(event.body), set(event.body.TEXTS) | PROSE, note)
    yield from found


def _changed(event: Event, without: Callable[[str], str]) -> Any | None:  # noqa: ANN401 - JSON
    before = to_value(event.body)
    after = with_prose(before, set(event.body.TEXTS) | PROSE, without)
    return None if after == before else after
