"""All pairs of a room at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from math import comb, sqrt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.terms.verdicts import Rows, answering, counts, rooms
from toolkit.terms.measure import _family, _splits, mismatch, mismatch_family, mismatch_from_counts
from toolkit.terms.measure._splits import dealt

if TYPE_CHECKING:
    from collections.abc import Iterator

SOME: Rows = [[1, 0, 1], [1, 0, 1], [1, 0, 0], [1, 1, 1]]
OTHERS: Rows = [[0, 1, 1], [0, 1, 1], [0, 1, 0], [0, 1, 1]]


@pytest.fixture(scope="module", autouse=True)
def few_drawn() -> Iterator[None]:
    """Thirty rooms are dealt: enough to compare by, and quick."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_splits, "MOST_DRAWN", 30)
        patch.setattr(_splits, "LEAST_DRAWN", 30)
        for kept in (dealt, _family._adjusted):
            kept.cache_clear()
        yield
    for kept in (dealt, _family._adjusted):
        kept.cache_clear()


@given(rooms(4, 0, 6))
def test_pairs_are_those_measured_alone_in_the_order_of_the_room(room: dict[str, Rows]) -> None:
    found = mismatch_family(room)
    assert list(found) == list(combinations(room, 2))
    for (a, b), pair in found.items():
        alone = mismatch(room[a] or [[None] * width(room)], room[b] or [[None] * width(room)])
        assert replace(pair, p_adjusted=None) == alone


@given(rooms(4, 3, 6))
def test_only_domains_with_enough_people_enter_the_room_that_is_dealt(room: dict[str, Rows]) -> None:
    enough = [name for name, rows in room.items() if len(answering(rows)) >= 4]
    for (a, b), pair in mismatch_family(room).items():
        entered = len(enough) > 2 and a in enough and b in enough and pair.mismatch is not None
        assert (pair.p_adjusted is not None) == entered


def test_a_single_pair_has_nothing_to_be_adjusted_for() -> None:
    (pair,) = mismatch_family({"a": SOME, "b": OTHERS}).values()
    assert pair == mismatch(SOME, OTHERS)


@settings(max_examples=40)
@given(rooms(3, 4, 6))
def test_p_adjusted_is_that_of_measuring_each_dealt_room(room: dict[str, Rows]) -> None:
    kept = {name: answering(rows) for name, rows in room.items()}
    found = mismatch_family(room)
    if min(map(len, kept.values())) < 4 or any(one.mismatch is None for one in found.values()):
        return
    expected = plain_adjusted(kept)
    for (a, b), pair in found.items():
        assert pair.p_adjusted == pytest.approx(expected[frozenset((a, b))]), (a, b)


def test_the_order_of_domains_and_people_changes_nothing() -> None:
    room: dict[str, Rows] = {"a": SOME, "b": OTHERS, "c": [*SOME, [0, 0, 0]], "d": [*OTHERS[:2], *SOME[:3]]}
    found = mismatch_family(room)
    turned = mismatch_family({name: room[name][::-1] for name in reversed(room)})
    for (a, b), pair in found.items():
        assert turned[b, a].p_adjusted == pair.p_adjusted
    assert len({pair.p_adjusted for pair in found.values()}) > 2


def test_a_room_without_noise_is_measured_as_well() -> None:
    room: dict[str, Rows] = {"a": [[1, 1]] * 4, "b": [[1, 1]] * 4, "c": [[0, 1]] * 5}
    found = mismatch_family(room)
    assert (found["a", "b"].p_adjusted or 0) > 0.3
    assert found["a", "c"].p_adjusted == found["b", "c"].p_adjusted == pytest.approx(1 / 30)


def test_a_pair_without_a_case_to_compare_has_no_p_adjusted_and_the_others_have() -> None:
    found = mismatch_family({"a": [[1, None]] * 4, "b": [[0, 1]] * 4, "c": [[None, 1]] * 4})
    assert found["a", "c"].p_adjusted is None
    assert found["a", "b"].p_adjusted is not None
    assert found["b", "c"].p_adjusted is not None


@pytest.mark.parametrize(("a", "b"), [(2, 3), (4, 4), (2, 6)])
def test_straying_is_that_of_all_that_people_may_say(a: int, b: int) -> None:
    """By tossing a coin: the mean square of the mismatch is 2 (1/4)^2 times the square of the straying."""
    squares = [
        (mismatch_from_counts([(x, a - x)], [(y, b - y)]).mismatch or 0) ** 2 * comb(a, x) * comb(b, y)
        for x, y in product(range(a + 1), range(b + 1))
    ]
    assert sum(squares) / 2 ** (a + b) == pytest.approx(2 / 16 * _family.stray(a, b) ** 2)


def test_a_fault_names_the_domain() -> None:
    with pytest.raises(ValueError, match="design: row 1 has 2 answers"):
        mismatch_family({"open-source": [[1, 0, 1]], "design": [[1, 0]]})


def width(room: dict[str, Rows]) -> int:
    return next((len(row) for rows in room.values() for row in rows), 0)


def plain_adjusted(room: dict[str, Rows]) -> dict[frozenset[str], float]:
    """Return p_adjusted by building each dealt room and measuring it, people and domains in the order that it uses."""
    code = {0: 0, 1: 1, None: 2}
    by_code = {name: sorted(rows, key=lambda row: [code[one] for one in row]) for name, rows in room.items()}
    order = sorted(by_code, key=lambda name: (len(by_code[name]), [[code[x] for x in row] for row in by_code[name]]))
    people = [row for name in order for row in by_code[name]]
    groups = dealt(tuple(len(by_code[name]) for name in order), 0)
    stand_out = []
    for at in range(groups[0].arrangements):
        said = [[row for row, where in zip(people, g._members, strict=True) if where[at]] for g in groups]
        stand_out.append(plain_standing_out(said))
    largest = [max(one) for one in stand_out]
    return {
        frozenset(pair): sum(one >= stand_out[0][at] - 1e-9 for one in largest) / len(largest)
        for at, pair in enumerate(combinations(order, 2))
    }


def plain_standing_out(said: list[Rows]) -> list[float]:
    """Return mismatch over straying and noise, by pair."""
    noise = sum(len(rows) * (within(rows) or 0) / 2 for rows in said) / sum(map(len, said))
    found = []
    for x, y in combinations(said, 2):
        a, b = len(x), len(y)
        straying = sqrt(1 / (a * (a - 1)) + 1 / (b * (b - 1)) + 2 / (a * b))
        size = mismatch_from_counts(counts(x), counts(y)).mismatch
        found.append(float("-inf") if size is None else size / straying / max(1e-6, noise))
    return found


def within(rows: Rows) -> float | None:
    by_case = [2 * yes * no / ((yes + no) * (yes + no - 1)) for yes, no, _ in counts(rows) if yes + no > 1]
    return sum(by_case) / len(by_case) if by_case else None
