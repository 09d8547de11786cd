"""Forty ways in which a row goes wrong: each is named with its line, and everybody else still loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop.sample import DOMAINS, put
from toolkit.workshop.roster import MAX_CELL, read_roster

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = b"id,name,domain,note\r\nDUP,Ana,design,\r\n"
AFTER = b"\r\n,Cho,academia,it's fine\r\n,Dee,,\r\n"

NO_NAME = "has no name: write one"
NO_UTF8 = "not UTF-8: save the file as CSV in UTF-8"
CONTROL = "holds a control character: delete it"
NOT_KEYED = "cannot be keyed in: use up to 16 letters, digits and hyphens"
TAKEN = "stands on line 2 as well: empty one of them"
CELLS = "cells where the header has 4: put a cell with a ',' in quotes"
OPEN = "a quote is opened and not closed: close it"
CLOSED = "text follows a closing quote: write a quote inside quotes twice"
UNKNOWN = "unknown domain"

LEFT_OUT: dict[str, tuple[bytes, str]] = {
    "no name": (b",,design,", NO_NAME),
    "a blank name": (b",   ,design,", NO_NAME),
    "an empty name in quotes": (b',"",design,', NO_NAME),
    "a name of line ends": (b',"\n\n",design,', NO_NAME),
    "a name of a tab": (b",\t,design,", NO_NAME),
    "a name that is a no-break space": (",\u00a0,design,".encode(), NO_NAME),
    "only an id": (b"X1", NO_NAME),
    "a cell too many": (b",Bo,design,x,y", CELLS),
    "a comma without quotes": (b",Bo, Jr.,design,x", CELLS),
    "a cell far out": (b",Bo,design,,,,,,z", CELLS),
    "semicolons in a comma file": (b";Bo;design;", NO_NAME),
    "an id with a blank": (b"X 1,Bo,design,", NOT_KEYED),
    "an id with a sign": (b"X1!,Bo,design,", NOT_KEYED),
    "an id of hyphens": (b"---,Bo,design,", NOT_KEYED),
    "an id with an underline": (b"a_b,Bo,design,", NOT_KEYED),
    "an id that is too long": (b"X" * 17 + b",Bo,design,", NOT_KEYED),
    "an id in another script": ("治理,Bo,design,".encode(), NOT_KEYED),
    "an id with an accent": ("é1,Bo,design,".encode(), NOT_KEYED),
    "an id that is a formula": (b"=1+1,Bo,design,", NOT_KEYED),
    "an id that is a path": (b"../x,Bo,design,", NOT_KEYED),
    "an id with a byte order mark": ("\ufeffX1,Bo,design,".encode(), NOT_KEYED),
    "an id with a direction override": ("\u202eX1,Bo,design,".encode(), NOT_KEYED),
    "somebody else's id": (b"DUP,Bo,design,", TAKEN),
    "somebody else's id in another case": (b"dup,Bo,design,", TAKEN),
    "a letter of Latin-1": (b",B\xf8,design,", NO_UTF8),
    "a byte that is never UTF-8": (b",Bo,design,\xff", NO_UTF8),
    "a character cut short": (b",Bo\xe6\xb2,design,", NO_UTF8),
    "a lone surrogate": (b",Bo\xed\xa0\x80,design,", NO_UTF8),
    "a NUL": (b",B\0o,design,", CONTROL),
    "a terminal escape": (b",Bo,design,\x1b[31m", CONTROL),
    "a bell": (b",Bo\x07,design,", CONTROL),
    "a vertical tab": (b",Bo,design,a\x0bb", CONTROL),
    "a form feed": (b",\x0cBo,design,", CONTROL),
    "a file separator": (b",Bo,des\x1cign,", CONTROL),
    "a cell that is too long": (b",Bo,design," + b"x" * (MAX_CELL + 1), "has a cell of more than 5,000 characters"),
    "a cell far too long": (b",Bo,design," + b"x" * 200_000, "a cell is far too long: shorten it"),
    "an open quote": (b',"Bo,design,', OPEN),
    "an open quote at the end": (b',Bo,design,"', OPEN),
    "an open quote over lines": (b',"Bo\r\n,,design,', OPEN),
    "text after a quote": (b',"Bo"x,design,', CLOSED),
    "a blank after a quote": (b',"Bo" ,design,', CLOSED),
    "quotes in quotes": (b',"Bo "the" Builder",design,', CLOSED),
    "two quotes in front": (b',""Bo"",design,', CLOSED),
}

KEPT: dict[str, bytes] = {
    "an unknown domain": b",Bo,dezign,",
    "a domain in other words": b",Bo,Desing studies,",
    "a number": b",Bo,2,",
    "two domains": b",Bo,design;academia,",
    "a domain with a sign": b",Bo,design?,",
}


def test_there_are_forty_kinds_of_damage_at_least() -> None:
    assert len(LEFT_OUT) + len(KEPT) >= 40


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_a_damaged_row_is_named_with_its_line_and_left_out_alone(kind: str, tmp_path: Path) -> None:
    row, what = LEFT_OUT[kind]
    roster = read_roster(put(tmp_path, "roster.csv", BEFORE + row + AFTER), DOMAINS)
    assert {"Ana", "Cho", "Dee"} <= {person.name for person in roster.people}
    assert "Bo" not in {person.name for person in roster.people}
    first = roster.problems[0]
    assert first.line == 3
    assert what in first.what
    assert str(first).isprintable()
    assert len(roster.problems) == 1 + row.count(b"\r\n")


@pytest.mark.parametrize("kind", KEPT)
def test_a_person_of_an_unknown_domain_is_kept_without_one(kind: str, tmp_path: Path) -> None:
    roster = read_roster(put(tmp_path, "roster.csv", BEFORE + KEPT[kind] + AFTER), DOMAINS)
    assert [(person.name, person.domain) for person in roster.people] == [
        ("Ana", "design"), ("Bo", ""), ("Cho", "academia"), ("Dee", ""),
    ]  # fmt: skip
    (problem,) = roster.problems
    assert problem.line == 3
    assert problem.what.startswith("unknown domain '")
    assert "did you mean '" in problem.what or "use one of" in problem.what


@pytest.mark.parametrize("word", ["open-source", "Open-Source", "os", "OS", "Open source", " OPEN SOURCE "])
def test_a_domain_is_known_by_its_id_code_or_label_in_any_case(word: str, tmp_path: Path) -> None:
    roster = read_roster(put(tmp_path, "roster.csv", f"name,domain\nAna,{word}\n"), DOMAINS)
    assert (roster.people[0].domain, roster.problems) == ("open-source", ())


def test_any_domain_will_do_where_none_are_known(tmp_path: Path) -> None:
    roster = read_roster(put(tmp_path, "roster.csv", BEFORE + KEPT["an unknown domain"] + AFTER))
    assert roster.problems == ()
    assert roster.people[1].domain == "dezign"


def test_all_damage_at_once_costs_nobody_else(tmp_path: Path) -> None:
    rows = b"\r\n".join(row for row, what in LEFT_OUT.values() if what != OPEN)
    roster = read_roster(put(tmp_path, "roster.csv", BEFORE + rows + AFTER), DOMAINS)
    assert [person.name for person in roster.people] == ["Ana", "Cho", "Dee"]
    assert len(roster.problems) == len(LEFT_OUT) - sum(what == OPEN for _, what in LEFT_OUT.values())


def test_three_hundred_rows_with_every_kind_of_damage_among_them(tmp_path: Path) -> None:
    """Each fault is named on its own line, and whoever is sound loads, wherever they stand."""
    kinds = [(row, what) for row, what in LEFT_OUT.values() if b"\n" not in row and what != OPEN]
    damaged = dict(zip(range(4, 300, 7), kinds, strict=False))
    assert len(damaged) == len(kinds)
    damaged[290] = LEFT_OUT["an open quote"]  # no other quote stands behind it
    unknown = dict(zip(range(6, 300, 56), KEPT.values(), strict=False))
    assert len(damaged) + len(unknown) >= 40
    rows = [b"id,name,domain,note", b"DUP,Ana,design,"]
    for number in range(3, 302):
        whole = f",Person {number},{DOMAINS[number % 3].id},fine".encode()
        rows.append(damaged[number][0] if number in damaged else unknown.get(number, whole))
    roster = read_roster(put(tmp_path, "roster.csv", b"\r\n".join(rows)), DOMAINS)
    sound = [number for number in range(3, 302) if number not in damaged and number not in unknown]
    names = [person.name for person in roster.people]
    assert [name for name in names if name.startswith("Person")] == [f"Person {number}" for number in sound]
    assert names.count("Bo") == len(unknown)
    said = {problem.line: problem.what for problem in roster.problems if "as well: delete one" not in problem.what}
    assert sorted(said) == sorted([*damaged, *unknown])
    assert all(what in said[line] for line, (_, what) in damaged.items())
    assert len({person.id for person in roster.people}) == len(roster.people)
