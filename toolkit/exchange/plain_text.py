"""The doors for foreign text into what other programs read."""

from __future__ import annotations

import re

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")


def storable(text: str) -> str:
    """Return a text without what no text file may hold: control characters and halves of characters become `�`."""
    return _UNSTORABLE.sub("\ufffd", text)


def markdown(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(storable(text).split()))
