"""How far two domains differ: what holds for all verdicts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import prod
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.terms.verdicts import Rows, answering, counts, domains, people, plain_mismatch, plain_p
from toolkit.terms.measure import Mismatch, _evidence, _extension, _splits, mismatch, mismatch_from_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = people(3, 8, 11)


def fresh(a: Rows, b: Rows) -> Mismatch:
    """Measure without what is kept from before."""
    _extension.of_rows.cache_clear()
    return mismatch(a, b)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Draw splits even where few are possible."""
    monkeypatch.setattr(_evidence, "EXACT_SPLITS", 0)
    yield
    _extension.of_rows.cache_clear()


@given(domains())
def test_mismatch_is_as_defined(both: tuple[Rows, Rows]) -> None:
    found, plain = mismatch(*both), plain_mismatch(*both) if all(both) else None
    assert found.mismatch == (None if plain is None else pytest.approx(float(plain)))


@given(domains())
def test_mismatch_is_between_less_the_mean_within_and_the_mean_of_the_cases(both: tuple[Rows, Rows]) -> None:
    found = mismatch(*both)
    assume(found.mismatch is not None)
    assert found.between is not None
    assert found.within_a is not None
    assert found.within_b is not None
    assert found.mismatch == pytest.approx(found.between - (found.within_a + found.within_b) / 2)
    compared = [one for one in found.per_case if one is not None]
    assert found.mismatch == pytest.approx(sum(compared) / len(compared))


@given(domains())
def test_numbers_stay_in_their_bounds(both: tuple[Rows, Rows]) -> None:
    found = mismatch(*both)
    assume(found.mismatch is not None)
    assert all(0 <= one <= 1 for one in (found.between, found.within_a, found.within_b) if one is not None)
    assert all(-0.5 - 1e-12 <= one <= 1 for one in (found.mismatch, *found.per_case) if one is not None)
    assert 0 < (found.p or 0) <= 1


@given(domains(2, 4))
def test_exact_p_is_that_of_trying_each_split(both: tuple[Rows, Rows]) -> None:
    found = mismatch(*both)
    assume(found.mismatch is not None)
    p, splits = plain_p(*both)
    assert found.p == pytest.approx(float(p), abs=1e-12)
    assert (found.splits, found.exact) == (splits, True)


@given(domains())
def test_which_domain_comes_first_changes_nothing(both: tuple[Rows, Rows]) -> None:
    a, b = both
    one, other = fresh(a, b), fresh(b, a)
    assert one == replace(other, within_a=other.within_b, within_b=other.within_a)


@given(domains(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(both: tuple[Rows, Rows], random: st.DrawFn) -> None:
    shuffled = [random.sample(rows, len(rows)) for rows in both]  # type: ignore[attr-defined]
    assert fresh(*shuffled) == fresh(*both)


@given(domains(), st.randoms(use_true_random=False))
def test_the_order_of_cases_changes_only_the_order_of_cases(both: tuple[Rows, Rows], random: st.DrawFn) -> None:
    width = len((both[0] + both[1] or [[]])[0])
    order = random.sample(range(width), width)  # type: ignore[attr-defined]
    found, moved = fresh(*both), fresh(*([[row[at] for at in order] for row in rows] for rows in both))
    assert moved.per_case == tuple(found.per_case[at] for at in order)
    for name in ("between", "within_a", "within_b", "mismatch", "p", "splits", "exact", "enough"):
        assert getattr(moved, name) == pytest.approx(getattr(found, name), abs=1e-12), name


@given(LARGE, LARGE)
def test_a_drawn_p_does_not_depend_on_the_order_of_domains_and_people_either(a: Rows, b: Rows) -> None:
    one, other = fresh(a, b), fresh(b[::-1], a[::-1])
    assert (one.p, one.splits, one.exact) == (other.p, other.splits, other.exact)
    assert one.exact == (len(answering(a)) + len(answering(b)) < 15)


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("noisy", range(4))
def test_a_drawn_p_is_near_the_exact_one_and_counts_the_split_at_hand(noisy: int) -> None:
    a: Rows = [[0, 1, 1] if at < noisy else [1, 0, 1] for at in range(6)]
    b: Rows = [[0, 1, 1]] * 5
    found = fresh(a, b)
    exact, _ = plain_p(a, b)
    assert (found.splits, found.exact) == (_splits.MOST_DRAWN, False)
    assert found.p == pytest.approx(float(exact), abs=0.05)
    assert found.p == pytest.approx(round(1000 * (found.p or 0)) / 1000)
    assert (found.p or 0) >= 1 / 1000


@pytest.mark.usefixtures("drawn")
def test_a_drawn_p_depends_on_the_seed_alone() -> None:
    a: Rows = [[1, 0], [1, 1], [0, 1], [1, 0], [0, 0]]
    b: Rows = [[0, 1], [0, 1], [1, 1], [0, 0], [0, 1]]
    _extension.of_rows.cache_clear()
    by_seed = [mismatch(a, b, seed=seed).p for seed in range(8)]
    _extension.of_rows.cache_clear()
    assert by_seed == [mismatch(a, b, seed=seed).p for seed in range(8)]
    assert len(set(by_seed)) > 1


@given(domains(1, 6))
def test_counts_give_the_numbers_that_rows_give(both: tuple[Rows, Rows]) -> None:
    a, b = map(answering, both)
    assume(a and b)
    named, counted = mismatch(a, b), mismatch_from_counts(counts(a), counts(b))
    assert replace(named, p=None, splits=0, exact=False) == replace(counted, enough=named.enough)


@pytest.mark.parametrize(("share_a", "share_b"), [(0.5, 0.5), (0.1, 0.9), (0.3, 0.6), (0, 0.25), (1, 1)])
@pytest.mark.parametrize(("of_a", "of_b"), [(2, 2), (2, 5), (4, 3)])
def test_mismatch_is_right_on_average(share_a: float, share_b: float, of_a: int, of_b: int) -> None:
    """Unbiased: over all that people may say, weighted by how likely it is, it is the squared difference."""
    average = 0.0
    for said in product((0, 1), repeat=of_a + of_b):
        likely = prod(
            (share if one else 1 - share) for one, share in zip(said, [share_a] * of_a + [share_b] * of_b, strict=True)
        )
        found = mismatch([[one] for one in said[:of_a]], [[one] for one in said[of_a:]]).mismatch
        assert found is not None
        average += likely * found
    assert average == pytest.approx((share_a - share_b) ** 2, abs=1e-12)
