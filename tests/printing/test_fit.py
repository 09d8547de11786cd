"""Fitting text into boxes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.conftest import needs_fonts
from toolkit.printing.fonts.choice import Fonts, Style
from toolkit.printing.fonts.find import packaged
from toolkit.printing.text.fit import LEADING, Field, Fitted, fit, wrap
from toolkit.printing.text.segments import clusters
from toolkit.printing.text.setter import Setter, clean

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTER = Setter(Fonts(packaged(), tuple))
WORDS = st.lists(st.text("abcdefghWil", min_size=1, max_size=14), min_size=1, max_size=12).map(" ".join)
NAMES = st.text(
    st.sampled_from(
        [*"aWé Łị林さ박", "ن", "ש", "ע", "अ", "ि", "ภ", "ี", "่", "🎨", "\u202e", "\u2067", "\u2069", "\u200d"]
    ),
    max_size=60,
)  # fmt: skip


def text_of(fitted: Fitted) -> str:
    return " ".join(line.text for line in fitted.lines)


def overlaps(fitted: Fitted, field: Field) -> bool:
    """Tell whether anything leaves the field."""
    wide = max((line.width + line.indent for line in fitted.lines), default=0) * fitted.size / 1000
    high = len(fitted.lines) * fitted.size * field.leading
    return wide > field.width + 1e-6 or (len(fitted.lines) > 1 and high > field.height + 1e-6)


@given(WORDS, st.floats(20, 400), st.floats(8, 120), st.integers(1, 4), st.booleans())
def test_what_fits_is_whole_and_inside_the_box(text: str, width: float, height: float, lines: int, hang: bool) -> None:
    field = Field(width, height, 24, 8.3, lines, hang=hang)
    fitted = fit(text, field, SETTER, Style())
    assert 8.3 <= fitted.size <= 24
    assert 1 <= len(fitted.lines) <= lines
    assert not overlaps(fitted, field)
    if fitted.whole:
        assert text_of(fitted).replace(" ", "") == text.replace(" ", "")
    else:
        assert fitted.lines[-1].text.endswith("…")
        assert fitted.needed[0] > width or fitted.needed[1] > height or fitted.needed[1] > lines * 8.3 * LEADING


@needs_fonts
@given(NAMES, st.floats(60, 300), st.integers(1, 3))
def test_any_script_fits_or_says_so(text: str, width: float, lines: int) -> None:
    field = Field(width, 60, 20, 8, lines)
    fitted = fit(text, field, SETTER, Style())
    assert fitted.size >= 8
    assert not overlaps(fitted, field)
    if fitted.whole:
        assert text_of(fitted).replace(" ", "") == clean(text).replace(" ", "")


@given(WORDS)
def test_more_room_never_makes_the_text_smaller(text: str) -> None:
    small = fit(text, Field(60, 30, 24, 6, 1), SETTER, Style())
    large = fit(text, Field(120, 60, 24, 6, 1), SETTER, Style())
    assert large.size >= small.size
    assert large.whole >= small.whole


def one_line(text: str, size: float) -> float:
    return SETTER.line(text, Style()).width * size / 1000


def test_a_text_that_fits_at_its_ideal_size_stays_there() -> None:
    fitted = fit("abc", Field(100, 30, 20, 10), SETTER, Style())
    assert (fitted.size, text_of(fitted), fitted.whole) == (20, "abc", True)


def test_a_long_word_shrinks_then_is_cut_and_tells_how_much_room_it_wants() -> None:
    text = "a" * 12
    exactly = one_line(text, 10)
    assert fit(text, Field(exactly, 30, 20, 10), SETTER, Style()).size == 10
    cut = fit(text, Field(exactly - 1, 30, 20, 10), SETTER, Style())
    assert not cut.whole
    assert text_of(cut).endswith("…")
    assert cut.needed[0] == exactly


def test_fewer_lines_are_worth_a_fifth_of_the_size() -> None:
    name = "Jean-Baptiste N’Diaye"
    for share, lines in ((0.85, 1), (0.7, 2)):
        fitted = fit(name, Field(one_line(name, 24) * share, 70, 24, 8, 2), SETTER, Style())
        assert len(fitted.lines) == lines


def test_lines_break_at_spaces_and_hyphens() -> None:
    fitted = fit("one two-three", Field(one_line("one two-", 20), 60, 20, 19, 2), SETTER, Style())
    assert [line.text for line in fitted.lines] == ["one two-", "three"]


def test_further_lines_hang_below_the_text_after_the_time() -> None:
    field = Field(one_line("13:30 Arrival round", 10) * 0.7, 60, 10, 9, 4, hang=True)
    first, second = fit("13:30 Arrival round", field, SETTER, Style()).lines
    assert (first.text, second.text) == ("13:30 Arrival", "round")
    assert second.indent * 10 / 1000 == one_line("13:30 ", 10)


def broken(text: str, width: float) -> Sequence[str]:
    """Return a text in lines of `width` ems at ten points, however many."""
    return [line.text for line in fit(text, Field(width * 10, 1000, 10, 10, 50), SETTER, Style()).lines]


@needs_fonts
def test_chinese_and_japanese_break_anywhere_but_before_closing_marks() -> None:
    for text in ("王小明，李雷。山田太郎、公共程式社群（臺北）。", "「オープンデータ」勉強会の参加者、ようこそ。"):
        for width in (3.1, 4.2, 5.3):
            lines = broken(text, width)
            assert "".join(lines) == text
            assert not [line for line in lines if line[0] in "，。、）」ー" or line[-1] in "（「"]


@needs_fonts
def test_thai_breaks_at_clusters_and_keeps_vowels_with_their_consonants() -> None:
    text = "ผู้เข้าร่วมการประชุมเชิงปฏิบัติการแห่งชาติ"
    edges = set(clusters(text))
    for width in (2.5, 4, 6):
        lines = broken(text, width)
        assert "".join(lines) == text
        at = 0
        for line, following in pairwise(lines):
            at += len(line)
            assert at in edges
            assert line[-1] not in "เแโใไ"
            assert following[0] not in "ะาำๆฯ"


@pytest.mark.parametrize(
    ("text", "begins", "to_left"),
    [
        ("محمد بن عبد الله (Mo) 123", "(Mo)", True),
        ("שלום 2026 and more", "and", True),
        ("Anna and all of שלום", "שלום", False),
    ],
)
def test_all_lines_of_a_paragraph_run_as_its_first_word_does(text: str, begins: str, to_left: bool) -> None:
    whole = SETTER.line(text, Style())
    width = whole.positions()[text.index(begins)] * 1.05
    first, *rest = wrap(whole, width, SETTER, Style())
    assert any(line.text.startswith(begins) for line in rest)
    assert {line.to_left for line in (first, *rest)} == {to_left}


def test_what_is_cut_runs_as_its_paragraph_does() -> None:
    cut = fit("שלום " * 3 + "and all the rest of it in Latin letters", Field(100, 14, 12, 12), SETTER, Style())
    assert not cut.whole
    assert cut.lines[-1].to_left
