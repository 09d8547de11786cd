"""Read the tables of a glossary, all or nothing, with every fault at its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from toolkit.exchange.csv_cells import Cell, blank, read_cells, restored
from toolkit.exchange.csv_tables import COLUMNS, FRACTIONS, GLOSSARY, TABLES, TERM, WHOLE, fits
from toolkit.exchange.json_file import decode
from toolkit.files.document import Document, Mark, Trail
from toolkit.files.look import is_file
from toolkit.files.problems import InputError, Problem, nearest, printable
from toolkit.files.source import read_bytes
from toolkit.library.glossary import Glossary
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class _Record:
    """One row that holds something: its cells by column."""

    file: str
    line: int
    cells: Mapping[str, Cell]

    def problem(self, column: str, what: str) -> Problem:
        cell = self.cells.get(column)
        return Problem(self.file, *((cell.line, cell.column) if cell else (self.line, 1)), what)


@dataclass(frozen=True)
class _Tables(Document):
    """Values gathered from several files, which know where each of them stands."""

    files: dict[Trail, str] = field(default_factory=dict)

    def problem(self, trail: Trail, what: str, *, key: bool = False) -> Problem:
        """Return a problem in the file that `trail`, or the nearest thing around it, stands in."""
        while trail and trail not in self.files:
            trail = trail[:-1]
        return Problem(self.files.get(trail, self.name), *self.mark(trail), what)


def read_csv_glossary(path: Path) -> Glossary:
    """Read a glossary from its table of senses, and from the tables of cases and pairs that lie beside it.

    `path` is any of `NAME-senses.csv`, `NAME-cases.csv` and `NAME-pairs.csv`, or a table of senses of any name.

    Raises:
        InputError: With every fault, each at its line and column.
    """
    found = re.fullmatch(rf"(.*)-(?:{'|'.join(TABLES)})\.csv", path.name, re.IGNORECASE)
    if not found:
        return from_csv({"senses": path})
    beside = {table: path.with_name(f"{found[1]}-{table}.csv") for table in TABLES}
    return from_csv({table: file for table, file in beside.items() if table == "senses" or is_file(file)})


def from_csv(paths: Mapping[str, Path]) -> Glossary:
    """Read a glossary from tables: `senses` is wanted, `cases` and `pairs` may be left out.

    Raises:
        InputError: With every fault, each at its line and column.
    """
    gather = _Gather(paths["senses"])
    for table in TABLES:
        if table in paths:
            gather.take(table, paths[table])
    document = gather.document()
    problems = list(gather.problems)
    try:
        glossary = validate(Glossary, document)
    except InputError as error:
        problems += error.problems
    if problems:
        raise InputError(problems)
    return glossary


class _Gather:
    """Builds the data of one glossary out of rows."""

    def __init__(self, senses: Path) -> None:
        self.problems: list[Problem] = []
        self._terms: dict[str, dict[str, Any]] = {}
        self._numbers: dict[str, int] = {}
        self._name, self._title = str(senses), senses.stem
        self._data: dict[str, Any] = {}
        self._marks: dict[Trail, Mark] = {}
        self._files: dict[Trail, str] = {}

    def document(self) -> _Tables:
        """Return what was gathered; what is numbered in columns becomes lists."""
        data = {"title": self._title, **self._data}
        if self._terms:
            data["terms"] = list(self._terms.values())
        document = _Tables(self._name, {}, {}, {})
        document.data.update(self._listed(data, (), (), document))
        return document

    def _listed(self, value: Any, raw: Trail, final: Trail, document: _Tables) -> Any:  # noqa: ANN401 - plain data
        """Return a part of the data with lists for what is numbered, and note where it stands."""
        if raw in self._marks:
            document.marks[final], document.files[final] = self._marks[raw], self._files[raw]
        if isinstance(value, list):
            return [self._listed(v, (*raw, i), (*final, i), document) for i, v in enumerate(value)]
        if isinstance(value, dict) and raw[-1:] in (("sources",), ("dissents",)):
            keys = sorted(value, key=int)
            return [self._listed(value[k], (*raw, k), (*final, i), document) for i, k in enumerate(keys)]
        if isinstance(value, dict):
            return {k: self._listed(v, (*raw, k), (*final, k), document) for k, v in value.items()}
        return value

    def take(self, table: str, path: Path) -> None:
        """Take in the rows of a table."""
        try:
            rows = read_cells(decode(read_bytes(path), str(path)), str(path))
        except InputError as error:
            self.problems += error.problems
            return
        for record in self._records(table, str(path), rows):
            {"senses": self._sense, "cases": self._case, "pairs": self._pair}[table](record)

    def _records(self, table: str, file: str, rows: list[list[Cell]]) -> Iterator[_Record]:
        if not rows:
            self.problems.append(Problem(file, 1, 1, "the file is empty: the first line names the columns"))
            return
        header = [cell.text.strip() for cell in rows[0]]
        self.problems += _header_problems(table, file, rows[0])
        for row in rows[1:]:
            if len(row) > len(header) and not all(blank(cell.text) for cell in row[len(header) :]):
                what = "the row has more cells than the header: delete what is too much, or put it in quotes"
                self.problems.append(Problem(file, row[len(header)].line, row[len(header)].column, what))
            cells = {
                name: Cell(restored(cell.text), cell.line, cell.column)
                for name, cell in zip(header, row, strict=False)
                if not blank(cell.text) and _any_fits(name, COLUMNS[table])
            }
            record = _Record(file, row[0].line, cells)
            if "term" in cells:
                yield record
            elif "term" in header:
                self.problems.append(record.problem("term", "'term' is missing: write the word's id"))

    def _term(self, record: _Record, *, new: bool) -> Trail | None:
        id_ = record.cells["term"].text
        if id_ not in self._terms:
            if not new:
                what = f"the table of senses has no term {printable(id_, 60)!r}: {nearest(id_, self._terms)}"
                self.problems.append(record.problem("term", what))
                return None
            self._numbers[id_] = len(self._terms)
            self._terms[id_] = {"id": id_}
            trail = ("terms", self._numbers[id_])
            self._note(record, "term", trail)
            self._note(record, "term", (*trail, "id"))
        return ("terms", self._numbers[id_])

    def _sense(self, record: _Record) -> None:
        trail = self._term(record, new=True)
        term = self._terms[record.cells["term"].text]
        for column in record.cells:
            if _any_fits(column, GLOSSARY):
                self._put(record, column, self._data, ())
            elif column != "term" and _any_fits(column, TERM):
                self._put(record, column, term, trail or ())
        own = [c for c in record.cells if not _any_fits(c, GLOSSARY) and not _any_fits(c, TERM)]
        if own:
            self._entry(record, own, (*(trail or ()), "senses"), term.setdefault("senses", []))

    def _pair(self, record: _Record) -> None:
        if (trail := self._term(record, new=False)) is not None:
            pairs = self._terms[record.cells["term"].text].setdefault("pairs", [])
            self._entry(record, [column for column in record.cells if column != "term"], (*trail, "pairs"), pairs)

    def _case(self, record: _Record) -> None:
        if (trail := self._term(record, new=False)) is None:
            return
        cases = self._terms[record.cells["term"].text].setdefault("cases", [])
        id_ = record.cells["case"].text if "case" in record.cells else None
        known = [i for i, case in enumerate(cases) if id_ and case["id"] == id_]
        index = known[0] if known else len(cases)
        here = (*trail, "cases", index)
        if not known:
            cases.append({"id": id_} if id_ else {})
            self._note(record, "case", here)
            self._note(record, "case", (*here, "id"))
        counts = ("domain", "yes", "no", "unsure")
        for column in record.cells:
            if column not in ("term", "case", *counts):
                self._put(record, column, cases[index], here)
        self._verdict(record, cases[index], here)

    def _verdict(self, record: _Record, case: dict[str, Any], trail: Trail) -> None:
        answers = [column for column in ("yes", "no", "unsure") if column in record.cells]
        if "domain" not in record.cells:
            if answers:
                self.problems.append(record.problem(answers[0], "whose answers are these? write the domain"))
            return
        domain = record.cells["domain"].text
        verdicts = case.setdefault("verdicts", {})
        if domain in verdicts:
            what = f"{printable(domain, 60)!r} has answered this case twice: keep one row"
            self.problems.append(record.problem("domain", what))
            return
        verdicts[domain] = {}
        self._note(record, "domain", (*trail, "verdicts", domain))
        for column in answers:
            self._put(record, column, verdicts[domain], (*trail, "verdicts", domain))

    def _entry(self, record: _Record, columns: list[str], trail: Trail, into: list[Any]) -> None:
        """Add an entry to a list."""
        into.append({})
        here = (*trail, len(into) - 1)
        self._note(record, "domain" if "domain" in record.cells else "a", here)
        for column in columns:
            self._put(record, column, into[-1], here)

    def _put(self, record: _Record, column: str, into: dict[str, Any], trail: Trail) -> None:
        """Put a cell where its column says; what other rows say already must be the same."""
        *way, last = column.split(".")
        here: Any = into
        for part in way:
            here = here.setdefault(part, {}) if isinstance(here, dict) else here
        value = self._value(record, column)
        if not isinstance(here, dict) or here.get(last, value) != value:
            what = f"{column}: another row, or another column of this row, says something else: keep one"
            self.problems.append(record.problem(column, what))
            return
        here[last] = value
        self._note(record, column, (*trail, *column.split(".")))

    def _value(self, record: _Record, column: str) -> str | int | float:
        text = record.cells[column].text
        try:
            if column in FRACTIONS:
                return float(text.strip().replace(",", "."))
            return int(text.strip()) if column in WHOLE else text
        except ValueError:
            noun = "a whole number" if column in WHOLE else "a number"
            what = f"{column}: {noun} is wanted, not {printable(text, 60)!r}: mend it"
            self.problems.append(record.problem(column, what))
            return 0

    def _note(self, record: _Record, column: str, trail: Trail) -> None:
        """Remember where a value stands."""
        cell = record.cells.get(column)
        mark: Mark = (cell.line, cell.column) if cell else (record.line, 1)
        self._marks.setdefault(trail, mark)
        self._files.setdefault(trail, record.file)


def _header_problems(table: str, file: str, header: Iterable[Cell]) -> Iterator[Problem]:
    seen: set[str] = set()
    known = [pattern.rstrip("@").rstrip(".") for pattern in COLUMNS[table]]
    for cell in header:
        name = cell.text.strip()
        if name in seen:
            yield Problem(
                file, cell.line, cell.column, f"the column {printable(name, 60)!r} stands here twice: keep one"
            )
        elif name and not _any_fits(name, COLUMNS[table]):
            what = f"unknown column {printable(name, 60)!r}: {nearest(name, known)}, or delete it"
            yield Problem(file, cell.line, cell.column, what)
        elif not name:
            yield Problem(file, cell.line, cell.column, "a column has no name: name it, or delete it")
        seen.add(name)
    wanted = {"senses": ("term",), "cases": ("term", "case"), "pairs": ("term", "a", "b")}[table]
    for name in wanted:
        if name not in seen:
            yield Problem(file, 1, 1, f"the column {name!r} is missing: add it")


def _any_fits(column: str, patterns: Iterable[str]) -> bool:
    return any(fits(column, pattern) for pattern in patterns)
