"""Which face a stretch of text is set in: the first that has all of it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.problems import UserError
from toolkit.printing.fonts.find import INSTALL, FontFile, installed, legible, packaged
from toolkit.printing.fonts.harfbuzz import Face

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_REGIONS = {
    "zh": "SC", "zh-hans": "SC", "zh-cn": "SC", "zh-sg": "SC", "zh-hant": "TC", "zh-tw": "TC", "zh-hk": "TC",
    "zh-mo": "TC", "yue": "TC", "ja": "JP", "ko": "KR",
}  # fmt: skip
_ORDER = ("TC", "HK", "SC", "JP", "KR")
"""Traditional first: a font for it lacks characters of simplified texts, so the next one sets these; a font for
simplified Chinese has most traditional characters, and would set them in forms that their readers do not use."""


class Style(NamedTuple):
    """What decides, beside the text, how it is set."""

    bold: bool = False
    language: str = ""
    """A language tag, such as zh-Hant; it decides between forms of one character."""


class Fonts:
    """The fonts at hand: named ones, and others that are looked for only when these lack a character."""

    def __init__(
        self, files: Sequence[FontFile] | None = None, more: Callable[[], Sequence[FontFile]] | None = None
    ) -> None:
        """Take these fonts, best first; without any, those of packages, then those of the system."""
        self._files = packaged() if files is None else tuple(files)
        self._more = installed if files is None and more is None else more
        self._faces: dict[tuple[FontFile, bool], Face | None] = {}
        self._order = lru_cache(maxsize=64)(self._ordered)
        self.face_for = lru_cache(maxsize=8192)(self._face_for)

    @classmethod
    def legible(cls) -> Fonts:
        """Return the fonts at hand after a face made for legibility, which has Latin letters only."""
        return cls((*legible(), *packaged()), installed)

    def base(self, style: Style) -> Face:
        """Return the face that Latin text is set in.

        Raises:
            UserError: There is no font at all.
        """
        face = self.face_for("A", style)
        if face is None:
            raise UserError(f"there is no font to print with: {INSTALL}")
        return face

    def _face_for(self, text: str, style: Style) -> Face | None:
        """Return the first face that has every character of `text` which has a form of its own; None if none has."""
        symbols = {symbol for symbol in text if not invisible(symbol)}
        for files in (self._files, self._more() if self._more else ()):
            for file in self._order(tuple(files), _region(style.language) or _region(region_of_letters(text))):
                face = self._face(file, bold=style.bold)
                if face and all(map(face.has, symbols)):
                    return face
        return None

    def _ordered(self, files: tuple[FontFile, ...], wanted: str) -> tuple[FontFile, ...]:
        """Return `files` with one region before the others; all else stays where it is."""
        regional = sorted(
            (file for file in files if file.region),
            key=lambda file: (file.region != wanted, _ORDER.index(file.region)),
        )
        queue = iter(regional)
        return tuple(next(queue) if file.region else file for file in files)

    def _face(self, file: FontFile, *, bold: bool) -> Face | None:
        key = (file, bold)
        if key not in self._faces:
            path = file.bold if bold and file.bold else file.path
            try:
                self._faces[key] = Face(path, file.face, 700 if bold else 400)
            except (OSError, ValueError):  # a broken font, or one of pictures only
                self._faces[key] = None
        return self._faces[key]


def _region(language: str) -> str:
    tag = language.lower()
    while tag and tag not in _REGIONS:
        tag = tag.rpartition("-")[0]
    return _REGIONS.get(tag, "")


def region_of_letters(text: str) -> str:
    """Return which language's letters are in a text: ja for kana, ko for hangul, Han for neither but characters."""
    if any("\u3041" <= symbol <= "\u30ff" for symbol in text):
        return "ja"
    if any("\uac00" <= symbol <= "\ud7a3" or "\u1100" <= symbol <= "\u11ff" for symbol in text):
        return "ko"
    return (
        "Han"
        if any("\u3400" <= symbol <= "\u9fff" or symbol >= "\U00020000" for symbol in text if symbol < "\U000e0000")
        else ""
    )


def invisible(symbol: str) -> bool:
    """Tell whether a character has no form of its own: joiners, variation selectors, marks of direction, tags."""
    return (
        unicodedata.category(symbol) in ("Cf", "Cc") or "\ufe00" <= symbol <= "\ufe0f" or symbol in "\u034f\u115f\u1160"
    )
