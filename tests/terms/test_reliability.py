"""How far ratings agree: published numbers, and the ends of each scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.terms.measure import agreement, consensus, krippendorff_alpha, polarization

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.terms.measure._reliability import Level

CANONICAL: list[list[float | None]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
"""Krippendorff's example of four observers and twelve units."""

PUBLISHED = [30, 40, 210, 130, 530, 50, 10]
"""The frequencies in the documentation of R's `agrmt`."""


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_of_the_canonical_example(level: Level, alpha: float) -> None:
    assert krippendorff_alpha(CANONICAL, level) == pytest.approx(alpha, abs=0.0005)


def test_alpha_of_the_worked_example() -> None:
    blockchain, public_service = [[1, 0, 1, 0], [1, 0, 1, 0], [1, 0, 1, 1]], [[0, 1, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0]]
    assert krippendorff_alpha(blockchain + public_service, "nominal") == pytest.approx(0.003, abs=0.0005)
    assert krippendorff_alpha(blockchain, "nominal") == pytest.approx(0.686, abs=0.0005)
    assert krippendorff_alpha(public_service, "nominal") == pytest.approx(0.656, abs=0.0005)


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
@pytest.mark.parametrize(
    "ratings", [[], [[]], [[None], [3]], [[1, None], [None, 2]], [[2, 2], [2, 2]], [[1, 1], [1, None]], [[1, 2, 3]]]
)
def test_alpha_is_none_where_nothing_could_have_disagreed(ratings: list[list[float | None]], level: Level) -> None:
    assert krippendorff_alpha(ratings, level) is None


def test_alpha_at_its_ends() -> None:
    assert krippendorff_alpha([[1, 2, 0], [1, 2, 0]], "ratio") == 1
    assert krippendorff_alpha([[1, 0], [0, 1]], "nominal") == pytest.approx(-0.5)


def test_alpha_refuses_other_levels_and_unequal_rows() -> None:
    with pytest.raises(ValueError, match="one of nominal, ordinal, interval, ratio; not 'cardinal'"):
        krippendorff_alpha([[1]], "cardinal")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unequal numbers of units"):
        krippendorff_alpha([[1, 2], [1]], "nominal")


def test_published_consensus_agreement_and_polarization() -> None:
    assert consensus(PUBLISHED) == pytest.approx(0.7256876, abs=5e-8)
    assert agreement(PUBLISHED) == pytest.approx(0.6113333, abs=5e-8)
    assert polarization(PUBLISHED) == pytest.approx(0.1943333, abs=5e-8)


@pytest.mark.parametrize("measure", [consensus, agreement, polarization])
def test_nobody_agrees_on_nothing_and_nothing_is_negative(measure: Callable[[list[int]], float | None]) -> None:
    assert measure([]) is None
    assert measure([0, 0, 0]) is None
    with pytest.raises(ValueError, match="a frequency is negative"):
        measure([1, -1])


@pytest.mark.parametrize(
    ("frequencies", "cns", "a"),
    [
        ([7], 1, 1),
        ([0, 7, 0], 1, 1),
        ([5, 0, 0, 0, 5], 0, -1),
        ([5, 5], 0, 0),
        ([3, 3, 3, 3, 3], 0.43399, 0),
        ([0, 4, 4, 0, 0], 0.80735, 0.75),
    ],
)
def test_consensus_and_agreement_at_their_ends(frequencies: list[int], cns: float, a: float) -> None:
    assert consensus(frequencies) == pytest.approx(cns, abs=5e-5)
    assert agreement(frequencies) == pytest.approx(a)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=7).filter(any))
def test_both_stay_in_bounds_and_do_not_know_which_end_is_which(frequencies: list[int]) -> None:
    cns, a = consensus(frequencies), agreement(frequencies)
    assert cns is not None
    assert a is not None
    assert -1e-9 <= cns <= 1 + 1e-9
    assert -1 - 1e-9 <= a <= 1 + 1e-9
    assert consensus(frequencies[::-1]) == pytest.approx(cns)
    assert agreement(frequencies[::-1]) == pytest.approx(a)
    assert agreement([2 * one for one in frequencies]) == pytest.approx(a)
