"""Change single cells of a roster, or add a row, leaving every other byte of a CSV file as it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.workshop import workbook
from toolkit.workshop.csv_rows import as_written

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from toolkit.workshop.table import Table


def append_row(path: Path, table: Table, cells: Sequence[str]) -> None:
    """Add a row at the end of the file that `table` was read from.

    Raises:
        OSError: The file cannot be written; it is as it was.
    """
    if workbook.is_workbook(path):
        row = max((record.end for record in table.records), default=table.header.end)
        workbook.write_cells(path, {(row, column): cell for column, cell in enumerate(cells) if cell})
        return
    lines = list(table.lines)
    ending = next((end for end in ("\r\n", "\n", "\r") if lines and lines[0].endswith(end)), "\n")
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    _write(path, table, [*lines, table.delimiter.join(quoted(cell, table.delimiter) for cell in cells) + ending])


def replace_cells(path: Path, table: Table, changes: Mapping[tuple[int, int], str], gone: Collection[int] = ()) -> None:
    """Put other text into cells of the file that `table` was read from; a row that is too short is filled up.

    Args:
        path: The file.
        table: The file as it was read.
        changes: What to write, by the record's first line and the column.
        gone: Lines to delete, because nothing on them can be read.

    Raises:
        OSError: The file cannot be written; it is as it was.
    """
    if workbook.is_workbook(path):
        workbook.write_cells(path, changes)
        return
    lines = list(table.lines)
    for begin, end, _ in (*table.above, table.header, *table.records):
        own = {column: text for (line, column), text in changes.items() if line == begin}
        if own:
            text = "".join(lines[begin:end])
            row = text.rstrip("\r\n")
            written = as_written(row, table.delimiter)
            written += [""] * (max(own) + 1 - len(written))
            for column, cell in own.items():
                written[column] = quoted(cell, table.delimiter)
            lines[begin:end] = [table.delimiter.join(written) + text[len(row) :], *[""] * (end - begin - 1)]
    for line in gone:
        lines[line] = ""
    _write(path, table, lines)


def quoted(cell: str, delimiter: str) -> str:
    """Return a cell as it is written between delimiters."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="").writerow([cell, ""])
    return out.getvalue()[: -len(delimiter)]


def _write(path: Path, table: Table, lines: list[str]) -> None:
    write_whole(path, table.mark + "".join(lines).encode("utf-8", "surrogateescape"))
