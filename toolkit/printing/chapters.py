"""A document made of chapters, whose first page stands alone. What it says comes as values, as on all paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.library.flow import Flow
from toolkit.printing.cards import Drawn, fonts_for
from toolkit.printing.flow.build import build
from toolkit.printing.flow.lay import Laying, Slots, draw_one, paper_size, sizes_of
from toolkit.printing.flow.pieces import Node
from toolkit.printing.flow.writer import MM, Writer
from toolkit.printing.pdf.document import Document
from toolkit.printing.text.setter import Setter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.library.flow import Part
    from toolkit.printing.card import Card
    from toolkit.printing.cards import Look
    from toolkit.printing.sheets.impose import Layout

_FIRST, _REST = 11.0, 9.5
"""Size of plain text, in points: on the first page, which grows or shrinks to fill it, and on the others."""


@dataclass(frozen=True)
class Chapter:
    """Parts of a document, and the values that they are filled from."""

    parts: tuple[Part, ...]
    card: Card


def draw_chapters(
    first: Chapter, rest: Sequence[Chapter], layout: Layout, look: Look, setter: Setter | None = None
) -> Drawn:
    """Return a PDF: the first chapter on a page of its own, as large as it fits, then the others one below another.

    Args:
        first: What stands on the first page.
        rest: What follows.
        layout: The sheet; one slot a page.
        look: Title and language.
        setter: Has the fonts to use; those at hand otherwise.

    Raises:
        UserError: There is no font at all.
    """
    document = Document(look.title, look.language, paper_size(layout), layout.duplex)
    front, inside = Flow(parts=list(first.parts), size=_FIRST, whole=True), Flow(parts=list(first.parts), size=_REST)
    wide = layout.sheet.slot[0]
    sizes = sizes_of(front, layout, wide, look.floor, look.leading)
    writer = Writer(document, setter or Setter(fonts_for(look.variant)), look.language, sizes, look.mono)
    place = Slots(document, layout)
    draw_one(front, first.card, 0, writer, place, look.title)
    writer = writer.at(first.card, sizes=sizes_of(inside, layout, wide, look.floor, look.leading))
    place.next()
    width = place.box.width * MM
    pieces = [
        piece
        for chapter in rest
        for piece in build(chapter.parts, writer.at(chapter.card), width, Node("Sect", Node.of(document.root)))
    ]
    Laying(pieces, writer, place, look.title, page=2).run()
    place.end_page()
    return Drawn(document.data(), document.pages, tuple(dict.fromkeys(writer.faults)))
