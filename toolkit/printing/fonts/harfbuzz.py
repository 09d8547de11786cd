"""HarfBuzz, the only module that knows it: faces, coverage, shaping, subsets. Lengths are thousandths of an em."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Glyph = tuple[int, int, float, float, float]
"""Glyph id, index of its cluster in the text, advance, and how far it is moved right and up."""

_UNUSED = (
    "GSUB", "GPOS", "GDEF", "BASE", "STAT", "name", "post", "kern", "vhea", "vmtx", "VORG", "meta", "gasp", "avar",
    "HVAR", "MVAR", "DSIG", "LTSH", "hdmx", "VDMX", "COLR", "CPAL", "SVG ", "CBDT", "CBLC",
)  # fmt: skip
"""Tables that a PDF does not need: the layout is done, and widths stand in the PDF."""


_ENDS = frozenset(" -/\u2010\u2013\u2014")
"""Characters beside which lines are cut."""


class Shaped(NamedTuple):
    """A stretch of text as glyphs, from left to right."""

    glyphs: tuple[Glyph, ...]
    safe: frozenset[int]
    """Clusters beside spaces and hyphens before which the text can be cut without shaping it anew."""


class Subset(NamedTuple):
    """A font program with some of its glyphs, and where they are in it."""

    program: bytes
    is_cff: bool
    ids: dict[int, int]
    """From glyph ids of the whole font to those of the subset."""


class Face:
    """One face of a font file, at one weight."""

    def __init__(self, path: Path, index: int = 0, weight: int = 400) -> None:
        """Open a face.

        Args:
            path: A TrueType or OpenType font or collection.
            index: Which of a collection's faces.
            weight: 400 is regular, 700 bold; a font that does not vary in weight has its own.

        Raises:
            OSError: The file cannot be read.
            ValueError: It is no font, or has no outlines to print.
        """
        self.weight = weight
        try:
            self._face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        except hb.HarfBuzzError as error:
            raise OSError(str(error)) from None
        tables = set(self._face.table_tags)
        self.is_cff = bool(tables & {"CFF ", "CFF2"})
        if not self._face.upem or not (self.is_cff or "glyf" in tables):
            raise ValueError(f"{path} has no outlines")
        self._font = hb.Font(self._face)
        if self._face.has_var_data:
            self._font.set_variations({"wght": weight})
        self._scale = 1000 / self._face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent, self.descent = extents.ascender * self._scale, extents.descender * self._scale
        self.has = lru_cache(maxsize=4096)(self._has)
        self.advance = cache(self._advance)

    @property
    def name(self) -> str:
        """The PostScript name, with the weight where the font varies, in letters that PDF allows in names."""
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        name = "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-"))
        return f"{name.partition('-')[0]}-{self.weight}" if self._face.has_var_data else name

    @property
    def family(self) -> str:
        """The family's name as the font has it."""
        return self._face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or ""

    def _has(self, symbol: str) -> bool:
        return bool(self._font.get_nominal_glyph(ord(symbol)))

    def _advance(self, glyph: int) -> float:
        return float(round(self._font.get_glyph_h_advance(glyph) * self._scale, 2))

    def shape(self, text: str, span: tuple[int, int], script: str, language: str, *, to_left: bool) -> Shaped:
        """Return the glyphs of `text[start:end]`, which is in one script and one direction.

        The text around it is looked at, because letters join across the border of two fonts. Clusters count from
        `start`.
        """
        start, end = span
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text, start, end - start)
        buffer.direction = "rtl" if to_left else "ltr"
        if script:
            buffer.script = script
        if language:
            buffer.language = language
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        infos, scale = buffer.glyph_infos, self._scale
        return Shaped(
            tuple(
                (info.codepoint, info.cluster - start, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
                for info, at in zip(infos, buffer.glyph_positions, strict=True)
            ),
            self._safe(text, start, infos),
        )

    def _safe(self, text: str, start: int, infos: list[hb.GlyphInfo]) -> frozenset[int]:
        """Return where HarfBuzz says that lines can be cut. Only asked where lines may end: asking is dear."""
        unsafe = hb.GlyphFlags.UNSAFE_TO_BREAK
        return frozenset(
            at - start
            for info in infos
            if (text[(at := info.cluster)] in _ENDS or text[at - 1] in _ENDS) and not info.flags & unsafe
        )

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """Return a font program of these glyphs. CFF keeps the glyph ids, since PDF has no other map for it."""
        wanted = hb.SubsetInput()
        for glyph in glyphs:
            wanted.glyph_set.add(glyph)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        if self.is_cff:
            wanted.flags |= hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.DOWNGRADE_CFF2
            wanted.flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET
        for tag in _UNUSED:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
        if self._face.has_var_data:
            wanted.pin_all_axes_to_default(self._face)
            if any(axis.tag == "wght" for axis in self._face.axis_infos):
                wanted.pin_axis_location(self._face, "wght", self.weight)
        plan = hb.SubsetPlan(self._face, wanted)
        made = plan.execute()
        program = bytes(made.reference_table("CFF ").data if self.is_cff else made.blob.data)
        return Subset(program, self.is_cff, dict(plan.old_to_new_glyph_mapping))


@cache
def count_faces(path: Path) -> int:
    """Return how many faces a font file has; 0 if it is none."""
    try:
        return int(hb.Face(hb.Blob.from_file_path(str(path))).count)
    except (OSError, hb.HarfBuzzError):
        return 0


@lru_cache(maxsize=4096)
def script_of(symbol: str) -> str:
    """Return the four letters of a character's script; empty for one that all scripts share."""
    buffer = hb.Buffer()
    buffer.add_str(symbol)
    buffer.guess_segment_properties()
    return buffer.script or ""
