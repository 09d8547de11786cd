"""CSV as people save it: read what is sound, name what is not, and change single cells in place."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MAX_BYTES = 8_000_000
MAX_LINES = 50
"""Lines of one record; more means a quote that is never closed."""


class Record(NamedTuple):
    """One row: where it stands among the physical lines (from 0, end exclusive), and its cells."""

    begin: int
    end: int
    cells: list[str]


@dataclass
class Table:
    """A CSV file whose first record names the columns."""

    name: str
    lines: list[str]
    delimiter: str
    header: Record = field(default_factory=lambda: Record(0, 0, []))
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, what: str) -> None:
        """Note a problem of the physical line `line`, counted from 0."""
        self.problems.append(Problem(self.name, line + 1, 1, what))


def read_table(path: Path) -> Table:
    """Read a CSV file: comma, semicolon or tab, with or without a byte order mark.

    A record that cannot be read becomes a problem of the table and reading goes on with the next line. Bytes that
    are not UTF-8 are kept as surrogates, for the caller to refuse row by row.

    Raises:
        InputError: The file as a whole cannot be read, or is empty.
    """
    text = _text(path)
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    table = Table(str(path), lines, _delimiter(lines))
    records = list(_records(table))
    if not records:
        raise InputError([Problem(table.name, 1, 1, "the file is empty: the first line names the columns")])
    table.header, *table.records = records
    return table


def _text(path: Path) -> str:
    name = str(path)
    try:
        if not path.is_file():
            raise InputError([Problem(name, 0, 0, "this is not a file: name a CSV file")])
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError([Problem(name, 0, 0, f"cannot be read ({reason.lower()}): check the path")]) from None
    if len(data) > MAX_BYTES:
        raise InputError([Problem(name, 0, 0, f"larger than {MAX_BYTES // 1_000_000} MB: name the right file")])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError([Problem(name, 1, 1, "the file is UTF-16: save it as CSV in UTF-8")])
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _delimiter(lines: list[str]) -> str:
    header = next((line for line in lines if line.strip()), "")
    return max(",;\t", key=header.count)


def _records(table: Table) -> Iterator[Record]:
    begin = 0
    while begin < len(table.lines):
        reader = csv.reader(islice(table.lines, begin, begin + MAX_LINES), delimiter=table.delimiter, strict=True)
        try:
            cells = next(reader)
        except csv.Error as error:
            table.complain(begin, f"{_fault(str(error))}; the row is left out")
            begin += 1
            continue
        end = begin + reader.line_num
        if any(cell.strip() for cell in cells):
            yield Record(begin, end, cells)
        begin = end


def _fault(message: str) -> str:
    if "unexpected end of data" in message:
        return "a quote is opened and not closed: close it"
    if "expected after" in message:
        return "text follows a closing quote: write a quote inside quotes twice"
    if "field larger" in message:
        return "a cell is far too long: shorten it"
    return f"not CSV ({message}): mend it"


def fill_column(path: Path, table: Table, heading: str, column: int | None, values: Mapping[int, str]) -> bool:
    """Write `values` into empty cells of one column, leaving every other cell as it stands in the file.

    Without the column, it is appended to each record's own text; a cell of an existing column is filled by writing
    its record anew. Byte order mark and line ends are kept.

    Args:
        path: The file that `table` was read from.
        table: The file as it was read.
        heading: The column's name.
        column: Its index, or None if the file has none yet.
        values: What to write, by the record's first line.

    Returns:
        Whether anything was missing.

    Raises:
        OSError: The file cannot be written.
    """
    lines = list(table.lines)
    changed = False
    for begin, end, cells in [table.header, *table.records]:
        if column is None:
            padding = table.delimiter * max(0, len(table.header.cells) - len(cells))
            value = heading if begin == table.header.begin else values.get(begin, "")
            text = "".join(lines[begin:end]).rstrip("\n") + padding + table.delimiter + value
        elif begin in values and not (column < len(cells) and cells[column].strip()):
            filled = cells + [""] * (column + 1 - len(cells))
            filled[column] = values[begin]
            text = _as_line(filled, table.delimiter)
        else:
            continue
        lines[begin:end] = [text + ("\n" if lines[end - 1].endswith("\n") else ""), *[""] * (end - begin - 1)]
        changed = True
    if changed:
        _rewrite(path, "".join(lines))
    return changed


def _as_line(cells: list[str], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="").writerow(cells)
    return buffer.getvalue()


def _rewrite(path: Path, text: str) -> None:
    original = path.read_bytes()
    mark = b"\xef\xbb\xbf" if original.startswith(b"\xef\xbb\xbf") else b""
    ending = "\r\n" if b"\r\n" in original else "\n"
    write_whole(path, mark + text.replace("\n", ending).encode("utf-8", "surrogateescape"))
