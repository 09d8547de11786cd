"""QR codes: the matrix from segno, the only module that knows it; drawn as rows of rectangles."""

from __future__ import annotations

import re
from functools import lru_cache

QUIET = 4
"""Modules that stay white on each side (ISO/IEC 18004)."""
_MASK = 3
"""Any of the eight masks can be read. Trying all of them for the prettiest takes four fifths of the time."""
FINEST = 0.25
"""Millimetres of a module below which phones read a code badly, or not at all: three dots of 300 to the inch."""
_DARK = re.compile(b"\x01+")


def qr_operators(content: str, left: float, top: float, size: float) -> str:
    """Return PDF operators that draw `content` with its quiet zone into a square, in points, dark on what is there."""
    rows = matrix(content)
    module = size / (len(rows) + 2 * QUIET)
    parts = [f"q {module:.4f} 0 0 {-module:.4f} {left + QUIET * module:.3f} {top - QUIET * module:.3f} cm"]
    for y, row in enumerate(rows):
        parts += [f"{run.start()} {y} {run.end() - run.start()} 1 re" for run in _DARK.finditer(row)]
    parts.append("f Q")
    return "\n".join(parts)


def module_of(content: str, size: float) -> float:
    """Return how wide a module of the code of `content` is in a square of `size`; 0 where no code holds so much."""
    rows = len(matrix(content))
    return size / (rows + 2 * QUIET) if rows else 0.0


@lru_cache(maxsize=8)
def matrix(content: str) -> tuple[bytes, ...]:
    """Return the modules, row by row: 1 is dark; none where there is no code that holds so much.

    Error correction M, which survives a thumb's smudge.
    """
    import segno  # deferred: most printables have no code
    from segno.encoder import DataOverflowError

    try:
        return tuple(map(bytes, segno.make_qr(content, error="m", mask=_MASK, boost_error=False).matrix))
    except DataOverflowError:
        return ()
