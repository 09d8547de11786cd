"""Entries from words as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.library.catalogue import Catalogue
from toolkit.workshop.edit import EditError
from toolkit.workshop.entries import (
    exercise_entry,
    parallel_entry,
    plain_entry,
    typed_clock,
    typed_minutes,
    typed_people,
    with_typed,
)
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder

FILE = """\
agenda:
  # the first
  - exercise: term-collision  # about a word
    terms: [governance]  # ours
    minutes: 45
  - break: Tea
    minutes: 10
"""


def test_an_exercise_about_a_word_gets_the_first_word_that_no_block_has(demo: Folder) -> None:
    plan, catalogue = resolve(demo).plan, Catalogue()
    assert exercise_entry("term-collision", catalogue, plan) == {"exercise": "term-collision", "terms": ["risk"]}
    assert exercise_entry("term-collision", catalogue, plan, ["trust"])["terms"] == ["trust"]
    assert exercise_entry("check-in", catalogue, plan) == {"exercise": "check-in"}
    assert exercise_entry("check-in", catalogue, plan, ["risk"])["terms"] == ["risk"]
    assert exercise_entry("no-such", catalogue, plan) == {"exercise": "no-such"}


def test_breaks_and_talks() -> None:
    assert plain_entry("break", "", "15") == {"break": "Break", "minutes": 15}
    assert plain_entry("talk", " What next ", "7.5") == {"talk": "What next", "minutes": 7.5}
    assert plain_entry("talk", "x") == {"talk": "x"}


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("Tokens", {"title": "Tokens"}),
        ("Tokens: check-in", {"title": "Tokens", "exercise": "check-in"}),
        ("Tokens: chekc-in", {"title": "Tokens", "exercise": "chekc-in"}),  # a slip that the file's check names
        ("Money: Who pays: us?", {"title": "Money", "text": "Who pays: us?"}),
        ("Money: rent @ Hall (Ana)", {"title": "Money", "text": "rent", "place": "Hall", "lead": "Ana"}),
        ("Money @ (Ana)", {"title": "Money", "lead": "Ana"}),
        ("a@b (c)", {"title": "a@b (c)"}),
    ],
)
def test_a_track_is_one_line(text: str, track: dict[str, str]) -> None:
    assert parallel_entry([text, "", "Other"], ["check-in"])["parallel"] == [track, {"title": "Other"}]


def test_tracks_have_titles_and_there_are_two() -> None:
    entry = parallel_entry(["A", "B"], [], " Both ", "20")
    assert (entry["title"], entry["minutes"]) == ("Both", 20)
    with pytest.raises(EditError, match="two tracks or more"):
        parallel_entry(["A", " "], [])
    with pytest.raises(EditError, match="has no title"):
        parallel_entry(["A", ": b"], [])


@pytest.mark.parametrize(
    ("block", "typed", "line", "instead"),
    [
        ("1", {"minutes": "30"}, "    minutes: 45", "    minutes: 30"),
        ("1", {"minutes": ""}, "    minutes: 45\n", ""),
        ("1", {"terms": "risk, trust"}, "[governance]  # ours", "[risk, trust]  # ours"),
        ("1", {"terms": ""}, "    terms: [governance]  # ours\n", ""),
        ("2", {"at": "9:05"}, "    minutes: 10", '    minutes: 10\n    at: "09:05"'),
        ("2", {"priority": "keep", "minutes": "12.5"}, "    minutes: 10", "    minutes: 12.5\n    priority: keep"),
    ],
)
def test_fields_are_set_where_they_stand_and_nothing_else_changes(
    block: str, typed: dict[str, str], line: str, instead: str
) -> None:
    assert with_typed(FILE, block, typed).replace('"09:05"', "09:05") == FILE.replace(
        line, instead.replace('"09:05"', "09:05")
    )


def test_what_is_no_value_is_refused() -> None:
    for typed, told in (
        ({"minutes": "many"}, "no number of minutes"),
        ({"at": "25:00"}, "no time of day"),
        ({"priority": "kep"}, "did you mean 'keep'"),
    ):
        with pytest.raises(EditError, match=told):
            with_typed(FILE, "1", typed)


@given(st.text(max_size=8))
def test_numbers_and_times_are_read_or_refused(words: str) -> None:
    for read in (typed_minutes, typed_clock, typed_people):
        try:
            found: Any = read(words)
        except EditError:
            continue
        assert found == read(str(found))


def test_whole_minutes_are_whole_and_people_are_counted() -> None:
    assert (str(typed_minutes("20.0")), typed_minutes("7.5")) == ("20", 7.5)
    assert typed_people("18") == 18
    for words in ("0", "1001", "many", "-3", "٣", ""):
        with pytest.raises(EditError, match="no number of people"):
            typed_people(words)
