"""Rosters that are spreadsheets: the same people, ids and faults as from CSV."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from tests.workshop.sample import DOMAINS, make, put
from toolkit.cli.main import main
from toolkit.files.problems import InputError
from toolkit.workshop.enrol import enrol
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import read_roster, write_ids
from toolkit.workshop.table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[list[Any]] = [
    ["Name", "Domain", "ID", "T-shirt", "Since"],
    ["Ana", "design", None, 5, dt.date(2026, 12, 3)],
    [None, None, None, None, None],
    ["Ben <b>", "dezign", "b1", 5.5, True],
    [None, "design", None, None, None],
    ["Cho", None, None, None, "=1+1"],
]


def workbook(path: Path, rows: list[list[Any]] = ROWS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.worksheets[0]["A2"].font = Font(bold=True)
    book.create_sheet("Other").append(["kept"])
    book.save(path)
    return path


def test_a_spreadsheet_gives_the_same_people_and_faults(tmp_path: Path) -> None:
    roster = read_roster(workbook(tmp_path / "people.XLSX"), DOMAINS)
    assert [(p.name, p.domain, p.line, p.extra["T-shirt"]) for p in roster.people] == [
        ("Ana", "design", 2, "5"), ("Ben <b>", "", 4, "5.5"), ("Cho", "", 6, ""),
    ]  # fmt: skip
    assert roster.people[0].extra["Since"] == "2026-12-03"
    assert [(problem.line, problem.what) for problem in roster.problems] == [
        (4, "unknown domain 'dezign' of Ben <b>: did you mean 'design'?"),
        (5, "has no name: write one; the row is left out"),
    ]


def test_ids_are_written_and_all_else_stays(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx")
    assert write_ids(path, read_roster(path))
    assert not write_ids(path, read_roster(path))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 3).value for row in range(1, 7)] == ["ID", "NHF", None, "b1", None, "9RC"]
    assert (sheet["A2"].font.bold, sheet["E6"].value, book.sheetnames) == (True, "=1+1", ["Sheet", "Other"])


def test_a_missing_column_becomes_the_last(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", [["name"], ["Ana"]])
    write_ids(path, read_roster(path))
    assert [record.cells for record in (read_table(path).header, *read_table(path).records)] == [
        ["name", "id"],
        ["Ana", "NHF"],
    ]


def test_a_walk_in_stands_below_all_others_and_is_no_formula(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx")
    id_ = enrol(path, "=1+1", "design")
    person = read_roster(path).people[-1]
    assert (person.name, person.id, person.domain, person.line) == ("=1+1", id_, "design", 7)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"name\nAna\n", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_spreadsheet_is_said(data: bytes, tmp_path: Path) -> None:
    (problem,) = read_roster(put(tmp_path, "people.xlsx", data)).problems
    assert "save it anew, or as CSV in UTF-8" in problem.what


def test_an_empty_sheet_is_said(tmp_path: Path) -> None:
    (problem,) = read_roster(workbook(tmp_path / "people.xlsx", [])).problems
    assert problem.what == "the sheet is empty: the first row names the columns"


def test_without_openpyxl_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "people.xlsx")
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(InputError, match=r"pip install 'workshop-toolkit\[xlsx\]'"):
        read_table(path)


def test_a_workshop_runs_from_a_spreadsheet_and_forgets_it(tmp_path: Path) -> None:
    folder = make(tmp_path / "w", roster=None)
    folder.file.write_text(folder.file.read_text(encoding="utf-8") + "roster: people.xlsx\n", encoding="utf-8")
    path = workbook(folder.path / "people.xlsx", [["name", "domain", "note"], ["Ana Silva", "design", "is Ana"]])
    assert [person.id for person in prepare(folder).plan.people] == ["NHF"]
    assert main(["forget", str(folder.path), "--yes"]) == 0
    assert [(p.name, p.domain, p.extra["note"]) for p in read_roster(path).people] == [("NHF", "design", "")]
