"""Fonts: the family that has most of a text. Nothing is ever a silent box."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts",
    "/System/Library/Fonts/Supplemental", "C:/Windows/Fonts",
)  # fmt: skip
_FAMILIES = (
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("Arial Unicode.ttf", "Arial Unicode.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)


class Family(NamedTuple):
    """A face in two weights, registered with ReportLab."""

    regular: str
    bold: str
    characters: frozenset[int]

    def name(self, *, bold: bool) -> str:
        """Return the name of a weight."""
        return self.bold if bold else self.regular

    def lacks(self, text: str) -> set[str]:
        """Return the characters of `text` that the family does not have."""
        return {symbol for symbol in text if ord(symbol) not in self.characters}


@cache
def families() -> tuple[Family, ...]:
    """Return what can be used here: ReportLab's own face first, then well-known ones of the system."""
    own = Path(reportlab.__file__).parent / "fonts"
    found = [_family("Vera", own / "Vera.ttf", own / "VeraBd.ttf")]
    for regular, bold in _FAMILIES:
        paths = (_find(regular), _find(bold))
        if paths[0] and paths[1]:
            found.append(_family(Path(regular).stem, paths[0], paths[1]))
    return tuple(family for family in found if family)


class Setting(NamedTuple):
    """How a text can be set here."""

    family: Family
    text: str
    """What can be set: all of it, or all but symbols; nothing where letters are missing or would be set wrongly."""
    fault: str
    """What is wrong, if anything is."""


def setting(text: str) -> Setting:
    """Return how a text is set: in the family that has most of it, or not at all rather than wrongly.

    Letters that no font has, and scripts whose letters join or run from right to left, are left to be written by
    hand; nobody's name is printed as boxes or backwards.
    """
    family = min(families(), key=lambda family: len(family.lacks(text)))
    lacking = family.lacks(text)
    letters = sorted(symbol for symbol in lacking if unicodedata.category(symbol)[0] in "LMN")
    if letters:
        return Setting(family, "", f"no font here has {', '.join(f'{c} (U+{ord(c):04X})' for c in letters[:4])}")
    if joined := next((symbol for symbol in text if _joins(symbol)), None):
        return Setting(family, "", f"letters such as {joined} (U+{ord(joined):04X}) cannot be joined yet")
    shown = " ".join("".join(symbol for symbol in text if symbol not in lacking).split())
    fault = f"no font here has {', '.join(f'U+{ord(c):04X}' for c in sorted(lacking)[:4])}" if lacking else ""
    return Setting(family, shown, fault)


def _joins(symbol: str) -> bool:
    """Tell whether a letter takes its shape or place from its neighbours."""
    return unicodedata.bidirectional(symbol) in ("R", "AL") or 0x0900 <= ord(symbol) <= 0x0DFF


@cache
def _find(name: str) -> Path | None:
    for folder in map(Path, _FOLDERS):
        root = folder.expanduser()
        if root.is_dir() and (found := next(root.rglob(name), None)):
            return found
    return None


def _family(name: str, regular: Path, bold: Path) -> Family | None:
    try:
        faces = [TTFont(f"toolkit-{name}", str(regular)), TTFont(f"toolkit-{name}-bold", str(bold))]
    except (TTFError, OSError):
        return None
    for face in faces:
        pdfmetrics.registerFont(face)
    characters = frozenset(faces[0].face.charWidths) & frozenset(faces[1].face.charWidths)
    return Family(faces[0].fontName, faces[1].fontName, characters)
