"""Lay pieces into slots, and draw a document that flows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.printing.faults import Overflow
from toolkit.printing.flow.build import build
from toolkit.printing.flow.pieces import Node, height_of, stack
from toolkit.printing.flow.writer import MM, Sizes, Writer
from toolkit.printing.sheets.geometry import page_size, slots
from toolkit.printing.sheets.impose import check_start
from toolkit.printing.sheets.marks import draw_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.library.flow import Flow
    from toolkit.printing.card import Card
    from toolkit.printing.flow.pieces import Piece
    from toolkit.printing.pdf.document import Document
    from toolkit.printing.sheets.geometry import Box
    from toolkit.printing.sheets.impose import Layout

_SHARES = (1.4, 1.32, 1.24, 1.16, 1.08, 1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68)
"""How much larger or smaller than declared a document may be that fills one slot."""
_NEARLY = 0.01
_FOOT = 8.0
"""Size of the line at the foot of a page."""


@dataclass
class Slots:
    """The slots of a document, one after the other; pages end as they fill up."""

    document: Document
    layout: Layout
    at: int = -1
    """The slot that is being filled, counted over all pages."""

    def __post_init__(self) -> None:
        self.boxes = slots(self.layout.sheet)
        check_start(self.layout, len(self.boxes))
        self.fitting = Fitting()
        self.at += self.layout.start_at - 1
        self.page = 0

    def next(self) -> None:
        """Go on to the next slot."""
        self.at += 1
        while self.at // len(self.boxes) > self.page:
            self.end_page()

    def fresh_sheet(self) -> None:
        """Begin the next document on the front of a sheet, where both sides are printed."""
        if self.layout.duplex in ("long", "short") and len(self.boxes) == 1 and (self.at + 1) % 2:
            self.at += 1

    def end_page(self) -> None:
        """End the page, with its marks."""
        back = self.page % 2 == 1 and self.layout.duplex in ("long", "short")
        draw_marks(self.document, self.layout, back=back)
        self.document.end_page()
        self.page += 1

    @property
    def box(self) -> Box:
        """What can be drawn on in the slot, in mm."""
        back = self.page % 2 == 1 and self.layout.duplex in ("long", "short")
        offset = self.layout.offset_back if back else self.layout.offset_front
        return self.boxes[self.at % len(self.boxes)].moved(*offset).inset(self.layout.sheet.safe)


def draw_one(flow: Flow, card: Card, number: int, writer: Writer, place: Slots, title: str) -> None:
    """Draw one document, beginning in a fresh slot."""
    place.fresh_sheet()
    place.next()
    width, height = place.box.width * MM, place.box.height * MM
    section = Node.of(writer.document.root.add("Sect"))
    if flow.whole:
        pieces = place.fitting.pieces(flow, writer.at(card, number), (width, height), section)
        stack(pieces, place.box.left * MM, writer.document.size[1] - place.box.top * MM)
        return
    writer = writer.at(card, number)
    pieces = build(flow.parts, writer, width, section)
    of = card.record if card.record not in ("", title) else ""
    Laying(pieces, writer, place, "  ·  ".join(part for part in (title, of) if part)).run()


def sizes_of(flow: Flow, layout: Layout, declared: float, floor: float, leading: float) -> Sizes:
    """Return the sizes on a sheet: slots narrower or wider than those declared scale everything.

    Args:
        flow: What is declared.
        layout: The sheet it is printed on.
        declared: The width of the slots that it was made for, in mm.
        floor: The least size that the variant allows, in points.
        leading: The least leading that the variant allows.
    """
    scale = layout.sheet.slot[0] / declared
    return Sizes(flow.size, max(flow.leading, leading), floor, scale)


class Fitting:
    """Finds how large a document may be that one slot holds; of equal ones, such as ballots, the first decides."""

    def __init__(self) -> None:
        self._known: tuple[Card, float] | None = None

    def pieces(self, flow: Flow, writer: Writer, room: tuple[float, float], above: Node) -> list[Piece]:
        """Return a document as large as a slot holds; what does not fit at the smallest is reported and left out."""
        assert writer.card
        known = self._known[1] if self._known and self._known[0] == writer.card else _SHARES[0]
        for share in _SHARES[_SHARES.index(known) :]:
            smaller = replace(writer.sizes, scale=writer.sizes.scale * share)
            pieces = build(flow.parts, writer.at(writer.card, sizes=smaller), room[0], above)
            if height_of(pieces) <= room[1] + _NEARLY:
                break
        self._known = (writer.card, share)
        if (needed := height_of(pieces)) > room[1] + _NEARLY:
            record = writer.card.record
            size = (needed / MM, room[1] / MM)
            over = Overflow(record, writer.number, "text", record, *size, across=False, ellipsis=False)
            writer.faults.append(over)
        return _as_far_as(pieces, room[1])


def _as_far_as(pieces: list[Piece], height: float) -> list[Piece]:
    """Return the pieces that a height holds, and of the next what can be torn off."""
    last = None
    while pieces and height_of(pieces) > height + _NEARLY:
        last = pieces.pop()
    if last and last.split and (found := last.split(height - height_of(pieces) - last.before)):
        return [*pieces, found[0]]
    return pieces


class Laying:
    """Lays the pieces of one document, from slot to slot."""

    def __init__(self, pieces: Sequence[Piece], writer: Writer, place: Slots, title: str, page: int = 1) -> None:
        self.waiting, self.writer, self.place, self.title = list(pieces), writer, place, title
        self.page, self.first = page, True
        self._open()

    def run(self) -> None:
        """Lay all of them."""
        while self.waiting:
            group = self._group()
            room = self.top - self.bottom
            needed = self._needed(group)
            if needed <= room + _NEARLY:
                self._put(group)
            elif (parts := self._split(group, room)) is not None:
                self._put(parts[0])
                self.waiting[:0] = parts[1]
                self._turn()
            elif self.first:
                self._report(group[0], room)
                self._put(group[:1])  # taller than any slot
                self.waiting[:0] = group[1:]
            else:
                self.waiting[:0] = group
                self._turn()
        self._foot()

    def _group(self) -> list[Piece]:
        """Take the next piece with those that it stays with, as long as a slot holds them."""
        whole = self.place.box.height * MM
        group = [self.waiting.pop(0)]
        while group[-1].keep and self.waiting and self._needed([*group, self.waiting[0]]) <= whole:
            group.append(self.waiting.pop(0))
        return group

    def _needed(self, group: list[Piece]) -> float:
        above = group[0].again.height if self.first and group[0].again else 0 if self.first else group[0].before
        return above + height_of(group)

    def _split(self, group: list[Piece], room: float) -> tuple[list[Piece], list[Piece]] | None:
        """Return a group cut within its last piece, if that is one that can be torn and of which a part fits."""
        last = group[-1]
        if last.whole and self._needed([last]) <= self.place.box.height * MM:
            return None
        rest = room - self._needed(group) + last.height
        found = last.split(rest) if last.split and rest > 0 else None
        return ([*group[:-1], found[0]], [found[1]]) if found else None

    def _report(self, piece: Piece, room: float) -> None:
        """Report a piece that no slot holds and that cannot be torn."""
        record = (self.writer.card.record if self.writer.card else "") or self.title
        size = (piece.height / MM, room / MM)
        self.writer.faults.append(
            Overflow(record, self.writer.number, "a part", record, *size, across=False, ellipsis=False)
        )

    def _put(self, group: list[Piece]) -> None:
        if self.first and group[0].again:
            group = [group[0].again, *group]
        for piece in group:
            self.top -= 0 if self.first else piece.before
            self.first = False
            piece.draw(self.left, self.top)
            self.top -= piece.height

    def _turn(self) -> None:
        self._foot()
        self.page += 1
        self.place.next()
        self._open()

    def _open(self) -> None:
        box = self.place.box
        page = self.writer.document.size[1]
        self.left, self.top, self.bottom = box.left * MM, page - box.top * MM, page - box.bottom * MM
        self.first = True

    def _foot(self) -> None:
        """Write title and page number below the last line: sheets that fell down find back into order."""
        if len(self.place.boxes) > 1:
            return
        type_ = self.writer.sizes.of("plain", max(_FOOT / self.writer.sizes.scale, 1))._replace(leading=1.2)
        box = self.place.box
        width, top = box.width * MM, self.bottom - 1.2 * MM
        if top - type_.pitch < self.place.layout.sheet.edge * MM:
            return
        lines = self.writer.lines(f"{self.title}  ·  {self.page}", width, type_)[:1]
        self.writer.draw(lines, (self.left, top), width, type_, None, "right")


def paper_size(layout: Layout) -> tuple[float, float]:
    """Return the size of the page in points."""
    width, height = page_size(layout.sheet)
    return width * MM, height * MM
