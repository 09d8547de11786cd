"""Codes that a tired facilitator can key in: a slip of the finger gives no other person."""

from __future__ import annotations

from itertools import combinations, islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.workshop.codes import ALPHABET, codes, is_code

ALL_SHORT = list(islice(codes(()), len(ALPHABET) ** 2))
MANY = list(islice(codes(()), 2000))


def test_the_alphabet_has_nothing_that_is_read_as_something_else() -> None:
    assert len(set(ALPHABET)) == 23
    assert not set(ALPHABET) & set("AEIOU0125BSZ8")


def test_codes_are_short_and_differ() -> None:
    assert {len(code) for code in ALL_SHORT} == {3}
    assert len(set(MANY)) == len(MANY)
    assert len(MANY[-1]) == 4


def test_codes_come_in_the_same_order_every_time() -> None:
    assert list(islice(codes(()), 24)) == ALL_SHORT[:24]


def test_any_two_short_codes_differ_in_two_places_at_least() -> None:
    for one, other in combinations(ALL_SHORT, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


@given(st.sampled_from(MANY), st.data())
def test_one_wrong_symbol_gives_no_valid_code(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET).filter(lambda symbol: symbol != code[place]))
    assert not is_code(code[:place] + wrong + code[place + 1 :])


@pytest.mark.parametrize("place", range(3))
def test_two_neighbours_swapped_give_no_valid_code(place: int) -> None:
    for code in MANY:
        if place + 1 < len(code) and code[place] != code[place + 1]:
            assert not is_code(code[:place] + code[place + 1] + code[place] + code[place + 2 :])


@given(st.sampled_from(MANY))
def test_a_code_is_valid_in_any_case(code: str) -> None:
    assert is_code(code)
    assert is_code(code.lower())


@pytest.mark.parametrize("text", ["", "C", "CC", "ABC", "C-C", "治理治", "ＣＣＣ", " CCC"])
def test_what_is_no_code_is_told(text: str) -> None:
    assert not is_code(text)


@given(st.lists(st.sampled_from(MANY), max_size=60), st.booleans())
def test_codes_that_are_taken_are_passed_over_in_any_case(taken: list[str], lower: bool) -> None:
    given_codes = [code.lower() for code in taken] if lower else taken
    fresh = list(islice(codes(given_codes), 30))
    assert not set(fresh) & set(taken)
    assert fresh == [code for code in MANY if code not in taken][:30]


def test_neighbours_in_the_roster_get_codes_that_look_nothing_alike() -> None:
    first = ALL_SHORT[:40]
    assert all(one[0] != other[0] for one, other in pairwise(first))
