"""What cannot be read is named with its place and a remedy, and costs neither time nor the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.faults import read_text, yaml_faults
from toolkit.files.yaml_reader import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS

LISTED = "the file is a list or a single value: write `key: value` lines"
EMPTY = "the file is empty: write `key: value` lines"
TAB = "a tab where YAML needs spaces: indent with spaces"
DEEP = f"nested more than {MAX_DEPTH} deep: flatten it"
MANY = f"more than {MAX_NODES:,} values: split the file"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", f"1:1: {EMPTY}"),
        ("# only a comment\n", f"1:1: {EMPTY}"),
        ("---\n...\n", f"1:1: {EMPTY}"),
        ("- a\n- b\n", f"1:1: {LISTED}"),
        ("just a word", f"1:1: {LISTED}"),
        ("a: 1\n---\nb: 2\n", "2:1: a second document begins here: keep one per file"),
        ("a: 1\nb: 2\na: 3\n", "3:1: 'a' stands here twice, first on line 1: keep one"),
        ("x:\n  - {a: 1,\n     a: 2}", "3:6: 'a' stands here twice, first on line 2: keep one"),
        ("1: x\n'1': y", "2:1: '1' stands here twice, first on line 1: keep one"),
        ("\ta: 1", f"1:1: {TAB}"),
        ("a:\n\t- b", f"2:1: {TAB}"),
        ("a:\n  b: 1\n\tc: 2", f"3:1: {TAB}"),
        ("a: *b", "1:4: *b stands for nothing yet: put &b before it"),
        ("a: &x [1, *x]", "1:11: *x stands for nothing yet: put &x before it"),
        ("? [a]\n: b", "1:3: a key must be a word, not a list, a mapping or an alias"),
        ("{a: 1}: b", "1:1: a key must be a word, not a list, a mapping or an alias"),
    ],
)
def test_a_file_with_one_fault_gives_one_line(text: str, fault: str) -> None:
    assert yaml_faults(text) == [fault]


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ("a: b: c", "1:5:", "put a text that contains `: ` in double quotes"),
        ("a: [1, 2\n\n", "1:4:", "close the bracket"),
        ("a: [1 2:\n", "1:8:", "close the bracket"),
        ("a: 1\nb: [\n", "2:4:", "close the bracket"),
        ("a: 'open\nb: 1\n", "1:4:", "close the quote"),
        ("a: @x", "1:4:", "put the text in double quotes"),
        ("a: [,]", "1:5:", "write the value"),
        ('a: "\\q"', "1:5:", "write the backslash twice"),
        ("a: 1\nb", "2:1:", "write `key: value`, with a space after the colon"),
        ("a:\n  - x\n b: 1", "3:2:", "mend the indent"),
        ("a: x\tb\tc: d", "1:9:", "in double quotes"),
        ("%YAML 3.0\n---\na: 1", "1:1:", "mend this line or the one before"),
    ],
)
def test_bad_syntax_gets_its_place_and_a_remedy(text: str, place: str, remedy: str) -> None:
    (fault,) = yaml_faults(text)
    assert fault.startswith(place)
    assert remedy in fault


def test_all_faults_that_do_not_stop_the_reader_come_at_once() -> None:
    assert yaml_faults("a: *x\na: !t 1\nb: &b 1\nb: *b\n") == [
        "1:4: *x stands for nothing yet: put &x before it",
        "2:1: 'a' stands here twice, first on line 1: keep one",
        "2:4: tag '!t' is not supported: leave it out",
        "4:1: 'b' stands here twice, first on line 3: keep one",
    ]


def test_faults_inside_a_repeated_key_are_its_own() -> None:
    assert yaml_faults("a: {b: 1}\na: {b: 2, b: 3}") == [
        "2:1: 'a' stands here twice, first on line 1: keep one",
        "2:11: 'b' stands here twice, first on line 2: keep one",
    ]


def test_no_more_faults_are_told_than_anybody_reads() -> None:
    assert len(yaml_faults("a: 1\n" * (MAX_PROBLEMS + 50))) == MAX_PROBLEMS


@pytest.mark.parametrize("brackets", ["[", "{a: ", "- ", "[{a: "])
def test_a_hundred_thousand_nested_brackets_are_one_fault(brackets: str) -> None:
    (fault,) = yaml_faults(brackets * 100_000)
    assert fault.endswith(DEEP)


@given(st.integers(1, MAX_DEPTH - 1))
def test_nesting_is_read_up_to_the_bound(depth: int) -> None:
    value = read_text(f"a: {'[' * depth}1{']' * depth}").data["a"]
    for _ in range(depth):
        assert isinstance(value, list)
        (value,) = value
    assert value == 1


def test_one_level_beyond_the_bound_is_refused() -> None:
    assert yaml_faults(f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}") == [f"1:{MAX_DEPTH + 3}: {DEEP}"]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    (fault,) = yaml_faults("\n".join(lines))
    assert fault.endswith(MANY)


def test_more_values_than_any_file_needs_are_refused() -> None:
    assert yaml_faults(f"a: [{'1,' * MAX_NODES}]")[0].endswith(MANY)
    assert len(read_text(f"a: [{'1,' * (MAX_NODES - 100)}]").data["a"]) == MAX_NODES - 100  # type: ignore[arg-type]


def test_anchors_stand_for_what_they_mark() -> None:
    document = read_text("a: &list [1, &x two]\nb: {c: *list, d: *x}\n&key e: *key\nf: &list []\ng: *list\n")
    assert document.data == {"a": [1, "two"], "b": {"c": [1, "two"], "d": "two"}, "e": "e", "f": [], "g": []}
    assert document.mark(("b", "c")) == (2, 8)
    assert document.mark(("b", "c", 1)) == (2, 8)


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert read_text("a: &a {b: 1}\nc: {<<: *a}").data["c"] == {"<<": {"b": 1}}


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= int(fault.split(":")[0]) <= lines for fault in yaml_faults(text))


@given(st.text("[]{}:,-?&*!|>'\"%@` \n\t#ab1", max_size=40))
def test_any_heap_of_indicators_is_read_or_refused(text: str) -> None:
    for fault in yaml_faults(text):
        line, column, what = fault.split(":", 2)
        assert int(line) >= 1
        assert int(column) >= 1
        assert what.strip()
