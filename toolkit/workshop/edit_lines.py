"""The agenda of a workshop file as the lines of its entries, to be moved about."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from toolkit.workshop.edit_yaml import entry_lines, loaded, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping


class Lines:
    """A file in three: what comes before the agenda's entries, the entries, and what comes after.

    The comments and empty lines above an entry belong to it, but for those between `agenda:` and the first.
    """

    def __init__(self, head: list[str], entries: list[list[str]], tail: list[str], indent: int, end: str) -> None:
        self.head, self.entries, self.tail, self.indent, self.end = head, entries, tail, indent, end

    @classmethod
    def of(cls, text: str) -> Lines | None:
        """Return a file's lines; None if its agenda is not written as a list of lines."""
        data = loaded(text)
        agenda = data["agenda"]
        lines = text.splitlines(keepends=True)
        if agenda.fa.flow_style() or len(agenda) == 0 or any(entry.fa.flow_style() for entry in agenda):
            return None
        starts = [agenda.lc.item(i)[0] for i in range(len(agenda))]
        indent = agenda.lc.item(0)[1] - 2
        if any(not re.match(rf" {{{indent}}}- \S", lines[start]) for start in starts):
            return None
        after = [line for key in data if (line := data.lc.key(key)[0]) > starts[-1]]
        last = min(after, default=len(lines))
        cuts = [starts[0], *(_above(lines, start) for start in starts[1:]), _end(lines, last)]
        entries = [lines[a:b] for a, b in pairwise(cuts)]
        end = "\r\n" if lines[0].endswith("\r\n") else "\n"
        return cls(lines[: cuts[0]], entries, lines[cuts[-1] :], indent, end)

    def text(self) -> str:
        """Return the file."""
        entries = [line for entry in self.entries for line in entry]
        whole = [*self.head, *entries, *self.tail]
        return "".join(line if line.endswith("\n") or line is whole[-1] else line + self.end for line in whole)

    def insert(self, index: int, entry: Mapping[str, Any]) -> None:
        """Put a new entry in."""
        self.entries.insert(index, self._new(entry))

    def remove(self, index: int) -> None:
        """Take an entry out, with the comments above it."""
        del self.entries[index]

    def move(self, old: int, new: int) -> None:
        """Put an entry elsewhere, with the comments above it."""
        self.entries.insert(new, self.entries.pop(old))

    def copy(self, index: int) -> None:
        """Repeat an entry, without the comments above it."""
        entry = self.entries[index]
        start = next(i for i, line in enumerate(entry) if re.match(r" *- ", line))
        self.entries.insert(index + 1, [*entry[start:]])

    def replace(self, entries: list[Mapping[str, Any]]) -> None:
        """Put other entries in the place of all."""
        self.entries = [self._new(entry) for entry in entries]

    def put(self, index: int, field: str, value: str | float | list[str]) -> None:
        """Set a field of an entry, where it stands or after its last line."""
        entry, written = self.entries[index], scalar(value)
        for i, line in enumerate(entry):
            if match := self._field(line, field):
                entry[i] = f"{match[1]}{written}{match[3]}{self.end}"
                return
        entry.append(f"{' ' * (self.indent + 2)}{field}: {written}{self.end}")

    def drop(self, index: int, field: str) -> None:
        """Take a field out of an entry, with the comment behind it."""
        self.entries[index] = [line for line in self.entries[index] if not self._field(line, field)]

    def _field(self, line: str, field: str) -> re.Match[str] | None:
        """Return the parts of a line that gives a field a short value: before it, the value, after it."""
        key = rf"( {{{self.indent + 2}}}{field}: +)"
        return re.match(rf"""{key}("[^"]*"|'[^']*'|\[[^\]\n]*\]|[^\s#"'][^\s#]*)((?: +#[^\r\n]*)?)\r?\n?$""", line)

    def _new(self, entry: Mapping[str, Any]) -> list[str]:
        return [line + self.end for line in entry_lines(entry, self.indent)]


def _above(lines: list[str], start: int) -> int:
    """Return where the comments above a line begin."""
    while re.match(r"\s*(#.*)?$", lines[start - 1]):
        start -= 1
    return start


def _end(lines: list[str], last: int) -> int:
    """Return where the last entry ends: comments and empty lines behind it are the file's."""
    return _above(lines, last) if last else last
