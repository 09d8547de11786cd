"""Read a text file that a person wrote, or say what is wrong with it."""

from __future__ import annotations

import re
import stat
from itertools import islice
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MAX_BYTES = 4_000_000
"""No exercise, glossary or roster comes near; beyond it a file is a mistake or an attack."""
MAX_PROBLEMS = 20
UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What YAML does not allow, and three characters that parsers of YAML 1.1 take for line ends."""
_LINE_ENDS = "\x85\u2028\u2029"


def read_source(path: Path) -> str:
    r"""Return the text of `path`, without its byte order mark and with `\n` line ends.

    Raises:
        InputError: The file is missing, a folder, unreadable, too large, not UTF-8, or holds a control
            character; the problem names the line and column.
    """
    return decode_source(read_bytes(path), str(path))


def decode_source(data: bytes, name: str) -> str:
    """Return `data` as text, as `read_source` does; `name` is what problems call the file."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    refuse_utf16(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = one_line_end(data[: error.start].decode("utf-8"))
        line, column = _position(before, len(before))
        what = f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise InputError([Problem(name, line, column, what)]) from None
    text = one_line_end(text)
    if problems := [_unusable(match, name) for match in islice(UNUSABLE.finditer(text), MAX_PROBLEMS)]:
        raise InputError(problems)
    return text


def one_line_end(text: str) -> str:
    r"""Return `text` with every line end, whatever system wrote it, as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refuse_utf16(data: bytes, name: str) -> None:
    """Raise InputError if `data` begins as UTF-16 does."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError([Problem(name, 1, 1, "the file is UTF-16: save it as UTF-8")])


def read_bytes(path: Path) -> bytes:
    """Return what is in `path`.

    Raises:
        InputError: The file is missing, a folder or a device, unreadable or too large.
    """
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


def _unusable(match: re.Match[str], name: str) -> Problem:
    line, column = _position(match.string, match.start())
    code = f"{ord(match[0]):04X}"
    what = f"control character U+{code}: delete it"
    if match[0] in _LINE_ENDS:
        what = f"line separator U+{code}: begin a new line, or write \\u{code} in double quotes"
    return Problem(name, line, column, what)


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
