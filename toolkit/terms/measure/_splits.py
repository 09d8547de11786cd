"""Many ways of dealing people over groups, counted all at once.

An arrangement is one way of dealing. All that are tried are laid side by side in one long integer, a field of a few
bytes each: a person's mask for a group has a 1 in the fields of the arrangements that put the person there. Adding up
the masks of those who said yes counts the group's yes in every arrangement, in a handful of additions. Masks depend on
numbers of people alone, never on what they said, so they are kept.
"""

from __future__ import annotations

import random
import sys
from functools import lru_cache
from itertools import compress
from math import comb
from typing import TYPE_CHECKING, Literal

from toolkit.terms.measure._rows import MISSING, YES

if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT_SPLITS = 5_000
"""Up to so many ways of dealing the people of a pair, all are tried (seven against seven are 3,432)."""

MOST_DRAWN, LEAST_DRAWN, MOST_PLACES = 1_000, 100, 600_000
"""Otherwise so many are tried, the one at hand among them: a p of .05 is known to within .014 (two standard errors).

In a large room fewer, so that no more places than these are dealt: 300 for 2,000 people.
"""

_FORMATS: dict[int, Literal["B", "H", "I"]] = {1: "B", 2: "H", 4: "I"}
_IS_YES = bytes(code == YES for code in range(256))
_IS_MISSING = bytes(code == MISSING for code in range(256))


class Group:
    """Who is in one group, in every arrangement."""

    def __init__(self, size: int, members: Sequence[bytes]) -> None:
        """Take for each person a byte for each arrangement: 1 where the person is in the group."""
        self.size = size
        self.arrangements = len(members[0])
        self._members = members
        self._masks: dict[int, list[int]] = {}

    def counted(self, column: bytes) -> Sequence[int]:
        """Return how the group judged a case in every arrangement, as yes + (all yes + 1) * missing.

        Both numbers stand in one field, so that what follows from them is one look at a table.

        Args:
            column: The verdict of each person, a byte each.
        """
        step = 1 + column.count(YES)
        width = _width(step * (1 + column.count(MISSING)))
        masks = self._wide(width)
        total = sum(compress(masks, column.translate(_IS_YES)))
        total += step * sum(compress(masks, column.translate(_IS_MISSING)))
        return memoryview(total.to_bytes(width * self.arrangements, sys.byteorder)).cast(_FORMATS[width])

    def _wide(self, width: int) -> list[int]:
        """Return the people's masks with fields of so many bytes."""
        if width not in self._masks:
            self._masks[width] = [int.from_bytes(_spread(member, width), sys.byteorder) for member in self._members]
        return self._masks[width]


@lru_cache(maxsize=64)
def all_halves(size: int, rest: int) -> Group:
    """Deal people into a group and the rest in all ways.

    Where both are of one size, naming them the other way round is the same split: the first person stays in the group,
    and each arrangement stands for two.
    """
    if size == rest:
        return Group(size, [b"\1" * comb(2 * size - 1, size), *_chosen(2 * size - 1, size - 1)])
    return Group(size, _chosen(size + rest, size))


@lru_cache(maxsize=32)
def dealt(sizes: tuple[int, ...], seed: int) -> tuple[Group, ...]:
    """Deal people over groups of these sizes: first as they came, group after group, then at random."""
    labels = b"".join(bytes([group]) * size for group, size in enumerate(sizes))
    people = len(labels)
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on how people are dealt
    again = max(LEAST_DRAWN, min(MOST_DRAWN, MOST_PLACES // people)) - 1
    flat = labels + b"".join(_shuffled(labels, rng) for _ in range(again))
    by_person = [flat[person::people] for person in range(people)]
    return tuple(
        Group(size, [labels.translate(_one_hot(group)) for labels in by_person]) for group, size in enumerate(sizes)
    )


@lru_cache(maxsize=256)
def _chosen(people: int, size: int) -> tuple[bytes, ...]:
    """Return for each person which of all choices of so many people have them: those without the last come first."""
    if not people:
        return ()
    without, having = comb(people - 1, size), comb(people - 1, size - 1) if size else 0
    before = _chosen(people - 1, size) if without else (b"",) * (people - 1)
    after = _chosen(people - 1, size - 1) if having else (b"",) * (people - 1)
    return (*(a + b for a, b in zip(before, after, strict=True)), b"\0" * without + b"\1" * having)


def _shuffled(labels: bytes, rng: random.Random) -> bytes:
    """Shuffle by sorting random keys, which is much faster than drawing an index for each."""
    keys = memoryview(rng.randbytes(8 * len(labels))).cast("Q")
    return bytes(map(labels.__getitem__, sorted(range(len(labels)), key=keys.__getitem__)))


def _one_hot(group: int) -> bytes:
    return bytes(label == group for label in range(256))


def _width(values: int) -> int:
    """Return how many bytes hold so many different values."""
    return 1 if values <= 1 << 8 else 2 if values <= 1 << 16 else 4


def _spread(member: bytes, width: int) -> bytes:
    """Give each byte a field, so that the machine reads the fields as numbers."""
    fields = bytearray(width * len(member))
    fields[(0 if sys.byteorder == "little" else width - 1) :: width] = member
    return bytes(fields)
