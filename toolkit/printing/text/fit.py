"""Fit a text into a box: as large as fits, on more lines if it may, then cut and said so. Sizes are points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.printing.text.segments import breaks, clusters, loose_breaks
from toolkit.printing.text.setter import clean

if TYPE_CHECKING:
    from toolkit.printing.fonts.choice import Style
    from toolkit.printing.text.line import Line
    from toolkit.printing.text.setter import Setter

LEADING = 1.2
"""From one baseline to the next, in parts of the size."""
STEP = 0.5
_WORTH = 0.8
"""How small, in parts of the size on more lines, a text on fewer lines may be."""
_NEARLY = 1e-6


class Field(NamedTuple):
    """A box for a text."""

    width: float
    height: float
    ideal: float
    """The size wanted."""
    smallest: float
    """The size below which a text is cut rather than shrunk."""
    lines: int = 1
    """At most so many."""
    leading: float = LEADING
    hang: bool = False
    """Whether further lines of a paragraph are indented by its first word, such as a time of day."""

    def room(self, size: float) -> int:
        """Return how many lines there is room for at a size."""
        return max(1, min(self.lines, int(self.height / (size * self.leading) + _NEARLY)))


class Fitted(NamedTuple):
    """A text as it will stand."""

    size: float
    lines: tuple[Line, ...]
    whole: bool = True
    """Whether all of it is there."""
    needed: tuple[float, float] = (0, 0)
    """The width and the height that all of it would take at the smallest size, where it is not whole."""


def fit(text: str, field: Field, setter: Setter, style: Style) -> Fitted:
    """Return `text` as large as fits into the field.

    Fewer lines are better as long as that costs no more than a fifth of the size; beyond it, two lines of a name that
    can be read across a table are better than one that cannot. What does not fit at the smallest size is cut.
    """
    paragraphs = [setter.line(part, style) for part in map(clean, text.split("\n")) if part]
    found = _largest(paragraphs, field, field.lines, field.smallest, setter, style)
    if found is None:
        return _cut(paragraphs, field, setter, style)
    for lines in range(len(paragraphs), len(found.lines)):
        least = max(field.smallest, found.size * _WORTH)
        if fewer := _largest(paragraphs, field, lines, least, setter, style):
            return fewer
    return found


def _largest(
    paragraphs: list[Line], field: Field, lines: int, smallest: float, setter: Setter, style: Style
) -> Fitted | None:
    """Return all of the text at the largest size that needs no more than so many lines; None below `smallest`."""
    size = field.ideal
    while True:
        room = min(lines, field.room(size))
        broken = _broken(paragraphs, field, size, room, setter, style)
        if broken is not None and len(broken) <= room:
            return Fitted(size, tuple(broken))
        if size <= smallest:
            return None
        size = max(smallest, size - STEP)


def wrap(
    line: Line, width: float, setter: Setter, style: Style, hang: float = 0, most: int | None = None
) -> list[Line]:
    """Return a paragraph in lines of `width` thousandths of an em; none is wider where that can be helped.

    A word that is wider than a line is cut between characters, after as many as fit. Lines after the first are indented
    by `hang`; after `most` lines the rest is let go.
    """
    if line.width <= width + _NEARLY:
        return [line]
    at, start, room = line.positions(), 0, width
    spans: list[tuple[int, int]] = []
    stops = breaks(line.text)
    while start < len(line.text) and (most is None or len(spans) <= most):
        end = _farthest(line.text, at, start, stops, room) or _within(line.text, at, start, room)
        spans.append((start, end))
        start, room = end, width - hang
    pieces = [_piece(line, a, b, setter, style) for a, b in spans]
    return [pieces[0], *(piece._replace(indent=hang) for piece in pieces[1:])]


def _broken(
    paragraphs: list[Line],
    field: Field,
    size: float,
    room: int,
    setter: Setter,
    style: Style,
    *,
    cuts_words: bool = False,
) -> list[Line] | None:
    """Return all paragraphs in lines; None if they need more than `room` or a word would have to be cut."""
    width = field.width * 1000 / size
    if not cuts_words and sum(line.width for line in paragraphs) > room * width + _NEARLY:
        return None
    found: list[Line] = []
    for line in paragraphs:
        hang = min(_first_word(line), width / 2) if field.hang else 0.0
        if not cuts_words and line.width > width and longest(line) > width - hang + _NEARLY:
            return None
        found += wrap(line, width, setter, style, hang, None if cuts_words else room)
    return found


def _first_word(line: Line) -> float:
    end = line.text.find(" ") + 1
    return line.positions()[end]


def longest(line: Line) -> float:
    """Return how wide the widest of what cannot be broken is, in thousandths of an em."""
    at, start, widest = line.positions(), 0, 0.0
    stops = sorted({*breaks(line.text), *loose_breaks(line.text)})
    for end in stops:
        widest = max(widest, at[_end_of_ink(line.text, start, end)] - at[start])
        start = end
    return widest


def _farthest(text: str, at: list[float], start: int, stops: tuple[int, ...], width: float) -> int:
    """Return the last of `stops` before which the text from `start` fits; 0 if there is none."""
    found = 0
    for stop in stops:
        if stop > start:
            if at[_end_of_ink(text, start, stop)] - at[start] > width + _NEARLY:
                break
            found = stop
    return found


def _within(text: str, at: list[float], start: int, width: float) -> int:
    """Return where a word is cut: where its script allows it, else after the last character that fits, or the first."""
    loose = tuple(stop for stop in loose_breaks(text) if stop > start)
    if found := _farthest(text, at, start, loose, width):
        return found
    edges = clusters(text)
    return _farthest(text, at, start, edges, width) or next(edge for edge in edges if edge > start)


def _end_of_ink(text: str, start: int, end: int) -> int:
    """Return where a line's last visible character ends; spaces at the end of a line take no room."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _piece(line: Line, start: int, end: int, setter: Setter, style: Style) -> Line:
    end = _end_of_ink(line.text, start, end)
    return line.part(start, end) or setter.line(line.text[start:end], style, to_left=line.to_left)


def _cut(paragraphs: list[Line], field: Field, setter: Setter, style: Style) -> Fitted:
    """Return what fits at the smallest size, with an ellipsis; whole if cutting words was enough."""
    size = field.smallest
    room = field.room(size)
    lines = _broken(paragraphs, field, size, room, setter, style, cuts_words=True) or []
    if len(lines) <= room and field.lines > 1:
        return Fitted(size, tuple(lines))
    one_line = sum(line.width for line in paragraphs) * size / 1000
    needed = (one_line, size) if field.lines == 1 else (field.width, len(lines) * size * field.leading)
    rest = lines[room - 1]._replace(text=" ".join(line.text for line in lines[room - 1 :]))
    last = _with_ellipsis(rest, field.width * 1000 / size - rest.indent, setter, style)
    shown = (*lines[: room - 1], last._replace(indent=rest.indent))
    return Fitted(size, shown, whole=False, needed=needed)


def _with_ellipsis(whole: Line, width: float, setter: Setter, style: Style) -> Line:
    """Return as much of the text of `whole` as fits on a line with an ellipsis after it, running as it does."""
    text, to_left = whole.text, whole.to_left
    at, room = setter.line(text, style, to_left=to_left).positions(), width - setter.line("…", style).width
    end = max((edge for edge in clusters(text) if at[edge] <= room), default=0)
    while True:
        line = setter.line(text[:end].rstrip(" ") + "…", style, to_left=to_left)
        if line.width <= width + _NEARLY or end == 0:
            return line
        end = max(edge for edge in clusters(text) if edge < end)
