"""Verdicts as bytes, one byte a case: short to compare, to sort, to hash, and to cut into columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.terms.measure._formula import Judged

NO, YES, MISSING = 0, 1, 2
Rows = tuple[bytes, ...]
"""The people of one domain who said yes or no at least once, in an order that does not depend on who came first."""

_CODES: dict[int | None, int] = {0: NO, 1: YES, None: MISSING}


def rows_of(people: Sequence[Sequence[int | None]], width: int, whose: str) -> Rows:
    """Return a domain's verdicts without the people who answered nothing, sorted.

    Args:
        people: A row for each person: 1 yes, 0 no, None unsure or not answered.
        width: How many cases there are.
        whose: The domain, for messages.

    Raises:
        ValueError: A row has another length, or an answer is none of the three.
    """
    return tuple(sorted(row for row in _encoded(people, width, whose) if row.count(MISSING) < width))


def width_of(*domains: Sequence[Sequence[int | None]]) -> int:
    """Return how many cases the first person judged, 0 if there is nobody."""
    return next((len(row) for people in domains for row in people), 0)


def columns(rows: Rows, width: int) -> list[bytes]:
    """Return the verdicts by case: a byte for each person."""
    whole = b"".join(rows)
    return [whole[case::width] for case in range(width)]


def judged(column: bytes) -> Judged:
    """Count a case's verdicts."""
    return column.count(YES), len(column) - column.count(MISSING)


def _encoded(people: Sequence[Sequence[int | None]], width: int, whose: str) -> Iterator[bytes]:
    for number, row in enumerate(people, 1):
        if len(row) != width:
            raise ValueError(f"{whose}: row {number} has {len(row)} answers, the first row of all has {width}")
        try:
            yield bytes(map(_CODES.__getitem__, row))
        except (KeyError, TypeError):
            raise ValueError(f"{whose}: row {number} has an answer other than 1, 0 and None: {list(row)!r}") from None
