"""The library as lines to search, texts to read, and plain values for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.content import EXERCISE
from toolkit.library.catalogue import Catalogue
from toolkit.library.listing import found_in, items, listing

if TYPE_CHECKING:
    from pathlib import Path


def test_every_item_is_listed_once_with_one_line_about_it() -> None:
    listed = items(Catalogue())
    assert len({item.key for item in listed}) == len(listed)
    for item in listed:
        assert item.title
        assert "\n" not in item.about.strip()
        assert item.text.startswith(item.title)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("term-collision", {"exercise:term-collision"}),
        ("GOVERNANCE 治理", {"term:governance"}),
        ("participant cards", {"printable:participant-cards"}),
        ("xyzzy", set()),
    ],
)
def test_a_query_finds_what_has_all_its_words(query: str, keys: set[str]) -> None:
    found = {item.key for item in found_in(Catalogue(), query)}
    assert keys <= found
    assert bool(found) == bool(keys)


def test_an_empty_query_finds_everything() -> None:
    catalogue = Catalogue()
    assert sum(map(len, listing(catalogue, found_in(catalogue, "")).values())) == len(items(catalogue))


def test_the_values_for_scripts_have_the_documented_fields() -> None:
    catalogue = Catalogue()
    values = json.loads(json.dumps(listing(catalogue, items(catalogue))))
    exercise = next(entry for entry in values["exercises"] if entry["id"] == "term-collision")
    assert {"id", "title", "tensions", "minutes", "group", "modes", "origin"} <= set(exercise)
    steps = catalogue.exercises()["term-collision"].item.steps
    assert exercise["minutes"]["ideal"] == sum(step.minutes.ideal for step in steps)
    assert exercise["minutes"]["min"] < exercise["minutes"]["ideal"] < exercise["minutes"]["max"]
    assert exercise["group"]["min"] < exercise["group"]["max"]
    assert (exercise["origin"], exercise["run"]) == ("built-in", "none")
    risk = next(entry for entry in values["terms"] if entry["id"] == "risk")
    assert set(risk) == {"id", "labels", "domains"}
    assert len(risk["domains"]) == 6
    assert {"id": "participant-cards", "title": "Participant cards", "per": "participant"} in values["printables"]


def test_a_query_narrows_the_values_for_scripts() -> None:
    catalogue = Catalogue()
    values = listing(catalogue, found_in(catalogue, "participant-cards printable"))
    assert [entry["id"] for entry in values["printables"]] == ["participant-cards"]
    assert values["terms"] == []


def test_senses_are_kept_back_until_the_room_has_judged() -> None:
    catalogue = Catalogue()
    term, _ = catalogue.terms()["governance"]
    (item,) = (item for item in items(catalogue) if item.key == "term:governance")
    for sense in term.senses:
        definition = sense.definition if isinstance(sense.definition, str) else sense.definition["en"]
        assert definition not in item.text


def test_texts_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    text = EXERCISE.replace("title: Tiny", "title: {en: Tiny, de: Winzig}")
    (tmp_path / "exercises" / "tiny.yaml").write_text(text)
    titles = {language: _title(Catalogue(tmp_path), language) for language in ("en", "de", "de-AT", "fr")}
    assert titles == {"en": "Tiny", "de": "Winzig", "de-AT": "Winzig", "fr": "Tiny"}


def test_an_exercise_that_rooms_have_run_says_how_often(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    text = EXERCISE.replace("run: none", "run: [{on: 2026-10}, {on: 2026-11-03, people: 24}]")
    (tmp_path / "exercises" / "tiny.yaml").write_text(text)
    catalogue = Catalogue(tmp_path)
    (entry,) = listing(catalogue, found_in(catalogue, "exercise tiny"))["exercises"]
    assert entry["run"] == 2
    assert "run 2 times" in next(item.text for item in items(catalogue) if item.id == "tiny")


def test_several_texts_are_a_list_and_one_is_a_paragraph() -> None:
    (item,) = (item for item in items(Catalogue()) if item.id == "term-collision")
    lines = item.text.splitlines()
    assert lines[lines.index("PURPOSES") + 1].startswith("• ")
    assert not lines[lines.index("POWER") + 1].startswith("• ")


def _title(catalogue: Catalogue, language: str) -> str:
    (item,) = (item for item in items(catalogue, language) if item.id == "tiny")
    return item.title
