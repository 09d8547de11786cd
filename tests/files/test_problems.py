"""Problems are one line each, and say what to do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.files.problems import InputError, Problem, nearest, printable

ANY_TEXT = st.text(st.characters(), max_size=600)


@given(ANY_TEXT, st.integers(0, 10**6), st.integers(0, 10**6), ANY_TEXT)
def test_a_problem_is_one_printable_line_with_file_line_and_column(
    file: str, line: int, column: int, what: str
) -> None:
    shown = str(Problem(file, line, column, what))
    assert shown.isprintable()
    assert re.fullmatch(r".*:[1-9]\d*:[1-9]\d*: .*", shown)


def test_a_fault_of_the_whole_file_stands_at_its_first_character() -> None:
    assert str(Problem("a.yaml", 0, 0, "is a folder")) == "a.yaml:1:1: is a folder"


def test_problems_come_sorted_and_once() -> None:
    first, second, third = Problem("a", 2, 1, "x"), Problem("a", 10, 1, "x"), Problem("b", 1, 1, "x")
    error = InputError([third, second, first, second])
    assert error.problems == (first, second, third)
    assert str(error) == "a:2:1: x\na:10:1: x\nb:1:1: x"


@given(st.text(st.characters(categories=["L", "N", "P"]), max_size=400))
def test_letters_of_any_script_are_shown_as_they_are(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb", "a\\nb"), ("\x1b[31m", "\\x1b[31m"), ("\u202ex", "\\u202ex"), ("\udcff", "\\udcff"), ("x" * 9, "xxxxx…")],
)
def test_what_could_mislead_a_terminal_is_escaped(text: str, shown: str) -> None:
    assert printable(text, 5 if text.startswith("xxx") else 400) == shown


@pytest.mark.parametrize(
    ("name", "known", "remedy"),
    [
        ("titel", ["title", "date"], "did you mean 'title'?"),
        ("Design", ["design", "academia"], "did you mean 'design'?"),
        ("zzz", ["title", "date"], "use one of date, title"),
        ("", ["b", "a"], "use one of a, b"),
        ("x", [], "none exist"),
        ("x" * 100_000, ["x"], "use one of x"),
        ("9", list("abcdefghijklmn"), "use one of a, b, c, d, e, f, g, h, i, j, k, l, …"),
    ],
)  # fmt: skip
def test_an_unknown_name_gets_the_nearest_valid_one_or_the_choice(name: str, known: list[str], remedy: str) -> None:
    assert nearest(name, known) == remedy


@given(st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, unique=True), st.data())
def test_a_name_with_one_letter_too_many_finds_itself_or_a_nearer_one(known: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(known))
    remedy = nearest(name + "x", known)
    assert remedy.startswith("did you mean '")
    assert remedy.removeprefix("did you mean '").removesuffix("'?") in known
