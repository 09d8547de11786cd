"""Designs, checked place by place; and the arithmetic they rest on."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from toolkit.workshop.group_designs import _CYCLIC, designs
from toolkit.workshop.group_fields import field

BEST = {
    (5, 3): 7, (7, 3): 7, (8, 3): 11, (9, 3): 13, (10, 3): 14, (4, 4): 5, (5, 4): 5, (6, 4): 7, (7, 4): 9, (8, 4): 9,
    (9, 4): 11, (16, 4): 21, (5, 5): 6, (7, 5): 7, (8, 5): 8, (25, 5): 31, (7, 7): 8, (8, 8): 9, (25, 8): 25,
}  # fmt: skip
"""How many rounds the design of each size has."""


@pytest.mark.parametrize(("groups", "size"), BEST)
def test_nobody_meets_twice_and_those_set_apart_never(groups: int, size: int) -> None:
    made = list(designs(groups, size, BEST[groups, size]))
    assert max(len(design.rounds) for design in made) == BEST[groups, size]
    for design in [*made, *designs(groups, size, 2)]:
        places = set(range(groups * size))
        seen: set[tuple[int, ...]] = set()
        for groups_ in design.rounds:
            assert [len(group) for group in groups_] == [size] * groups
            assert {place for group in groups_ for place in group} == places
            for group in groups_:
                pairs = {tuple(sorted(pair)) for pair in combinations(group, 2)}
                assert not pairs & seen
                seen |= pairs
        assert sorted(place for kept in design.apart for place in kept) == sorted(places)
        assert not {tuple(sorted(pair)) for kept in design.apart for pair in combinations(kept, 2)} & seen


def test_every_cyclic_design_is_among_those_checked() -> None:
    assert set(_CYCLIC) <= set(BEST)


def test_where_there_is_no_design_there_is_none() -> None:
    assert list(designs(6, 5, 2)) == []
    assert list(designs(3, 4, 1)) == []


@pytest.mark.parametrize("size", [2, 3, 4, 5, 7, 8, 9, 11, 16, 25, 27, 32, 49])
def test_a_field_is_one(size: int) -> None:
    numbers = field(size)
    assert numbers is not None
    add, multiply = numbers.add, numbers.multiply
    every = set(range(size))
    for a in range(size):
        assert set(add[a]) == every
        assert set(multiply[a]) == (every if a else {0})
    sample = range(0, size, max(1, size // 7))
    for a, b, c in product(sample, repeat=3):
        assert multiply[a][add[b][c]] == add[multiply[a][b]][multiply[a][c]]
        assert multiply[a][multiply[b][c]] == multiply[multiply[a][b]][c]


@pytest.mark.parametrize("size", [0, 1, 6, 10, 12, 15, 64])
def test_there_is_no_field_of_other_sizes(size: int) -> None:
    assert field(size) is None
