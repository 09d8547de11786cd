"""`workshop groups`, `survey` and walk-ins, as a script uses them."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.workshop.sample import WORKSHOP, make, put
from toolkit.cli.main import main
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

SURVEY = "survey: [We mean the same., I know whom to ask., {en: It ends well., de: Es endet gut.}]\n"


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(list(argv)) == 0
    return capsys.readouterr().out


def plain(folder: Folder, lines: str, monkeypatch: pytest.MonkeyPatch, *options: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert main(["run", str(folder.path), "--plain", *options]) == 0


def groups(demo: Folder, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, "groups", str(demo.path), *options, "--json"))
    return found


def test_groups_have_names_and_what_they_came_to(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    found = groups(demo, capsys, "--size", "4", "--rounds", "3", "--seed", "5")
    people = {person.id: person.name for person in read_roster(demo.path / "roster.csv").people}
    assert list(found) == ["rounds", "people", "repeats", "domains_per_group", "broken"]
    assert found["people"] == dict(sorted(people.items()))
    assert [sorted(name for table in tables for name in table) for tables in found["rounds"]] == [
        sorted(people.values())
    ] * 3
    assert found["repeats"] == 0
    assert [len(counts) for counts in found["domains_per_group"]] == [6, 6, 6]
    assert found == groups(demo, capsys, "--size", "4", "--rounds", "3", "--seed", "5")
    assert found["rounds"] != groups(demo, capsys, "--size", "4", "--rounds", "3", "--seed", "6")["rounds"]


def test_who_is_absent_is_in_no_group(
    demo: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(demo, "arrive Mehmet\narrive Priya\narrive Ruth\nleave Ruth\n", monkeypatch)
    capsys.readouterr()
    assert groups(demo, capsys, "--number", "1")["rounds"] == [[["Mehmet Aydın", "Priya Raghunathan"]]]


def test_people_who_are_kept_apart_are_never_named_with_the_reason(
    demo: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    found = groups(demo, capsys, "--number", "1")
    wishes = [line for line in found["broken"] if "wish" in line]
    assert wishes == ["2 wishes of the roster could not be met"]
    text = said(capsys, "groups", str(demo.path), "--size", "4", "--arrange", "domain")
    assert "Round 1\n  Table 1: " in text


@pytest.mark.parametrize(
    "options",
    [[], ["--size", "0"], ["--size", "x"], ["--size", "4", "--number", "2"], ["--size", "4", "--arrange", "x"]],
)
def test_options_that_make_no_sense_are_a_usage_error(demo: Folder, options: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["groups", str(demo.path), *options])
    assert stopped.value.code == 2


def test_an_empty_roster_has_no_groups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make(tmp_path / "w", roster="name,domain\n")
    assert main(["groups", str(folder.path), "--size", "4"]) == 1
    assert "nobody is on the roster yet" in capsys.readouterr().err


def test_a_walk_in_is_on_the_roster_and_in_the_room_and_asks_for_nothing(
    demo: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (demo.path / "roster.csv").read_bytes()
    plain(demo, 'walk-in "Ana =1+1" design\ncommit Ana =1 draft it\nstatus\n', monkeypatch)
    reply = capsys.readouterr().out.splitlines()[0]
    id_ = reply.split()[0]
    assert reply == f"{id_} Ana =1+1 is here, Design; 1 here"
    person = read_roster(demo.path / "roster.csv").people[-1]
    assert (person.name, person.domain, person.id) == ("Ana =1+1", "design", id_)
    assert len((demo.path / "roster.csv").read_bytes()) > len(before)
    assert b"Ana =1" not in (demo.path / "session.db").read_bytes()
    from toolkit.session.opening import files_changed, open_session

    opened = open_session(demo, "x", lambda: pytest.fail("the plan is read anew"))
    assert not files_changed(demo, opened.desk)
    opened.close()


def test_a_rehearsals_walk_in_is_nobody_of_the_roster(
    demo: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(demo, "status\n", monkeypatch, "--rehearse")
    before = (demo.path / "roster.csv").read_bytes()
    plain(demo, "walk-in Dee\narrive Dee design\n", monkeypatch, "--rehearse")
    assert "Dee is here, Design; 1 here" in capsys.readouterr().out
    assert (demo.path / "roster.csv").read_bytes() == before


def test_a_survey_is_keyed_and_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make(tmp_path / "w", workshop=WORKSHOP + SURVEY)
    plain(folder, "sheet before Q1 design 1 2 3\nsheet after q1 design 345\n", monkeypatch)
    capsys.readouterr()
    lines = said(capsys, "survey", str(folder.path)).splitlines()
    assert lines[0] == "1. We mean the same."
    assert "design: before 1-0-0-0-0; after 0-0-1-0-0; of 1 in pairs 1 up" in lines[2]
    values = json.loads(said(capsys, "survey", str(folder.path), "--json"))
    assert values[2]["text"] == "It ends well."
    assert values[0]["parts"][1]["shift"] == {"pairs": 1, "up": 1, "same": 0, "down": 0, "mean": None, "p": None}


@pytest.mark.parametrize("statements", ["[a, b]", "[a, b, c, d, e, f, g, h, i]", "[a, b, '']", "x"])
def test_a_survey_has_three_to_eight_statements(
    statements: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make(tmp_path / "w", workshop=f"{WORKSHOP}survey: {statements}\n")
    assert main(["check", str(folder.path)]) == 1
    assert "survey" in capsys.readouterr().out


def test_check_says_which_wish_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make(tmp_path / "w")
    put(folder.path, "roster.csv", "name,domain,keep_together\nAna,design,Bne\nBen,design,\n")
    assert main(["check", str(folder.path)]) == 1
    assert (
        "roster.csv:2:1: keep_together of Ana: nobody is called 'Bne': did you mean 'Ben'?" in capsys.readouterr().out
    )
