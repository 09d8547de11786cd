"""Journals on the disk, made and meddled with."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.session.room import START
from toolkit.session.events import Noted
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path


def one_note(path: Path) -> None:
    """Make a journal with one event in it."""
    with closing(Journal(path)) as journal, journal.deciding():
        journal.append(START, "ana", Noted("n1", "words", START))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def traces(folder: Path, words: str) -> list[str]:
    """Return the files in which words are found, as they are or as JSON writes them."""
    written = {words.encode(), json.dumps(words)[1:-1].encode()}
    return [file.name for file in folder.iterdir() if any(form in file.read_bytes() for form in written)]


class Tapped:
    """A connection that writes down what it is told, and has no room for one thing."""

    def __init__(self, db: sqlite3.Connection, refused: str = "") -> None:
        self._db, self._refused = db, refused
        self.told: list[str] = []

    def execute(self, statement: str, *values: tuple[int | str, ...]) -> sqlite3.Cursor:
        if statement == self._refused:
            raise sqlite3.OperationalError("database or disk is full")
        cursor = self._db.execute(statement, *values)
        self.told.append(statement.split()[0])
        return cursor

    def __getattr__(self, name: str) -> object:
        return getattr(self._db, name)
