"""How far ratings agree: Krippendorff's alpha, Tastle and Wierman's consensus, van der Eijk's agreement."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, permutations
from math import log2
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Level = Literal["nominal", "ordinal", "interval", "ratio"]


def krippendorff_alpha(ratings: Sequence[Sequence[float | None]], level: Level) -> float | None:
    """Return Krippendorff's alpha: 1 where observers agree, 0 where they agree as by chance, negative below that.

    One less observed over expected disagreement, of the pairs of values that a unit has (Krippendorff, *Computing
    Krippendorff's Alpha-Reliability*, 2011). A unit with fewer than two values is left out.

    Args:
        ratings: Observers by units; None where an observer said nothing.
        level: What sets two values apart: that they differ (nominal), how many ratings lie between (ordinal), their
            difference (interval), or their difference over their sum (ratio; no value is negative).

    Returns:
        None where no unit has two values, or where all are one and the same: nothing could have disagreed.

    Raises:
        ValueError: Observers have rated unequal numbers of units, or the level is none of the four.
    """
    if level not in _DISTANCES:
        raise ValueError(f"level is one of {', '.join(_DISTANCES)}; not {level!r}")
    if len({len(row) for row in ratings}) > 1:
        raise ValueError("observers have rated unequal numbers of units")
    coincidences = _coincidences(ratings)
    marginals: dict[float, float] = defaultdict(float)
    for (one, _), weight in coincidences.items():
        marginals[one] += weight
    distance = _DISTANCES[level]
    observed = sum(weight * distance(*pair, marginals) for pair, weight in coincidences.items())
    expected = sum(
        2 * marginals[a] * marginals[b] * distance(a, b, marginals) for a, b in combinations(list(marginals), 2)
    )
    return 1 - (sum(marginals.values()) - 1) * observed / expected if expected else None


def consensus(frequencies: Sequence[int]) -> float | None:
    """Return Tastle and Wierman's consensus: 1 where all chose one category, 0 where half chose each end.

    1 + sum p log2(1 - |x - mean| / width), over equally spaced ordered categories (*Consensus and dissention: a measure
    of ordinal dispersion*, 2007).

    Args:
        frequencies: How many chose each category, from one end to the other.

    Returns:
        None where nobody chose.

    Raises:
        ValueError: A frequency is negative.
    """
    total = _total(frequencies)
    if not total:
        return None
    chosen = [(x, count / total) for x, count in enumerate(frequencies) if count]
    mean = sum(x * part for x, part in chosen)
    width = max(1, len(frequencies) - 1)
    return 1 + sum(part * log2(1 - abs(x - mean) / width) for x, part in chosen)


def agreement(frequencies: Sequence[int]) -> float | None:
    """Return van der Eijk's agreement A: 1 where all chose one category, 0 where all are as frequent, -1 for two ends.

    The frequencies are cut into layers of categories that are equally frequent; each layer's pattern has an agreement,
    and A is their mean, weighted by what each layer holds (*Measuring agreement in ordered rating scales*, 2001).

    Args:
        frequencies: How many chose each category, from one end to the other.

    Returns:
        None where nobody chose.

    Raises:
        ValueError: A frequency is negative.
    """
    total = _total(frequencies)
    if not total:
        return None
    found, below = 0.0, 0
    for level in sorted({count for count in frequencies if count}):
        pattern = [count >= level for count in frequencies]
        found += (level - below) * sum(pattern) / total * _pattern_agreement(pattern)
        below = level
    return found


def polarization(frequencies: Sequence[int]) -> float | None:
    """Return (1 - A) / 2 of van der Eijk's agreement: 0 where all chose one category, 1 where half chose each end.

    Raises:
        ValueError: A frequency is negative.
    """
    found = agreement(frequencies)
    return None if found is None else (1 - found) / 2


def _coincidences(ratings: Sequence[Sequence[float | None]]) -> Mapping[tuple[float, float], float]:
    """Return how often two values stand in one unit, each value of a unit counting once in all."""
    found: dict[tuple[float, float], float] = defaultdict(float)
    for unit in zip(*ratings, strict=True):
        values = [one for one in unit if one is not None]
        for pair in permutations(values, 2):
            found[pair] += 1 / (len(values) - 1)
    return found


def _nominal(a: float, b: float, _: Mapping[float, float]) -> float:
    return float(a != b)


def _ordinal(a: float, b: float, marginals: Mapping[float, float]) -> float:
    low, high = min(a, b), max(a, b)
    between = sum(weight for one, weight in marginals.items() if low <= one <= high)
    return (between - (marginals[low] + marginals[high]) / 2) ** 2


def _interval(a: float, b: float, _: Mapping[float, float]) -> float:
    return (a - b) ** 2


def _ratio(a: float, b: float, _: Mapping[float, float]) -> float:
    return ((a - b) / (a + b)) ** 2 if a != b else 0.0


_DISTANCES = {"nominal": _nominal, "ordinal": _ordinal, "interval": _interval, "ratio": _ratio}


def _pattern_agreement(pattern: Sequence[bool]) -> float:
    """Return the agreement of a layer: how far it has one peak, less how much of the scale it covers."""
    categories, chosen = len(pattern), sum(pattern)
    if chosen == categories:
        return 0.0 if categories > 1 else 1.0
    triples = list(combinations(pattern, 3))
    peaks = sum(triple in {(True, True, False), (False, True, True)} for triple in triples)
    gaps = triples.count((True, False, True))
    spread = 1 - (chosen - 1) / (categories - 1)
    if not peaks + gaps:
        return spread
    return spread * ((categories - 2) * peaks - (categories - 1) * gaps) / ((categories - 2) * (peaks + gaps))


def _total(frequencies: Sequence[int]) -> int:
    if any(count < 0 for count in frequencies):
        raise ValueError(f"a frequency is negative: {list(frequencies)}")
    return sum(frequencies)
