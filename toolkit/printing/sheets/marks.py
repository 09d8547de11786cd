"""Lines for scissors, and guides for a trial on plain paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.printing.sheets.geometry import Box, slots
from toolkit.printing.sheets.impose import crop_marks, fold_lines

if TYPE_CHECKING:
    from toolkit.printing.pdf.document import Document
    from toolkit.printing.sheets.impose import Layout

_MM = 72 / 25.4
_CURVE = 0.5523
"""How far a quarter circle's control points are from its ends, in parts of the radius."""


def draw_marks(document: Document, layout: Layout, *, back: bool) -> None:
    """Draw a page's marks and guides. Cut lines are on fronts only: two sets never meet exactly."""
    parts: list[str] = []
    offset = layout.offset_back if back else layout.offset_front
    boxes = [box.moved(*offset) for box in slots(layout.sheet)]
    if layout.marks == "cut" and not back:
        parts += ["0.3 w 0.69 G", *(_outline(document, box, layout.sheet.corner) for box in boxes)]
    if layout.marks == "crop":
        parts += ["0.25 w 0 G", *(_line(document, line, offset) for line in crop_marks(layout))]
    if not back and (folds := fold_lines(layout)):
        parts += ["0.3 w 0.5 G [3 3] 0 d", *(_line(document, line, offset) for line in folds), "[] 0 d"]
    if layout.guides:
        parts += _guides(document, boxes, layout)
    if parts:
        with document.artifact():
            document.paper.write("\n".join(["q", *parts, "Q"]))


def _guides(document: Document, boxes: list[Box], layout: Layout) -> list[str]:
    """Return the trim, the safe zone (dashed) and the bleed of each slot."""
    sheet = layout.sheet
    parts = ["0.5 w 0 0.5 0.8 RG", *(_outline(document, box, sheet.corner) for box in boxes), "[2 2] 0 d"]
    parts += [_outline(document, box.inset(sheet.safe), 0) for box in boxes]
    parts.append("[] 0 d 0.8 0.2 0 RG")
    if sheet.bleed:
        parts += [_outline(document, box.inset(-sheet.bleed), 0) for box in boxes]
    return parts


def _line(document: Document, line: tuple[float, float, float, float], offset: tuple[float, float]) -> str:
    x1, y1, x2, y2 = line
    height = document.size[1]
    (across, down) = offset
    return (
        f"{(x1 + across) * _MM:.3f} {height - (y1 + down) * _MM:.3f} m "
        f"{(x2 + across) * _MM:.3f} {height - (y2 + down) * _MM:.3f} l S"
    )


def _outline(document: Document, box: Box, radius: float) -> str:
    """Return a rectangle, its corners rounded."""
    x, y = box.left * _MM, document.size[1] - box.bottom * _MM
    w, h, r = box.width * _MM, box.height * _MM, radius * _MM
    if not r:
        return f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re S"
    k = r * (1 - _CURVE)
    points = (
        (x + r, y, "m"), (x + w - r, y, "l"), (x + w - k, y), (x + w, y + k), (x + w, y + r, "c"),
        (x + w, y + h - r, "l"), (x + w, y + h - k), (x + w - k, y + h), (x + w - r, y + h, "c"),
        (x + r, y + h, "l"), (x + k, y + h), (x, y + h - k), (x, y + h - r, "c"),
        (x, y + r, "l"), (x, y + k), (x + k, y), (x + r, y, "c"),
    )  # fmt: skip
    return " ".join(" ".join([f"{p[0]:.3f} {p[1]:.3f}", *p[2:]]) for p in points) + " s"
