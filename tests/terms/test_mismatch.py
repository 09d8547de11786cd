"""How far two domains differ: the worked example, and what is too little to tell."""

from __future__ import annotations

import pytest

from tests.terms.verdicts import BLOCKCHAIN, PUBLIC_SERVICE
from toolkit.terms.measure import mismatch, mismatch_from_counts, vagueness
from toolkit.terms.model import Counts


def test_the_worked_example_comes_out() -> None:
    found = mismatch(BLOCKCHAIN, PUBLIC_SERVICE)
    assert found.between == pytest.approx(0.75)
    assert (found.within_a, found.within_b) == pytest.approx((1 / 6, 1 / 6))
    assert found.mismatch == pytest.approx(7 / 12)
    assert found.per_case == pytest.approx((1 / 3, 1, 1, 0))
    assert found.p == pytest.approx(0.10)
    assert (found.splits, found.exact, found.enough) == (20, True, False)
    assert found.deciding == 1
    assert found.comparable == 4
    assert found.p_adjusted is None


def test_four_against_four_who_are_each_of_one_mind_reach_the_least_p_there_is() -> None:
    found = mismatch([[1]] * 4, [[0]] * 4)
    assert found.p == pytest.approx(2 / 70)
    assert (found.mismatch, found.splits) == (1, 70)
    assert found.enough


def test_people_who_answered_nothing_are_not_there() -> None:
    silent: list[list[int | None]] = [[None] * 4]
    assert mismatch(BLOCKCHAIN + silent * 3, silent + PUBLIC_SERVICE) == mismatch(BLOCKCHAIN, PUBLIC_SERVICE)


def test_three_who_answered_and_one_who_did_not_are_not_enough() -> None:
    four: list[list[int | None]] = [[1]] * 4
    assert mismatch(four, four).enough
    assert not mismatch(four, [[1], [1], [1], [None]]).enough


def test_a_case_that_one_person_of_a_domain_answered_is_not_compared_and_decides_nothing_else() -> None:
    found = mismatch([[1, 1], [1, None], [1, None]], [[1, 0]] * 3)
    assert list(found.per_case) == [0, None]
    assert [found.between, found.within_a, found.within_b, found.mismatch] == [0, 0, 0, 0]
    assert found.deciding == 0
    assert mismatch([[None, 1]], [[1, 0]]).deciding == 1


def test_people_who_left_most_cases_blank_do_not_make_a_domain_large_enough() -> None:
    whole: list[list[int | None]] = [[1] * 6] * 4
    blank: list[list[int | None]] = [[1, 1] + [None] * 4] * 2
    assert mismatch(whole, whole[:2] + [[1, 1, 1, None, None, None]] * 2).enough
    assert not mismatch(whole, whole[:2] + blank).enough


def test_one_wrong_number_on_a_slip_makes_nobody_many() -> None:
    slip = [(2, 0)] * 5
    assert not mismatch_from_counts([(9_999, 0), *slip], [(0, 4)] * 6).enough
    assert not mismatch_from_counts([(4, 0), (0, 1), (1, 0), (0, 1), (1, 0), (2, 0)], [(4, 0)] * 6).enough


@pytest.mark.parametrize(
    ("a", "b"), [([], []), ([[1, 0]], []), ([[1], [1]], [[None]]), ([[1, None]] * 2, [[None, 1]] * 2), ([[]], [[]])]
)
def test_without_a_case_to_compare_there_are_no_numbers(a: list[list[int | None]], b: list[list[int | None]]) -> None:
    found = mismatch(a, b)
    assert (found.between, found.within_a, found.within_b, found.mismatch) == (None,) * 4
    assert (found.p, found.splits, found.exact, found.enough, found.deciding) == (None, 0, False, False, None)
    assert set(found.per_case) <= {None}


def test_of_equal_gaps_the_first_case_decides_whatever_rounding_does() -> None:
    """In floating point .4 - .1 is more than .3."""
    assert mismatch_from_counts([(3, 7), (4, 6)], [(0, 10), (1, 9)]).deciding == 0
    assert mismatch_from_counts([(4, 6), (3, 7)], [(1, 9), (0, 10)]).deciding == 0


def test_unequal_rows_are_refused_with_their_place() -> None:
    with pytest.raises(ValueError, match="b: row 2 has 1 answers, the first row of all has 2"):
        mismatch([[1, 0]], [[1, 0], [1]])
    with pytest.raises(ValueError, match="b: row 1 has 3 answers, the first row of all has 2"):
        mismatch([[1, 0]], [[1, 0, 1]])


@pytest.mark.parametrize("answer", [2, -1, 0.5, "yes", []])
def test_other_answers_are_refused_with_their_place(answer: object) -> None:
    with pytest.raises(ValueError, match="a: row 1 has an answer other than 1, 0 and None"):
        mismatch([[1, answer]], [[1, 0]])  # type: ignore[list-item]


def test_counts_are_taken_in_three_forms() -> None:
    pairs, triples = [(3, 1), (0, 4)], [(3, 1, 2), (0, 4, 0)]
    named = [Counts(3, 1, 2), Counts(0, 4)]
    assert mismatch_from_counts(pairs, triples) == mismatch_from_counts(named, named)


def test_counts_have_enough_when_four_handed_in_answers_and_half_of_them_say_something() -> None:
    assert mismatch_from_counts([(2, 2), (3, 1)], [(4, 0), (0, 4)]).enough
    assert mismatch_from_counts([(2, 1, 1), (1, 1, 2)], [(4, 0), (0, 4)]).enough
    assert not mismatch_from_counts([(1, 0, 3), (1, 1, 2)], [(4, 0), (0, 4)]).enough
    assert not mismatch_from_counts([], []).enough


@pytest.mark.parametrize("count", [(-1, 2), (1, -1), (1, 1, -1), (1, 1, 1, 1)])
def test_impossible_counts_are_refused(count: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="counts are yes, no and perhaps unsure"):
        mismatch_from_counts([count], [(1, 1)])


def test_counts_of_unequal_numbers_of_cases_are_refused() -> None:
    with pytest.raises(ValueError, match="a has counts of 1 cases, b of 2"):
        mismatch_from_counts([(1, 1)], [(1, 1), (1, 1)])


def test_vagueness_is_over_all_cases_of_the_domain_itself() -> None:
    assert vagueness([(2, 2), (4, 0), (1, 0), (0, 0, 4)]) == pytest.approx((2 / 3 + 0) / 2)
    assert vagueness([(1, 0), (0, 0, 3)]) is None
