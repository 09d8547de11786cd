"""Who sits where, for a whole room to read: a block for each table, in as many columns as a window has room for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells, set_cell_size

from toolkit.tui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST, WIDEST = 17, 30
"""Cells of a column: a name stands on one line where that is possible."""


@lru_cache(maxsize=32)
def table_pages(blocks: tuple[tuple[str, ...], ...], across: int, rows: int, head: str = "") -> tuple[str, ...]:
    """Return blocks on as few pages as have at most `rows` rows each; a larger one goes on on the next.

    Args:
        blocks: Of each table its heading and the names.
        across: Columns of the window.
        rows: Its rows.
        head: What stands above every page.
    """
    longest = max((cell_len(name) for block in blocks for name in block), default=0)
    ideal = max(1, across // min(max(longest + 3, NARROWEST), WIDEST, across))
    tried = [
        _pages(blocks, across, max(3, rows - 2 * bool(head)), even(len(blocks), columns))
        for columns in range(ideal, max(ideal, across // NARROWEST) + 1)
    ]
    best = min(tried, key=len)
    return tuple("\n".join([head, "", *page] if head else page) for page in best) or (head,)


def even(blocks: int, columns: int) -> int:
    """Return how many columns have the same number of strips, with as few empty places as can be."""
    return -(-blocks // max(1, -(-blocks // columns))) or 1


def _pages(blocks: Sequence[Sequence[str]], across: int, rows: int, columns: int) -> list[list[str]]:
    found: list[list[str]] = []
    for strip in _strips(blocks, columns, across // columns):
        heading, *names = strip
        if found and len(found[-1]) + 1 + len(strip) <= rows:
            found[-1] += ["", *strip]
        else:
            found += [[heading, *names[i : i + rows - 1]] for i in range(0, len(names) or 1, rows - 1)]
    return found


def _strips(blocks: Sequence[Sequence[str]], columns: int, width: int) -> Iterator[list[str]]:
    """Yield blocks side by side, as lines."""
    for first in range(0, len(blocks), columns):
        beside = [list(_lines(block, width)) for block in blocks[first : first + columns]]
        yield [
            "".join(set_cell_size(lines[n] if n < len(lines) else "", width) for lines in beside).rstrip()
            for n in range(max(map(len, beside)))
        ]


def _lines(block: Sequence[str], width: int) -> Iterator[str]:
    """Yield the heading, and each name a little further in; what is too long goes on on the next line."""
    heading, *names = block
    yield set_cell_size(heading, width - 1)
    for name in names:
        first, *more = _wrapped(one_line(name), width - 3)
        yield f" {first}"
        yield from (f"  {part}" for part in more)


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text in parts of at most so many cells, broken at spaces, then at hyphens, else where it must be."""
    if cell_len(text) <= width:
        return [text]
    parts = [""]
    for word in text.split(" "):
        gap = " " if parts[-1] else ""
        pieces = [word] if cell_len(parts[-1] + gap + word) <= width else re.split("(?<=-)", word)
        for bit in (bit for piece in pieces for bit in chop_cells(piece, width) or [""]):
            if cell_len(parts[-1] + gap + bit) <= width:
                parts[-1] += gap + bit
            else:
                parts.append(bit)
            gap = ""
    return parts
