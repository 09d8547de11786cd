"""Take names out of YAML files: out of what somebody wrote, comments too, and of nothing that the file rests on.

Everything else stays as it was written, to the space.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import yaml

from toolkit.library.fields import LANGUAGE_TAG
from toolkit.workshop.prose import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.workshop.name_finder import NameFinder

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""An anchor or a tag before a value."""
_COMMENT = re.compile(r"(?<!\S)#.*")


class _Piece(NamedTuple):
    """A piece of a file in which a name may stand: a text or a comment."""

    begin: int
    end: int
    value: str | None
    """What it says; None where that is as it stands, of comments and blocks."""


@dataclass
class _Open:
    """A mapping or a list that is being read."""

    keys: tuple[str, ...]
    """The keys on the way to it."""
    mapping: bool
    key: str | None = None
    """The key whose value comes next, in a mapping."""


@dataclass
class _Scan:
    """Goes through the events of a file and keeps the pieces."""

    text: str
    pieces: list[_Piece] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _last: int = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        top = self._open[-1] if self._open else None
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open.append(_Open(self._keys(), isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._done()
        elif isinstance(event, yaml.AliasEvent):
            self._done()
        elif isinstance(event, yaml.ScalarEvent):
            assert event.start_mark is not None
            assert event.end_mark is not None
            begin, end = event.start_mark.index, event.end_mark.index
            begin += len(_PROPERTIES.findall(self.text, begin, end)[0])
            block = event.style in ("|", ">")
            head = self.text.index("\n", begin) if block and "\n" in self.text[begin:end] else begin
            self._comments(begin)
            self._last = begin
            self._comments(head)  # beside the sign that a block begins with
            self._last = end
            if top and top.mapping and top.key is None:
                top.key = event.value
            else:
                if _written(self._keys()):
                    self.pieces.append(_Piece(head, end, None if block else event.value))
                self._done()

    def end(self) -> None:
        """Keep the comments after the last value."""
        self._comments(len(self.text))

    def _keys(self) -> tuple[str, ...]:
        top = self._open[-1] if self._open else None
        return (*top.keys, *([top.key] if top.key is not None else [])) if top else ()

    def _done(self) -> None:
        if self._open and self._open[-1].mapping:
            self._open[-1].key = None

    def _comments(self, until: int) -> None:
        found = _COMMENT.finditer(self.text, self._last, until)
        self.pieces += [_Piece(match.start(), match.end(), None) for match in found]


def names_in(text: str, finder: NameFinder) -> list[int]:
    """Return the lines, from 1, on which comments and blocks name somebody, or other texts begin that do.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    places: list[int] = []
    for piece in _pieces(text):
        if piece.value is None:
            places += [piece.begin + begin for begin, _ in finder.spans(text[piece.begin : piece.end])]
        elif finder.found(piece.value):
            places.append(piece.begin)
    return sorted({text.count("\n", 0, place) + 1 for place in places})


def without_names(text: str, finder: NameFinder) -> str:
    """Return a YAML text without names in what somebody wrote.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    kept, last = [], 0
    for piece in _pieces(text):
        if finder.found(_said(piece, text)):
            kept += [text[last : piece.begin], _rewritten(piece, text, finder)]
            last = piece.end
    return "".join([*kept, text[last:]])


def _said(piece: _Piece, text: str) -> str:
    return text[piece.begin : piece.end] if piece.value is None else piece.value


def _rewritten(piece: _Piece, text: str, finder: NameFinder) -> str:
    """Return a piece without names, as it stands; anew in double quotes where a name is written with escapes."""
    raw = text[piece.begin : piece.end]
    if piece.value is None or _spaced(finder.found(raw)) == _spaced(finder.found(piece.value)):
        return finder.without(raw)
    return json.dumps(finder.without(piece.value), ensure_ascii=False) + "\n" * raw.endswith("\n")


def _spaced(found: Iterable[str]) -> list[str]:
    """Return what was found with single spaces: lines of a text may end within a name."""
    return [" ".join(name.split()) for name in found]


def _pieces(text: str) -> list[_Piece]:
    """Return the pieces in order."""
    mark = int(text.startswith("\ufeff"))  # a byte order mark, which YAML does not count
    scan = _Scan(text[mark:])
    for event in yaml.parse(scan.text.encode("utf-8"), Loader=_LOADER):
        scan.take(event)
    scan.end()
    return [_Piece(begin + mark, end + mark, value) for begin, end, value in scan.pieces]


def _written(keys: tuple[str, ...]) -> bool:
    """Tell whether the value under some keys is what somebody wrote, perhaps by language."""
    by_language = len(keys) > 1 and keys[-2] in WRITTEN and re.match(LANGUAGE_TAG, keys[-1])
    return bool(keys) and (keys[-1] in WRITTEN or bool(by_language))
