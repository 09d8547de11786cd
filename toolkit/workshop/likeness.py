"""How names are compared where somebody types them in haste: without accents, in any case."""

from __future__ import annotations

from unicodedata import combining, normalize

_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})
"""Letters that have no accent to be taken off, and what people type in their place."""


def plainly(text: str) -> str:
    """Return a text in lower case and without accents, so that `luczak` finds `Łuczak`."""
    decomposed = normalize("NFKD", text.casefold())
    return "".join(symbol for symbol in decomposed if not combining(symbol)).translate(_STROKES).strip()
