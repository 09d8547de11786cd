"""What an unquoted word means in YAML 1.2 core: `13:30` and `no` are strings, `0o17` is fifteen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.files.problems import printable

if TYPE_CHECKING:
    import yaml

    from toolkit.files.document import Value

# YAML 1.2.2, 10.3.2: tag resolution of the core schema.
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_TAG = "tag:yaml.org,2002:"


def resolve(event: yaml.ScalarEvent) -> Value:
    """Return the value of a scalar.

    Raises:
        ValueError: The tag is none of the core schema's, or the text does not fit it; says what to do.
    """
    if event.tag is None:
        return _plain(event.value) if event.implicit[0] else event.value
    if event.tag in ("!", _TAG + "str"):  # 6.9.1: the tag `!` is text, whatever it looks like
        return event.value
    names = {"null": type(None), "bool": bool, "int": int, "float": float}
    wanted = names.get(event.tag.removeprefix(_TAG)) if event.tag.startswith(_TAG) else None
    if wanted is None:
        raise ValueError(f"tag {event.tag!r} is not supported: leave it out")
    value = _plain(event.value)
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted:
        shown = printable(event.value, 40)
        raise ValueError(f"{shown!r} is no {wanted.__name__}: mend it, or leave the tag out")
    return value


def _plain(text: str) -> Value:
    """Resolve an unquoted scalar by the YAML 1.2 core schema."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if len(text) > 300:
        return text
    if _INT.fullmatch(text):
        return int(text, 0 if text[:2] in ("0o", "0x") else 10)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "").lower())
    return text
