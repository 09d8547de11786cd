"""What is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file.

    `line` and `column` count from 1; 0 means that the fault is of the file as a whole.
    """

    file: str
    line: int
    column: int
    what: str
    warning: bool = False
    """Whether it is for the author to judge, and not wrong for certain."""

    def __str__(self) -> str:
        """Return `file:line:column: what, and what to do`, on one line."""
        what = f"{'warning: ' * self.warning}{printable(self.what)}"
        return f"{printable(self.file)}:{max(self.line, 1)}:{max(self.column, 1)}: {what}"


class UserError(Exception):
    """A fault that a person can mend; its text says how. Commands print it and exit with 1."""


class InputError(UserError):
    """Input that cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def reason(error: UserError | OSError) -> str:
    """Return a fault as a person is told it: what is wrong, and what to do."""
    if isinstance(error, UserError):
        return str(error)
    where = f"{error.filename}: " if error.filename else ""
    remedy = (
        "check who may write there, and close it where it is open"
        if isinstance(error, PermissionError)
        else "check the path and the disk"
    )
    return printable(f"{where}{(error.strerror or str(error)).lower()}: {remedy}")


def printable(text: str, limit: int = 400) -> str:
    """Return `text` on one line, with control characters escaped, cut after `limit` characters."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text[: limit + 1])
    return shown if len(text) <= limit else shown[:limit] + "…"


def nearest(name: str, known: Iterable[str], also: Iterable[str] = ()) -> str:
    """Return a remedy for an unknown name: the closest valid one, else the first valid ones.

    Args:
        name: What was written; its case does not matter.
        known: What is valid.
        also: What is valid as well, but not worth listing: short forms, ids.
    """
    from difflib import get_close_matches  # deferred: only faults need it

    names = sorted(set(known))
    if not names:
        return "none exist"
    folded = {valid.casefold(): valid for valid in [*also, *reversed(names)]}
    if len(name) <= 80 and (close := get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)):
        return f"did you mean {folded[close[0]]!r}?"
    more = ", …" if len(names) > 12 else ""
    return f"use one of {', '.join(names[:12])}{more}"
