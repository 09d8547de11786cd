"""Cards on sheets, from a printable and values: fronts, backs, marks; one document."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from toolkit.printing.fonts.choice import Fonts
from toolkit.printing.painter import MM, Painter
from toolkit.printing.pdf.document import Document
from toolkit.printing.sheets.geometry import Box, page_size
from toolkit.printing.sheets.impose import Layout, Place, impose
from toolkit.printing.sheets.marks import draw_marks
from toolkit.printing.text.setter import Setter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.library.printable import Printable, Side
    from toolkit.printing.card import Card
    from toolkit.printing.faults import Fault
    from toolkit.printing.pdf.tags import Element


Variant = Literal["plain", "large-print", "legible"]
"""plain; 18 points and up; a face made for legibility, with open lines."""


@dataclass(frozen=True)
class Look:
    """How a document looks and what it is called."""

    title: str
    language: str = "en"
    mono: bool = False
    """Whether it is for black toner alone: patterns instead of colours."""
    variant: Variant = "plain"

    @property
    def floor(self) -> float:
        """The least size of text, in points."""
        return 18.0 if self.variant == "large-print" else 0.0

    @property
    def leading(self) -> float:
        """The least leading."""
        return 1.5 if self.variant == "legible" else 1.0


@dataclass(frozen=True)
class Drawn:
    """A finished document."""

    pdf: bytes
    pages: int
    faults: tuple[Fault, ...]


def draw_cards(
    printable: Printable,
    cards: Sequence[Card],
    layout: Layout,
    look: Look,
    fonts: Fonts | None = None,
    setter: Setter | None = None,
) -> Drawn:
    """Return a PDF of `cards`; the same bytes for the same input.

    Args:
        printable: What a card looks like.
        cards: What stands on each.
        layout: Which sheet, and how.
        look: Title, language, colours.
        fonts: The fonts to use; those at hand otherwise.
        setter: One that has these fonts, and keeps what it has set for other documents.

    Raises:
        UserError: The layout asks for what the sheet does not have, or there is no font at all.
    """
    width, height = page_size(layout.sheet)
    document = Document(look.title, look.language, (width * MM, height * MM), layout.duplex)
    setter = setter or Setter(fonts or fonts_for(look.variant))
    painter = Painter(document, setter, look.language, look.mono, layout.sheet.bleed, look.floor, look.leading)
    size = printable.size or layout.sheet.slot
    sections: dict[int, Element] = {}
    for page, sides in groupby(_sides(printable, len(cards), layout), lambda entry: entry[2].page):
        while document.pages < page:  # a side of the paper on which nothing is
            document.end_page()
        for number, card, place, side in sides:
            section = sections.get(number) or sections.setdefault(number, document.root.add("Sect"))
            with document.turned(_centre(place, document.size[1]), half=place.turned):
                painter.side(card, cards[card], side, place.box, size, section)
        draw_marks(document, layout, back=page % 2 == 1 and layout.duplex in ("long", "short"))
        document.end_page()
    _close(document, layout)
    return Drawn(document.data(), document.pages, tuple(dict.fromkeys(painter.faults)))


def _sides(printable: Printable, cards: int, layout: Layout) -> Iterator[tuple[int, int, Place, Side]]:
    """Yield (number of the copy, card, place, side) in the order of pages; the pages of one sheet are kept together."""
    waiting: list[tuple[int, int, Place, Side]] = []
    for number, placed in enumerate(impose(cards, layout)):
        if waiting and placed.front.page != waiting[0][2].page - 1 and layout.duplex in ("long", "short"):
            yield from waiting
            waiting = []
        assert printable.front
        if printable.tent:
            yield from ((number, placed.card, half, printable.front) for half in _halves(placed.front))
            continue
        yield number, placed.card, placed.front, printable.front
        if placed.back and printable.back:
            entry = (number, placed.card, placed.back, printable.back)
            if placed.back.page == placed.front.page:
                yield entry
            else:
                waiting.append(entry)
    yield from waiting


def _halves(place: Place) -> tuple[Place, Place]:
    """Return the lower half of a slot, and the upper one, upside down: folded, both stand and are read from a side."""
    box = place.box
    half = Box(box.left, box.top, box.width, box.height / 2)
    return Place(place.page, half.moved(0, box.height / 2)), Place(place.page, half, turned=True)


def fonts_for(variant: Variant) -> Fonts:
    """Return the fonts that a variant is set in: a face made for legibility first, where it is asked for."""
    return Fonts.legible() if variant == "legible" else Fonts()


def _close(document: Document, layout: Layout) -> None:
    """Give every front a back, so that the next document does not begin on one."""
    if layout.duplex in ("long", "short") and document.pages % 2:
        document.end_page()


def _centre(place: Place, height: float) -> tuple[float, float]:
    box = place.box
    return (box.left + box.width / 2) * MM, height - (box.top + box.height / 2) * MM
