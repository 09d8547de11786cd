"""How much of a room view fits a window, and how large. Pure: sizes in, texts out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from toolkit.tui.widgets.digits import HEIGHT, drawable, large, width
from toolkit.tui.widgets.room_tables import table_pages

if TYPE_CHECKING:
    from toolkit.session.room_view import RoomView

MARGIN = 4
"""Columns that stay empty at the sides."""


class RoomLayout(NamedTuple):
    """A room view laid out for one window."""

    word: str
    also: str
    pages: tuple[str, ...]
    """What the room reads, in as many pages as it takes."""
    scale: int
    """Of the clock's digits; 0: as plain text."""
    marked: tuple[int, ...] = ()
    """The pages with the line that is being read aloud; none where no line is."""


def layout(view: RoomView, columns: int, rows: int) -> RoomLayout:
    """Return the largest clock and word with which all of the text still fits; else pages of it.

    The text comes before the clock's size, the word before other languages.
    """
    across = max(10, columns - MARGIN)
    if view.blocks:
        return _with_blocks(view, across, rows)
    text = "\n".join(view.lines)
    needed = height(text, across) + 3  # with title, foot, and a line between
    word = large_word(view.word, across) if rows - needed >= 16 else view.word
    for drawn in dict.fromkeys((word, view.word)):
        for also in dict.fromkeys((view.also, "")):
            used = needed + height(drawn, across) + height(also, across) + 2 * bool(drawn)
            for scale in (3, 2, 1):
                fits = width(view.time, scale) <= across and used + HEIGHT * scale + 1 <= rows
                if view.time and fits and HEIGHT * scale <= rows * 0.45:
                    return RoomLayout(drawn, also, (_airy(view.lines, rows - used - HEIGHT * scale),), scale)
    room = rows - height(view.word, across) - 4
    found = paged(view.lines, across, max(3, room))
    marked = [i for i, page in enumerate(found) if view.mark is not None and view.mark in (n for n, _ in page)]
    return RoomLayout(view.word, "", _texts(found), 0, tuple(marked))


def _with_blocks(view: RoomView, across: int, rows: int) -> RoomLayout:
    """Return tables on one page with the largest clock that leaves room for them; else on as many as it takes."""
    head = "\n".join(view.lines)
    for scale in (3, 2, 1, 0):
        left = rows - 3 - HEIGHT * scale - (1 if view.time else 0) - max(0, height(head, across) - 1)
        found = table_pages(view.blocks, across, max(3, left), head)
        if scale == 0:
            return RoomLayout("", "", found, 0)
        fits = view.time and width(view.time, scale) <= across and HEIGHT * scale <= rows * 0.45
        if fits and len(found) == 1 and found[0].count("\n") < left:
            return RoomLayout("", "", found, scale)
    raise AssertionError  # the last scale always returns


def large_word(word: str, across: int) -> str:
    """Return the word in large capitals with itself below, where they exist and fit; else the word."""
    capitals = word.upper()
    return f"{large(capitals)}\n\n{word}" if drawable(capitals) and width(capitals) <= across else word


def height(text: str, across: int) -> int:
    """Return how many rows a text takes, at most; nothing for no text."""
    return sum(max(1, -(-(cell_len(line) + 8) // across)) for line in text.split("\n")) if text else 0


def pages(lines: tuple[str, ...], across: int, rows: int) -> tuple[str, ...]:
    """Return paragraphs on as few pages as have at most `rows` rows each; a longer one begins a page and goes on."""
    return _texts(paged(lines, across, rows))


def paged(lines: tuple[str, ...], across: int, rows: int) -> list[list[tuple[int, str]]]:
    """Return the same as lists of paragraphs, or parts of them, each with the paragraph's index."""
    found: list[list[tuple[int, str]]] = [[]]
    used = 0
    for i, line in enumerate(lines):
        for part in _parts(line, across, rows):
            taken = height(part, across)
            if found[-1] and used + taken > rows:
                found.append([])
                used = 0
            found[-1].append((i, part))
            used += taken
    return found


def _texts(found: list[list[tuple[int, str]]]) -> tuple[str, ...]:
    return tuple("\n".join(part for _, part in page) for page in found)


def _parts(line: str, across: int, rows: int) -> list[str]:
    """Return a paragraph in parts that fit a page each, divided between words where it has any."""
    parts = [""]
    for word in re.findall(r"\s*\S+\s*?|\s+", line):
        for piece in [word] if height(word, across) <= rows else list(word):
            if parts[-1] and height(parts[-1] + piece, across) > rows:
                parts.append("")
            parts[-1] += piece
    return parts


def _airy(lines: tuple[str, ...], spare: int) -> str:
    """Put empty rows between paragraphs, if there is room for all of them."""
    between = "\n\n" if len(lines) - 1 < spare - 1 else "\n"
    return between.join(lines)
