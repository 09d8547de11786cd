"""Cards on a sheet, from a printable and values."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from toolkit.printing.band import draw_band
from toolkit.printing.fit import LEADING, fit
from toolkit.printing.fonts import families, setting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.library.printable import Printable, Text
    from toolkit.workshop.plan import DomainInfo

PAGES = {"A4": A4, "letter": LETTER}


@dataclass(frozen=True)
class Card:
    """What stands on one card."""

    values: Mapping[str, str]
    """By placeholder: `name`, `affiliation`, …"""
    domain: DomainInfo | None = None


@dataclass(frozen=True)
class Drawn:
    """A finished document."""

    pdf: bytes
    pages: int
    faults: tuple[tuple[int, str], ...]
    """What did not fit or has no font: the card's index, and what."""


def draw_cards(printable: Printable, cards: Sequence[Card], title: str) -> Drawn:
    """Return a PDF of `cards`, as many to a page as the sheet has slots; the same bytes for the same input."""
    sheet = printable.sheet
    buffer, font = io.BytesIO(), families()[0].regular
    canvas = Canvas(buffer, pagesize=PAGES[sheet.page], invariant=1, pageCompression=1, initialFontName=font)  # type: ignore[arg-type]  # the stub is wrong
    canvas.setTitle(title)
    canvas.setViewerPreference("PrintScaling", "None")  # a viewer's "fit to page" moves every slot
    per_page = sheet.columns * sheet.rows
    painter = _Painter(canvas, printable)
    for index, card in enumerate(cards):
        if index and index % per_page == 0:
            canvas.showPage()
        painter.draw(index, card)
    canvas.showPage()
    canvas.save()
    return Drawn(buffer.getvalue(), max(1, -(-len(cards) // per_page)), tuple(painter.faults))


def slot(printable: Printable, index: int) -> tuple[float, float]:
    """Return where a card's upper left corner is on its page: millimetres from the page's upper left."""
    sheet = printable.sheet
    row, column = divmod(index % (sheet.columns * sheet.rows), sheet.columns)
    return (
        sheet.margin[0] + column * (sheet.slot[0] + sheet.gap[0]),
        sheet.margin[1] + row * (sheet.slot[1] + sheet.gap[1]),
    )


class _Painter:
    """Draws cards onto one canvas, and keeps what did not fit."""

    def __init__(self, canvas: Canvas, printable: Printable) -> None:
        self.canvas, self.printable = canvas, printable
        self.height = PAGES[printable.sheet.page][1]
        self.faults: list[tuple[int, str]] = []

    def draw(self, index: int, card: Card) -> None:
        left, top = slot(self.printable, index)
        width, height = self.printable.sheet.slot
        self.canvas.setStrokeColor(HexColor("#b0b0b0"))
        self.canvas.setLineWidth(0.3)
        self.canvas.rect(left * mm, self.height - (top + height) * mm, width * mm, height * mm)
        for band in self.printable.bands:
            self._band(band.at, (left, top), card.domain)
        for text in self.printable.texts:
            self._text(index, text, (left, top), card)

    def _box(self, at: tuple[float, ...], corner: tuple[float, float]) -> tuple[float, float, float, float]:
        """Return a box of the printable as x, y (lower left), width, height in points on the page."""
        x, y, width, height = at
        return (corner[0] + x) * mm, self.height - (corner[1] + y + height) * mm, width * mm, height * mm

    def _band(self, at: tuple[float, ...], corner: tuple[float, float], domain: DomainInfo | None) -> None:
        x, y, width, height = self._box(at, corner)
        if domain is None:
            self.canvas.rect(x, y, width, height)
            self._label(x, y, height, "domain:")
            return
        draw_band(self.canvas, (x, y, width, height), domain.colour, domain.pattern)
        self._label(x, y, height, f"{domain.code}  {domain.label}")

    def _label(self, x: float, y: float, height: float, label: str) -> None:
        """Write a band's label on white, where no pattern disturbs it."""
        how = setting(label)
        shown = how.text or label.split("  ")[0]  # the code, where the label's letters cannot be set
        font, size = how.family.name(bold=True), height * 0.5
        width = pdfmetrics.stringWidth(shown, font, size)
        self.canvas.setFillColor(HexColor("#ffffff"))
        self.canvas.rect(x + 2 * mm, y + height * 0.15, width + 3 * mm, height * 0.7, stroke=0, fill=1)
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.setFont(font, size)
        self.canvas.drawString(x + 3.5 * mm, y + height * 0.33, shown)

    def _text(self, index: int, text: Text, corner: tuple[float, float], card: Card) -> None:
        filled = fill(text.text, card.values).strip()
        if not filled:
            return
        how = setting(filled)
        x, y, width, height = self._box(text.at, corner)
        if how.fault:
            remedy = "left out" if how.text else "a line is left to write it by hand"
            self.faults.append((index, f"{how.fault}, for {filled!r}: {remedy}"))
        if not how.text:
            self._write_in(x, y, width, height)
            return
        font = how.family.name(bold=text.bold)
        sizes = (text.size.ideal, text.size.min)
        fitted = fit(how.text, (width, height), sizes, text.lines, lambda t, s: pdfmetrics.stringWidth(t, font, s))
        if not fitted.whole:
            self.faults.append((index, f"{filled!r} does not fit in {text.at[2]:g} by {text.at[3]:g} mm: shorten it"))
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.setFont(font, fitted.size)
        baseline = y + height - fitted.size
        for line in fitted.lines:
            self._line(text.align, x, width, baseline, line)
            baseline -= fitted.size * LEADING

    def _write_in(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a line to write on."""
        self.canvas.setStrokeColor(HexColor("#000000"))
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x, y + height * 0.25, x + width, y + height * 0.25)

    def _line(self, align: str, x: float, width: float, baseline: float, line: str) -> None:
        if align == "left":
            self.canvas.drawString(x, baseline, line)
        elif align == "right":
            self.canvas.drawRightString(x + width, baseline, line)
        else:
            self.canvas.drawCentredString(x + width / 2, baseline, line)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill in the placeholders that there are values for; other braces, and braces in values, stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), template)
