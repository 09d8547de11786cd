"""Read a text file that a person wrote, or say what is wrong with it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 4_000_000
"""No exercise, glossary or roster comes near; beyond it a file is a mistake or an attack."""


def read_source(path: Path) -> str:
    r"""Return the text of `path`, without its byte order mark and with `\n` line ends.

    Raises:
        InputError: The file is missing, a folder, unreadable, too large, not UTF-8, or holds a control
            character; the problem names the line and column.
    """
    return decode_source(_read_bytes(path), str(path))


def decode_source(data: bytes, name: str) -> str:
    """Return `data` as text, as `read_source` does; `name` is what problems call the file."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError([Problem(name, 1, 1, "the file is UTF-16: save it as UTF-8")])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = _position(before, len(before))
        what = f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise InputError([Problem(name, line, column, what)]) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if problems := [_control(text, i, name) for i, c in enumerate(text) if c < " " and c not in "\n\t"]:
        raise InputError(problems[:20])
    return text


def _read_bytes(path: Path) -> bytes:
    name = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError([Problem(name, 0, 0, "this is a folder: name a file in it")])
        if not stat.S_ISREG(status.st_mode):
            raise InputError([Problem(name, 0, 0, "this is not an ordinary file: name one")])
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"cannot be read ({reason.lower()}): check the path"
        raise InputError([Problem(name, 0, 0, what)]) from None
    if len(data) > MAX_BYTES:
        what = f"larger than {MAX_BYTES // 1_000_000} MB: split it, or name the right file"
        raise InputError([Problem(name, 0, 0, what)])
    return data


def _control(text: str, index: int, name: str) -> Problem:
    line, column = _position(text, index)
    return Problem(name, line, column, f"control character U+{ord(text[index]):04X}: delete it")


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
