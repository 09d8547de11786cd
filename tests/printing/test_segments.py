"""Where text can be cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from toolkit.printing.text.segments import breaks, clusters, is_plain, loose_breaks

UNICODE = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")


@given(st.text(st.sampled_from("aZé1 -/–—.,!?()'’“”&Ж"), min_size=1, max_size=30))
def test_the_fast_path_breaks_only_where_unicode_allows(text: str) -> None:
    assert is_plain(text)
    assert set(breaks(text)) <= set(line_break_boundaries(text))
    assert breaks(text)[-1] == len(text)


@given(
    st.text(st.sampled_from("aZ é治“”(). -!🎨\u0e01\u0301"), min_size=1, max_size=40).filter(
        lambda text: not is_plain(text)
    )
)
def test_sentences_are_cut_apart_only_where_that_changes_nothing(text: str) -> None:
    told, whole = set(breaks(text)), set(line_break_boundaries(text))
    assert told <= whole
    plain = {at for at in whole - told if is_plain(text[max(0, at - 2) : at + 1])}
    assert whole - told <= plain  # the fast path of plain words is careful


@given(st.text(max_size=30))
def test_clusters_and_breaks_end_with_the_text(text: str) -> None:
    assert clusters(text)[-1:] == ((len(text),) if text else clusters(text)[-1:])
    assert set(loose_breaks(text)) <= set(clusters(text))


def test_one_character_for_a_reader_is_one_cluster() -> None:
    for whole in ("👩‍💻", "🏳️‍🌈", "🇹🇼", "क्षि", "e\u0323\u0301", "ภั", "👍🏽"):
        assert clusters(whole) == (0, len(whole))
    assert clusters("Zoë") == (0, 1, 2, 3)


def test_thai_is_cut_between_syllables_as_far_as_letters_tell() -> None:
    text = "เข้าร่วม"
    assert [text[:at] for at in loose_breaks(text)] == ["เข้า", "เข้าร่", "เข้าร่ว"]
    assert loose_breaks("abc def") == ()


@pytest.mark.skipif(not UNICODE.exists(), reason="Debian's unicode-data is not installed; CI installs it")
def test_unicodes_own_line_breaks() -> None:
    """The library judges 99 in 100 of Unicode 15's cases as that version did; later ones changed a few rules."""
    right = wrong = 0
    for line in UNICODE.read_text(encoding="utf-8").splitlines():
        marks = line.partition("#")[0].split()
        if not marks:
            continue
        text = "".join(chr(int(code, 16)) for code in marks[1::2])
        wanted = [i for i, mark in enumerate(marks[2::2], 1) if mark == "÷"]
        same = is_plain(text) or list(breaks(text)) == wanted
        right, wrong = right + same, wrong + (not same)
    assert right > 99 * wrong
    assert right > 7000
