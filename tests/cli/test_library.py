"""`workshop library`: words, flags, full texts, JSON."""

from __future__ import annotations

import json

import pytest

from toolkit.cli.library_command import FILTERS
from toolkit.cli.main import main
from toolkit.library import search

Out = pytest.CaptureFixture[str]


def rows(capsys: Out, *words: str) -> list[str]:
    assert main(["library", *words]) == 0
    return capsys.readouterr().out.splitlines()


def test_flags_and_typed_filters_come_to_the_same(capsys: Out) -> None:
    flags = rows(
        capsys, "round", "--tension", "language", "--minutes", "10-20", "--people", "18", "--arrange", "tables"
    )
    assert flags == rows(capsys, "round", "tension:language", "minutes:10-20", "people:18", "arrange:tables")
    assert flags[0].startswith("exercise   arrival-round ")
    assert "(18 min, 4-60 people, not run yet)" in flags[0]


def test_a_flag_given_twice_takes_either(capsys: Out) -> None:
    one, two = rows(capsys, "--kind", "exercise"), rows(capsys, "--kind", "term")
    assert sorted(rows(capsys, "--kind", "exercise", "--kind", "term")) == sorted([*one, *two])


def test_every_filter_has_its_flag() -> None:
    assert {name for name, _, _ in FILTERS} == set(search.FILTERS)


def test_all_of_an_exercise_is_shown_if_that_is_asked_for(capsys: Out) -> None:
    text = "\n".join(rows(capsys, "commitments", "--kind", "exercise", "--full"))
    for part in ("INVITATION", "STEPS", "Say: ", "TRAPS", "SOURCES", "not run yet"):
        assert part in text


def test_json_has_what_was_found(capsys: Out) -> None:
    found = json.loads(rows(capsys, "--json", "--tension", "token-holders", "--mode", "in-person")[0])
    assert found["exercises"][0]["id"] == "two-clocks"
    assert found["terms"] == found["printables"] == []


def test_a_wrong_filter_is_the_inputs_fault_and_nothing_found_is_said(capsys: Out) -> None:
    assert main(["library", "--mode", "remote"]) == 1
    assert "there is no mode 'remote': use one of" in capsys.readouterr().err
    assert main(["library", "xyzzy"]) == 0
    assert capsys.readouterr().err == "nothing in the library fits: leave a word or a filter out\n"
