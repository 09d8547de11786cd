"""The estimate of one case: how far two domains' shares of yes differ beyond how far each differs within itself.

With y of n people saying yes in a domain, p = y / n. Between two domains the chance that two people, one of each,
disagree is pA (1 - pB) + (1 - pA) pB; within one the chance that two of its people do is 2 p (1 - p) n / (n - 1).
Between minus the mean of the two within is an unbiased estimate of (pA - pB) squared. It is the energy distance of
Szekely and Rizzo for two-valued answers, and it may be negative, as an unbiased estimate of a small square must.
"""

from __future__ import annotations

from math import fsum, isnan, nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Judged = tuple[int, int]
"""How one domain judged one case: how many said yes, and how many said yes or no."""


def between(a: Judged, b: Judged) -> float:
    """Return the chance that a person of each domain disagree, 0 to 1; nan where a domain has no answer."""
    (yes_a, of_a), (yes_b, of_b) = a, b
    return (yes_a * (of_b - yes_b) + (of_a - yes_a) * yes_b) / (of_a * of_b) if of_a and of_b else nan


def within(judged: Judged) -> float:
    """Return the chance that two people of one domain disagree, 0 to 1; nan where fewer than two answered."""
    yes, of = judged
    return 2 * yes * (of - yes) / (of * (of - 1)) if of > 1 else nan


def share(yes: int, of: int) -> float:
    """Return the share of yes; nan where nobody answered."""
    return yes / of if of else nan


def square(yes: int, of: int) -> float:
    """Return the unbiased estimate of the squared share of yes; nan where fewer than two answered."""
    return yes * (yes - 1) / (of * (of - 1)) if of > 1 else nan


def difference(a: Judged, b: Judged) -> float:
    """Return the unbiased estimate of the squared difference of shares, -0.5 to 1; nan if either domain has under two.

    The same number as `between` less the mean of the two `within`, multiplied out: what does not depend on the other
    domain stands alone, so that many arrangements of people can share it.
    """
    return square(*a) + square(*b) - 2 * share(*a) * share(*b)


def mean(values: Iterable[float], otherwise: float = nan) -> float:
    """Return the mean of the values that are numbers, or something else where none is."""
    kept = [one for one in values if not isnan(one)]
    return fsum(kept) / len(kept) if kept else otherwise


def known(number: float) -> float | None:
    """Return None for nan: what is shown and written has no number rather than a strange one."""
    return None if isnan(number) else number
