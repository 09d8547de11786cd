"""Embed faces: Type0 fonts with Identity-H codes, subset when the document ends, with the text of every code.

TrueType codes are given out in the order of use, one for each glyph and the text it stands for, so that ToUnicode is
never ambiguous; a map leads from codes to glyphs. CFF has no such map: there the code is the glyph's id.
"""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING, Any

from toolkit.printing.pdf.paper import PdfDocument, array, dictionary, name, stream

if TYPE_CHECKING:
    from toolkit.printing.fonts.harfbuzz import Face, Subset


class Embedded:
    """One face in one document. ReportLab asks it for its objects when the document is written."""

    def __init__(self, face: Face, key: str) -> None:
        """Take the face, and the name that content streams know it by."""
        self.face, self.key = face, key
        self._codes: dict[tuple[int, str], int] = {}
        self._hexadecimal: dict[tuple[int, str], str] = {}
        self._glyphs: list[int] = [0]  # code 0 is the glyph for nothing
        self._texts: dict[int, str] = {}

    def code(self, glyph: int, text: str) -> int | None:
        """Return the code that shows `glyph` and means `text`; None where CFF's only code means something else."""
        found = self._codes.get((glyph, text))
        if found is None:
            found = self._new_code(glyph, text)
        return found

    def _new_code(self, glyph: int, text: str) -> int | None:
        code = glyph if self.face.is_cff else len(self._glyphs)
        if self._texts.setdefault(code, text) != text:
            return None
        if not self.face.is_cff or glyph not in self._glyphs:
            self._glyphs.append(glyph)
        self._codes[glyph, text] = code
        return code

    def hexadecimal(self, glyph: int, text: str) -> str:
        """Return the code of a TrueType glyph in hexadecimal."""
        found = self._hexadecimal.get((glyph, text))
        if found is None:
            found = self._hexadecimal[glyph, text] = f"{self.code(glyph, text):04X}"
        return found

    def any_code(self, glyph: int, text: str) -> int:
        """Return a code that shows `glyph`, and means `text` if that can be; the meaning is told beside it."""
        code = self.code(glyph, text)
        return glyph if code is None else code

    def addObjects(self, document: PdfDocument) -> None:  # noqa: N802 - ReportLab's name
        """Add the font to the document."""
        subset = self.face.subset(self._glyphs)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(subset.program).digest()[:6])
        base = name(f"{tag}+{self.face.name}")
        descendant = self._descendant(document, base, subset)
        font = dictionary(
            Type=name("Font"), Subtype=name("Type0"), BaseFont=base, Encoding=name("Identity-H"),
            DescendantFonts=array(descendant), ToUnicode=document.Reference(stream(to_unicode(self._texts))),
        )  # fmt: skip
        document.idToObject["BasicFonts"].dict[self.key] = document.Reference(font)

    def _descendant(self, document: PdfDocument, base: object, subset: Subset) -> object:
        more: dict[str, Any] = {}
        if not subset.is_cff:
            glyphs = struct.pack(f">{len(self._glyphs)}H", *(subset.ids[glyph] for glyph in self._glyphs))
            more["CIDToGIDMap"] = document.Reference(stream(glyphs))
        system = dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0)
        return document.Reference(
            dictionary(
                Type=name("Font"), Subtype=name("CIDFontType0" if subset.is_cff else "CIDFontType2"), BaseFont=base,
                CIDSystemInfo=system, FontDescriptor=self._descriptor(document, base, subset), DW=0,
                W=f"[{self._widths()}]", **more,
            )
        )  # fmt: skip

    def _descriptor(self, document: PdfDocument, base: object, subset: Subset) -> object:
        program = stream(
            subset.program, **{"Subtype": name("CIDFontType0C")} if subset.is_cff else {"Length1": len(subset.program)}
        )
        return document.Reference(
            dictionary(
                Type=name("FontDescriptor"), FontName=base, Flags=4, ItalicAngle=0, StemV=80, CapHeight=700,
                Ascent=round(self.face.ascent), Descent=round(self.face.descent), FontBBox="[-1000 -500 2000 1500]",
                **{"FontFile3" if subset.is_cff else "FontFile2": document.Reference(program)},
            )
        )  # fmt: skip

    def _widths(self) -> str:
        if self.face.is_cff:
            return " ".join(f"{glyph} [{self.face.advance(glyph):g}]" for glyph in sorted(set(self._glyphs)))
        return f"0 [{' '.join(f'{self.face.advance(glyph):g}' for glyph in self._glyphs)}]"


def to_unicode(texts: dict[int, str]) -> bytes:
    """Return the CMap from codes to text, in UTF-16: characters above U+FFFF have two units."""
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(texts.items()) if text
    ]
    parts = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(entries), 100):  # a CMap's section has at most a hundred entries
        section = entries[start : start + 100]
        parts += [f"{len(section)} beginbfchar", *section, "endbfchar"]
    parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(parts).encode()
