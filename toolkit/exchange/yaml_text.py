"""Write plain data as YAML that reads well and comes back exactly, by any parser of YAML 1.1 or 1.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Value

WIDTH = 100

_PLAIN = re.compile(r"[^\W\d_][\w ,.;!?'\"()/%&+=…’“”—–-]*")
"""Begins with a letter and holds nothing that means anything to YAML in a block."""
_WORDS = re.compile(
    r"y|n|yes|no|on|off|true|false|null|inf|nan",  # words that YAML 1.1 or 1.2 take for something else than text
    re.IGNORECASE,
)
_JOINERS = "\u200c\u200d"
"""Not printable by themselves, but letters of many scripts and most families of emoji hang by them."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def yaml_lines(data: dict[str, Value], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping."""
    for key, value in data.items():
        yield from _entry(f"{' ' * indent}{scalar(key, indent)[0]}:", value, indent)


def _entry(head: str, value: Value, indent: int) -> Iterator[str]:
    """Yield the lines of a value that belongs to a key."""
    if isinstance(value, dict) and value:
        yield head
        yield from yaml_lines(value, indent + 2)
    elif isinstance(value, list) and value:
        yield head
        for item in value:
            yield from _item(item, indent + 2)
    else:
        first, *more = scalar(value, indent + 2, len(head))
        yield f"{head} {first}"
        yield from more


def _item(value: Value, indent: int) -> Iterator[str]:
    """Yield the lines of one entry of a list."""
    if isinstance(value, dict) and value:
        first, *more = yaml_lines(value, indent + 2)
        yield f"{' ' * indent}- {first.lstrip(' ')}"
        yield from more
    else:
        first, *more = scalar(value, indent + 2, indent + 2)
        yield f"{' ' * indent}- {first}"
        yield from more


def scalar(value: Value, indent: int, used: int = 0) -> list[str]:
    """Return the lines of a scalar (or of an empty collection); the first goes behind what `used` columns hold."""
    if isinstance(value, str):
        return _text(value, indent, used)
    if value is None or isinstance(value, bool):
        return [{None: "null", True: "true", False: "false"}[value]]
    if isinstance(value, int | float):
        return [repr(value)]
    return ["{}" if isinstance(value, dict) else "[]"]


def _text(text: str, indent: int, used: int) -> list[str]:
    if "\n" in text:
        return _literal(text, indent) or [_quoted(text)]
    if used + len(text) > WIDTH and (lines := _folded(text, indent)):
        return lines
    return [text if _is_plain(text) else _quoted(text)]


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and _shows(text) and text[-1] != " " and not _WORDS.fullmatch(text)


def _shows(text: str) -> bool:
    """Tell whether every character can stand in a file as it is; what cannot be seen is escaped instead."""
    return all(c.isprintable() or c in _JOINERS for c in text)


def _literal(text: str, indent: int) -> list[str]:
    """Return the lines of a text of several lines; none if its white space would not survive an editor."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    sound = all(_shows(line) and line == line.rstrip() for line in lines)
    if not sound or not lines[0] or not lines[-1] or lines[0].startswith(" "):
        return []
    pad = " " * indent
    return ["|" if text != body else "|-", *(pad + line if line else "" for line in lines)]


def _folded(text: str, indent: int) -> list[str]:
    """Return the lines of a long text, broken where a single space stands between words; none if there is none."""
    words = text.split(" ")
    if len(words) == 1 or not all(words) or not _shows(text):
        return []
    lines = [words[0]]
    for word in words[1:]:
        if indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [">-", *(" " * indent + line for line in lines)]


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(c) or (c if _shows(c) else _escaped(c)) for c in text) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
