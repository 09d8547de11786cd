"""The one door through which foreign text reaches the screen: nothing in it is markup or an escape sequence."""

from __future__ import annotations

from textual.content import Content

_PICTURES = {code: chr(0x2400 + code) for code in range(32)} | {0x7F: "\u2421"}
_PICTURES[ord("\t")] = "    "
del _PICTURES[ord("\n")]
_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Embeddings, overrides and isolates; the plain marks (U+200E, U+200F, U+061C) reorder nothing and stay."""
_SHOWN = _PICTURES | {code: f"\\x{code:02x}" for code in range(0x80, 0xA0)} | {code: f"\\u{code:04x}" for code in _BIDI}
_SHOWN |= {0x2028: "\u2424", 0x2029: "\u2424"}
"""Controls are drawn as pictures, and what would reorder the rest of the line is named."""


def visible(text: str) -> str:
    """Return `text` with every character that a terminal would obey, or could not encode, made visible."""
    text = text.translate(_SHOWN)
    if text.isascii():
        return text
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)


def literal(text: str, style: str = "") -> Content:
    """Return `text` as content that is shown as it is."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def one_line(text: str, limit: int = 500) -> str:
    """Return `text` on one line, made visible and cut after `limit` characters."""
    shown = visible(text[: limit + 1]).replace("\n", "\u23ce")
    return shown if len(text) <= limit else shown[:limit] + "…"
