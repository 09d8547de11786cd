"""Headings, paragraphs, lists, boxes to tick and lines to write on, as pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.library.flow import Items, ItemsOf, Ticks
from toolkit.printing.flow.pieces import Node, Piece
from toolkit.printing.flow.writer import MM, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toolkit.library.flow import Heading, Paragraph, TicksOf, WriteIn
    from toolkit.printing.flow.writer import Type, Writer
    from toolkit.printing.pdf.tags import Role
    from toolkit.printing.text.line import Line

_ROLES: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}
_LEAST = 2
"""Lines of a paragraph that stay together at the end and at the beginning of a slot."""
LEAD = 5.8
"""How wide the words before paragraphs are, in parts of the size of plain text."""


def heading(part: Heading, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    """Yield a heading; it stays with what follows."""
    if text := writer.text(part.heading):
        type_ = writer.sizes.heading(part.level, part.size)
        lines = writer.lines(text, width, type_, name_of(part.heading))
        space = type_.size * (0.9 if part.level > 1 else 1.2)
        yield _block(writer, lines, width, type_, lambda: Node(_ROLES[part.level], above), before=space, keep=True)


def paragraph(part: Paragraph, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    """Yield a paragraph, with the word that stands before it."""
    text = writer.text(part.text)
    if not text and not part.write_in:
        return
    type_ = writer.sizes.of(part.look, part.size)
    indent = part.indent * MM * writer.sizes.scale
    lead = writer.lines(writer.text(part.lead), width, type_._replace(bold=True)) if part.lead else []
    if lead:
        least = LEAD * min(type_.size, writer.sizes.of("plain").size)
        indent = max(indent or least, lead[0].width * type_.size / 1000 + 0.6 * type_.size)
    lines = writer.lines(text, width - indent, type_, name_of(part.text))
    if not text:
        yield _blank_lines(writer, part.write_in, width, type_, above, indent, lead)
        return
    yield _paragraph(writer, lines, width, type_, above, part.align, indent, lead)


def _blank_lines(
    writer: Writer, count: int, width: float, type_: Type, above: Node, indent: float, lead: list[Line]
) -> Piece:
    pitch = max(type_.pitch, 9 * MM)

    def draw(left: float, top: float) -> None:
        writer.draw(lead[:1], (left, top), indent, type_._replace(bold=True), Node("P", above))
        for n in range(1, count + 1):
            _ruled(writer, width - indent, pitch * n)(left + indent, top)

    return Piece(count * pitch, draw, before=0.45 * type_.size)


def _paragraph(
    writer: Writer, lines: list[Line], width: float, type_: Type, above: Node, align: str, indent: float,
    lead: list[Line],
) -> Piece:  # fmt: skip
    def draw(left: float, top: float) -> None:
        if lead:
            writer.draw(lead[:1], (left, top), indent, type_._replace(bold=True), Node("P", above))
        writer.draw(lines, (left + indent, top), width - indent, type_, Node("P", above), align)

    def split(height: float) -> tuple[Piece, Piece] | None:
        most = int(height / type_.pitch + 1e-6)
        at = min(most, len(lines) - _LEAST)
        if at < _LEAST:
            return None
        first, rest = (
            _paragraph(writer, part, width, type_, above, align, indent, before)
            for part, before in ((lines[:at], lead), (lines[at:], []))
        )
        return first, rest

    return Piece(len(lines) * type_.pitch, draw, before=0.45 * type_.size, split=split)


def items(part: Items | ItemsOf, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    """Yield a list's entries, each with its bullet, number or box."""
    type_ = writer.sizes.of(part.look)
    indent = type_.size * (1.7 if part.numbered or part.tick else 1.1)
    whole = Node("L", above)
    texts = _written(part.items, writer) if isinstance(part, Items) else _listed(part.items_of, part.text, writer)
    for number, text in enumerate(texts, 1):
        lines = writer.lines(text, width - indent, type_, name_of(part.text) if isinstance(part, ItemsOf) else "")
        sign = f"{number}." if part.numbered else "•"
        yield _item(writer, lines, width, type_, indent, "" if part.tick else sign, whole)


def _written(texts: Sequence[str | dict[str, str]], writer: Writer) -> list[str]:
    return [text for text in map(writer.text, texts) if text]


def _listed(name: str, template: str | dict[str, str], writer: Writer) -> list[str]:
    """Return a text for each entry of a list of values."""
    assert writer.card
    entries = (writer.card.with_entry(entry) for entry in writer.card.lists.get(name, ()))
    return [text for entry in entries if (text := writer.at(entry).text(template))]


def _item(writer: Writer, lines: list[Line], width: float, type_: Type, indent: float, sign: str, whole: Node) -> Piece:
    def draw(left: float, top: float) -> None:
        body = Node("LBody", Node("LI", whole))
        if sign:
            writer.draw(writer.lines(sign, indent, type_), (left, top), indent, type_, body)
        else:
            tick_box(writer, left, top, type_)
        writer.draw(lines, (left + indent, top), width - indent, type_, body, "entry")

    return Piece(max(1, len(lines)) * type_.pitch, draw, before=0.28 * type_.size)


def tick_box(writer: Writer, left: float, top: float, type_: Type) -> None:
    """Draw an empty box beside a line of text."""
    side = 0.95 * type_.size
    y = top - (type_.pitch + side) / 2
    writer.ink(f"0.8 w 0 G {left + 0.4:.2f} {y:.2f} {side:.2f} {side:.2f} re S")


def ticks(part: Ticks | TicksOf, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    """Yield rows of boxes with their labels."""
    type_ = writer.sizes.of("plain")
    if label := writer.text(part.label):
        lines = writer.lines(label, width, type_)
        yield _block(writer, lines, width, type_, lambda: Node("P", above), before=0.45 * type_.size, keep=True)
    step, indent = width / part.across, 1.6 * type_.size
    texts = _written(part.ticks, writer) if isinstance(part, Ticks) else _listed(part.ticks_of, part.text, writer)
    labels = [writer.lines(text, step - indent - 2, type_) for text in texts]
    for start in range(0, len(labels), part.across):
        yield _ticks(writer, labels[start : start + part.across], step, indent, type_, above)


def _ticks(writer: Writer, labels: list[list[Line]], step: float, indent: float, type_: Type, above: Node) -> Piece:
    def draw(left: float, top: float) -> None:
        for i, lines in enumerate(labels):
            tick_box(writer, left + i * step, top, type_)
            writer.draw(lines, (left + i * step + indent, top), step - indent, type_, Node("P", above))

    return Piece(max(map(len, labels)) * type_.pitch, draw, before=0.3 * type_.size)


def write_in(part: WriteIn, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    """Yield lines to write on: the label before a single one, above several."""
    type_ = writer.sizes.of(part.look)
    pitch = part.pitch * MM * writer.sizes.scale
    label = writer.lines(writer.text(part.label), width, type_) if part.label else []
    if part.write == 1:
        yield _one_line(writer, label, width, type_, max(pitch, type_.pitch), above)
        return
    if label:
        yield _block(writer, label, width, type_, lambda: Node("P", above), before=0.6 * type_.size, keep=True)
    for n in range(part.write):
        yield Piece(pitch, _ruled(writer, width, pitch), keep=n == 0)


def _one_line(writer: Writer, label: list[Line], width: float, type_: Type, pitch: float, above: Node) -> Piece:
    height = max(pitch, len(label) * type_.pitch)
    begins = label[-1].width * type_.size / 1000 + 0.5 * type_.size if label else 0.0

    def draw(left: float, top: float) -> None:
        writer.draw(label, (left, top - height + len(label) * type_.pitch), width, type_, Node("P", above))
        y = top - height + (type_.pitch - type_.size) / 2
        writer.ink(f"0.6 w 0.3 G {left + begins:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S")

    return Piece(height, draw, before=0.2 * type_.size)


def _ruled(writer: Writer, width: float, pitch: float) -> Callable[[float, float], None]:
    def draw(left: float, top: float) -> None:
        y = top - pitch
        writer.ink(f"0.6 w 0.3 G {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S")

    return draw


def _block(
    writer: Writer, lines: list[Line], width: float, type_: Type, node: Callable[[], Node], *, before: float, keep: bool
) -> Piece:
    def draw(left: float, top: float) -> None:
        writer.draw(lines, (left, top), width, type_, node())

    return Piece(len(lines) * type_.pitch, draw, before=before, keep=keep)
