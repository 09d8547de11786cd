"""A content file that was read: its value, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from toolkit.files.problems import Problem

Trail: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of a file: keys and list indexes."""
Mark: TypeAlias = tuple[int, int]
"""Line and column, from 1."""
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"


@dataclass(frozen=True)
class Document:
    """One YAML file whose top is a mapping."""

    name: str
    data: dict[str, Value]
    marks: dict[Trail, Mark]
    """Where each value begins."""
    key_marks: dict[Trail, Mark]
    """Where each key of a mapping stands."""
    text: str = field(repr=False, default="")

    def mark(self, trail: Trail, *, key: bool = False) -> Mark:
        """Return where `trail` stands, or the nearest thing around it that does stand somewhere."""
        if key and trail in self.key_marks:
            return self.key_marks[trail]
        while trail and trail not in self.marks:
            trail = trail[:-1]
        return self.marks.get(trail, (1, 1))

    def problem(self, trail: Trail, what: str, *, key: bool = False) -> Problem:
        """Return a problem that stands where `trail` does (or its key, with `key`)."""
        return Problem(self.name, *self.mark(trail, key=key), what)
