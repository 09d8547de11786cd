"""A workshop file while it is being planned: each change is written at once, and can be taken back."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.problems import UserError
from toolkit.library.catalogue import Catalogue
from toolkit.workshop.edit_folder import ChangedElsewhereError, as_edited, change, text_of
from toolkit.workshop.fingerprint import fingerprint
from toolkit.workshop.outlook import Outlook, outlook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.learned import Took
    from toolkit.workshop.resolve import Resolved

MOST_TAKEN_BACK = 200


class NothingToTakeBackError(UserError):
    """There is no change of ours in the file that could be taken back, or made again."""


class _Change(NamedTuple):
    """What a file said before and what it says since; that of a change taken back is the other way round."""

    before: str
    after: str
    what: str


class Planning:
    """The changes that somebody makes to one workshop file, in the order in which they are made.

    It knows what the file said when it was last looked at. Where somebody else has changed it since, a change is
    refused, so that nobody's work is written over; the next look shows theirs. Changes before that stay in the file,
    as far as the other left them there, but are no longer taken back.
    """

    def __init__(self, folder: Folder) -> None:
        """Begin; nothing is read yet."""
        self.folder = folder
        self._took: tuple[Took, ...] = ()
        self._text: str | None = None
        self._files: int | None = None
        """The fingerprint of all files that the plan is read from."""
        self._done: list[_Change] = []
        self._undone: list[_Change] = []
        self._catalogue = Catalogue(folder.path)
        self._lock = threading.Lock()

    def look(self) -> Outlook:
        """Read the folder as it is now.

        Raises:
            InputError: It cannot be opened; with every fault.
            OSError: It cannot be read.
        """
        with self._lock:
            self._files = fingerprint(self.folder)
            text = text_of(self.folder)
            if text != self._text:
                self._text, self._done, self._undone = text, [], []
            self._catalogue = Catalogue(self.folder.path)
            return self._seen(as_edited(self.folder, text))

    def learn(self, took: Iterable[Took]) -> None:
        """Take note of how long exercises took before; the next look tells of it."""
        self._took = tuple(took)

    def is_stale(self) -> bool:
        """Tell whether the file, the roster or content of one's own differs from when it was last looked at."""
        with self._lock:
            return self._files is not None and fingerprint(self.folder) != self._files

    def preview(self, edited: Callable[[str], str]) -> Outlook:
        """Return the plan as it would be; nothing is written.

        Raises:
            UserError: It could not be.
        """
        with self._lock:
            return self._seen(as_edited(self.folder, edited(self._text or "")))

    def do(self, edited: Callable[[str], str], what: str) -> Outlook:
        """Change the file.

        Args:
            edited: Text in, text out.
            what: What is done, to be named when it is taken back.

        Raises:
            UserError: The change cannot be made, or somebody else has changed the file; it is as it was.
            OSError: It cannot be written.
        """
        with self._lock:
            before = self._text
            found, after = self._write(edited, before)
            if before is not None and after != before:
                self._done = [*self._done, _Change(before, after, what)][-MOST_TAKEN_BACK:]
                self._undone = []
            return self._seen(found)

    def undo(self) -> tuple[Outlook, str]:
        """Take the latest change back; return the plan, and what was taken back.

        Raises:
            UserError: There is none, or somebody else has changed the file.
            OSError: It cannot be written.
        """
        with self._lock:
            return self._turn(self._done, self._undone, "nothing has been changed here yet that could be taken back")

    def redo(self) -> tuple[Outlook, str]:
        """Make the change again that was taken back last; return the plan, and what was done again.

        Raises:
            UserError: There is none, or somebody else has changed the file.
            OSError: It cannot be written.
        """
        with self._lock:
            return self._turn(self._undone, self._done, "nothing has been taken back that could be done again")

    def _turn(self, changes: list[_Change], others: list[_Change], nothing: str) -> tuple[Outlook, str]:
        """Turn the latest of some changes round, so that the others have it as the one to be turned next."""
        if not changes:
            raise NothingToTakeBackError(nothing)
        last = changes[-1]
        found, _ = self._write(lambda _: last.before, last.after)
        changes.pop()
        others.append(_Change(last.after, last.before, last.what))
        return self._seen(found), last.what

    def _write(self, edited: Callable[[str], str], expected: str | None) -> tuple[Resolved, str]:
        """Change the file; return the workshop and the text that was written."""
        written: list[str] = []

        def kept(text: str) -> str:
            written.append(edited(text))
            return written[-1]

        found = change(self.folder, kept, expected)
        self._text, self._files = written[-1], fingerprint(self.folder)
        return found, written[-1]

    def _seen(self, found: Resolved) -> Outlook:
        return outlook(found.plan, self._catalogue, self._took, found.problems)


__all__ = ["ChangedElsewhereError", "NothingToTakeBackError", "Planning"]
