"""Fit a text into a box: shrink to the smallest size, then wrap, then cut and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LEADING = 1.2
_STEP = 0.5


class Fitted(NamedTuple):
    """A text as it will stand."""

    size: float
    """In points."""
    lines: tuple[str, ...]
    whole: bool
    """Whether all of it is there."""


def fit(
    text: str, box: tuple[float, float], sizes: tuple[float, float], lines: int, measure: Callable[[str, float], float]
) -> Fitted:
    """Return `text` as large as fits.

    Args:
        text: What to set.
        box: Width and height, in points.
        sizes: Ideal and smallest size, in points.
        lines: At most so many lines.
        measure: The width of a text at a size, in points.
    """
    (width, height), (size, smallest) = box, sizes
    text = " ".join(text.split())
    while True:
        room = max(1, min(lines, int(height / (size * LEADING))))
        for count in range(1, room + 1):
            broken = _break(text, width, size, count, measure)
            if broken is not None:
                return Fitted(size, tuple(broken), whole=True)
        if size - _STEP < smallest:
            break
        size -= _STEP
    cut, left = _cut(text, width, size, room, measure)
    return Fitted(size, tuple(cut), whole=not left)


def _break(
    text: str, width: float, size: float, count: int, measure: Callable[[str, float], float]
) -> list[str] | None:
    """Return `text` in at most `count` lines, broken at spaces; None if it does not fit."""
    found: list[str] = []
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found else word
        if found and measure(longer, size) <= width:
            found[-1] = longer
        elif measure(word, size) <= width and len(found) < count:
            found.append(word)
        else:
            return None
    return found


def _cut(
    text: str, width: float, size: float, count: int, measure: Callable[[str, float], float]
) -> tuple[list[str], str]:
    """Return lines with as many characters as fit, and what is left; an ellipsis says that something is."""
    found: list[str] = []
    left = text
    while left and len(found) < count:
        last = len(found) == count - 1
        end = len(left)
        while end > 1 and measure(left[:end] + ("…" if last and end < len(left) else ""), size) > width:
            end -= 1
        found.append(left[:end] + ("…" if last and end < len(left) else ""))
        left = left[end:].lstrip()
    return found, left
