"""From the declared parts of a document to pieces of a width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.library.flow import (
    Beside,
    Drawing,
    Each,
    FlowBand,
    FlowCode,
    Heading,
    Items,
    ItemsOf,
    Paragraph,
    Rule,
    Space,
    Table,
    Ticks,
    TicksOf,
    WriteIn,
)
from toolkit.printing.flow import texts
from toolkit.printing.flow.heat import heat_map
from toolkit.printing.flow.pieces import Node, Piece, beside
from toolkit.printing.flow.tables import table
from toolkit.printing.flow.writer import MM, Writer
from toolkit.printing.painter import Painter
from toolkit.printing.sheets.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_GAP = 7 * MM
"""Between columns."""


def build(parts: Sequence[object], writer: Writer, width: float, above: Node) -> list[Piece]:
    """Return declared parts as pieces, one below another."""
    return [piece for part in parts for piece in _BUILDERS[type(part)](part, writer, width, above)]


def _each(part: Each, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    assert writer.card
    for entry in writer.card.lists.get(part.each, ()):
        pieces = build(part.parts, writer.at(writer.card.with_entry(entry)), width, Node("Sect", above))
        for i, piece in enumerate(pieces):
            if part.keep and i < len(pieces) - 1:
                piece.keep = True
            yield piece


def _beside(part: Beside, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    count = len(part.beside)
    one = (width - (count - 1) * _GAP) / count
    columns = [build(column, writer, one, above) for column in part.beside]
    if any(columns):
        yield beside(columns, one + _GAP)


def _drawing(part: Drawing, writer: Writer, width: float, above: Node) -> Iterator[Piece]:  # noqa: ARG001
    assert writer.card
    domains = [entry.domain for entry in writer.card.lists.get("domains", ()) if entry.domain]
    yield from heat_map(writer, width, above, {domain.id: domain.code for domain in domains})


def _band(part: FlowBand, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    assert writer.card
    domain = writer.card.domain
    height = max(part.height * MM * writer.sizes.scale, 2.2 * writer.sizes.floor)

    def draw(left: float, top: float) -> None:
        box = Box(left / MM, (writer.document.size[1] - top) / MM, width / MM, height / MM)
        _painter(writer).band(domain, box, box, above.element)

    yield Piece(height, draw, before=2 * MM, keep=True)


def _code(part: FlowCode, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    assert writer.card
    card, size = writer.card, min(part.size * MM * writer.sizes.scale, width)

    def draw(left: float, top: float) -> None:
        box = Box(left / MM, (writer.document.size[1] - top) / MM, size / MM, size / MM)
        _painter(writer).code(writer.number, card, part.qr, box, above.element)

    if writer.text(part.qr):
        yield Piece(size, draw, before=2 * MM)


def _painter(writer: Writer) -> Painter:
    return Painter(writer.document, writer.setter, writer.language, writer.mono, faults=writer.faults)


def _rule(part: Rule, writer: Writer, width: float, above: Node) -> Iterator[Piece]:  # noqa: ARG001
    def draw(left: float, top: float) -> None:
        writer.ink(f"0.8 w 0 G {left:.2f} {top:.2f} m {left + width:.2f} {top:.2f} l S")

    yield Piece(1, draw, before=2.5 * MM)


def _space(part: Space, writer: Writer, width: float, above: Node) -> Iterator[Piece]:  # noqa: ARG001
    yield Piece(part.space * MM * writer.sizes.scale, lambda _left, _top: None)


_BUILDERS: dict[type, Callable[..., Iterator[Piece]]] = {
    Heading: texts.heading,
    Paragraph: texts.paragraph,
    Items: texts.items,
    ItemsOf: texts.items,
    WriteIn: texts.write_in,
    Ticks: texts.ticks,
    TicksOf: texts.ticks,
    Table: table,
    Each: _each,
    Beside: _beside,
    Drawing: _drawing,
    FlowBand: _band,
    FlowCode: _code,
    Rule: _rule,
    Space: _space,
}
