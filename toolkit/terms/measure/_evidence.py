"""How often people dealt at random over two domains differ as much as the two domains do."""

from __future__ import annotations

from math import comb, inf, isnan
from typing import TYPE_CHECKING

from toolkit.terms.measure._formula import difference, mean
from toolkit.terms.measure._rows import Rows, columns, judged
from toolkit.terms.measure._splits import EXACT_SPLITS, Group, all_halves, dealt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

TIE = 1e-9
"""Two arrangements whose numbers differ by less are equally far: what differs is rounding."""


def evidence(a: Rows, b: Rows, width: int, seed: int) -> tuple[float, int, bool]:
    """Return p, the number of splits it is a share of, and whether these are all there are.

    The split at hand is one of them, so p is never 0.

    Args:
        a: The first domain's people.
        b: The second domain's; with the first's they have a case that is comparable.
        width: How many cases there are.
        seed: For drawing, where there are more splits than `EXACT_SPLITS`.
    """
    few, many = sorted((a, b), key=lambda rows: (len(rows), rows))
    splits = comb(len(few) + len(many), len(few))
    exact = splits <= EXACT_SPLITS
    group = all_halves(len(few), len(many)) if exact else dealt((len(few), len(many)), seed)[0]
    found = _mismatches(columns(few + many, width), group, len(many))
    return share_reaching(found[0], found), splits if exact else group.arrangements, exact


def share_reaching(observed: float, found: Sequence[float]) -> float:
    """Return the share of arrangements that reach what was observed, that one among them."""
    return sum(map((observed - TIE).__le__, found)) / len(found)


def means(by_case: Sequence[Sequence[float]]) -> list[float]:
    """Return for each arrangement the mean over the cases that have a number, minus infinity where none has."""
    count = len(by_case)
    found = [total / count for total in map(sum, zip(*by_case, strict=True))]
    return filled(found, lambda at: [values[at] for values in by_case])


def filled(found: Sequence[float], cases: Callable[[int], Iterable[float]]) -> list[float]:
    """Put the mean over the cases that have a number where the mean over all is nan, as some case has none.

    Args:
        found: The mean over all cases, by arrangement.
        cases: Returns the numbers of an arrangement's cases.
    """
    if not isnan(sum(found)):
        return list(found)
    return [mean(cases(at), -inf) if isnan(one) else one for at, one in enumerate(found)]


def _mismatches(cases: Sequence[bytes], group: Group, rest: int) -> list[float]:
    """Return the mismatch of the group and the rest in every arrangement, first as the people are."""
    return means(
        [list(map(_Differences(column, group.size, rest).__getitem__, group.counted(column))) for column in cases]
    )


class _Differences(dict[int, float]):
    """The difference of one case by how the group judged it, worked out when it is first asked for."""

    def __init__(self, column: bytes, size: int, rest: int) -> None:
        super().__init__()
        self._yes, of = judged(column)
        self._missing = len(column) - of
        self._size, self._rest = size, rest

    def __missing__(self, key: int) -> float:
        missing, yes = divmod(key, self._yes + 1)
        rest = self._yes - yes, self._rest - (self._missing - missing)
        self[key] = found = difference((yes, self._size - missing), rest)
        return found
