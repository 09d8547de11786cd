"""How names are compared where somebody types them in haste: without accents, in any case."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})
"""Letters that have no accent to be taken off, and what people type in their place."""


def plainly(text: str) -> str:
    """Return a text in lower case and without accents, so that `luczak` finds `Łuczak`."""
    decomposed = normalize("NFKD", text.casefold())
    return "".join(symbol for symbol in decomposed if not combining(symbol)).translate(_STROKES).strip()


def distance(typed: str, id_: str, name: str) -> int | None:
    """Return how far what was typed is from a person, from 0; None where it is not in their code or name.

    Their code, the whole name, a given or family name, the beginning of one, anything inside: who is called Ana comes
    before Diana.
    """
    plain, whole = plainly(typed), plainly(name)
    if plain not in f"{plainly(id_)} {whole}":
        return None
    words = " ".join(re.findall(r"[\w']+", whole))
    fits = (
        plain == plainly(id_),
        plain == whole,
        f" {plain} " in f" {words} " or f" {plain} " in f" {whole} ",
        f" {plain}" in f" {words}" or f" {plain}" in f" {whole}",
        True,
    )
    return fits.index(True)
