"""`roster.csv`, or a spreadsheet: who is expected. Any header order and case; a bad row never costs the others."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError, Problem, nearest, printable
from toolkit.files.value import value
from toolkit.workshop.codes import codes
from toolkit.workshop.csv_rows import field_name
from toolkit.workshop.domain_words import domain_called
from toolkit.workshop.guests import unknown_wishes
from toolkit.workshop.table import fill_column, read_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from toolkit.workshop.csv_rows import Record
    from toolkit.workshop.plan import DomainInfo
    from toolkit.workshop.table import Table

MAX_CELL = 5_000
MERGED = "has its name or id in merged cells: split them if it is a person, and leave a heading as it is"


@value()
class Person:
    """One row of the roster. `access`, `keep_apart` and `keep_together` are for the facilitator's eyes only."""

    name: str
    id: str = ""
    domain: str = ""
    also: str = ""
    affiliation: str = ""
    pronouns: str = ""
    languages: str = ""
    role: str = ""
    access: str = ""
    keep_apart: str = ""
    keep_together: str = ""
    email: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    """Columns that the toolkit does not know."""
    line: int = 0
    """Where the row begins in the file, from 1."""


FIELDS = tuple(name for name in Person.__dataclass_fields__ if name not in ("extra", "line"))


@value()
class Roster:
    """Everybody who could be read, and what was wrong with the rest."""

    people: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()

    def names(self) -> dict[str, str]:
        """Return each person's name by id."""
        return {person.id: person.name for person in self.people}

    def addresses(self) -> tuple[str, ...]:
        """Return the e-mail addresses that are known."""
        return tuple(person.email for person in self.people if person.email)


def read_roster(path: Path, domains: Collection[DomainInfo] = ()) -> Roster:
    """Read a roster. People without an id get one, the same at every reading of the same file.

    Args:
        path: The file; if it cannot be read, the roster has nobody in it and the reason among its problems.
        domains: Those that people may declare, by id, code or label; an empty collection checks nothing.
    """
    try:
        table = read_table(path)
    except InputError as error:
        return Roster(problems=error.problems)
    columns = columns_of(table)
    if "name" not in columns:
        table.complain(table.header.begin, "no column is called name: add one")
    people = list(_people(table, columns, domains)) if "name" in columns else []
    known = tuple(_with_ids(people, ids_of(table, columns)))
    return Roster(known, tuple(sorted((*table.problems, *unknown_wishes(table.name, known)))))


def write_ids(path: Path, roster: Roster) -> bool:
    """Write the ids of `roster` into the file it was read from; return whether any was missing there.

    Raises:
        OSError: The file cannot be written.
        InputError: It is a spreadsheet into which nothing can be written.
    """
    if not roster.people:
        return False
    table = read_table(path)
    ids = {person.line - 1: person.id for person in roster.people}
    return fill_column(path, table, "id", columns_of(table).get("id"), ids)


def columns_of(table: Table) -> dict[str, int]:
    """Return the index of each column by field; an unknown column goes by its own heading."""
    columns: dict[str, int] = {}
    for i, heading in enumerate(table.header.cells):
        name = field_name(heading)
        name = name if name in FIELDS else heading.strip()
        if name in columns and name in FIELDS:
            table.complain(table.header.begin, f"two columns are called {name}: only the first is read")
        elif name:
            columns.setdefault(name, i)
    return columns


def _people(table: Table, columns: dict[str, int], domains: Collection[DomainInfo]) -> Iterator[Person]:
    lines_by_id: dict[str, int] = {}
    lines_by_name: dict[str, int] = {}
    for record in table.records:
        row = {name: record.cells[i].strip() for name, i in columns.items() if i < len(record.cells)}
        merged = any((record.begin, columns[name]) in table.joined for name in ("name", "id") if name in columns)
        fault = MERGED if merged else _fault(table, record, row) or _taken(row.get("id", ""), lines_by_id)
        if fault:
            table.complain(record.begin, f"{fault}; the row is left out")
            continue
        if row.get("id"):
            lines_by_id[row["id"].upper()] = record.begin + 1
        first = lines_by_name.setdefault(row["name"].casefold(), record.begin + 1)
        if first != record.begin + 1:
            who = printable(row["name"], 60)
            table.complain(record.begin, f"{who} stands on line {first} as well: delete one, or tell the names apart")
        if domains and (domain := row.get("domain")):
            row["domain"] = domain_called(domain, domains) or ""
            if not row["domain"]:
                who, what = printable(row["name"], 60), printable(domain, 60)
                ids, other = [known.id for known in domains], [known.label for known in domains]
                table.complain(record.begin, f"unknown domain {what!r} of {who}: {nearest(domain, ids, other)}")
        known = {name: value for name, value in row.items() if name in FIELDS}
        extra = {name: value for name, value in row.items() if name not in FIELDS}
        yield Person(**known, extra=extra, line=record.begin + 1)


def _fault(table: Table, record: Record, row: dict[str, str]) -> str | None:
    """Return what makes a row unusable, with what to do."""
    cells, width = record.cells, len(table.header.cells)
    id_ = row.get("id", "")
    if any("\udc80" <= symbol <= "\udcff" for cell in cells for symbol in cell):
        return "not UTF-8: save the file as CSV in UTF-8"
    if any(symbol < " " and symbol not in "\n\t" for cell in cells for symbol in cell):
        return "holds a control character: delete it"
    if any(cell.strip() for cell in cells[width:]):
        return f"has {len(cells)} cells where the header has {width}: put a cell with a {table.delimiter!r} in quotes"
    if any(len(cell) > MAX_CELL for cell in cells):
        return f"has a cell of more than {MAX_CELL:,} characters: shorten it"
    if not row.get("name"):
        return "has no name: write one"
    if id_ and not (len(id_) <= 16 and id_.isascii() and id_.replace("-", "").isalnum()):
        return f"id {printable(id_, 40)!r} cannot be keyed in: use up to 16 letters, digits and hyphens"
    return None


def _taken(id_: str, lines_by_id: dict[str, int]) -> str | None:
    line = lines_by_id.get(id_.upper()) if id_ else None
    return f"id {id_!r} stands on line {line} as well: empty one of them" if line else None


def ids_of(table: Table, columns: dict[str, int]) -> set[str]:
    """Return every id in the file, so that nobody gets that of a row that is left out for now."""
    column = columns.get("id")
    return {
        record.cells[column].strip() for record in table.records if column is not None and column < len(record.cells)
    }


def _with_ids(people: list[Person], taken: set[str]) -> Iterator[Person]:
    fresh = codes(taken)
    for person in people:
        yield person if person.id else replace(person, id=next(fresh))
