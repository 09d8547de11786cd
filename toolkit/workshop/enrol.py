"""Add somebody to the roster who walked in, or change what it has of somebody: every other byte stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.problems import InputError, Problem
from toolkit.workshop.codes import codes
from toolkit.workshop.roster import columns_of, ids_of, read_roster, write_ids
from toolkit.workshop.table import fill_column, read_table
from toolkit.workshop.table_edit import append_row, replace_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from toolkit.workshop.roster import Person

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


def row_of(path: Path, person: str) -> Person:
    """Return what a roster has of somebody by id; rows that have no id are given theirs first.

    Raises:
        OSError: The file cannot be written; it is as it was.
        InputError: It cannot be read, or nobody in it has the id.
    """
    write_ids(path, read_roster(path))
    found = next((one for one in read_roster(path).people if one.id == person), None)
    if found is None:
        raise InputError([Problem(str(path), 0, 0, f"no row has the id {person}: write it, or take the files over")])
    return found


def edit(
    path: Path, person: str, cells: Mapping[str, str], keep: Callable[[dict[str, tuple[str, str]]], None] | None = None
) -> tuple[str, ...]:
    """Write cells of one person's row, by column, and return the columns that are different now.

    A column that the roster does not have is added, if there is something to be written into it.

    Args:
        path: The roster.
        person: Whose row, by id.
        cells: What to write.
        keep: Given what stands in the cells that change, and what is to, before anything is written.

    Raises:
        OSError: The file cannot be written; it is as it was.
        InputError: It cannot be read, or nobody in it has the id.
    """
    row = row_of(path, person)
    changed = {field: (before, text) for field, text in cells.items() if (before := getattr(row, field)) != text}
    if changed and keep:
        keep(changed)
    for field in changed:
        table = read_table(path)
        if field not in columns_of(table):
            fill_column(path, table, field, None, {})
    if changed:
        table = read_table(path)
        columns = columns_of(table)
        replace_cells(path, table, {(row.line - 1, columns[field]): text for field, (_, text) in changed.items()})
    return tuple(changed)
