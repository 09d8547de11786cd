"""How far two domains mean different things by a word, from what they say of cases."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import compress
from statistics import median_low
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.measure._evidence import evidence
from toolkit.terms.measure._formula import Judged, between, difference, known, mean, within
from toolkit.terms.measure._rows import MISSING, Rows, columns, judged, rows_of, width_of
from toolkit.terms.model import Counts

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 4
"""People that must answer in each domain: three against three cannot reach a p under .10, four against four .029."""


@value()
class Mismatch:
    """How far two domains' verdicts differ, beyond how far each differs within itself.

    A case is comparable where at least two people of each domain said yes or no: one answer alone does not show how
    far a domain differs within itself. All means are over the comparable cases; without any they are None.
    """

    between: float | None
    """O: the chance that two people, one of each domain, disagree on a case; 0 to 1."""
    within_a: float | None
    """W of the first domain: the chance that two of its people disagree on a case, its own vagueness; 0 to 1."""
    within_b: float | None
    mismatch: float | None
    """D = O - (W_A + W_B) / 2: an unbiased estimate of the mean squared difference of yes shares; -0.5 to 1."""
    per_case: tuple[float | None, ...]
    """The same for each case; None where it is not comparable."""
    p: float | None
    """The share of splits of these people with at least this mismatch, the split at hand among them; one-sided.

    None for counts, which have no people to deal anew, and where no case is comparable.
    """
    splits: int
    """How many splits p is a share of; 0 where there is none."""
    exact: bool
    """Whether these are all splits there are; drawn at random otherwise."""
    enough: bool
    """Whether at least four people of each domain said yes or no to half of the cases: fewer are too few to tell."""
    p_adjusted: float | None = None
    """p for all pairs of domains of a term at once; None for a pair alone."""
    deciding: int | None = None
    """The case with the largest squared difference of yes shares, the first of several; None if none was answered
    in both domains."""

    @property
    def comparable(self) -> int:
        """How many cases the numbers rest on."""
        return sum(one is not None for one in self.per_case)


def mismatch(a: Sequence[Sequence[int | None]], b: Sequence[Sequence[int | None]], *, seed: int = 0) -> Mismatch:
    """Return how far two domains' verdicts differ, with the evidence of a permutation of people over the domains.

    The order of people and which domain comes first change nothing; the order of cases changes only a p that is not
    exact, within its error. People who said neither yes nor no to any case are left out throughout.

    Args:
        a: The first domain's people, a row each: 1 yes, 0 no, None unsure or not answered, by case.
        b: The second domain's, with the same cases.
        seed: For drawing splits, where there are more than `EXACT_SPLITS`.

    Raises:
        ValueError: Rows are of unequal length, or hold something else.
    """
    width = width_of(a, b)
    return of_rows(rows_of(a, width, "a"), rows_of(b, width, "b"), width, seed)


def mismatch_from_counts(a: Sequence[Counts | tuple[int, ...]], b: Sequence[Counts | tuple[int, ...]]) -> Mismatch:
    """Return the same numbers from counts, as a show of hands leaves them: without p, as nobody's row is known.

    How many people a count stands for is not known either: the median of how many handed in an answer to a case stands
    for it, so that one wrong number makes nobody many; and half of the answers must be yes or no.

    Args:
        a: The first domain's counts by case: `Counts`, or yes and no, or yes, no and unsure.
        b: The second domain's, of the same cases.

    Raises:
        ValueError: The numbers of cases differ, or a count is negative or incomplete.
    """
    if len(a) != len(b):
        raise ValueError(f"a has counts of {len(a)} cases, b of {len(b)}")
    judged_a, judged_b = [_judged(count) for count in a], [_judged(count) for count in b]
    return _measured(judged_a, judged_b, min(_taking_part(a), _taking_part(b)) >= ENOUGH)


def vagueness(counts: Sequence[Counts | tuple[int, ...]]) -> float | None:
    """Return W of one domain by itself: the chance that two of its people disagree on a case, 0 to 1.

    Args:
        counts: The domain's counts by case, as for `mismatch_from_counts`.

    Returns:
        The mean over the cases that two people or more said yes or no to; None where there is none.

    Raises:
        ValueError: A count is negative or incomplete.
    """
    return known(mean(within(_judged(count)) for count in counts))


@lru_cache(maxsize=512)
def of_rows(a: Rows, b: Rows, width: int, seed: int) -> Mismatch:
    """Return the mismatch of two domains; kept, so that after a changed verdict only its own pairs are new."""
    measured = _measured(
        [judged(column) for column in columns(a, width)],
        [judged(column) for column in columns(b, width)],
        min(_answering(a, width), _answering(b, width)) >= ENOUGH,
    )
    if measured.mismatch is None:
        return measured
    p, splits, exact = evidence(a, b, width, seed)
    return replace(measured, p=p, splits=splits, exact=exact)


def _answering(rows: Rows, width: int) -> int:
    """Return how many people said yes or no to half of the cases at least."""
    return sum(2 * row.count(MISSING) <= width for row in rows)


def _taking_part(counts: Sequence[Counts | tuple[int, ...]]) -> int:
    """Return how many people counts stand for: the lower median of a case, if half of all answers are yes or no."""
    handed_in = [sum(_three(count)) for count in counts]
    said = sum(of for _, of in map(_judged, counts))
    return median_low(handed_in) if handed_in and 2 * said >= sum(handed_in) else 0


def _measured(a: list[Judged], b: list[Judged], enough: bool) -> Mismatch:
    per_case = tuple(known(difference(*pair)) for pair in zip(a, b, strict=True))
    comparable = [one is not None for one in per_case]
    return Mismatch(
        between=known(mean(map(between, compress(a, comparable), compress(b, comparable)))),
        within_a=known(mean(map(within, compress(a, comparable)))),
        within_b=known(mean(map(within, compress(b, comparable)))),
        mismatch=known(mean(one for one in per_case if one is not None)),
        per_case=per_case,
        p=None,
        splits=0,
        exact=False,
        enough=enough,
        deciding=_deciding(a, b, comparable if any(comparable) else [True] * len(comparable)),
    )


def _deciding(a: list[Judged], b: list[Judged], among: list[bool]) -> int | None:
    """Return the case whose shares differ most, in fractions: rounding must not choose among equals.

    It is one of those that the mismatch rests on, where there are any: a reason must be part of what it explains.
    """
    gaps = {
        case: abs(Fraction(yes_a, of_a) - Fraction(yes_b, of_b))
        for case, ((yes_a, of_a), (yes_b, of_b)) in enumerate(zip(a, b, strict=True))
        if of_a and of_b and among[case]
    }
    return max(gaps, key=gaps.__getitem__, default=None)


def _judged(count: Counts | tuple[int, ...]) -> Judged:
    yes, no, _ = _three(count)
    return yes, yes + no


def _three(count: Counts | tuple[int, ...]) -> tuple[int, int, int]:
    yes, no, *rest = (count.yes, count.no, count.unsure) if isinstance(count, Counts) else count
    if min(yes, no, *rest) < 0 or len(rest) > 1:
        raise ValueError(f"counts are yes, no and perhaps unsure, none of them negative; not {count!r}")
    return yes, no, sum(rest)
