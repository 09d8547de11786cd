"""Where things stand: lines and columns from 1, in characters, as an editor counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.faults import read_text, yaml_faults

if TYPE_CHECKING:
    from toolkit.files.document import Trail

TEXT = """\
# a comment
title: Shared words
agenda:
  - exercise: ballot
    terms: [risk, "治理"]
  - {break: Coffee, minutes: 15}
note: |
  lines
"""


@pytest.mark.parametrize(
    ("trail", "value_at", "key_at"),
    [
        (("title",), (2, 8), (2, 1)),
        (("agenda",), (4, 3), (3, 1)),
        (("agenda", 0), (4, 5), (4, 5)),
        (("agenda", 0, "exercise"), (4, 15), (4, 5)),
        (("agenda", 0, "terms"), (5, 12), (5, 5)),
        (("agenda", 0, "terms", 1), (5, 19), (5, 19)),
        (("agenda", 1, "minutes"), (6, 30), (6, 21)),
        (("note",), (7, 7), (7, 1)),
    ],
)
def test_every_value_and_key_has_its_line_and_column(
    trail: Trail, value_at: tuple[int, int], key_at: tuple[int, int]
) -> None:
    document = read_text(TEXT)
    assert document.mark(trail) == value_at
    assert document.mark(trail, key=True) == key_at


@pytest.mark.parametrize(
    ("trail", "nearest"),
    [(("agenda", 7, "at"), (4, 3)), (("nothing",), (2, 1)), ((), (2, 1)), (("agenda", 0, "minutes"), (4, 5))],
)
def test_what_is_missing_stands_where_it_would_be(trail: Trail, nearest: tuple[int, int]) -> None:
    assert read_text(TEXT).mark(trail) == nearest


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_as_one(ending: str) -> None:
    document = read_text(TEXT.replace("\n", ending))
    assert document.mark(("note",)) == (7, 7)
    assert document.data["note"] == "lines\n"


def test_a_byte_order_mark_moves_nothing() -> None:
    assert read_text(b"\xef\xbb\xbfa: 1").mark(("a",)) == (1, 4)


SYMBOLS = st.text(st.characters(codec="utf-8", categories=["L", "N", "S"]), min_size=1, max_size=6)


@given(st.lists(SYMBOLS, min_size=2, max_size=5, unique=True), st.sampled_from(["\n", "\r\n"]))
def test_columns_count_characters_of_any_plane(words: list[str], ending: str) -> None:
    line = "{" + ", ".join(f'"{word}": x' for word in words) + "}"
    document = read_text(f"# 🎨{ending}{ending}map: {line}{ending}")
    column = 7
    for word in words:
        assert document.mark(("map", word), key=True) == (3, column)
        assert document.mark(("map", word)) == (3, column + len(word) + 4)
        column += len(word) + 7


@given(st.text("é治🎨 ", max_size=20), st.integers(0, 5))
def test_a_fault_after_any_characters_has_their_column(before: str, lines: int) -> None:
    text = "".join(f"k{i}: x\n" for i in range(lines)) + f'a: ["{before}", *gone]'
    assert yaml_faults(text) == [f"{lines + 1}:{len(before) + 9}: *gone stands for nothing yet: put &gone before it"]
