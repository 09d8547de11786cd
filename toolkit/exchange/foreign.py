"""Doors for foreign text: Markdown, and what XML, Markdown and terminals cannot carry."""

from __future__ import annotations

import re

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "\u2421"}
_NOWHERE = [*range(0x80, 0xA0), *range(0xFDD0, 0xFDF0), *range(0xD800, 0xE000)]
_PICTURES |= dict.fromkeys(_NOWHERE, "\ufffd")
_PICTURES |= {plane * 0x10000 + last: "\ufffd" for plane in range(17) for last in (0xFFFE, 0xFFFF)}

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~!#${}^]|:(?=//)|(?<=www)\.|@")
_BEGINS = re.compile(r"[-+=:>]|\d{1,9}(?=[.)])")
_ENDS = re.compile(r"^\s+|\s+$|[\t\n\r]")


def visible(text: str) -> str:
    """Return `text` with a picture in place of every control character, for formats that cannot carry one.

    C0 characters and DEL become their pictures (U+2400 to U+2421), the others, which have none, U+FFFD. Tab, line feed
    and carriage return stay.
    """
    return text.translate(_PICTURES)


def markdown(text: str) -> str:
    """Return `text` as one line of Markdown that renders as the very same characters, and as nothing else.

    White space that a renderer would trim or join becomes a character reference; what could be markup in CommonMark,
    GFM or HTML is escaped. Control characters become pictures.
    """
    text = visible(text)
    begin = _BEGINS.match(text)
    escaped = _MARKUP.sub(lambda found: f"\\{found[0]}", text[begin.end() :] if begin else text)
    if begin:
        escaped = f"\\{begin[0]}{escaped}" if not begin[0].isdigit() else f"{begin[0]}\\{escaped}"
    return _ENDS.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), escaped)
