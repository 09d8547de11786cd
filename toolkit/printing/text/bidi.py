"""The bidirectional algorithm (UAX 9): levels from python-bidi, the only module that knows it; order per line here.

python-bidi (LGPL, unmodified, imported) wraps the Rust crate unicode-bidi, which knows isolates and brackets. It tells
the levels in what it returns with `debug=True`, per byte of UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL = re.compile(r"Level\(\s*(\d+),?\s*\)")
_RTL = frozenset(("R", "AL"))
_DIRECTED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
T = TypeVar("T")


def needs_bidi(text: str) -> bool:
    """Tell whether any character could make the order of `text` other than from left to right."""
    return bool(_DIRECTED.search(text))


def starts_to_left(text: str) -> bool:
    """Tell whether a paragraph runs from right to left: its first strong character does (rules P2 and P3)."""
    depth = 0
    for symbol in text:
        kind = unicodedata.bidirectional(symbol)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return kind in _RTL
    return False


def levels(text: str, *, to_left: bool) -> list[int]:
    """Return the embedding level of each character of a paragraph: odd ones run from right to left."""
    if not to_left and not needs_bidi(text):
        return [0] * len(text)
    from bidi import get_display  # deferred: most texts need none of it

    told = str(get_display(text, base_dir="R" if to_left else "L", debug=True))
    _, _, told = told.partition("levels: [")
    found = [int(level) for level in _LEVEL.findall(told.partition("paragraphs: [")[0])]
    at, result = 0, []
    for symbol in text:
        result.append(found[at])
        at += len(symbol.encode())
    if at != len(found):
        raise ValueError("python-bidi tells levels in another way than it used to")
    return result


def trailing_space(text: str, levels: Sequence[int], base: int) -> list[int]:
    """Return the levels of one line, with the white space at its end at the paragraph's level (rule L1)."""
    result = list(levels)
    for i in range(len(text) - 1, -1, -1):
        if unicodedata.bidirectional(text[i]) not in ("WS", "BN", "LRI", "RLI", "FSI", "PDI"):
            break
        result[i] = base
    return result


def visual(items: Sequence[T], levels: Sequence[int]) -> list[T]:
    """Return the items of a line from left to right (rule L2)."""
    order = list(range(len(items)))
    odd = [level for level in levels if level % 2]
    for limit in range(max(levels, default=0), (min(odd) if odd else 1) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= limit:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return [items[i] for i in order]
