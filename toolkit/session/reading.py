"""Read a folder's journal without taking part in the session."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from toolkit.session.database import NotBegunError
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.events import Event
    from toolkit.workshop.folder import Folder


@contextmanager
def journal_to_read(folder: Folder, *, rehearsal: bool = False) -> Iterator[Journal | None]:
    """Open a folder's journal for reading; None if no session has been opened.

    Raises:
        UserError: The folder holds no workshop, or the journal cannot be read.
    """
    try:
        journal = Journal(folder.require().journal(rehearsal=rehearsal), read_only=True)
    except NotBegunError:
        yield None
        return
    try:
        yield journal
    finally:
        journal.close()


def read_events(folder: Folder, *, rehearsal: bool = False) -> list[Event]:
    """Return the events of a folder's journal; none if no session has been opened.

    Raises:
        UserError: The folder holds no workshop, or the journal cannot be read.
    """
    with journal_to_read(folder, rehearsal=rehearsal) as journal:
        return journal.read() if journal else []
