"""Spoil files as typing, mailing and merging do; the same seed spoils in the same way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

INSERTS = (
    *(bytes([symbol]) for symbol in b"[]{}()\"'\t\0\r\n|?%@`\\,;"),
    *(b": ", b"- ", b"# ", b"&a ", b"*a", b"!!int ", b"! ", b"|\n", b">-\n", b"<<: *a\n", b"---\n", b"...\n"),
    *(b"\x1b[31m", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe"),
    *(symbol.encode() for symbol in "\x7f\x85\u2028\ufffe🎨"),
    b"[" * 200,
    b"\n" * 60,
)
VALUES = (
    *(
        b"7",
        b"-1",
        b"0",
        b"1e400",
        b".nan",
        b"-.inf",
        b"0x1F",
        b"9" * 400,
        b"true",
        b"no",
        b"null",
        b"~",
        b"''",
        b"' '",
    ),
    *(b"[]", b"{}", b"[x]", b"[[x]]", b"{en: 1}", b"{en: x}", b"{5: x}", b"x", b"13:30", b"2026-02-30", b"9999-12-31"),
    *(b"!!binary aGk=", b"x" * 25_000),
)

_KEY = re.compile(rb"(?m)^( *(?:- )?)([\w-]+)(:)")
_VALUE = re.compile(rb"(?m)^( *(?:- )?[\w-]+: )(.+)$")


def mutated(data: bytes, random: Random) -> bytes:
    """Return `data` with one to four things wrong with it, or sometimes nothing."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(MUTATIONS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    place = random.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :]


def _insert(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + random.choice(INSERTS) + data[place:]


def _delete(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + data[place + random.choice((1, 1, 2, 10, 200)) :]


def _duplicate(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    piece = data[place : place + random.choice((1, 5, 80, 2000))]
    return data[:place] + piece + data[place:]


def _lines(data: bytes, random: Random) -> bytes:
    """Drop, double, turn round or indent lines."""
    lines = data.split(b"\n")
    one, other = (random.randrange(len(lines)) for _ in range(2))
    indented = random.choice((b" ", b"  ", b"\t")) + lines[one]
    changed = (
        [*lines[:one], *lines[one + 1 :]],
        [*lines[:other], lines[one], *lines[other:]],
        [*lines[:one], *reversed(lines[one:])],
        [*lines[:one], indented, *lines[one + 1 :]],
    )
    return b"\n".join(random.choice(changed))


def _rename(data: bytes, random: Random) -> bytes:
    return _replaced(_KEY, data, random, lambda name: random.choice((name + b"x", name[1:], name.upper(), b"1", b"")))


def _retype(data: bytes, random: Random) -> bytes:
    return _replaced(_VALUE, data, random, lambda _: random.choice(VALUES))


def _replaced(pattern: re.Pattern[bytes], data: bytes, random: Random, change: Callable[[bytes], bytes]) -> bytes:
    matches = list(pattern.finditer(data))
    if not matches:
        return data
    match = random.choice(matches)
    return data[: match.start(2)] + change(match[2]) + data[match.end(2) :]


MUTATIONS = (_flip, _insert, _insert, _delete, _duplicate, _lines, _rename, _retype, _retype)
