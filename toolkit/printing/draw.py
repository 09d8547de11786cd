"""Draw any printable: a card of boxes, or a document that flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.printing.cards import Drawn, Look, draw_cards, fonts_for
from toolkit.printing.flow.lay import Slots, draw_one, paper_size, sizes_of
from toolkit.printing.flow.writer import Writer
from toolkit.printing.pdf.document import Document
from toolkit.printing.text.setter import Setter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.library.printable import Printable
    from toolkit.printing.card import Card
    from toolkit.printing.sheets.impose import Layout

_LEGIBLE_FLOOR = 12.0
"""Points: what guides to easy reading ask for. Cards have no room for it, and keep their sizes."""


def draw(
    printable: Printable,
    cards: Sequence[Card],
    layout: Layout,
    look: Look,
    setter: Setter | None = None,
    declared: float | None = None,
    name: str = "",
) -> Drawn:
    """Return a PDF of a printable; the same bytes for the same input.

    Args:
        printable: What it looks like.
        cards: What stands on each card or in each document.
        layout: Which sheet, and how.
        look: Title, language, colours, variant.
        setter: Has the fonts to use, and what it has set already; those at hand otherwise.
        declared: The width of the slots that a document was declared for, in mm; other slots scale it.
        name: What the foot of a page calls it; the title otherwise.

    Raises:
        UserError: The layout asks for what the sheet does not have, or there is no font at all.
    """
    if printable.flow is None:
        return draw_cards(printable, cards, layout, look, setter=setter)
    document = Document(look.title, look.language, paper_size(layout), layout.duplex)
    floor = look.floor or (_LEGIBLE_FLOOR if look.variant == "legible" else 0.0)
    sizes = sizes_of(printable.flow, layout, declared or layout.sheet.slot[0], floor, look.leading)
    writer = Writer(document, setter or Setter(fonts_for(look.variant)), look.language, sizes, look.mono)
    place = Slots(document, layout)
    for number, card in enumerate(cards):
        for _ in range(layout.copies):
            draw_one(printable.flow, card, number, writer, place, name or look.title)
    if place.at >= 0:
        place.end_page()
    return Drawn(document.data(), document.pages, tuple(dict.fromkeys(writer.faults)))
