"""CSV cell by cell: exact both ways, positions of every cell, nothing that a spreadsheet would take for a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "\ufeff"
"""Without a byte order mark, the best-known spreadsheet takes UTF-8 for the system's old code page."""
DELIMITERS = ",;\t"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet runs as a formula, or that was made harmless with an apostrophe."""
_QUOTE = re.compile(r'[,;\t"\r\n\v\f\x1c-\x1e\x85\u2028\u2029]|^\s|\s$')
_LINE_END = re.compile(r"\r\n|\r|\n")


def write_cells(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as CSV: a byte order mark, commas, and line ends as RFC 4180 wants them."""
    return MARK + "".join(",".join(map(_written, row)) + "\r\n" for row in rows)


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet runs it: an apostrophe goes before what begins like a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """Return the text that `harmless` made a cell of; other cells are what they are."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def blank(text: str) -> bool:
    """Tell whether a cell holds nothing; four control characters are white space to Python, but not to the models."""
    return all(c.isspace() and c not in "\x1c\x1d\x1e\x1f" for c in text)


def _written(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTE.search(text) else text


class Cell(NamedTuple):
    """What stands in a cell, and where: line and column count from 1."""

    text: str
    line: int
    column: int


@dataclass
class _Scan:
    """Where a scan stands."""

    text: str
    delimiter: str
    at: int = 0
    line: int = 1
    begin: int = 0
    rows: list[list[Cell]] = field(default_factory=list)
    problems: list[tuple[int, int, str]] = field(default_factory=list)


def read_cells(text: str, name: str) -> list[list[Cell]]:
    """Return the rows of a CSV text: comma, semicolon or tab, as its first line has most. Empty rows are left out.

    Raises:
        InputError: With every quote that is not closed or not doubled.
    """
    scan = _Scan(text, _delimiter(text))
    while scan.at < len(text):
        row = [_cell(scan)]
        while text[scan.at : scan.at + 1] == scan.delimiter:
            scan.at += 1
            row.append(_cell(scan))
        _pass_line_end(scan)
        if not all(blank(cell.text) for cell in row):
            scan.rows.append(row)
    if scan.problems:
        raise InputError(Problem(name, *problem) for problem in scan.problems)
    return scan.rows


def _delimiter(text: str) -> str:
    first = _LINE_END.split(text.lstrip(), maxsplit=1)[0]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def _cell(scan: _Scan) -> Cell:
    """Read the cell that begins here, and stop at the delimiter or line end behind it."""
    line, column = scan.line, scan.at - scan.begin + 1
    if scan.text[scan.at : scan.at + 1] == '"':
        return Cell(_quoted(scan, line, column), line, column)
    end = re.compile(rf"[{re.escape(scan.delimiter)}\r\n]").search(scan.text, scan.at)
    begin, scan.at = scan.at, end.start() if end else len(scan.text)
    return Cell(scan.text[begin : scan.at], line, column)


def _quoted(scan: _Scan, line: int, column: int) -> str:
    parts: list[str] = []
    at = scan.at + 1
    while (close := scan.text.find('"', at)) >= 0:
        parts.append(scan.text[at:close])
        if scan.text[close + 1 : close + 2] != '"':
            break
        parts.append('"')
        at = close + 2
    else:
        scan.problems.append((line, column, "a quote is opened and not closed: close it"))
        scan.at = len(scan.text)
        return ""
    _count_lines(scan, scan.at, close)
    scan.at = close + 1
    if scan.text[scan.at : scan.at + 1] not in ("", scan.delimiter, "\r", "\n"):
        what = "text follows a closing quote: write a quote inside quotes twice"
        scan.problems.append((scan.line, scan.at - scan.begin + 1, what))
        _skip_line(scan)
    return "".join(parts)


def _skip_line(scan: _Scan) -> None:
    end = _LINE_END.search(scan.text, scan.at)
    scan.at = end.start() if end else len(scan.text)


def _pass_line_end(scan: _Scan) -> None:
    if end := _LINE_END.match(scan.text, scan.at):
        scan.at, scan.line, scan.begin = end.end(), scan.line + 1, end.end()


def _count_lines(scan: _Scan, begin: int, end: int) -> None:
    for found in _LINE_END.finditer(scan.text, begin, end):
        scan.line, scan.begin = scan.line + 1, found.end()
