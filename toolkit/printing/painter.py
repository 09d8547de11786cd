"""Draws one side of a card into its slot: texts, bands, codes; and keeps what did not fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from toolkit.library.fields import in_language
from toolkit.printing.band import draw_band
from toolkit.printing.card import field_name, fill, filled
from toolkit.printing.faults import Fault, Missing, TooMuch, overflow
from toolkit.printing.fonts.choice import Style, region_of_letters
from toolkit.printing.qr import FINEST, module_of, qr_operators
from toolkit.printing.sheets.geometry import Box
from toolkit.printing.text.bidi import starts_to_left
from toolkit.printing.text.fit import Field, Fitted, fit
from toolkit.printing.text.segments import is_plain
from toolkit.printing.text.setter import clean

if TYPE_CHECKING:
    from toolkit.library.printable import Side, Text
    from toolkit.printing.card import Card
    from toolkit.printing.pdf.document import Document
    from toolkit.printing.pdf.tags import Element
    from toolkit.printing.text.setter import Setter
    from toolkit.workshop.plan import DomainInfo

MM = 72 / 25.4
_ASCENT = 0.95
"""From the top of a line to its baseline, in parts of the size: room for two accents."""
_ON_CUT = 0.05
"""Millimetres."""
_HAND = 18
"""Millimetres between lines that a thick pen writes on."""
_INDENT = 5.0
"""Millimetres from a band's edge to its label."""


@dataclass
class Painter:
    """Draws into one document."""

    document: Document
    setter: Setter
    language: str
    mono: bool = False
    bleed: float = 0
    """How far a band that ends at the cut runs over it, in mm."""
    floor: float = 0
    """The least size of text that a variant allows, in points."""
    leading: float = 1
    """The least leading that a variant allows."""
    faults: list[Fault] = field(default_factory=list)
    _to_left: bool | None = None
    """Where texts of one line begin on this side, if a heading says so; others begin where their own letters do."""

    def side(self, index: int, card: Card, side: Side, slot: Box, size: tuple[float, float], above: Element) -> None:
        """Draw one side.

        Args:
            index: Which card, for reports.
            card: What it says.
            side: How it is declared.
            slot: Where it is drawn, in mm on the page.
            size: What the side's boxes are measured on; they are scaled to the slot.
            above: The element that its content belongs to.
        """
        scale = min(slot.width / size[0], slot.height / size[1])
        corner = (slot.left + (slot.width - scale * size[0]) / 2, slot.top + (slot.height - scale * size[1]) / 2)
        headings = (fill(in_language(text.text, self.language), card.values) for text in side.texts if text.heading)
        self._to_left = next((starts_to_left(heading) for heading in headings if clean(heading)), None)
        for text in side.texts:
            self._text(index, card, text, _scaled(text.at, corner, scale), scale, above)
        for band in side.bands:
            box = _scaled(band.at, corner, scale)
            self.band(card.domain, box, _bled(box, slot, self.bleed), above)
        for code in side.codes:
            self.code(index, card, code.qr, _scaled(code.at, corner, scale), above)

    def _text(self, index: int, card: Card, text: Text, box: Box, scale: float, above: Element) -> None:
        template = in_language(text.text, self.language)
        words = filled(template, card.values)
        if not clean(words):
            if text.write_in:
                self._write_in(box, text.lines)
            return
        name, record = field_name(template), _record(index, card)
        language = self._language(words, card)
        style = Style(text.bold, language or self.language)
        missing = "".join(
            dict.fromkeys(c for part in words.split("\n") for c in self.setter.line(clean(part), style).missing)
        )
        if missing:
            fault = Missing(record, index, name, words, missing)
            self.faults.append(fault)
            words = "" if fault.by_hand else "".join(symbol for symbol in words if symbol not in missing)
        if not clean(words):
            self._write_in(box, 1)
            return
        space = Field(
            box.width * MM,
            box.height * MM,
            max(text.size.ideal * scale, text.size.min, self.floor),
            max(text.size.min, self.floor),
            text.lines,
            self._leading(text),
            text.hang,
        )
        fitted = fit(words, space, self.setter, style)
        if not fitted.whole:
            self.faults.append(overflow(record, index, name, words, fitted.needed, (space.width, space.height)))
        element = above.add("H1" if text.heading else "P", language=language if language != self.language else "")
        with self.document.mark(element):
            self._lines(fitted, box, text)

    def _leading(self, text: Text) -> float:
        return max(text.leading, self.leading) if text.lines > 1 else text.leading

    def _language(self, text: str, card: Card) -> str:
        """Return the language that a text of a person's is in, as far as its letters and their languages tell."""
        if is_plain(text):
            return ""
        region = region_of_letters(text)
        east = [tag for tag in card.languages if tag.lower().partition("-")[0] in ("zh", "ja", "ko", "yue")]
        if region:
            return next((tag for tag in east if region == "Han" or tag.lower().startswith(region)), "")
        return next((tag for tag in card.languages if tag not in east), "")

    def _lines(self, fitted: Fitted, box: Box, text: Text) -> None:
        left, top = self._corner(box)
        spare = box.height * MM - len(fitted.lines) * fitted.size * self._leading(text)
        top -= {"top": 0.0, "middle": 0.5, "bottom": 1.0}[text.stand] * max(0.0, spare)
        for i, line in enumerate(fitted.lines):
            room = box.width * MM - (line.width + line.indent) * fitted.size / 1000
            one = len(fitted.lines) == 1
            to_left = line.to_left if self._to_left is None or not one else self._to_left
            share = {"left": float(to_left), "centre": 0.5, "right": float(not to_left)}[text.align]
            indent = 0 if to_left else line.indent * fitted.size / 1000
            self.document.line(
                line, left + indent + share * room, top - (i * self._leading(text) + _ASCENT) * fitted.size, fitted.size
            )

    def _corner(self, box: Box) -> tuple[float, float]:
        """Return a box's upper left corner in points."""
        return box.left * MM, self.document.size[1] - box.top * MM

    def _write_in(self, box: Box, lines: int) -> None:
        """Draw lines to write on, as many as there is room for."""
        left, top = self._corner(box)
        count = max(1, min(lines, int(box.height / _HAND)))
        step = box.height * MM / count
        with self.document.artifact():
            for n in range(count):
                y = top - (n + 0.75) * step
                right = left + box.width * MM
                self.document.paper.write(f"0.6 w 0 G {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")

    def band(self, domain: DomainInfo | None, box: Box, filled: Box, above: Element) -> None:
        """Draw a domain's band, with its label within `box`; without a domain, one to write it in."""
        left, top = self._corner(filled)
        width, height = filled.width * MM, filled.height * MM
        with self.document.artifact():
            self.document.paper.write(f"q 1 0 0 1 {left:.2f} {top - height:.2f} cm")
            if domain:
                key = f"band-{domain.colour}-{domain.pattern}-{width:.1f}-{height:.1f}-{self.mono}".replace("#", "")
                draw = partial(
                    draw_band, size=(width, height), colour=domain.colour, pattern=domain.pattern, mono=self.mono
                )
                self.document.form(key, (width, height), draw)
            else:
                self.document.paper.write(f"0.6 w 0 G 0 0 {width:.2f} {height:.2f} re S")
            self.document.paper.write("Q")
        self._label(f"{domain.code}  {domain.label}" if domain else "domain:", box, above)

    def _label(self, label: str, box: Box, above: Element) -> None:
        """Write a band's label on white, where no pattern disturbs it."""
        height = box.height * MM
        room = (box.width - 2 * _INDENT) * MM
        style = Style(bold=True, language=self.language)
        space = Field(room, height, height * 0.46, min(6.0, height * 0.46))
        fitted = fit(label, space, self.setter, style)
        if missing := fitted.lines[0].missing:  # the code alone, whose letters every font has
            self.faults.append(Missing(label, None, "band", label, missing))
            fitted = fit(label.split(" ")[0], space, self.setter, style)
        if not fitted.whole:
            self.faults.append(overflow(label, None, "band", label, fitted.needed, (room, height)))
        line = fitted.lines[0]
        left, top = self._corner(box)
        plate = fitted.size * 1.5
        bottom = top - height / 2 - plate / 2
        width = line.width * fitted.size / 1000 + 3 * MM
        with self.document.artifact():
            self.document.paper.write(
                f"1 g {left + (_INDENT - 1.5) * MM:.2f} {bottom:.2f} {width:.2f} {plate:.2f} re f 0 g"
            )
        with self.document.mark(above.add("P")):
            self.document.line(line, left + _INDENT * MM, bottom + 0.4 * fitted.size, fitted.size)

    def code(self, index: int, card: Card, template: str, box: Box, above: Element) -> None:
        """Draw a QR code as large as its box allows; what no phone could read is reported."""
        content = fill(template, card.values)
        if not clean(content):
            return
        left, top = self._corner(box)
        size = min(box.width, box.height) * MM
        module = module_of(content, size) / MM
        if module < FINEST:
            self.faults.append(TooMuch(_record(index, card), index, content, module))
        if not module:
            return
        element = above.add("Figure", alt=f"QR code: {clean(content)}")
        element.box = self.document.on_page(left, top - size, left + size, top)
        with self.document.mark(element):
            self.document.paper.write(qr_operators(content, left, top, size))


def _record(index: int, card: Card) -> str:
    return card.record or f"card {index + 1}"


def _scaled(at: tuple[float, float, float, float], corner: tuple[float, float], scale: float) -> Box:
    x, y, width, height = (scale * value for value in at)
    return Box(corner[0] + x, corner[1] + y, width, height)


def _bled(box: Box, slot: Box, bleed: float) -> Box:
    """Return a box with its edges on the cut moved over it, so that a cut a little off shows no white."""
    edges = ((box.left, slot.left), (box.top, slot.top), (box.right, slot.right), (box.bottom, slot.bottom))
    left, top, right, bottom = (bleed if abs(edge - cut) < _ON_CUT else 0 for edge, cut in edges)
    return Box(box.left - left, box.top - top, box.width + left + right, box.height + top + bottom)
