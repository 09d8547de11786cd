"""Verdicts drawn at random, and slow and plain versions of what the measure does fast."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import strategies as st

Rows = list[list[int | None]]
ANSWERS = st.sampled_from([1, 0, 1, 0, None])

BLOCKCHAIN: Rows = [[1, 0, 1, 0], [1, 0, 1, 0], [1, 0, 1, 1]]
PUBLIC_SERVICE: Rows = [[0, 1, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0]]
"""The worked example of docs/measure.md."""


def domains(least: int = 0, most: int = 5) -> st.SearchStrategy[tuple[Rows, Rows]]:
    """Draw two domains that judged the same cases."""
    return st.integers(1, 4).flatmap(lambda width: st.tuples(*[people(width, least, most)] * 2))


def people(width: int, least: int, most: int) -> st.SearchStrategy[Rows]:
    return st.lists(st.lists(ANSWERS, min_size=width, max_size=width), min_size=least, max_size=most)


def rooms(groups: int, least: int, most: int) -> st.SearchStrategy[dict[str, Rows]]:
    """Draw a room of so many domains."""
    return st.integers(1, 4).flatmap(
        lambda width: st.fixed_dictionaries({f"d{at}": people(width, least, most) for at in range(groups)})
    )


def answering(rows: Rows) -> Rows:
    return [row for row in rows if any(one is not None for one in row)]


def counts(rows: Rows) -> list[tuple[int, int, int]]:
    """Return yes, no and unsure by case."""
    return [(case.count(1), case.count(0), case.count(None)) for case in zip(*rows, strict=True)]


def plain_mismatch(a: Rows, b: Rows) -> Fraction | None:
    """Return the mismatch in fractions, word for word as it is defined."""
    found: list[Fraction] = []
    for case_a, case_b in zip(zip(*a, strict=True), zip(*b, strict=True), strict=True):
        said = [[one for one in case if one is not None] for case in (case_a, case_b)]
        if min(map(len, said)) < 2:
            continue
        between = Fraction(sum(x != y for x in said[0] for y in said[1]), len(said[0]) * len(said[1]))
        within = _disagreeing(said[0]) + _disagreeing(said[1])
        found.append(between - within / 2)
    return sum(found, Fraction()) / len(found) if found else None


def plain_p(a: Rows, b: Rows) -> tuple[Fraction, int]:
    """Return p and the number of splits, by trying each split."""
    everybody, observed = answering(a) + answering(b), plain_mismatch(answering(a), answering(b))
    assert observed is not None
    reached, splits = 0, 0
    for chosen in combinations(range(len(everybody)), len(answering(a))):
        rest = [row for at, row in enumerate(everybody) if at not in chosen]
        found = plain_mismatch([everybody[at] for at in chosen], rest)
        reached += found is not None and found >= observed
        splits += 1
    return Fraction(reached, splits), splits


def _disagreeing(said: list[int]) -> Fraction:
    pairs = list(combinations(said, 2))
    return Fraction(sum(x != y for x, y in pairs), len(pairs))
