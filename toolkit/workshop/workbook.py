"""A roster that is a spreadsheet (.xlsx): its first sheet, read as a table. Needs the extra `xlsx`, openpyxl."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem
from toolkit.files.source import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_COLUMNS = 200


def is_workbook(path: Path) -> bool:
    """Tell whether a roster is a spreadsheet, by its name."""
    return path.suffix.casefold() == ".xlsx"


def read_rows(path: Path, most: int) -> list[tuple[int, list[str]]]:
    """Return the rows that have anything in them, as text, each with its number from 0.

    Raises:
        InputError: The file cannot be read, has more than `most` rows, or openpyxl is not there.
    """
    sheet = _sheet(_load(path, values=True))
    if sheet.max_row > most or sheet.max_column > MAX_COLUMNS:
        raise InputError([Problem(str(path), 0, 0, f"more than {most:,} rows or {MAX_COLUMNS} columns: shorten it")])
    rows = [(n, [_text(cell) for cell in row]) for n, row in enumerate(sheet.iter_rows(values_only=True))]
    return [(n, cells) for n, cells in rows if any(cell.strip() for cell in cells)]


def write_cells(path: Path, changes: Mapping[tuple[int, int], str]) -> None:
    """Write text into cells of the first sheet, by row and column from 0; other cells and their looks stay.

    Raises:
        OSError: The file cannot be written; it is as it was.
        InputError: It cannot be read.
    """
    book = _load(path, values=False)
    sheet = _sheet(book)
    for (row, column), text in changes.items():
        cell = sheet.cell(row + 1, column + 1)
        cell.value = text or None
        if text:
            cell.data_type = "s"  # a name that begins with = is a name
    out = io.BytesIO()
    book.save(out)
    write_whole(path, out.getvalue())


def _load(path: Path, *, values: bool) -> Workbook:
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        what = "spreadsheets need openpyxl: pip install 'workshop-toolkit[xlsx]', or save the roster as CSV in UTF-8"
        raise InputError([Problem(str(path), 0, 0, what)]) from None
    data = read_bytes(path)
    try:
        return load_workbook(io.BytesIO(data), data_only=values)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, TypeError) as error:
        what = f"not a spreadsheet that can be read ({type(error).__name__}): save it anew, or as CSV in UTF-8"
        raise InputError([Problem(str(path), 0, 0, what)]) from None


def _sheet(book: Workbook) -> Worksheet:
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
