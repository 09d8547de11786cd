"""Read JSON with the position of every value, so that faults have a line and a column as in YAML."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import TYPE_CHECKING

from toolkit.files.document import Document, Mark, Trail, Value
from toolkit.files.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 60
_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = json.JSONDecoder()


def parse_json(text: str, name: str) -> Document:
    """Read JSON whose top is an object; `name` is what problems call the file.

    Raises:
        InputError: The text is no JSON; the problem says where.
    """
    scan = _Scan(text)
    try:
        value = scan.whole()
    except json.JSONDecodeError as error:
        what = f"not JSON ({error.msg[:1].lower()}{error.msg[1:]}): mend it"
        raise InputError([Problem(name, error.lineno, error.colno, what)]) from None
    if not isinstance(value, dict):
        raise InputError([Problem(name, 1, 1, "the file is a list or a single value: put it between { and }")])
    return Document(name, value, scan.marks, scan.key_marks, text)


class _Scan:
    """Goes through a text once; what is read at an index comes with the index behind it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks: dict[Trail, Mark] = {}
        self.key_marks: dict[Trail, Mark] = {}
        self._line, self._begin, self._seen, self._end = 1, 0, 0, 0

    def whole(self) -> Value:
        """Read the one value that the text is."""
        value, end = self.value(self.space(0), ())
        if self.space(end) < len(self.text):
            raise json.JSONDecodeError("text follows the end", self.text, self.space(end))
        return value

    def value(self, at: int, trail: Trail) -> tuple[Value, int]:
        """Read the value that begins at `at`."""
        self.marks[trail] = self._mark(at)
        if len(trail) > MAX_DEPTH:
            raise json.JSONDecodeError("nested too deeply", self.text, at)
        opener = self.text[at : at + 1]
        if opener == "{":
            return self._object(at, trail)
        if opener == "[":
            return self._array(at, trail)
        try:
            return _SCALAR.raw_decode(self.text, at)
        except ValueError as error:
            if isinstance(error, json.JSONDecodeError):
                raise
            raise json.JSONDecodeError("the number is far too long", self.text, at) from None

    def space(self, at: int) -> int:
        """Return the index of what follows white space."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _object(self, at: int, trail: Trail) -> tuple[Value, int]:
        value: dict[str, Value] = {}
        for begin in self._entries(at, "}"):
            if self.text[begin : begin + 1] != '"':
                raise json.JSONDecodeError("a name in double quotes is wanted", self.text, begin)
            key, colon = scanstring(self.text, begin + 1)
            if key in value:
                raise json.JSONDecodeError(f"{key!r} stands here twice", self.text, begin)
            self.key_marks[(*trail, key)] = self._mark(begin)
            colon = self._want(":", colon)
            value[key], self._end = self.value(self.space(colon), (*trail, key))
        return value, self._end

    def _array(self, at: int, trail: Trail) -> tuple[Value, int]:
        value: list[Value] = []
        for begin in self._entries(at, "]"):
            item, self._end = self.value(begin, (*trail, len(value)))
            value.append(item)
        return value, self._end

    def _entries(self, at: int, close: str) -> Iterator[int]:
        """Yield where each entry begins; the reader of an entry leaves its end in `_end`, as this does at the last."""
        at = self.space(at + 1)
        if self.text[at : at + 1] != close:
            yield at
            at = self.space(self._end)
            while self.text[at : at + 1] != close:
                yield self.space(self._want(",", at))
                at = self.space(self._end)
        self._end = at + 1

    def _want(self, char: str, at: int) -> int:
        at = self.space(at)
        if self.text[at : at + 1] != char:
            raise json.JSONDecodeError(f"{char} is wanted", self.text, at)
        return at + 1

    def _mark(self, at: int) -> Mark:
        """Return the line and column of an index that is not before the last one asked for."""
        while (end := self.text.find("\n", self._seen, at)) >= 0:
            self._line, self._begin, self._seen = self._line + 1, end + 1, end + 1
        self._seen = at
        return self._line, at - self._begin + 1
