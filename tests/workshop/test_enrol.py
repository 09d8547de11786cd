"""Cells of one row change; no other byte of the roster does, whatever file people keep it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import prove, scratch
from tests.workshop.sample import put
from toolkit.files.problems import InputError
from toolkit.workshop.enrol import edit
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path

CELLS = st.text(st.characters(categories=["L", "P", "S", "Zs"]), max_size=20).map(str.strip)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_only_the_cell_is_different(ending: str, delimiter: str, tmp_path: Path) -> None:
    lines = [
        delimiter.join(cells)
        for cells in (
            ["id", "Name", "role", "T-shirt"],
            ["A1", '"Ana, ""the"" Bo"', "host", "  xl "],
            ["B2", "Ben", '"x"', "m"],
        )
    ]
    path = put(tmp_path, "roster.csv", "\ufeff" + ending.join(lines) + ending)
    assert edit(path, "A1", {"role": f"a {delimiter} b", "name": 'Ana, "the" Bo'}) == ("role",)
    lines[1] = lines[1].replace("host", f'"a {delimiter} b"')
    assert path.read_bytes() == ("\ufeff" + ending.join(lines) + ending).encode()


def test_a_row_that_is_too_short_is_filled_up_and_a_column_that_is_missing_is_added(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", "name,domain,role\nAna\nBen,design,host\n")
    ana, ben = read_roster(path).people
    assert edit(path, ana.id, {"role": "guest", "pronouns": "she/her"}) == ("role", "pronouns")
    after = read_roster(path)
    assert after.problems == ()
    assert [(p.id, p.name, p.role, p.pronouns) for p in after.people] == [
        (ana.id, "Ana", "guest", "she/her"),
        (ben.id, "Ben", "host", ""),
    ]


def test_nothing_is_written_where_nothing_is_different(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", "id,name\nA1,Ana\n")
    assert edit(path, "A1", {"name": "Ana", "access": ""}) == ()
    assert path.read_text(encoding="utf-8") == "id,name\nA1,Ana\n"


def test_somebody_who_is_not_there_is_named(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", "id,name\nA1,Ana\n")
    with pytest.raises(InputError, match="no row has the id B2"):
        edit(path, "B2", {"name": "Ben"})


def test_a_spreadsheet_does_as_well(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["id", "name"], ["A1", "Ana"], ["B2", "Ben"]):
        book.active.append(row)
    path = tmp_path / "roster.xlsx"
    book.save(path)
    assert edit(path, "B2", {"role": "=1+1"}) == ("role",)
    assert [(p.name, p.role) for p in read_roster(path).people] == [("Ana", ""), ("Ben", "=1+1")]


@prove(60)
@given(st.dictionaries(st.sampled_from(["role", "pronouns", "access", "affiliation"]), CELLS, min_size=1))
def test_whatever_is_written_is_read_again_and_nobody_else_changes(cells: dict[str, str]) -> None:
    with scratch() as folder:
        path = put(folder, "roster.csv", 'id,name,role,note\nA1,Ana,"x, y",1\nB2,Ben,,2\nC3,Chi')
        before = read_roster(path).people
        edit(path, "B2", cells)
        after = read_roster(path)
        assert after.problems == ()
        assert {name: getattr(after.people[1], name) for name in cells} == cells
        assert [(p.id, p.name, p.role, p.extra) for p in after.people if p.id != "B2"] == [
            (p.id, p.name, p.role, p.extra) for p in before if p.id != "B2"
        ]
