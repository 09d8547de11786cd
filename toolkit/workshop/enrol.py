"""Add somebody to the roster who walked in: one row more, every other byte as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.problems import InputError, Problem
from toolkit.workshop.codes import codes
from toolkit.workshop.roster import columns_of, ids_of, read_roster, write_ids
from toolkit.workshop.table import fill_column, read_table
from toolkit.workshop.table_edit import append_row

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

NEW_HEADER = "id,name,domain\n"


def enrol(path: Path, name: str, domain: str | None, taken: Collection[str] = ()) -> str:
    """Write a row with a name and a domain at the end of a roster, and return the id that it was given.

    Args:
        path: The roster; made if there is none.
        name: As the person says it.
        domain: The id of the domain they declare.
        taken: Ids that are in use besides those in the file.

    Raises:
        OSError: The file cannot be written; it is as it was.
        InputError: It cannot be read.
    """
    if not is_file(path):
        write_whole(path, NEW_HEADER)
    write_ids(path, read_roster(path))
    for field in ("id", "domain"):
        table = read_table(path)
        if field not in columns_of(table):
            fill_column(path, table, field, None, {})
    table = read_table(path)
    columns = columns_of(table)
    if "name" not in columns:
        raise InputError([Problem(str(path), 1, 1, "no column is called name: add one")])
    id_ = next(codes({*ids_of(table, columns), *taken}))
    cells = [""] * len(table.header.cells)
    for field, cell in {"id": id_, "name": name, "domain": domain or ""}.items():
        cells[columns[field]] = cell
    append_row(path, table, cells)
    return id_
