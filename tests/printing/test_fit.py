"""Fitting text into boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.printing.fit import LEADING, fit

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=1, max_size=12).map(" ".join)


def measure(text: str, size: float) -> float:
    """Every letter is half as wide as the size."""
    return len(text) * size / 2


@given(WORDS, st.floats(20, 400), st.floats(8, 120), st.integers(1, 4))
def test_what_fits_is_whole_and_inside_the_box(text: str, width: float, height: float, lines: int) -> None:
    fitted = fit(text, (width, height), (24, 8), lines, measure)
    assert 8 <= fitted.size <= 24
    assert 1 <= len(fitted.lines) <= lines
    if fitted.whole:
        assert "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")
        assert all(measure(line, fitted.size) <= width for line in fitted.lines)
        assert len(fitted.lines) == 1 or len(fitted.lines) * fitted.size * LEADING <= height + 1e-6
    else:
        assert fitted.lines[-1].endswith("…")


@given(WORDS)
def test_more_room_never_makes_the_text_smaller(text: str) -> None:
    small = fit(text, (60, 30), (24, 6), 2, measure)
    large = fit(text, (120, 60), (24, 6), 2, measure)
    assert large.size >= small.size
    assert large.whole >= small.whole


def test_a_text_that_fits_at_its_ideal_size_stays_there() -> None:
    assert fit("abc", (100, 30), (20, 10), 1, measure) == (20, ("abc",), True)


def test_a_long_word_shrinks_then_is_cut() -> None:
    assert fit("a" * 10, (50, 30), (20, 10), 1, measure) == (10, ("a" * 10,), True)
    assert fit("a" * 11, (50, 30), (20, 10), 1, measure) == (10, ("a" * 9 + "…",), False)
