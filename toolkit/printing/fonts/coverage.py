"""Which scripts can be printed with the fonts at hand: a report for people, so that nobody finds out on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.printing.fonts.choice import Fonts, Style
from toolkit.printing.fonts.find import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Latin": ("aŁőễ", ""), "Greek": ("αώ", ""), "Cyrillic": ("жї", ""), "Armenian": ("աֆ", ""),
    "Georgian": ("აჰ", ""), "Hebrew": ("אשׁ", ""), "Arabic": ("عپ", ""), "Devanagari": ("अक्ष", ""),
    "Bengali": ("অক্ষ", ""), "Gurmukhi": ("ਅਕ", ""), "Gujarati": ("અક", ""), "Tamil": ("அக", ""),
    "Telugu": ("అక", ""), "Kannada": ("ಅಕ", ""), "Malayalam": ("അക", ""), "Sinhala": ("අක", ""),
    "Thai": ("กี่", ""), "Lao": ("ກີ່", ""), "Khmer": ("កខ", ""), "Burmese": ("ကခ", ""), "Tibetan": ("ཀཁ", ""),
    "Ethiopic": ("አበ", ""), "Chinese (traditional)": ("龍圖", "zh-Hant"), "Chinese (simplified)": ("龙图", "zh-Hans"),
    "Japanese": ("あ竜", "ja"), "Korean": ("한글", "ko"), "emoji": ("🎨👍", ""),
}  # fmt: skip
"""By the name that people know: letters that a font of the script has, and the language they are in."""


class Coverage(NamedTuple):
    """Names of scripts, by where a font for them is."""

    packages: tuple[str, ...]
    system: tuple[str, ...]
    nowhere: tuple[str, ...]


def coverage(fonts: Fonts | None = None, of_packages: Fonts | None = None) -> Coverage:
    """Return which scripts can be printed.

    Args:
        fonts: All fonts; those at hand otherwise.
        of_packages: Those of packages alone.
    """
    fonts, of_packages = fonts or Fonts(), of_packages or Fonts(packaged(), tuple)
    packages = tuple(name for name in SCRIPTS if _has(of_packages, name))
    others = [name for name in SCRIPTS if name not in packages]
    system = tuple(name for name in others if _has(fonts, name))
    return Coverage(packages, system, tuple(name for name in others if name not in system))


def _has(fonts: Fonts, name: str) -> bool:
    letters, language = SCRIPTS[name]
    return fonts.face_for(letters, Style(language=language)) is not None
