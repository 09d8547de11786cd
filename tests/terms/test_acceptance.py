"""Whether a room could work with a sense: small numbers by hand."""

from __future__ import annotations

from math import sqrt

import pytest

from toolkit.terms.measure import group_aware_consensus, mean_agreement, representativeness

OWN: dict[str, list[int | None]] = {"blockchain": [1, 1, 1], "public-service": [-1, -1, 0]}
BRIDGE: dict[str, list[int | None]] = {"blockchain": [1, 1, 0], "public-service": [1, 1, 1, None]}


def test_a_sense_of_one_house_and_a_bridge() -> None:
    assert group_aware_consensus(OWN) == pytest.approx(0.16)
    assert mean_agreement(OWN) == pytest.approx(0.4)
    assert group_aware_consensus(BRIDGE) == pytest.approx(0.48)
    assert mean_agreement(BRIDGE) == pytest.approx(sqrt(0.48))
    assert representativeness(OWN["blockchain"], OWN["public-service"], "agree").repness == pytest.approx(4.0)


def test_a_pass_is_a_vote_cast_and_a_missing_one_is_not() -> None:
    assert group_aware_consensus({"a": [1, 0]}) == pytest.approx(2 / 4)
    assert group_aware_consensus({"a": [1, None]}) == pytest.approx(2 / 3)
    assert group_aware_consensus({"a": [1, -1]}) == pytest.approx(2 / 4)


def test_a_group_that_has_not_voted_counts_a_half() -> None:
    assert group_aware_consensus({"a": [1, 1], "b": []}) == pytest.approx(3 / 4 / 2)


def test_sides_mirror_each_other() -> None:
    inside, outside = BRIDGE.values()
    turned, turned_outside = ([None if vote is None else -vote for vote in votes] for votes in (inside, outside))
    assert representativeness(inside, outside, "agree") == representativeness(turned, turned_outside, "disagree")


def test_nobody_outside_differs_where_all_succeed() -> None:
    assert representativeness([1, 1], [1], "agree").repness_test == 0


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="no group"):
        group_aware_consensus({})
    with pytest.raises(ValueError, match="no group"):
        mean_agreement({})
    with pytest.raises(ValueError, match=r"votes are 1, -1, 0 or None, not \[2\]"):
        group_aware_consensus({"a": [1, 2]})
    with pytest.raises(ValueError, match="'agree' or 'disagree', not 'both'"):
        representativeness([1], [1], "both")  # type: ignore[arg-type]
