"""What a word means: YAML 1.2.2, section 10.3.2, and the same from another reader."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.files.faults import read_text, yaml_faults

SPECIFIED: dict[str, object] = {
    "13:30": "13:30", "no": "no", "yes": "yes", "on": "on", "off": "off", "y": "y", "12:30:45": "12:30:45",
    "~": None, "null": None, "Null": None, "NULL": None, "nULL": "nULL", "": None,
    "true": True, "True": True, "TRUE": True, "tRUE": "tRUE", "false": False, "False": False, "FALSE": False,
    "0": 0, "-0": 0, "+12": 12, "-19": -19, "0o7": 7, "0o17": 15, "0O17": "0O17", "0x3A": 58, "0xff": 255,
    "0X1F": "0X1F", "017": 17, "08": 8, "0o8": "0o8", "0x": "0x",
    "0.": 0.0, "-0.0": -0.0, ".5": 0.5, "+12e03": 12000.0, "-2E+05": -200000.0, "1e3": 1000.0, "1e": "1e",
    ".": ".", "..": "..", "1.2.3": "1.2.3", "e3": "e3",
    ".inf": math.inf, "-.Inf": -math.inf, "+.INF": math.inf, ".iNF": ".iNF", "+.nan": "+.nan",
}  # fmt: skip

RUAMEL_DIFFERS: dict[str, object] = {
    "1_000": "1_000", "0b11": "0b11", "+0x1": "+0x1", "-0o7": "-0o7", ".5e3": 500.0, "2001-01-01": "2001-01-01",
    "<<": "<<", "=": "=",
}  # fmt: skip
"""Here ruamel.yaml departs from 10.3.2, which has no underscores, binary numbers, signed hexadecimals, timestamps,
merge or default keys, and whose floats need no sign in the exponent."""

_RUAMEL_DIFFERS = re.compile(r".*_.*|[-+]?0b[01]+|[-+]0[xo].*|[-+]?\.[0-9]+[eE][0-9]+|\d{4}-\d\d?-\d\d?.*|<<|=")


def by_ruamel(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return reader.load(text)


def same(ours: object, theirs: object) -> bool:
    """Compare values and their types; not-a-number is itself."""
    return repr(ours) == repr(theirs)


@pytest.mark.parametrize(("word", "value"), [*SPECIFIED.items(), *RUAMEL_DIFFERS.items()])
def test_a_plain_word_means_what_the_core_schema_says(word: str, value: object) -> None:
    assert same(read_text(f"a: {word}\n").data, {"a": value})


def test_not_a_number_is_written_with_a_leading_dot() -> None:
    assert repr(read_text("a: [.nan, .NaN, .NAN, nan]").data["a"]) == "[nan, nan, nan, 'nan']"


@pytest.mark.parametrize("word", SPECIFIED)
def test_the_other_reader_agrees_with_the_specification(word: str) -> None:
    assert same(by_ruamel(f"a: {word}\n"), {"a": SPECIFIED[word]})


@pytest.mark.parametrize("quoted", ["'13:30'", '"13:30"', "! 13:30", "!!str 13:30"])
def test_quotes_and_the_string_tag_make_text(quoted: str) -> None:
    assert read_text(f"a: {quoted}").data == {"a": "13:30"}
    assert read_text(f"a: {quoted.replace('13:30', '12')}").data == {"a": "12"}


@pytest.mark.parametrize(
    ("tagged", "value"),
    [("!!int 12", 12), ("!!float 1", 1.0), ("!!bool true", True), ("!!null ~", None), ("!!int '0x10'", 16)],
)
def test_a_core_tag_says_what_its_text_says(tagged: str, value: object) -> None:
    assert same(read_text(f"a: {tagged}").data, {"a": value})


@pytest.mark.parametrize(
    ("tagged", "fault"),
    [
        ("!!int x", "'x' is no int: mend it, or leave the tag out"),
        ("!!bool yes", "'yes' is no bool: mend it, or leave the tag out"),
        ("!!binary aGk=", "tag 'tag:yaml.org,2002:binary' is not supported: leave it out"),
        ("!mine x", "tag '!mine' is not supported: leave it out"),
        ("!!python/name:os.system x", "tag 'tag:yaml.org,2002:python/name:os.system' is not supported: leave it out"),
        ("!!set {x}", "tag 'tag:yaml.org,2002:set' is not supported: leave it out"),
        ("!!map [x]", "tag 'tag:yaml.org,2002:map' is not supported: leave it out"),
    ],
)  # fmt: skip
def test_any_other_tag_is_refused_where_it_stands(tagged: str, fault: str) -> None:
    assert yaml_faults(f"ok: 1\na: {tagged}\n") == [f"2:4: {fault}"]


def test_a_tag_on_a_key_is_refused_as_well() -> None:
    assert yaml_faults("!mine a: 1") == ["1:1: tag '!mine' is not supported: leave it out"]


def test_a_number_of_thousands_of_digits_is_text_and_costs_nothing() -> None:
    assert read_text(f"a: {'9' * 100_000}").data == {"a": "9" * 100_000}


WORDS = st.one_of(
    st.sampled_from([*SPECIFIED, "word", "two words", "治理", "a#b", "x-y", "'", "a'b"]),
    st.text("0123456789+-.eExXobinfaNtrufl", min_size=1, max_size=7),
).filter(lambda word: not _RUAMEL_DIFFERS.fullmatch(word) and not re.fullmatch(r"-|---|\.\.\.|'.*|", word))

QUOTED = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12).map(
    lambda text: "'" + text.replace("'", "''") + "'"
)


def _flow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    entries = st.lists(inner, max_size=4)
    return st.one_of(
        entries.map(lambda parts: f"[{', '.join(parts)}]"),
        entries.map(lambda parts: "{" + ", ".join(f"k{i}: {part}" for i, part in enumerate(parts)) + "}"),
    )


DOCUMENTS = st.lists(st.recursive(WORDS | QUOTED, _flow, max_leaves=12), min_size=1, max_size=6)


@given(DOCUMENTS)
def test_documents_read_as_another_reader_reads_them(values: list[str]) -> None:
    text = "".join(f"key{i}: {value}\n" for i, value in enumerate(values))
    assert same(read_text(text).data, by_ruamel(text))


@given(st.lists(WORDS | QUOTED, min_size=1, max_size=8), st.integers(1, 4))
def test_block_lists_and_folded_texts_read_as_another_reader_reads_them(values: list[str], indent: int) -> None:
    space = " " * indent
    entries = "".join(f"{space}- {value}\n" for value in values)
    folded = "".join(f"{space}{line}\n" for line in ("one", "two", "", "three"))
    text = f"list:\n{entries}folded: >-\n{folded}literal: |\n{folded}"
    assert same(read_text(text).data, by_ruamel(text))
