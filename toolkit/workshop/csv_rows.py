"""CSV as people save it: which delimiter, which row names the columns, and the rows one by one, the damaged too."""

from __future__ import annotations

import csv
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.source import one_line_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DELIMITERS = ",;\t|"
LOOK = 20
"""Rows among which the one that names the columns is looked for: titles may stand above it."""
MAX_RECORD = 50
"""Lines of one record; more means a quote that is never closed."""

_DECLARED = re.compile(r'"?sep=([^"\r\n])"?[\r\n]*', re.IGNORECASE)


class Record(NamedTuple):
    """One row: where it stands among the physical lines (from 0, end exclusive), and its cells."""

    begin: int
    end: int
    cells: list[str]


class Damage(NamedTuple):
    """A line that begins no row, and why."""

    begin: int
    what: str


class Shape(NamedTuple):
    """How a file is to be read."""

    delimiter: str
    begin: int
    """The first line of it that is a row."""


def field_name(heading: str) -> str:
    """Return what a heading is known by, in any case and however its words are joined."""
    return heading.strip().casefold().replace(" ", "_").replace("-", "_")


def header_at(rows: Iterable[Sequence[str]]) -> int | None:
    """Return which of the first rows names the columns: the one that has a column called name."""
    looked = enumerate(islice(rows, LOOK))
    return next((n for n, cells in looked if any(field_name(cell) == "name" for cell in cells)), None)


def shape(lines: Sequence[str]) -> Shape:
    """Return the delimiter under which a column is called name, most columns first; else the one the header has most.

    A line `sep=;`, with which Excel says it, is followed where it is true, and is no row.
    """
    declared = _DECLARED.fullmatch(lines[0]) if lines else None
    begin = 1 if declared else 0
    found = [(place, delimiter) for delimiter in DELIMITERS if (place := _place(lines, delimiter, begin))]
    if declared and (_place(lines, declared[1], begin) or not found):
        return Shape(declared[1], begin)
    if found:
        return Shape(min(found, key=lambda one: one[0])[1], begin)
    header = next((line for line in lines if line.strip()), "")
    return Shape(max(DELIMITERS, key=header.count), begin)


def _place(lines: Sequence[str], delimiter: str, begin: int) -> tuple[int, int] | None:
    """Return where the header stands under a delimiter, and, below zero, how many columns it has."""
    rows = [row.cells for row in islice(scan(lines, delimiter, begin), 2 * LOOK) if isinstance(row, Record)]
    at = header_at(rows)
    return None if at is None else (at, -len(rows[at]))


def scan(lines: Sequence[str], delimiter: str, begin: int = 0) -> Iterator[Record | Damage]:
    """Yield each row that has anything in it; after damage, reading goes on with the next line."""
    while begin < len(lines):
        reader = csv.reader(lines[begin : begin + MAX_RECORD], delimiter=delimiter, strict=True)
        try:
            cells = next(reader)
        except csv.Error as error:
            yield Damage(begin, _fault(str(error)))
            begin += 1
            continue
        end = begin + reader.line_num
        if any(cell.strip() for cell in cells):
            yield Record(begin, end, [one_line_end(cell) for cell in cells])
        begin = end


def _fault(message: str) -> str:
    if "unexpected end of data" in message:
        return "a quote is opened and not closed: close it"
    if "expected after" in message:
        return "text follows a closing quote: write a quote inside quotes twice"
    if "field larger" in message:
        return "a cell is far too long: shorten it"
    return f"not CSV ({message}): mend it"


def as_written(row: str, delimiter: str) -> list[str]:
    """Return the cells of a row that can be read, each with its quotes as they stand in the file."""
    written: list[str] = []
    for part in row.split(delimiter):
        if written and written[-1].startswith('"') and written[-1].count('"') % 2:
            written[-1] += delimiter + part  # the delimiter stands between quotes
        else:
            written.append(part)
    return written
