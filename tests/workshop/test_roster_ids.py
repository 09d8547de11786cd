"""Ids are written into the roster once, and nothing else in the file changes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.sample import put
from toolkit.workshop.roster import read_roster, write_ids

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

A, B, C = "NHF", "9RC", "R7J"
"""The first three codes."""


def filled(root: Path, data: str | bytes) -> bytes:
    """Return a roster's bytes after ids were written into it."""
    path = put(root, "roster.csv", data)
    write_ids(path, read_roster(path))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name\nAna\nBen\n", f"id,name\n{A},Ana\n{B},Ben\n"),
        ("name;role\r\nAna;x\r\n", f"id;name;role\r\n{A};Ana;x\r\n"),
        ("name\trole\rAna\tx\r", f"id\tname\trole\r{A}\tAna\tx\r"),
        ("\ufeffname\nAna", f"\ufeffid,name\n{A},Ana"),
        ('"name" ,x\n"Ana" ""x,1\n', None),
        ("sep=;\r\nname;role\r\nAna;x\r\n", f"sep=;\r\nid;name;role\r\n{A};Ana;x\r\n"),
        ('Our, list\n"open\n\nname|role\nAna|x\nB|"x\n', f'Our, list\n"open\n\nid|name|role\n{A}|Ana|x\n|B|"x\n'),
        ("Our list\n,\nname,id\nAna,\n", f"Our list\n,\nname,id\nAna,{A}\n"),
        ('name,x\n"An""a","1"\n', f'id,name,x\n{A},"An""a","1"\n'),
        ('name,x\r\nAna,"a\nb\r\nc"\r\n', f'id,name,x\r\n{A},Ana,"a\nb\r\nc"\r\n'),
        ("\nname\n\nAna\n,\n\nBen\n", f"\nid,name\n\n{A},Ana\n,\n\n{B},Ben\n"),
        ("name,id\nAna,\nBen,b1\nChi\n", f"name,id\nAna,{A}\nBen,b1\nChi,{B}\n"),
        ("name, ID ,x\nAna, ,'1'\n", f"name, ID ,x\nAna,{A},'1'\n"),
        ('x,id,name\r\n"a,b",,"An""a"\r\n"c\nd",  ,Ben', f'x,id,name\r\n"a,b",{A},"An""a"\r\n"c\nd",{B},Ben'),
        ('id,name\n,"a\n\nb"\n,Ben\n', f'id,name\n{A},"a\n\nb"\n{B},Ben\n'),
        ('5" pipe,name,id\n5" x,Ana,""\n', f'5" pipe,name,id\n5" x,Ana,{A}\n'),
    ],
)
def test_only_ids_are_added(before: str, after: str | None, tmp_path: Path) -> None:
    assert filled(tmp_path, before).decode() == (before if after is None else after)


def test_rows_that_are_left_out_keep_their_bytes_and_still_fit_once_they_are_mended(tmp_path: Path) -> None:
    broken = b'name,domain\nSmith, John,design\n"Open,design\n\xff,design\nAna,design\n,academia\n'
    after = filled(tmp_path, broken)
    assert after.decode("latin-1") == (
        f'id,name,domain\n,Smith, John,design\n,"Open,design\n,\xff,design\n{A},Ana,design\n,,academia\n'
    )
    mended = after.replace(b"Smith, John", b'"Smith, John"').replace(b'"Open', b"Open").replace(b"\xff", b"Y")
    people = read_roster(put(tmp_path, "roster.csv", mended)).people
    assert [(person.name, person.domain) for person in people] == [
        ("Smith, John", "design"), ("Open", "design"), ("Y", "design"), ("Ana", "design"),
    ]  # fmt: skip
    assert people[3].id == A


@pytest.mark.parametrize("data", ["name,id\nAna,x1\n", "name\n", "", "who\nAna\n"])
def test_a_file_that_needs_no_id_is_not_touched(data: str, tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", data)
    before = path.stat()
    assert not write_ids(path, read_roster(path))
    assert path.stat() == before


def test_writing_twice_changes_nothing_more(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", "name\nAna\nBen\n")
    roster = read_roster(path)
    assert write_ids(path, roster)
    again = read_roster(path)
    assert [person.id for person in again.people] == [person.id for person in roster.people]
    assert not write_ids(path, again)


def test_somebody_who_comes_later_gets_an_id_of_their_own(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", "name\nAna\nBen\n")
    write_ids(path, read_roster(path))
    path.write_text(path.read_text().replace("name\n", "name\n,Chi\n"))
    assert {person.name: person.id for person in read_roster(path).people} == {"Ana": A, "Ben": B, "Chi": C}


def test_nobody_gets_the_id_of_a_row_that_is_left_out_for_now(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", f"id,name\n{A},\n,Zoe\n")
    (zoe,) = read_roster(path).people
    assert zoe.id == B


def test_the_sample_keeps_every_cell(demo: Folder, tmp_path: Path) -> None:
    path = demo.path / "roster.csv"
    shutil.copy(path, tmp_path / "before.csv")
    before = read_roster(path)
    assert len(before.people) == 24
    write_ids(path, before)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.partition(",")[2] for line in lines] == (tmp_path / "before.csv").read_text("utf-8").splitlines()
    assert read_roster(path).people == before.people


PIECES = st.sampled_from(["a", "é", "治", " ", "''", "🎨", ".", "\u2028", "0"])
WORD = st.lists(PIECES, max_size=4).map("".join)
QUOTED = st.lists(PIECES | st.sampled_from([",", ";", '""', "\n", "\r\n"]), max_size=4)
CELL = WORD | QUOTED.map(lambda parts: f'"{"".join(parts)}"')
ROWS = st.lists(st.tuples(CELL, CELL, st.sampled_from(["", "", "x1", '""'])), max_size=5)


@given(
    ROWS, st.sampled_from(["name,role", "name,role,id", "id,role,name"]), st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(), st.sampled_from(["", "\ufeff"]),
)  # fmt: skip
def test_for_any_roster_the_old_bytes_stay_in_their_order_and_the_ids_stick(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    header: str,
    ending: str,
    closed: bool,
    mark: str,
) -> None:
    width = header.count(",") + 1
    cells = [[id_, one, other] if header.startswith("id") else [one, other, id_] for one, other, id_ in rows]
    text = mark + ending.join([header, *(",".join(row[:width]) for row in cells)]) + ending * closed
    path = put(tmp_path_factory.getbasetemp(), "roster.csv", text)
    before = read_roster(path)
    write_ids(path, before)
    after = read_roster(path)
    assert [(p.name, p.role, p.id, p.line) for p in after.people] == [
        (p.name, p.role, p.id, p.line) for p in before.people
    ]
    assert is_within(text.replace('""', ""), path.read_bytes().decode())
    assert len(after.problems) == len(before.problems)


def is_within(part: str, whole: str) -> bool:
    """Tell whether `whole` has all of `part`, in the same order, with other things in between."""
    rest = iter(whole)
    return all(symbol in rest for symbol in part)
