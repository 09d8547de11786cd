"""Read one line of plain mode as an action. The grammar is the registry's; nothing here knows a command."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.files.problems import nearest, printable
from toolkit.session.actions import ACTIONS, Action, Param, Spec
from toolkit.session.words import Refusal, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_JSON = json.JSONDecoder()


def parse(line: str, view: View, also: Iterable[str] = ()) -> Action:
    """Return the action that a line stands for.

    Args:
        line: The line, without its line end.
        view: What words are looked up in.
        also: Names of commands that the caller knows besides actions, to suggest.

    Raises:
        Refusal: The line stands for nothing; says why and what is near.
    """
    text = _Text(line)
    before = _prefixes(text)
    word = text.word()
    if re.fullmatch(r"[+-]\d+(\.\d+)?", word):
        text, word = _Text(f"extend {word}{text.rest_raw()}"), "extend"
        text.word()
    names = [name for name, spec in ACTIONS.items() if not spec.internal]
    if word not in names:
        raise Refusal(f"unknown command {printable(word, 40)!r}: {nearest(word, [*names, *also])}")
    spec = ACTIONS[word]
    return spec.build(_values(spec, text, before), view)


class _Text:
    """A line, read from left to right."""

    def __init__(self, line: str) -> None:
        self.line, self.at = line, 0

    def word(self) -> str:
        """Return the next word; one in double quotes may have spaces, and is unescaped as JSON is."""
        self._skip()
        if self.line[self.at : self.at + 1] == '"':
            try:
                value, end = _JSON.raw_decode(self.line, self.at)
            except ValueError:
                raise Refusal("a double quote is opened and not closed: close it") from None
            if isinstance(value, str) and self.line[end : end + 1] in ("", " ", "\t"):
                self.at = end
                return value
        match = re.compile(r"[^ \t]*").match(self.line, self.at)
        assert match is not None
        self.at = match.end()
        return match[0]

    def peek(self) -> str:
        """Return the next word without taking it; nothing if it is not a plain word."""
        match = re.compile(r"[ \t]*([^ \t\"]+)(?![^ \t])").match(self.line, self.at)
        return match[1] if match else ""

    def rest(self, markers: Iterable[str]) -> str:
        """Return what is left after one space, up to a marker: as it is, unless all of it is one quoted string.

        In such a string a marker is a word like any other.
        """
        options = "|".join(map(re.escape, markers)) or r"(?!)"
        marker = re.compile(rf"(?<![^ \t])(?:{options})(?![^ \t])").search(self.line, self._behind_quotes())
        raw = self.line[self.at : marker.start()].rstrip(" \t") if marker else self.rest_raw()
        self.at = marker.start() if marker else len(self.line)
        raw = raw[1:] if raw[:1] in (" ", "\t") else raw
        if (bare := raw.strip(" \t")).startswith('"'):
            try:
                value, end = _JSON.raw_decode(bare)
            except ValueError:
                return raw
            if isinstance(value, str) and end == len(bare):
                return value
        return raw

    def _behind_quotes(self) -> int:
        """Return where a quoted string ends, if one comes next; else the place that is reached."""
        ahead = _Text(self.line)
        ahead.at = self.at
        quoted = self.rest_raw().lstrip(" \t").startswith('"')
        try:
            return ahead.at if quoted and ahead.word() else self.at
        except Refusal:
            return self.at

    def rest_raw(self) -> str:
        """Return all that is left."""
        return self.line[self.at :]

    @property
    def over(self) -> bool:
        """Tell whether nothing is left but spaces."""
        return not self.rest_raw().strip(" \t")

    def _skip(self) -> None:
        while self.line[self.at : self.at + 1] in (" ", "\t") and self.at < len(self.line):
            self.at += 1


def _prefixes(text: _Text) -> dict[str, str]:
    """Take `at HH:MM` and `from DOMAIN` from before the command."""
    markers = {param.marker for spec in ACTIONS.values() for param in spec.params if param.place == "before"}
    found: dict[str, str] = {}
    while (marker := text.peek()) in markers:
        text.word()
        if marker in found:
            raise Refusal(f"{marker} stands there twice")
        found[marker] = text.word()
    return found


@dataclass
class _Values:
    """Words by field, as they are found."""

    spec: Spec
    words: dict[str, str]

    def at(self, place: str) -> list[Param]:
        return [param for param in self.spec.params if param.place == place]

    def put(self, param: Param, word: str) -> None:
        if param.name in self.words:
            raise Refusal(f"{param.marker} stands there twice: {self.spec.syntax}")
        if word == "" and param.place != "rest":
            raise Refusal(f"{self.spec.name} needs {param.syntax}: {self.spec.syntax}")
        self.words[param.name] = word


def _take(values: _Values, text: _Text, marked: Mapping[str, Param]) -> None:
    """Take options for as long as one comes next."""
    while (marker := text.peek()) in marked:
        text.word()
        values.put(marked[marker], text.word())


def _values(spec: Spec, text: _Text, before: dict[str, str]) -> dict[str, str]:
    values = _Values(spec, {})
    for param in values.at("before"):
        if param.marker in before:
            values.put(param, before.pop(param.marker))
    if before:
        raise Refusal(f"{next(iter(before))} cannot go before {spec.name}: {spec.syntax}")
    marked = {param.marker: param for param in (*values.at("option"), *values.at("after"))}
    for param in values.at("word"):
        if param.required or not (text.over or text.peek() in marked):
            values.put(param, text.word())
    _take(values, text, marked)
    for param in values.at("rest"):
        values.put(param, text.rest(option.marker for option in values.at("option")))
    _take(values, text, marked)  # what people write behind the words is an option all the same
    if not text.over:
        left = printable(text.rest_raw().strip(), 40)
        raise Refusal(f"{left!r} is too much: {spec.syntax} (put words with spaces in double quotes)")
    return values.words
