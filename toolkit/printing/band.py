"""A domain's band: its colour, a pattern that survives grey print, and its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

_GAP = 7.0
"""Points between the lines of a pattern."""


def draw_band(canvas: Canvas, size: tuple[float, float], colour: str, pattern: str, *, mono: bool = False) -> None:
    """Fill a rectangle at (0, 0) with a colour and its pattern.

    Args:
        canvas: Where to.
        size: Width and height in points.
        colour: `#rrggbb`.
        pattern: One of the patterns of domains.
        mono: Whether the paper or the toner is black only: the pattern alone, on white, within a line.
    """
    width, height = size
    fill = HexColor("#ffffff" if mono else colour)
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(0, 0, width, height)
    canvas.clipPath(path, stroke=0)
    canvas.setFillColor(fill)
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    ink = ink_on(fill)
    canvas.setStrokeColor(ink)
    canvas.setFillColor(ink)
    canvas.setLineWidth(1.1)
    if draw := _PATTERNS.get(pattern):
        draw(canvas, 0, 0, width, height)
    if mono:
        canvas.rect(0, 0, width, height, stroke=1, fill=0)
    canvas.restoreState()


def ink_on(colour: Color) -> Color:
    """Return black or white, whichever is easier to see on `colour` (relative luminance, WCAG 2)."""
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.rgb())
    luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
    return HexColor("#000000") if (luminance + 0.05) ** 2 > 0.05 * 1.05 else HexColor("#ffffff")


def _steps(start: float, length: float, gap: float = _GAP) -> list[float]:
    return [start + gap * i for i in range(int(length / gap) + 2)]


def _diagonal(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for at in _steps(x - height, width + height):
        canvas.line(at, y, at + height, y + height)


def _vertical(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for at in _steps(x, width):
        canvas.line(at, y, at, y + height)


def _horizontal(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for at in _steps(y, height):
        canvas.line(x, at, x + width, at)


def _grid(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    _vertical(canvas, x, y, width, height)
    _horizontal(canvas, x, y, width, height)


def _dots(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setLineCap(1)
    canvas.setLineWidth(2.8)
    for column in _steps(x, width):
        for row in _steps(y, height):
            canvas.line(column, row, column, row)  # with round ends a dot, at a fifth of a circle's cost


def _waves(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for row in _steps(y, height):
        for at in _steps(x, width, 2 * _GAP):
            canvas.arc(at, row - _GAP / 2, at + _GAP, row + _GAP / 2, 0, 180)
            canvas.arc(at + _GAP, row - _GAP / 2, at + 2 * _GAP, row + _GAP / 2, 180, 180)


def _checks(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for i, column in enumerate(_steps(x, width)):
        for k, row in enumerate(_steps(y, height)):
            if (i + k) % 2:
                canvas.rect(column, row, _GAP, _GAP, stroke=0, fill=1)


_PATTERNS: dict[str, Callable[[Canvas, float, float, float, float], None]] = {
    "diagonal": _diagonal,
    "dots": _dots,
    "grid": _grid,
    "horizontal": _horizontal,
    "vertical": _vertical,
    "waves": _waves,
    "checks": _checks,
}
