"""Fonts: the first family that has all characters of a text. Nothing is ever a silent box."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

MISSING = "?"
"""What stands for a character that no font has; each one is reported."""
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


def choose(text: str) -> tuple[Family, str, set[str]]:
    """Return the family that has most of a text, the text as it can be set, and the characters nobody has."""
    best = min(families(), key=lambda family: len(family.lacks(text)))
    lacking = best.lacks(text)
    return best, "".join(MISSING if symbol in lacking else symbol for symbol in text), lacking


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
