"""Whether a room could work with a sense, by the statistics of Polis with declared domains as the groups.

Votes are +1 agree, -1 disagree, 0 pass; None did not vote and is left out. A pass counts as a vote cast. Formulas as in
Polis's own mathematics (compdemocracy/polis, `math/src/polismath/math/repness.clj`, `stats.clj`), whose output for two
conversations the tests equal.
"""

from __future__ import annotations

from math import prod, sqrt
from typing import TYPE_CHECKING, Literal

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Side = Literal["agree", "disagree"]

_VOTE = {"agree": 1, "disagree": -1}


@value()
class Representativeness:
    """How far a sense is one group's own: what sets it apart from everybody else."""

    p_success: float
    """The estimated chance that a member takes the side: (k + 1) / (n + 2), between 0 and 1."""
    p_test: float
    """The z score of k among n against a half, with one success added: 1.28 is one in ten by chance."""
    repness: float
    """`p_success` inside over the same outside: 1 where the group is like the others."""
    repness_test: float
    """The z score of the shares inside and outside, with one success and one trial added to both."""


def group_aware_consensus(votes_by_group: Mapping[str, Iterable[int | None]]) -> float:
    """Return the chance that a member of each group would agree, all at once: the product of (agree + 1) / (n + 2).

    Between 0 and 1. A group that has not voted counts as a half. Falls with the number of groups; compare within one
    room only, or by `mean_agreement`.

    Args:
        votes_by_group: The votes on one sense by group: 1, -1, 0 or None.

    Raises:
        ValueError: There is no group, or a vote is something else.
    """
    return prod(_estimates(votes_by_group))


def mean_agreement(votes_by_group: Mapping[str, Iterable[int | None]]) -> float:
    """Return the geometric mean of what `group_aware_consensus` multiplies, which does not fall with more groups.

    Raises:
        ValueError: There is no group, or a vote is something else.
    """
    estimates = _estimates(votes_by_group)
    return float(prod(estimates) ** (1 / len(estimates)))


def representativeness(inside: Iterable[int | None], outside: Iterable[int | None], side: Side) -> Representativeness:
    """Return how far agreeing or disagreeing with a sense sets one group apart from all others.

    Args:
        inside: The group's votes: 1, -1, 0 or None.
        outside: Everybody else's.
        side: Which answer counts as a success.

    Raises:
        ValueError: The side is neither, or a vote is something else.
    """
    if side not in _VOTE:
        raise ValueError(f"side is 'agree' or 'disagree', not {side!r}")
    (k, n), (others_k, others_n) = (_successes(votes, _VOTE[side]) for votes in (inside, outside))
    return Representativeness(
        p_success=_estimate(k, n),
        p_test=2 * sqrt(n + 1) * ((k + 1) / (n + 1) - 0.5),
        repness=_estimate(k, n) / _estimate(others_k, others_n),
        repness_test=_two_proportions(k + 1, n + 1, others_k + 1, others_n + 1),
    )


def _estimates(votes_by_group: Mapping[str, Iterable[int | None]]) -> list[float]:
    if not votes_by_group:
        raise ValueError("no group has voted: there is nothing to multiply")
    return [_estimate(*_successes(votes, _VOTE["agree"])) for votes in votes_by_group.values()]


def _successes(votes: Iterable[int | None], success: int) -> tuple[int, int]:
    """Count the votes that are a success, and all votes cast."""
    cast = [vote for vote in votes if vote is not None]
    if strange := set(cast) - {1, 0, -1}:
        raise ValueError(f"votes are 1, -1, 0 or None, not {sorted(strange)}")
    return cast.count(success), len(cast)


def _estimate(k: int, n: int) -> float:
    return (k + 1) / (n + 2)


def _two_proportions(k: int, n: int, others_k: int, others_n: int) -> float:
    pooled = (k + others_k) / (n + others_n)
    if pooled == 1:
        return 0.0
    return (k / n - others_k / others_n) / sqrt(pooled * (1 - pooled) * (1 / n + 1 / others_n))
