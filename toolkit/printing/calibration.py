"""A calibration page: rulers in millimetres and a cross, on both sides, to measure how a printer moves and scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.printing.fonts.choice import Fonts, Style
from toolkit.printing.pdf.document import Document
from toolkit.printing.sheets.geometry import page_size
from toolkit.printing.text.fit import Field, fit
from toolkit.printing.text.setter import Setter

if TYPE_CHECKING:
    from toolkit.printing.cards import Drawn, Look
    from toolkit.printing.pdf.tags import Element
    from toolkit.printing.sheets.impose import Layout

_MM = 72 / 25.4
_EDGE = 10
"""Millimetres that rulers stay away from the page's edges."""
_SAYS = {
    "front": (
        "Front",
        "Print at actual size (100 %), not fitted to the page.\n"
        "The rulers count millimetres from the middle of the page. If 100 mm are not 100 mm, the printer scales.\n"
        "Fold the page in half both ways. If the cross is 1 mm to the right of the creases and 2 mm below, the printer "
        "moves by that much: give --offset-front=-1,-2.",
    ),
    "back": (
        "Back",
        "Hold the page against a window, this side towards you.\n"
        "The two crosses should meet. If this side's cross is 1 mm to the right of the other and 2 mm below, give "
        "--offset-back=-1,-2.\n"
        "Print this page again with the offsets: the crosses meet.",
    ),
}


def draw_calibration(layout: Layout, look: Look) -> Drawn:
    """Return a page with rulers, and what to do; with a back where the layout has one."""
    from toolkit.printing.cards import Drawn

    width, height = page_size(layout.sheet)
    document = Document(look.title, look.language, (width * _MM, height * _MM), layout.duplex)
    setter = Setter(Fonts())
    sides = ("front", "back") if layout.duplex in ("long", "short") else ("front",)
    for side in sides:
        offset = layout.offset_back if side == "back" else layout.offset_front
        centre = (width / 2 + offset[0], height / 2 + offset[1])
        section = document.root.add("Sect")
        with document.artifact():
            document.paper.write(_rulers(document, centre, (width, height)))
        _numbers(document, setter, section, centre, (width, height))
        _words(document, setter, section, side)
        document.end_page()
    return Drawn(document.data(), document.pages, ())


def _rulers(document: Document, centre: tuple[float, float], page: tuple[float, float]) -> str:
    """Return two rulers that cross in the middle: long ticks at tens, shorter ones at fives."""
    across, down = _ticks(page[0]), _ticks(page[1])
    x0, y0 = centre[0] * _MM, document.size[1] - centre[1] * _MM
    parts = ["0.25 w 0 G"]
    for at in across:
        half = _length(at) * _MM
        parts.append(f"{x0 + at * _MM:.3f} {y0 - half:.3f} m {x0 + at * _MM:.3f} {y0 + half:.3f} l S")
    for at in down:
        half = _length(at) * _MM
        parts.append(f"{x0 - half:.3f} {y0 - at * _MM:.3f} m {x0 + half:.3f} {y0 - at * _MM:.3f} l S")
    reach = (across[-1] * _MM, down[-1] * _MM)
    parts.append(f"{x0 - reach[0]:.3f} {y0:.3f} m {x0 + reach[0]:.3f} {y0:.3f} l S")
    parts.append(f"{x0:.3f} {y0 - reach[1]:.3f} m {x0:.3f} {y0 + reach[1]:.3f} l S")
    return "\n".join(parts)


def _ticks(length: float) -> range:
    half = int(length / 2 - _EDGE)
    return range(-half, half + 1)


def _length(at: int) -> float:
    """Return half the length of a tick, in mm."""
    return 3.0 if at % 10 == 0 else 2.0 if at % 5 == 0 else 1.2


def _numbers(
    document: Document, setter: Setter, section: Element, centre: tuple[float, float], page: tuple[float, float]
) -> None:
    with document.mark(section.add("P")):
        for axis in (0, 1):
            for at in _ticks(page[axis]):
                if at and at % 20 == 0:
                    line = setter.line(str(abs(at)), Style())
                    width = line.width * 7 / 1000 / _MM
                    x = centre[0] + (at - width / 2 if axis == 0 else 3.6)
                    y = centre[1] + (6 if axis == 0 else at + 0.9)
                    document.line(line, x * _MM, document.size[1] - y * _MM, 7)


def _words(document: Document, setter: Setter, section: Element, side: str) -> None:
    """Write what to do into the upper left quarter, clear of the rulers."""
    title, text = _SAYS[side]
    left, top = _EDGE * _MM, document.size[1] - _EDGE * _MM
    width, height = document.size[0] / 2 - 2 * _EDGE * _MM, document.size[1] / 2 - 2 * _EDGE * _MM
    for role, words, bold, size, down in (("H1", title, True, 14.0, 0.0), ("P", text, False, 9.0, 22.0)):
        style = Style(bold=bold)
        fitted = fit(words, Field(width, height, size, 4, 60, 1.35), setter, style)
        with document.mark(section.add(role)):  # type: ignore[arg-type]  # one of the roles
            for i, line in enumerate(fitted.lines):
                document.line(line, left, top - down - (i * 1.35 + 1) * fitted.size, fitted.size)
