"""A content file's faults: all at once, each at its line and column, each with what to do."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.files.faults import read_text
from tests.library.content import EXERCISE, model_faults, spoiled
from toolkit.library.exercise import Exercise
from toolkit.library.validate import validate


def test_the_tiny_exercise_is_sound() -> None:
    assert model_faults(Exercise, EXERCISE) == []


def test_what_was_read_does_not_change_afterwards() -> None:
    exercise = validate(Exercise, read_text(EXERCISE))
    with pytest.raises(ValidationError, match="frozen"):
        exercise.title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("tagline: One line", "tagling: One line", "3:1: unknown field 'tagling': did you mean 'tagline'?"),
        ("    cut: never", "    cuts: never", "19:5: unknown field 'cuts': did you mean 'cut'?"),
        ("group: {min: 2", "group: {minn: 2", "8:9: unknown field 'minn': did you mean 'min'?"),
        ("[{title: Book}]", "[{titel: Book}]", "25:12: unknown field 'titel': did you mean 'title'?"),
    ],
)
def test_a_misspelt_field_is_named_with_the_nearest_and_what_it_leaves_missing(
    line: str, instead: str, fault: str
) -> None:
    found = model_faults(Exercise, spoiled(EXERCISE, line, instead))
    assert fault in found
    assert len(found) == 2
    assert sum("is missing: add it" in other for other in found) == 1


def test_an_unknown_field_gets_the_names_that_are_valid_there() -> None:
    found = model_faults(Exercise, spoiled(EXERCISE, "{min: 2, max: 9}", "{min: 2, max: 9, zzz: 1}"))
    assert found == ["8:25: unknown field 'zzz': use one of max, min, table"]
    found = model_faults(Exercise, spoiled(EXERCISE, "run: none", "run: [{on: 2026-01, zzz: x}]"))
    assert found == ["26:21: unknown field 'zzz': use one of learned, on, people, where"]


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("when: Early\n", "", "1:1: 'when' is missing: add it"),
        ("    do: Do\n", "", "13:5: 'do' is missing: add it"),
        (
            "    minutes: {min: 1, ideal: 2, max: 3}",
            "    minutes: {min: 1, max: 3}",
            "17:14: 'ideal' is missing: add it",
        ),
        ("{5: a, 15: b, 50: c}", "{5: a, 50: c}", "24:11: '15' is missing: add it"),
    ],
)
def test_a_missing_field_is_named_where_it_would_be(line: str, instead: str, fault: str) -> None:
    assert model_faults(Exercise, spoiled(EXERCISE, line, instead)) == [fault]


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("id: tiny", "id: 7", "1:5: id: text is wanted, not the number 7: put it in double quotes"),
        ("id: tiny", "id: null", "1:5: id: text is wanted, not nothing: write one"),
        (
            "id: tiny",
            "id: Tiny Thing",
            "1:5: id: 'Tiny Thing' cannot stand here: use lower-case words joined by hyphens, such as term-collision",
        ),
        (
            "tensions: [language-mismatch]",
            "tensions: language-mismatch",
            "4:11: tensions: a list is wanted, not 'language-mismatch': begin each entry with `- `",
        ),
        (
            "tensions: [language-mismatch]",
            "tensions: []",
            "4:11: tensions: needs at least 1 entry, has 0: add what is missing",
        ),
        (
            "tensions: [language-mismatch]",
            "tensions: [a, 3]",
            "4:15: tensions: text is wanted, not the number 3: put it in double quotes",
        ),
        ("group: {min: 2, max: 9}", "group: 9", "8:8: group: `key: value` lines are wanted, not the number 9"),
        (
            "group: {min: 2, max: 9}",
            "group: {min: two, max: 9}",
            "8:14: min: a whole number is wanted, not 'two': write it without quotes",
        ),
        (
            "group: {min: 2, max: 9}",
            "group: {min: 2.5, max: 9}",
            "8:14: min: a whole number is wanted, not the number 2.5: write one",
        ),
        (
            "group: {min: 2, max: 9}",
            "group: {min: true, max: 9}",
            "8:14: min: a whole number is wanted, not true: write one",
        ),
        ("group: {min: 2, max: 9}", "group: {min: 0, max: 9}", "8:14: min: must be at least 1, not the number 0"),
        (
            "group: {min: 2, max: 9}",
            "group: {min: 2, max: 1001}",
            "8:22: max: must be at most 1000, not the number 1001",
        ),
        (
            "group: {min: 2, max: 9}",
            "group: {min: 9, max: 2}",
            "8:8: group: the smaller number comes first: put them in order",
        ),
        (
            "group: {min: 2, max: 9}",
            "group: {min: 2, max: 9, table: [4]}",
            "8:32: table: needs at least 2 entries, has 1: add what is missing",
        ),
        ("modes: [in-person]", "modes: [in person]", "9:9: modes: 'in person' is not valid: did you mean 'in-person'?"),
        (
            "modes: [in-person]",
            "modes: [9]",
            "9:9: modes: the number 9 is not valid: use one of hybrid, in-person, online",
        ),
        ("    cut: never", "    cut: nevre", "19:10: cut: 'nevre' is not valid: did you mean 'never'?"),
        (
            "{min: 1, ideal: 2, max: 3}",
            "{min: 1, ideal: '2', max: 3}",
            "17:30: ideal: a number is wanted, not '2': write it without quotes",
        ),
        (
            "{min: 1, ideal: 2, max: 3}",
            "{min: 1, ideal: .nan, max: 3}",
            "17:30: ideal: a number is wanted, not the number nan: write one",
        ),
        (
            "{min: 1, ideal: 2, max: 3}",
            "{min: 0, ideal: 2, max: 3}",
            "17:20: min: must be more than 0, not the number 0",
        ),
        (
            "{min: 1, ideal: 2, max: 3}",
            "{min: 1, ideal: 2, max: 601}",
            "17:38: max: must be at most 600, not the number 601",
        ),
        (
            "{min: 1, ideal: 2, max: 3}",
            "{min: 3, ideal: 2, max: 3}",
            "17:14: minutes: min, ideal and max must not fall: put them in order",
        ),
        ("run: none", "run: never", "26:6: run: 'never' is not valid: use one of none"),
        ("run: none", "run: []", "26:6: run: needs at least 1 entry, has 0: add what is missing"),
        ("run: none", "run: [{on: 2026}]", "26:12: on: text is wanted, not the number 2026: put it in double quotes"),
        ("    cut: never", "    cut: never\n    show: {}", "20:11: show: nothing to show: give a text or a view"),
    ],
)
def test_a_value_of_the_wrong_kind_is_one_fault_where_it_stands(line: str, instead: str, fault: str) -> None:
    assert model_faults(Exercise, spoiled(EXERCISE, line, instead)) == [fault]


def test_two_steps_of_one_name_are_a_fault_at_the_second() -> None:
    step = EXERCISE[EXERCISE.index("  - id: first") : EXERCISE.index("debrief")]
    assert model_faults(Exercise, EXERCISE.replace(step, step + step)) == [
        "20:9: id: two steps are called 'first': rename one"
    ]


def test_all_faults_of_a_file_come_at_once_and_in_order() -> None:
    text = spoiled(spoiled(EXERCISE, "title: Tiny", "title: 3"), "power: Ask\n", "")
    text = spoiled(text, "    cut: never", "    cut: maybe\n    extra: 1")
    assert model_faults(Exercise, text) == [
        "1:1: 'power' is missing: add it",
        "2:8: title: text is wanted, not the number 3: put it in double quotes",
        "19:10: cut: 'maybe' is not valid: use one of drop, never, shorten",
        "20:5: unknown field 'extra': use one of arrangement, capture, cut, do, grouping, id, minutes, modes, "
        "per_person, say, show, title, …",
    ]
