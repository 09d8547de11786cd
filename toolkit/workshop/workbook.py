"""A roster that is a spreadsheet (.xlsx): its first sheet, read as a table. Needs the extra `xlsx`, openpyxl."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem
from toolkit.files.source import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_COLUMNS = 200
_DAMAGE = (
    BadZipFile, KeyError, ValueError, OSError, TypeError, AttributeError, IndexError, EOFError, SyntaxError, zlib.error,
    NotImplementedError,
)  # fmt: skip
"""What comes of a file that is no spreadsheet, or one that openpyxl does not know in full."""


class Rows(NamedTuple):
    """What a sheet shows."""

    rows: list[tuple[int, list[str]]]
    """The rows that have anything in them, as text, each with its number from 0."""
    joined: frozenset[tuple[int, int]]
    """Cells that are not cells of their own: merged across columns, or hidden by the one above."""


def is_workbook(path: Path) -> bool:
    """Tell whether a roster is a spreadsheet, by its name."""
    return path.suffix.casefold() == ".xlsx"


def read_rows(path: Path, most: int) -> Rows:
    """Return what the first sheet shows; of cells merged downwards each has what the first has.

    Raises:
        InputError: The file cannot be read, has more than `most` rows, or openpyxl is not there.
    """
    sheet = _sheet(path)
    if sheet.max_row > most or sheet.max_column > MAX_COLUMNS:
        raise InputError([Problem(str(path), 0, 0, f"more than {most:,} rows or {MAX_COLUMNS} columns: shorten it")])
    cells = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    shown = [n for n, row in enumerate(cells) if any(cell.strip() for cell in row)]
    joined = set()
    for (row, column), above in _merged(sheet):
        joined.add((row, column))
        if above is not None:
            cells[row][column] = cells[above][column]
    return Rows([(n, cells[n]) for n in shown], frozenset(joined))


def _merged(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], int | None]]:
    """Yield each cell that is no cell of its own, with the row that it goes on from where it is in one column."""
    for area in sheet.merged_cells.ranges:
        down = area.min_col == area.max_col
        for row in range(area.min_row - 1 + down, area.max_row):
            for column in range(area.min_col - 1, area.max_col):
                yield (row, column), area.min_row - 1 if down else None


def write_cells(path: Path, changes: Mapping[tuple[int, int], str]) -> None:
    """Write text into cells of the first sheet, by row and column from 0; nothing else in the file changes.

    Raises:
        OSError: The file cannot be written; it is as it was.
        InputError: It is not as spreadsheets are, or a cell is hidden by merged ones; it is as it was.
    """
    from toolkit.workshop.package import with_text

    data = read_bytes(path)
    try:
        written = with_text(data, changes)
    except (ValueError, KeyError, BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        what = f"it cannot be written into ({error}): split merged cells, or save it as CSV in UTF-8"
        raise InputError([Problem(str(path), 0, 0, what)]) from None
    if written != data:
        write_whole(path, written)


def _sheet(path: Path) -> Worksheet:
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        what = "spreadsheets need openpyxl: pip install 'workshop-toolkit[xlsx]', or save the roster as CSV in UTF-8"
        raise InputError([Problem(str(path), 0, 0, what)]) from None
    data = read_bytes(path)
    try:
        book: Workbook = load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, *_DAMAGE) as error:
        what = f"not a spreadsheet that can be read ({type(error).__name__}): save it anew, or as CSV in UTF-8"
        raise InputError([Problem(str(path), 0, 0, what)]) from None
    if not book.worksheets:
        raise InputError([Problem(str(path), 0, 0, "no sheet has cells: put the roster on the first one")])
    sheet: Worksheet = book.worksheets[0]
    return sheet


def _text(cell: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    """Return what a person sees in a cell, as near as its value tells."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)
