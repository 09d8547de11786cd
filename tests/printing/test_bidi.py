"""The order of text from right to left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.printing.text import bidi

UNICODE = Path("/usr/share/unicode/BidiCharacterTest.txt")


def order(text: str) -> str:
    """Return a text as it is seen from left to right."""
    to_left = bidi.starts_to_left(text)
    levels = bidi.trailing_space(text, bidi.levels(text, to_left=to_left), int(to_left))
    return "".join(bidi.visual(list(text), levels))


def test_numbers_and_latin_keep_their_order_within_hebrew() -> None:
    assert order("Team: אבג 123 DEF") == "Team: 123 גבא DEF"
    assert order("אבג 123") == "123 גבא"
    assert order("אבג (x) דה") == "הד )x( גבא"


def test_isolates_keep_what_is_around_them_apart() -> None:
    assert order("a \u2067אב 1\u2069 b") == "a \u20671 בא\u2069 b"
    assert bidi.levels("\u2067אב\u2069 1", to_left=False) == [0, 1, 1, 0, 0, 0]


def test_an_override_ends_with_the_text() -> None:
    assert order("\u202eabc") == "\u202ecba"
    assert order("abc") == "abc"


def test_latin_needs_no_tables() -> None:
    assert not bidi.needs_bidi("Zoë Žižek 林怡君 😀")
    assert bidi.levels("Zoë", to_left=False) == [0, 0, 0]


def test_characters_beyond_the_basic_plane_count_once() -> None:
    assert bidi.levels("😀 אב", to_left=False) == [0, 0, 1, 1]
    assert bidi.levels("א😀ב", to_left=True) == [1, 1, 1]


@given(st.text(st.sampled_from("aב1 (\u2067\u2068\u2069\u202b\u202c😀م"), max_size=20))
def test_nothing_is_lost(text: str) -> None:
    assert sorted(order(text)) == sorted(text)


@pytest.mark.skipif(not UNICODE.exists(), reason="Debian's unicode-data is not installed; CI installs it")
def test_unicodes_own_cases() -> None:
    """Every fifth of 91,000 cases."""
    checked = 0
    for line in UNICODE.read_text(encoding="utf-8").splitlines()[::5]:
        fields = line.partition("#")[0].split(";")
        if len(fields) < 5 or "2029" in fields[0]:
            continue
        text = "".join(chr(int(code, 16)) for code in fields[0].split())
        to_left = bidi.starts_to_left(text) if fields[1] == "2" else fields[1] == "1"
        found = bidi.trailing_space(text, bidi.levels(text, to_left=to_left), int(to_left))
        shown = [i for i in bidi.visual(range(len(text)), found) if fields[3].split()[i] != "x"]
        assert int(to_left) == int(fields[2]), line
        assert shown == [int(i) for i in fields[4].split()], line
        checked += 1
    assert checked > 3000
