"""Journals on the disk, made and meddled with."""

from __future__ import annotations

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
