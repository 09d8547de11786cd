"""Values compare and hash by their fields, and survive the way through JSON."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, field, replace
from itertools import combinations
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.files.value import value
from toolkit.files.values import reader, to_value


@value()
class Leaf:
    name: str
    at: int | None = None


@value(slots=True)
class Branch:
    leaf: Leaf
    leaves: tuple[Leaf, ...] = ()
    by_name: dict[str, Leaf] = field(default_factory=dict)
    maybe: Leaf | None = None
    words: tuple[str, ...] = ()
    pairs: list[tuple[str, ...]] = field(default_factory=list)


@value()
class WithConstant:
    KIND: ClassVar[str] = "constant"
    name: str


LEAVES = st.builds(Leaf, st.text(), st.none() | st.integers())
BRANCHES = st.builds(
    Branch,
    LEAVES,
    st.lists(LEAVES, max_size=3).map(tuple),
    st.dictionaries(st.text(), LEAVES, max_size=3),
    st.none() | LEAVES,
    st.lists(st.text(), max_size=3).map(tuple),
    st.lists(st.lists(st.text(), max_size=2).map(tuple), max_size=2),
)


@given(BRANCHES)
def test_what_was_written_as_json_is_read_back_the_same(branch: Branch) -> None:
    assert reader(Branch)(json.loads(json.dumps(to_value(branch)))) == branch


@given(LEAVES, LEAVES)
def test_values_are_equal_when_all_their_fields_are(one: Leaf, other: Leaf) -> None:
    same = (one.name, one.at) == (other.name, other.at)
    assert (one == other) is same
    assert (hash(one) == hash(other)) >= same
    assert replace(one) == one


def test_values_of_different_kinds_are_never_equal() -> None:
    things: list[object] = [Leaf("a"), WithConstant("a"), ("a", None), "a"]
    assert all(one != other for one, other in combinations(things, 2))


def test_constants_of_a_class_are_no_fields() -> None:
    assert WithConstant("a") == WithConstant("a")
    assert repr(WithConstant("a")) == "WithConstant(name='a')"
    assert to_value(WithConstant("a")) == {"name": "a"}


@pytest.mark.parametrize(("thing", "name"), [(Leaf("a"), "name"), (Branch(Leaf("a")), "leaf")])
def test_values_do_not_change(thing: object, name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(thing, name, "b")


@pytest.mark.parametrize("record", [{}, {"name": "a", "more": 1}, {"leaf": {"nam": "a"}}])
def test_a_missing_or_unknown_field_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        reader(Branch if "leaf" in record else Leaf)(record)
