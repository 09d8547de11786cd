"""CSV and spreadsheets as people save them: read what is sound, name what is not, fill single cells in place."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem
from toolkit.files.source import BYTE_ORDER_MARK, one_line_end, read_bytes, refuse_utf16
from toolkit.workshop import workbook
from toolkit.workshop.csv_rows import Record, as_written, header_at, scan, shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_LINES = 20_000


@dataclass
class Table:
    """A CSV file or a sheet, one of whose first records names the columns."""

    name: str
    mark: bytes
    """The file's byte order mark, if it has one."""
    lines: list[str]
    """The rest of it, with the line ends that it has."""
    delimiter: str
    header: Record = field(default_factory=lambda: Record(0, 0, []))
    records: list[Record] = field(default_factory=list)
    above: list[Record] = field(default_factory=list)
    """Titles and the like, above the header."""
    joined: frozenset[tuple[int, int]] = frozenset()
    """Cells of a sheet, by line and column, that are merged with others: across columns, or into the one above."""
    unread: list[int] = field(default_factory=list)
    """Lines that begin no record, because it could not be read."""
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, what: str) -> None:
        """Note a problem of the physical line `line`, counted from 0."""
        self.problems.append(Problem(self.name, line + 1, 1, what))


def read_table(path: Path) -> Table:
    """Read a CSV file: any usual delimiter, or the one it declares, with or without a byte order mark; or a sheet.

    A record that cannot be read becomes a problem of the table and reading goes on with the next line. Bytes that
    are not UTF-8 are kept as surrogates, for the caller to refuse row by row.

    Raises:
        InputError: The file as a whole cannot be read, or is empty.
    """
    if workbook.is_workbook(path):
        return _from_workbook(path)
    name, data = str(path), read_bytes(path)
    refuse_utf16(data, name)
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    lines = list(io.StringIO(data.removeprefix(mark).decode("utf-8", "surrogateescape"), newline=""))
    if len(lines) > MAX_LINES:
        raise InputError([Problem(name, 0, 0, f"more than {MAX_LINES:,} lines: name the right file")])
    delimiter, begin = shape(lines)
    table, records = Table(name, mark, lines, delimiter), []
    for row in scan(lines, delimiter, begin):
        if isinstance(row, Record):
            records.append(row)
        else:
            table.complain(row.begin, f"{row.what}; the row is left out")
            table.unread.append(row.begin)
    if not records:
        raise InputError([*table.problems, Problem(name, 1, 1, "the file is empty: the first line names the columns")])
    return _headed(table, records)


def _from_workbook(path: Path) -> Table:
    rows, joined = workbook.read_rows(path, MAX_LINES)
    if not rows:
        raise InputError([Problem(str(path), 1, 1, "the sheet is empty: the first row names the columns")])
    records = [Record(row, row + 1, [one_line_end(cell) for cell in cells]) for row, cells in rows]
    return _headed(Table(str(path), b"", [], ",", joined=joined), records)


def _headed(table: Table, records: list[Record]) -> Table:
    """Tell the header from what stands above it, of which nothing is a fault, and the people below."""
    at = header_at(record.cells for record in records)
    table.above, (table.header, *table.records) = records[: at or 0], records[at or 0 :]
    if at is not None:
        table.problems = [problem for problem in table.problems if problem.line > table.header.begin]
    return table


def fill_column(path: Path, table: Table, heading: str, column: int | None, values: Mapping[int, str]) -> bool:
    """Write `values` into empty cells of one column, leaving every other byte of the file as it is.

    Without the column, it becomes the first: so a row that has too many cells, or cannot be read, gets its empty
    cell too and still fits the header once it is mended.

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
    if workbook.is_workbook(path):
        return _fill_workbook(path, table, heading, column, values)
    lines = _with_first(table, heading, values) if column is None else _with_filled(table, column, values)
    if lines == table.lines:
        return False
    write_whole(path, table.mark + "".join(lines).encode("utf-8", "surrogateescape"))
    return True


def _fill_workbook(path: Path, table: Table, heading: str, column: int | None, values: Mapping[int, str]) -> bool:
    """Do the same in a spreadsheet, where a column that is missing becomes the last."""
    at = len(table.header.cells) if column is None else column
    changes = {(table.header.begin, at): heading} if column is None else {}
    for record in table.records:
        if record.begin in values and not (at < len(record.cells) and record.cells[at].strip()):
            changes[record.begin, at] = values[record.begin]
    if changes:
        workbook.write_cells(path, changes)
    return bool(changes)


def _with_first(table: Table, heading: str, values: Mapping[int, str]) -> list[str]:
    lines = list(table.lines)
    below = [line for line in table.unread if line > table.header.begin]
    for begin in (table.header.begin, *(record.begin for record in table.records), *below):
        value = heading if begin == table.header.begin else values.get(begin, "")
        lines[begin] = value + table.delimiter + lines[begin]
    return lines


def _with_filled(table: Table, column: int, values: Mapping[int, str]) -> list[str]:
    lines = list(table.lines)
    for begin, end, cells in table.records:
        if begin in values and not (column < len(cells) and cells[column].strip()):
            text = "".join(lines[begin:end])
            row = text.rstrip("\r\n")
            written = as_written(row, table.delimiter)
            written += [""] * (column + 1 - len(written))
            written[column] = values[begin]
            lines[begin:end] = [table.delimiter.join(written) + text[len(row) :], *[""] * (end - begin - 1)]
    return lines
