"""Tables that were made are on the cards and the lists, from the session or from a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.workshop.sample import put
from toolkit.cli.main import main
from toolkit.session.actions import ACTIONS
from toolkit.session.desk import Done
from toolkit.session.opening import open_session
from toolkit.session.register import know_people
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder


def play(folder: Folder, *said: tuple[str, dict[str, str]]) -> State:
    opened = open_session(folder, "ana", lambda: prepare(folder).plan)
    know_people(opened.desk, folder)
    for name, words in said:
        assert isinstance(opened.desk.do(ACTIONS[name].build(words, opened.desk.view), "ana"), Done)
    state = opened.desk.state
    opened.close()
    return state


def text(folder: Folder, name: str) -> str:
    pages = PdfReader(folder.out / f"{name}.pdf").pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def test_cards_and_lists_have_the_tables_of_all_rounds_and_of_walk_ins(demo: Folder) -> None:
    state = play(
        demo, ("groups", {"size": "4", "rounds": "3"}), ("walk-in", {"name": "Walker Newcomb", "domain": "design"})
    )
    assert main(["print", str(demo.path), "participant-cards", "group-lists", "--spares", "0"]) == 0
    cards, lists = text(demo, "participant-cards"), text(demo, "group-lists")
    people = read_roster(demo.path / "roster.csv").people
    assert people[-1].name == "Walker Newcomb"
    for person in people:
        numbers = " · ".join(str(seating.table_of(person.id)) for seating in state.rounds)
        assert f"Table {numbers}" in cards
    assert lists.count("Walker Newcomb") == 3
    assert [f"Round {n}" in lists for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert [f"Table {n}" in lists for n in (1, 6, 8)] == [True, True, False]


def test_before_tables_are_made_cards_say_nothing_of_them(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    play(demo)
    assert main(["print", str(demo.path), "participant-cards", "--spares", "0"]) == 0
    assert "Table" not in text(demo, "participant-cards")
    assert main(["print", str(demo.path), "group-lists"]) == 1
    assert "no groups have been made" in capsys.readouterr().err


def test_tables_of_a_file_are_printed_before_the_day(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["groups", str(demo.path), "--size", "4", "--rounds", "2", "--seed", "5", "--json"]) == 0
    found = capsys.readouterr().out
    file = put(demo.path, "groups.json", found)
    assert main(["print", str(demo.path), "participant-cards", "--rounds", str(file), "--spares", "0"]) == 0
    cards, rounds = text(demo, "participant-cards"), json.loads(found)["rounds"]
    for person in read_roster(demo.path / "roster.csv").people:
        numbers = [next(n for n, table in enumerate(tables, 1) if person.name in table) for tables in rounds]
        assert f"Table {numbers[0]} · {numbers[1]}" in cards


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"rounds": []}', '{"rounds": [["ab"]]}', '{"rounds": [[[1]]]}'])
def test_a_file_of_something_else_is_refused(demo: Folder, data: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = put(demo.path, "groups.json", data)
    assert main(["print", str(demo.path), "participant-cards", "--rounds", str(file)]) == 1
    assert "has no rounds of tables" in capsys.readouterr().err
    assert not demo.out.exists()
