"""A glossary as JSON: the fields of the model, behind two that say what the file is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.exchange.json_text import parse_json
from toolkit.exchange.values import plain
from toolkit.files.problems import InputError, Problem
from toolkit.files.source import BYTE_ORDER_MARK, read_bytes, refuse_utf16
from toolkit.library.glossary import Glossary
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.files.document import Document

FORMAT = "workshop-glossary"
VERSION = 1
"""Rises when a reader of the version before would misread a file."""


def to_json(glossary: Glossary) -> str:
    """Return `glossary` as JSON: reading it gives an equal value."""
    data = {"format": FORMAT, "version": VERSION, **plain(glossary)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_json_glossary(path: Path) -> Glossary:
    """Read a glossary from JSON, with `format` and `version` or without.

    Raises:
        InputError: With every fault, each at its line and column.
    """
    document = parse_json(decode(read_bytes(path), str(path)), str(path))
    if problems := list(_foreign(document)):
        raise InputError(problems)
    data = {key: value for key, value in document.data.items() if key not in ("format", "version")}
    return validate(Glossary, replace(document, data=data))


def _foreign(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the two fields that say what the file is."""
    if (found := document.data.get("format", FORMAT)) != FORMAT:
        yield document.problem(("format",), f"format is {found!r}, not {FORMAT!r}: name a glossary")
    version = document.data.get("version", VERSION)
    if type(version) is not int or version < 1:
        yield document.problem(("version",), f"version is a whole number: write {VERSION}")
    elif version > VERSION:
        yield document.problem(("version",), f"version {version} is newer than this program reads: update it")


def decode(data: bytes, name: str) -> str:
    """Return UTF-8 text as it stands, control characters and line ends too; only a byte order mark goes.

    Raises:
        InputError: The bytes are not UTF-8; the problem says where.
    """
    refuse_utf16(data, name)
    data = data.removeprefix(BYTE_ORDER_MARK)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise InputError([Problem(name, line, column, what)]) from None
