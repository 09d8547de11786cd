"""Lines as PDF operators: codes, kerning, and the text behind glyphs that stand for several characters."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.printing.fonts.harfbuzz import Face
    from toolkit.printing.pdf.embed import Embedded
    from toolkit.printing.text.line import Line, Run

_LEAST = 0.05
"""Thousandths of an em that nobody sees."""
_LEAST_RISE = 10
"""The same for height. Readers that copy text take every raised glyph for one of another line."""


class Piece(NamedTuple):
    """Part of a run: what shows it, and how far it is raised (thousandths of an em)."""

    array: str
    rise: float = 0.0
    means: str = ""
    """What the pieces from here to the next that is `last` mean, where the codes do not tell it."""
    last: bool = False


class Placed(NamedTuple):
    """A glyph in its run: its cluster, how far right of the run's beginning and how far up it stands."""

    glyph: int
    cluster: int
    right: float
    up: float


class Glyphs:
    """Turns lines into operators for one document, and knows the faces it used."""

    def __init__(self, embed: Callable[[Face], Embedded]) -> None:
        self._embed = embed
        self._pieces: dict[tuple[int, int], tuple[Run, list[Piece]]] = {}

    def operators(self, line: Line, x: float, y: float, size: float) -> str:
        """Return the operators that draw a line from (x, y), in points."""
        parts = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        rise = 0.0
        for run in line.runs:
            font = self._embed(run.face)
            parts.append(f"/{font.key} {size:g} Tf")
            for piece in self._of_run(run, font):
                if piece.rise != rise:
                    rise = piece.rise
                    parts.append(f"{rise * size / 1000:.3f} Ts")
                if piece.means:
                    parts.append(_meaning(piece.means))
                parts.append(f"[{piece.array}]TJ EMC" if piece.last else f"[{piece.array}]TJ")
        if rise:
            parts.append("0 Ts")
        parts.append("ET")
        return "\n".join(parts)

    def _of_run(self, run: Run, font: Embedded) -> list[Piece]:
        """Return a run's pieces; those of runs that come again are kept."""
        key = (id(run.glyphs), len(run.glyphs))
        kept = self._pieces.get(key)
        if kept is None or kept[0].glyphs is not run.glyphs:
            if len(self._pieces) > 512:
                self._pieces.clear()
            kept = self._pieces[key] = (run, pieces(run, font))
        return kept[1]


def pieces(run: Run, font: Embedded) -> list[Piece]:
    """Return a run as pieces from left to right, whatever its direction.

    Readers that take text from a page expect it so, and turn around what runs to the left; poppler and PDFium give
    the text back in order only then. Those who listen get it from the structure tree.
    """
    if (simple := _simple(run, font)) is not None:
        return simple
    found: list[Piece] = []
    array, pen, rise, placed = _Array(font.face), 0.0, 0.0, []
    for glyph in run.glyphs:
        placed.append(Placed(glyph[0], glyph[1], pen + glyph[3], glyph[4] if abs(glyph[4]) >= _LEAST_RISE else 0.0))
        pen += glyph[2]
    for meaning, glyphs in _clusters(run, placed):
        codes = [font.code(glyph.glyph, meaning) for glyph in glyphs]
        if len(codes) == 1 and codes[0] is not None:
            if glyphs[0].up != rise:
                found += array.done(rise)
                rise = glyphs[0].up
            array.show(codes[0], glyphs[0])
        else:
            found += array.done(rise)
            found += _spelled(glyphs, meaning, font, array)
            rise = 0.0
    array.move_to(pen)
    return found + array.done(rise)


def _simple(run: Run, font: Embedded) -> list[Piece] | None:
    """Return a run of one glyph for each cluster, none of them moved; None for any other. Most Latin text is such."""
    if run.to_left or font.face.is_cff:
        return None
    parts, text, before = ["<"], run.text, None
    for glyph, cluster, advance, right, up in run.glyphs:
        if right or up or (before and cluster <= before[1]):
            return None
        if before:
            parts.append(_shown(font, before, text[before[1] : cluster]))
        before = (glyph, cluster, advance)
    if before is None:
        return []
    parts.append(_shown(font, before, text[before[1] :]))
    return [Piece(f"{''.join(parts)}>".replace("<>", ""))]


def _shown(font: Embedded, glyph: tuple[int, int, float], meaning: str) -> str:
    """Return a glyph's code, and the number that brings the pen to where the next one stands."""
    back = font.face.advance(glyph[0]) - glyph[2]
    code = font.hexadecimal(glyph[0], meaning)
    return code if -_LEAST < back < _LEAST else f"{code}>{back:.1f} <"


def _spelled(glyphs: list[Placed], meaning: str, font: Embedded, array: _Array) -> list[Piece]:
    """Return glyphs whose meaning is said beside them: several for one cluster."""
    found, rise = [], 0.0
    for glyph in glyphs:
        if glyph.up != rise:
            found += array.done(rise)
            rise = glyph.up
        array.show(font.any_code(glyph.glyph, meaning), glyph)
    found += array.done(rise)
    found[0] = found[0]._replace(means=meaning)
    found[-1] = found[-1]._replace(last=True)
    return found


def _clusters(run: Run, placed: list[Placed]) -> Iterator[tuple[str, list[Placed]]]:
    """Yield the text and the glyphs of each cluster, from left to right."""
    groups = [(start, list(group)) for start, group in groupby(placed, attrgetter("cluster"))]
    starts = [start for start, _ in groups]
    ends = [len(run.text), *starts[:-1]] if run.to_left else [*starts[1:], len(run.text)]
    for end, (start, group) in zip(ends, groups, strict=True):
        yield run.text[start:end], group


class _Array:
    """The operand of TJ: codes in hexadecimal, and numbers that move back what follows."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._parts: list[str] = []
        self._open = False
        self._pen = 0.0

    def show(self, code: int, placed: Placed) -> None:
        """Show a code where its glyph belongs."""
        self.move_to(placed.right)
        if not self._open:
            self._parts.append("<")
            self._open = True
        self._parts.append(f"{code:04X}")
        self._pen += self._face.advance(placed.glyph)

    def move_to(self, at: float) -> None:
        """Move to a place in the run."""
        back = self._pen - at
        if abs(back) > _LEAST:
            self._parts.append(f">{back:.1f} " if self._open else f"{back:.1f} ")
            self._open = False
            self._pen -= round(back, 1)

    def done(self, rise: float = 0.0) -> list[Piece]:
        """Return what was shown as a piece, if anything was, and go on."""
        if not self._parts:
            return []
        array = "".join(self._parts) + (">" if self._open else "")
        self._parts, self._open = [], False
        return [Piece(array, rise)]


def _meaning(text: str) -> str:
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
