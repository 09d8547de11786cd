"""A page in the terminal: two pixels in each cell, one above the other. The only module that knows PDFium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

Pixel = tuple[int, int, int]
_FINER = 6
"""Drawn so much finer and averaged: PDFium draws no line thinner than a pixel, and patterns would be black."""
_BOX = 4
"""Pillow's filter that averages."""


def first_page(pdf: bytes, columns: int, rows: int) -> list[list[Pixel]]:
    """Return the first page as rows of pixels, an even number of them, that fit into so many cells."""
    import pypdfium2 as pdfium  # deferred: 40 ms, and only this needs it

    document = pdfium.PdfDocument(pdf)
    try:
        page = document[0]
        width, height = page.get_size()
        scale = min(columns / width, 2 * rows / height)
        size = (max(1, int(width * scale)), max(2, int(height * scale) // 2 * 2))
        drawn = page.render(scale=scale * _FINER).to_pil().convert("RGB").resize(size, _BOX)
    finally:
        document.close()
    data = drawn.tobytes()
    row = 3 * size[0]
    return [[(data[at], data[at + 1], data[at + 2]) for at in range(y * row, (y + 1) * row, 3)] for y in range(size[1])]


def half_blocks(pixels: Sequence[Sequence[Pixel]]) -> Content:
    """Return pixels as text: the upper half of each cell in the foreground's colour, the lower in the background's."""
    lines = []
    for above, below in zip(pixels[::2], pixels[1::2], strict=True):
        parts: list[tuple[str, str]] = []
        for upper, lower in zip(above, below, strict=True):
            style = f"{_colour(upper)} on {_colour(lower)}"
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + "▀", style)
            else:
                parts.append(("▀", style))
        lines.append(Content.assemble(*parts))
    return Content("\n").join(lines)


def _colour(pixel: Pixel) -> str:
    red, green, blue = pixel
    return f"#{red:02x}{green:02x}{blue:02x}"
