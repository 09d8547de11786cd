"""Make ways of writing the same name one: case, accents, apostrophes, signs that nobody sees."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, normalize

LETTER = r"[^\W\d_]"
_MARKS = re.compile(rf"({LETTER})[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""Accents of scripts with capitals; in others marks are letters, and stay."""
UNUSED = "".join(map(chr, range(0x10FFF0, 0x110000)))
"""Symbols that no folded text has. They have no meaning of their own, and come after all others in order."""
_LETTERS: dict[int, str | None] = {
    **dict(zip(map(ord, "łøđıħŧʼ’‘´`æœþð"), [*"lodiht'''''", "ae", "oe", "th", "d"], strict=True)),
    **dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF], None),
    **dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *map(ord, UNUSED)], None),
}
"""Letters that do not come apart into a plain one and a mark, as hands without them on their keyboard write them.

Signs that nobody sees (where a word may break, which way it runs, which shape of a letter is meant) are none.
"""
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


_WITH_MARKS = ((0x300, 0x3100), (0xA600, 0xAC00), (0xFB00, 0xFB20), (0xFE20, 0xFE30), (0x10A00, 0x12000))


def folded(text: str) -> str:
    """Return a text in lower case and without accents, so that all ways of writing a name are equal."""
    if text.isascii():
        return text.lower().replace("`", "'")
    bare = _MARKS.sub(r"\1", normalize("NFD", text)).casefold()
    return normalize("NFC", bare.translate(_LETTERS))


def spellings(name: str) -> set[str]:
    """Return a name folded, and as those write it who spell ü as ue."""
    return {folded(name), folded(normalize("NFC", name).lower().translate(_SPELLED))}


def placed(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each place in that, and its end, where it stands in the text."""
    pieces: list[str] = []
    places: list[int] = []
    for cluster in _clusters().finditer(text):
        pieces.append(folded(cluster[0]))
        begin, end = cluster.span()
        places += range(begin, end) if cluster[0].isascii() else [begin] * len(pieces[-1])
    return "".join(pieces), [*places, len(text)]


@cache
def _clusters() -> re.Pattern[str]:
    """Match a symbol with its marks, a Korean syllable that is written in its parts, or plain letters at a stretch."""
    codes = (code for begin, end in _WITH_MARKS for code in range(begin, end))
    marks = "".join(symbol for symbol in map(chr, codes) if category(symbol)[0] == "M")
    stretch = r"[\x00-\x7f]+(?![^\x00-\x7f])"
    return re.compile(
        rf"{stretch}|(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|.)[{re.escape(marks)}]*", re.DOTALL
    )
