"""Dealing people over groups: all ways, or at random, counted side by side."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.terms.measure import _splits
from toolkit.terms.measure._rows import MISSING, YES
from toolkit.terms.measure._splits import Group, all_halves, dealt


def chosen(group: Group, people: int) -> list[tuple[int, ...]]:
    """Return who is in a group, by arrangement, as the counting of yes sees it."""
    seen = [group.counted(bytes(YES * (at == one) for at in range(people))) for one in range(people)]
    return [tuple(one for one in range(people) if seen[one][at]) for at in range(group.arrangements)]


@pytest.mark.parametrize(("size", "rest"), [(1, 2), (2, 3), (1, 6), (3, 5), (4, 6)])
def test_all_ways_are_tried_once_and_the_people_as_they_are_come_first(size: int, rest: int) -> None:
    found = chosen(all_halves(size, rest), size + rest)
    assert sorted(found) == list(combinations(range(size + rest), size))
    assert found[0] == tuple(range(size))


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_of_two_equal_halves_each_split_is_tried_under_one_name(size: int) -> None:
    found = chosen(all_halves(size, size), 2 * size)
    assert sorted(found) == [one for one in combinations(range(2 * size), size) if 0 in one]
    assert len(found) == comb(2 * size, size) // 2
    assert found[0] == tuple(range(size))


def test_everybody_is_dealt_into_one_group_and_sizes_are_kept() -> None:
    sizes = (2, 3, 5)
    groups = [chosen(group, 10) for group in dealt(sizes, 0)]
    assert len(groups[0]) == _splits.MOST_DRAWN
    for rooms in zip(*groups, strict=True):
        assert tuple(map(len, rooms)) == sizes
        assert sorted(one for group in rooms for one in group) == list(range(10))
    assert [group[0] for group in groups] == [(0, 1), (2, 3, 4), (5, 6, 7, 8, 9)]


def test_everybody_is_as_likely_in_each_group() -> None:
    group = chosen(dealt((2, 4, 6), 1)[1], 12)[1:]
    often = Counter(one for room in group for one in room)
    assert all(abs(often[one] / len(group) - 4 / 12) < 0.06 for one in range(12))


def test_in_a_large_room_fewer_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_splits, "MOST_PLACES", 3_000)
    dealt.cache_clear()
    assert dealt((5, 5), 0)[0].arrangements == 300
    assert dealt((50, 50), 0)[0].arrangements == _splits.LEAST_DRAWN
    dealt.cache_clear()


@given(st.lists(st.sampled_from([0, YES, MISSING]), min_size=6, max_size=70), st.integers(0, 99))
def test_counts_are_those_of_counting_one_by_one(said: list[int], seed: int) -> None:
    """Up to seventy people: one byte does not hold yes and missing of all of them."""
    rng = random.Random(seed)
    members = [bytes(rng.random() < 0.5 for _ in range(5)) for _ in said]
    step = 1 + said.count(YES)
    plain = [
        sum({YES: 1, MISSING: step}.get(one, 0) * member[at] for one, member in zip(said, members, strict=True))
        for at in range(5)
    ]
    assert list(Group(3, members).counted(bytes(said))) == plain


def test_counts_of_thousands_of_people_fit() -> None:
    said = bytes([YES] * 300 + [MISSING] * 300 + [0] * 10)
    assert list(Group(610, [b"\1\0"] * 610).counted(said)) == [300 + 301 * 300, 0]
