"""Wishes, namesakes, walk-ins, and three hundred rows of which forty are damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop.sample import DOMAINS, put
from tests.workshop.test_roster_damage import KEPT, LEFT_OUT, OPEN
from toolkit.workshop import enrol as enrolling
from toolkit.workshop.enrol import enrol
from toolkit.workshop.guests import guests
from toolkit.workshop.roster import read_roster, write_ids

if TYPE_CHECKING:
    from pathlib import Path

EVERYBODY = "A1, Ana Silva, B1, Ben Okri, C1, Cleo Adams, Cleo Wu, D1"
WISHES = """\
id,name,domain,languages,role,keep_apart,keep together
A1,Ana Silva,design,en; PT,lead,B1,
B1,Ben Okri,design,en,,"Cleo, nobody-known",ana silva
C1,Cleo Wu,,zh-Hant;en,,,B1;A1
D1,Cleo Adams,,,,C1,cleo
"""


def test_wishes_name_people_by_id_by_name_or_by_a_part_that_one_has_alone(tmp_path: Path) -> None:
    roster = read_roster(put(tmp_path, "roster.csv", WISHES))
    known = guests(roster.people)
    assert {id_: set(guest.keep_apart) for id_, guest in known.items()} == {
        "A1": {"B1"},
        "B1": set(),
        "C1": set(),
        "D1": {"C1"},
    }
    assert {id_: set(guest.keep_together) for id_, guest in known.items()} == {
        "A1": set(), "B1": {"A1"}, "C1": {"B1", "A1"}, "D1": set(),
    }  # fmt: skip
    assert (known["A1"].languages, known["A1"].role, known["A1"].domain) == (("en", "pt"), "lead", "design")


def test_wishes_that_name_nobody_or_several_are_said_with_their_line(tmp_path: Path) -> None:
    roster = read_roster(put(tmp_path, "roster.csv", WISHES))
    assert [(problem.line, problem.what) for problem in roster.problems] == [
        (3, "keep_apart of Ben Okri: 'Cleo' could be C1, D1: use the id"),
        (3, "keep_apart of Ben Okri: nobody is called 'nobody-known': use one of " + EVERYBODY),
        (5, "keep_together of Cleo Adams: 'cleo' could be C1, D1: use the id"),
    ]  # fmt: skip


def test_namesakes_are_kept_and_said(tmp_path: Path) -> None:
    roster = read_roster(put(tmp_path, "roster.csv", "name,domain\nAna,design\nBen,\nANA,academia\n"))
    assert [person.name for person in roster.people] == ["Ana", "Ben", "ANA"]
    (problem,) = roster.problems
    assert (problem.line, problem.what) == (4, "ANA stands on line 2 as well: delete one, or tell the names apart")


def test_of_three_hundred_rows_the_sound_load_and_each_fault_is_named(tmp_path: Path) -> None:
    damaged = {kind: row for kind, (row, what) in LEFT_OUT.items() if what != OPEN} | KEPT
    assert len(damaged) >= 40
    rows, lines, line = [b"id,name,domain,note", b"DUP,Person 0,design,"], {}, 3
    kinds = list(damaged.items())
    for n in range(1, 300 - len(kinds)):
        rows.append(b",Person %d,%s," % (n, DOMAINS[n % 3].id.encode()))
        line += 1
        if n % 5 == 0 and kinds:
            kind, row = kinds.pop()
            lines[kind] = line
            rows.append(row.replace(b"Bo", b"Bo%d" % n))
            line += 1 + row.count(b"\n")
    assert not kinds
    roster = read_roster(put(tmp_path, "roster.csv", b"\r\n".join(rows) + b"\r\n"), DOMAINS)
    sound = [person for person in roster.people if person.name.startswith("Person ")]
    assert len(sound) == 300 - len(damaged)
    assert all(person.domain for person in sound)
    named = {problem.line: problem.what for problem in roster.problems}
    assert set(named) == set(lines.values())
    for kind, at in lines.items():
        expected = LEFT_OUT[kind][1] if kind in LEFT_OUT else "unknown domain"
        assert expected in named[at], kind
    assert len(roster.people) == len(sound) + len(KEPT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id,name,domain\nA1,Ana,design\n", "id,name,domain\nA1,Ana,design\nNHF,{},design\n"),
        ("id;role;name;domain\r\nA1;x;Ana;", "id;role;name;domain\r\nA1;x;Ana;\r\nNHF;;{};design\r\n"),
        ("id\tdomain\tname\rA1\t\tAna\r", "id\tdomain\tname\rA1\t\tAna\rNHF\tdesign\t{}\r"),
        ("\ufeffid,name,domain\n", "\ufeffid,name,domain\nNHF,{},design\n"),
        ("name\nAna\n", "domain,id,name\n,NHF,Ana\ndesign,9RC,{}\n"),
        ("name,domain\n", "id,name,domain\nNHF,{},design\n"),
        (None, "id,name,domain\nNHF,{},design\n"),
    ],
)
@pytest.mark.parametrize(("name", "written"), [("Dee", "Dee"), ('Dee "D" <b>, x', '"Dee ""D"" <b>, x"')])
def test_a_walk_in_is_one_row_more_and_nothing_else(
    before: str | None, after: str, name: str, written: str, tmp_path: Path
) -> None:
    path = tmp_path / "roster.csv"
    if before is not None:
        path.write_bytes(before.encode())
    id_ = enrol(path, name, "design")
    assert path.read_bytes().decode() == after.format(written)
    assert read_roster(path).people[-1].id == id_
    assert read_roster(path).people[-1].name == name


def test_a_walk_in_gets_no_id_that_anybody_has(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", "id,name\nNHF,Ana\n9RC,\n")
    assert enrol(path, "Dee", None, {"R7J"}) not in {"NHF", "9RC", "R7J"}


def test_where_the_roster_cannot_be_written_it_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "roster.csv", "id,name,domain\nA1,Ana,design\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(enrolling, "append_row", full)
    with pytest.raises(OSError, match="No space"):
        enrol(path, "Dee", None)
    assert path.read_text(encoding="utf-8") == "id,name,domain\nA1,Ana,design\n"


def test_writing_ids_again_changes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, "roster.csv", WISHES)
    before = path.read_bytes()
    assert not write_ids(path, read_roster(path))
    assert path.read_bytes() == before
