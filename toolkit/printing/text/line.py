"""Lines of text as glyphs: which stretch in which face, shaped, in the order in which it is seen."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from toolkit.printing.fonts.harfbuzz import Face, Glyph


class Run(NamedTuple):
    """A stretch of one line in one face and one direction."""

    face: Face
    text: str
    start: int
    """Where it begins in the line's text."""
    glyphs: tuple[Glyph, ...]
    """From left to right; clusters count from the run's beginning."""
    to_left: bool = False
    safe: frozenset[int] = frozenset()
    """Clusters before which it can be cut as it is."""


class Line(NamedTuple):
    """One line, ready to be drawn at any size. Lengths are thousandths of an em."""

    text: str
    runs: tuple[Run, ...]
    """From left to right."""
    width: float
    missing: str = ""
    """Characters that no font has; nothing is drawn for them."""
    to_left: bool = False
    """Whether the paragraph runs from right to left."""
    indent: float = 0.0
    """How far it begins from where the paragraph's first line does."""

    def positions(self) -> list[float]:
        """Return how wide the text is before each of its indices, in reading order."""
        widths = [0.0] * (len(self.text) + 1)
        for run in self.runs:
            for _, cluster, advance, _, _ in run.glyphs:
                widths[run.start + cluster + 1] += advance
        return list(accumulate(widths))

    def part(self, start: int, end: int) -> Line | None:
        """Return the line from `start` to `end` without shaping it anew; None where that would look different."""
        if len(self.runs) != 1 or self.missing or self.to_left:
            return None
        (run,) = self.runs
        if run.to_left or any(at not in run.safe for at in (start, end) if 0 < at < len(self.text)):
            return None
        indices = [glyph[1] for glyph in run.glyphs]
        first, last = bisect_left(indices, start), bisect_left(indices, end)
        glyphs = tuple((g, cluster - start, wide, dx, dy) for g, cluster, wide, dx, dy in run.glyphs[first:last])
        text = self.text[start:end]
        part = Run(run.face, text, 0, glyphs)
        return Line(text, (part,), sum(glyph[2] for glyph in glyphs))
