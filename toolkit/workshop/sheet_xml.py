"""Where the rows, cells and formulas of a spreadsheet's XML stand, to the byte: so that single ones can be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@dataclass
class Part:
    """An element: its first byte, the first behind its start tag, the first of its end tag, the first behind it."""

    begin: int
    inside: int
    close: int
    end: int
    attributes: dict[str, str]
    text: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether it is one tag that opens and closes, with no place for anything inside."""
        return self.close < self.inside


@dataclass
class Cell:
    """A cell, by row and column from 0."""

    row: int
    column: int
    part: Part
    formula: Part | None = None
    shown: str = ""
    """What stands in its value: a number, or that of a shared string."""

    @property
    def shared(self) -> int | None:
        """The number of its shared string, if it has one."""
        kind, number = self.part.attributes.get("t"), self.shown.strip()
        return int(number) if kind == "s" and number.isdecimal() else None


@dataclass
class Row:
    """A row, by its number from 0."""

    number: int
    part: Part
    cells: list[Cell] = field(default_factory=list)


@dataclass
class Sheet:
    """What of a sheet is needed to write into it."""

    prefix: str
    """Of the names of its elements, with the colon."""
    data: Part
    rows: list[Row]
    dimension: Part | None = None
    merged: list[str] = field(default_factory=list)

    def cells(self) -> Iterator[Cell]:
        """Every cell."""
        return (cell for row in self.rows for cell in row.cells)


def parts(data: bytes) -> list[tuple[tuple[str, ...], Part]]:
    """Return each element, in the order in which they end, with the names that lead to it, without their prefixes.

    Raises:
        ValueError: It is no XML in UTF-8 as spreadsheets have it.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ValueError("not in UTF-8")
    walk = _Walk(data)
    try:
        walk.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError("damaged XML") from error
    return walk.found


class _Walk:
    """Goes through XML and notes where each element stands."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.found: list[tuple[tuple[str, ...], Part]] = []
        self._open: list[tuple[str, Part]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begin, self._end
        self.parser.CharacterDataHandler, self.parser.EntityDeclHandler = self._text, self._entity

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        if (tag := _TAG.match(self.data, at)) is None:
            raise ValueError("not in UTF-8")
        local = {key.rpartition(":")[2]: text for key, text in attributes.items()}
        self._open.append((name.rpartition(":")[2], Part(at, tag.end(), -1, tag.end(), local)))

    def _end(self, _name: str) -> None:
        path = tuple(name for name, _ in self._open)
        _, part = self._open.pop()
        if not self.data.endswith(b"/>", part.begin, part.inside):
            part.close = self.parser.CurrentByteIndex
            part.end = self.data.index(b">", part.close) + 1
        self.found.append((path, part))

    def _text(self, symbols: str) -> None:
        self._open[-1][1].text += symbols

    def _entity(self, *_: object) -> None:
        raise ValueError("entities of its own")


def read_sheet(data: bytes) -> Sheet:
    """Return the structure of a sheet's XML.

    Raises:
        ValueError: It is not that of a sheet.
    """
    sheet = Sheet("", Part(0, 0, 0, 0, {}), [])
    cells: list[Part] = []
    inner: dict[int, dict[str, Part]] = {}
    for path, part in parts(data):
        match path:
            case (_, "sheetData", "row", "c", name):
                inner.setdefault(len(cells), {})[name] = part
            case (_, "sheetData", "row", "c"):
                cells.append(part)
            case (_, "sheetData", "row"):
                sheet.rows.append(_row(part, cells, inner, sheet.rows[-1].number + 1 if sheet.rows else 0))
                cells, inner = [], {}
            case (_, "sheetData"):
                sheet.data, sheet.prefix = part, _prefix(data, part)
            case (_, "dimension"):
                sheet.dimension = part
            case (_, "mergeCells", "mergeCell"):
                sheet.merged.append(part.attributes.get("ref", ""))
    if not sheet.data.end:
        raise ValueError("no rows")
    return sheet


def _row(part: Part, cells: list[Part], inner: dict[int, dict[str, Part]], following: int) -> Row:
    """Return a row; one without a number follows the one before, as a cell does."""
    row = Row(int(part.attributes.get("r", following + 1)) - 1, part)
    column = 0
    for n, cell in enumerate(cells):
        if "r" in cell.attributes:
            _, column = place(cell.attributes["r"])
        known = inner.get(n, {})
        row.cells.append(Cell(row.number, column, cell, known.get("f"), known["v"].text if "v" in known else ""))
        column += 1
    return row


def _prefix(data: bytes, part: Part) -> str:
    name = data[part.begin + 1 : part.inside].split(b"sheetData", 1)[0]
    return name.decode("ascii")


def place(reference: str) -> tuple[int, int]:
    """Return the row and the column, from 0, of a reference such as `B7`.

    Raises:
        ValueError: It is none.
    """
    if (match := _REFERENCE.fullmatch(reference)) is None:
        raise ValueError(f"no cell is called {reference}")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def reference(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell, such as `B7`."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def area(text: str) -> tuple[int, int, int, int]:
    """Return the first row and column and the last of `A1:C5`, or of one cell.

    Raises:
        ValueError: It is none.
    """
    first, _, last = text.partition(":")
    return *place(first), *place(last or first)
