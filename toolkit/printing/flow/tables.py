"""Tables as pieces: a head that comes again on every slot, and rows that are not torn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.printing.card import Card
from toolkit.printing.flow.pieces import Node, Piece
from toolkit.printing.flow.texts import tick_box
from toolkit.printing.flow.writer import MM, name_of
from toolkit.printing.text.fit import longest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.library.flow import Column, Table
    from toolkit.printing.flow.writer import Type, Writer
    from toolkit.printing.pdf.tags import Role
    from toolkit.printing.text.line import Line

    _Set = tuple[Line, Type]

_ACROSS, _DOWN = 1.6 * MM, 1.0 * MM
"""From a cell's edges to its text."""
_NEARLY = 0.1
_ENDLESS = 1e9
_SCOPE = "<< /O /Table /Scope /Column >>"


class _Grid:
    """The columns of one table, and where each begins."""

    def __init__(self, part: Table, writer: Writer, width: float, cards: Sequence[Card]) -> None:
        self.part, self.writer, self.width = part, writer, width
        total = sum(column.wide for column in part.columns)
        shares = [column.wide / total * width for column in part.columns]
        self.widths = self._untorn(shares, cards)
        self.starts = [sum(self.widths[:i]) for i in range(len(self.widths))]

    def _texts(self, column: Column, cards: Sequence[Card]) -> list[_Set]:
        """Return what a column has to hold, its head first, each paragraph on one line."""
        head, look = self.writer.sizes.of("small")._replace(bold=True), self.writer.sizes.of(column.look)
        texts = [
            (head, self.writer.text(column.head)),
            *((look, self.writer.at(card).text(column.text)) for card in cards),
        ]
        return [(line, type_) for type_, text in texts for line in self.writer.lines(text, _ENDLESS, type_)]

    def _untorn(self, shares: list[float], cards: Sequence[Card]) -> list[float]:
        """Return the shares; where one would tear a word, so much of the others that none is torn, if there is room.

        Where there is not, as for a word of three hundred letters, the heads at least are whole.
        """
        columns = [self._texts(column, cards) for column in self.part.columns]
        if not any(_least(column, share) > share for column, share in zip(columns, shares, strict=True)):
            return shares
        widths = widened(shares, [_least(column) for column in columns])
        if widths != shares:
            return widths
        return widened(shares, [_least(self._texts(column, ())) for column in self.part.columns])

    def head(self, whole: Node | None) -> Piece | None:
        """Return the row of headings; without the table's node, one that is not read out again."""
        if not any(column.head for column in self.part.columns):
            return None
        type_ = self.writer.sizes.of("small")._replace(bold=True)
        cells = [self._cell(self.writer, column.head, i, type_) for i, column in enumerate(self.part.columns)]
        height = max(map(len, cells)) * type_.pitch + 2 * _DOWN

        def draw(left: float, top: float) -> None:
            self.writer.ink(f"0.9 g {left:.2f} {top - height:.2f} {self.width:.2f} {height:.2f} re f")
            row = Node("TR", whole) if whole else None
            for i, lines in enumerate(cells):
                self._draw_cell(lines, i, (left, top, height), type_, row, "TH")

        return Piece(height, draw, before=0.6 * type_.size, keep=True)

    def row(self, card: Card, whole: Node, again: Piece | None) -> Piece:
        """Return one row; it is torn where no slot holds it."""
        writer = self.writer.at(card)
        types = [writer.sizes.of(column.look) for column in self.part.columns]
        cells = [
            self._cell(writer, column.text, i, type_)
            for i, (column, type_) in enumerate(zip(self.part.columns, types, strict=True))
        ]
        return self._row(cells, types, whole, again)

    def _row(
        self, cells: list[list[Line]], types: list[Type], whole: Node, again: Piece | None, *, goes_on: bool = False
    ) -> Piece:
        """Return a row of cells, or what is left of one that was torn."""
        tallest = max(max(1, len(lines)) * type_.pitch for lines, type_ in zip(cells, types, strict=True))
        height = max(tallest + 2 * _DOWN, 0 if goes_on else self.part.tall * MM * self.writer.sizes.scale)
        low = max(map(len, cells)) <= 1  # alone on their line, texts stand in the middle

        def draw(left: float, top: float) -> None:
            row = Node("TR", whole)
            for i, (lines, type_) in enumerate(zip(cells, types, strict=True)):
                self._draw_cell(lines, i, (left, top, height), type_, row, "TD", low=low, ticked=goes_on)
            self._rules(left, top, height)

        def split(room: float) -> tuple[Piece, Piece] | None:
            most = [int((room - 2 * _DOWN) / type_.pitch) for type_ in types]
            if min(most) < 1 or all(len(lines) <= n for lines, n in zip(cells, most, strict=True)):
                return None
            fits = [lines[:n] for lines, n in zip(cells, most, strict=True)]
            rest = [lines[n:] for lines, n in zip(cells, most, strict=True)]
            first = self._row(fits, types, whole, again, goes_on=goes_on)
            return first, self._row(rest, types, whole, again, goes_on=True)

        return Piece(height, draw, again=again, split=split, whole=True)

    def _cell(self, writer: Writer, template: str | dict[str, str] | None, index: int, type_: Type) -> list[Line]:
        text = writer.text(template)
        name = name_of(template) if template else ""
        return writer.lines(text, self.widths[index] - 2 * _ACROSS, type_, name) if text else []

    def _draw_cell(
        self,
        lines: list[Line],
        index: int,
        at: tuple[float, float, float],
        type_: Type,
        row: Node | None,
        role: Role,
        *,
        low: bool = False,
        ticked: bool = False,
    ) -> None:
        left, top, height = at
        column: Column = self.part.columns[index]
        node = Node(role, row, _SCOPE if role == "TH" else "") if row else None
        if node and not lines:
            node.element  # noqa: B018 - an empty cell is a cell
        spare = height - 2 * _DOWN - max(1, len(lines)) * type_.pitch
        down = spare / 2 if low else 0.0
        x, width = left + self.starts[index] + _ACROSS, self.widths[index] - 2 * _ACROSS
        align = "centre" if column.tick else "entry" if column.align == "left" else column.align
        self.writer.draw(lines, (x, top - _DOWN - down), width, type_, node, align)
        if column.tick and role == "TD" and not ticked:
            tick_box(self.writer, x + (width - type_.size) / 2, top - _DOWN - down, type_)

    def _rules(self, left: float, top: float, height: float) -> None:
        """Draw the line below a row, and the lines between columns that are to be written in."""
        y = top - height
        parts = [f"0.5 w 0.45 G {left:.2f} {y:.2f} m {left + self.width:.2f} {y:.2f} l S"]
        for i, column in enumerate(self.part.columns):
            if i and column.text is None and not column.tick:
                x = left + self.starts[i]
                parts.append(f"{x:.2f} {top:.2f} m {x:.2f} {y:.2f} l S")
        self.writer.ink(" ".join(parts))


def _least(texts: list[_Set], unless: float = 0.0) -> float:
    """Return how wide a column is that tears no word of these texts; those that fit anyway are not looked at."""
    wide = [(line, type_) for line, type_ in texts if line.width * type_.size / 1000 + 2 * _ACROSS > unless]
    return max((longest(line) * type_.size / 1000 for line, type_ in wide), default=0.0) + 2 * _ACROSS + _NEARLY


def widened(shares: list[float], least: list[float]) -> list[float]:
    """Return widths of the same sum, none below what it is at least; what that takes, the roomy ones give."""
    lack = sum(max(0.0, needed - share) for share, needed in zip(shares, least, strict=True))
    slack = sum(max(0.0, share - needed) for share, needed in zip(shares, least, strict=True))
    if not 0 < lack <= slack:
        return shares
    return [
        needed if share < needed else share - lack * (share - needed) / slack
        for share, needed in zip(shares, least, strict=True)
    ]


def table(part: Table, writer: Writer, width: float, above: Node) -> Iterator[Piece]:
    """Yield a table's head and rows."""
    assert writer.card
    entries = list(writer.card.lists.get(part.rows_of or "", ()))
    blank = Card({name: "" for entry in entries for name in entry.values})
    entries += [blank] * (part.rows - len(entries))
    cards = [
        writer.card.with_entry(replace(entry, values={**entry.values, "row": str(number)}))
        for number, entry in enumerate(entries, 1)
    ]
    grid, whole = _Grid(part, writer, width, cards), Node("Table", above)
    head, again = grid.head(whole), grid.head(None)
    if head and cards:
        yield head
    for card in cards:
        yield grid.row(card, whole, again)
