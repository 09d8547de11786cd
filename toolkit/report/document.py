"""A report as values: headings, lines, tables and drawings, each with the journal numbers that it comes from.

Texts are as they were said; whoever renders them brings them through the door of the format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.said import PairSaid

Numbers: TypeAlias = tuple[int, ...]
"""Numbers of events in the journal, in order."""


@value()
class Heading:
    """A heading; the title has level 1."""

    text: str
    level: int = 2


@value()
class Line:
    """A sentence or two."""

    text: str
    numbers: Numbers = ()
    small: bool = False


@value()
class Items:
    """Short lines, one below another."""

    lines: tuple[Line, ...]


@value()
class Column:
    """A column of a table: its head, its share of the width, whether it stands out."""

    head: str
    wide: float = 1.0
    strong: bool = False


@value()
class Row:
    """A row: a text for each column, and where its figures come from."""

    cells: tuple[str, ...]
    numbers: Numbers = ()


@value()
class Table:
    """Rows of one kind."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def name(self, row: Row) -> str:
        """Return what a row is of: what stands out in it, else what it begins with."""
        strong = (cell for column, cell in zip(self.columns, row.cells, strict=True) if column.strong)
        return next(strong, row.cells[0])


@value()
class HeatMap:
    """How far any two sides are apart on a word: drawn on paper, a table of words elsewhere."""

    pairs: tuple[PairSaid, ...]
    codes: Mapping[str, str]
    """The short code of each domain."""

    def code(self, side: str) -> str:
        """Return the short name of a side."""
        return "+".join(self.codes.get(part, part) for part in side.split("+"))


Part: TypeAlias = Heading | Line | Items | Table | HeatMap


@value()
class Report:
    """A whole report. Its first page stands alone."""

    title: str
    language: str
    first: tuple[Part, ...]
    rest: tuple[Part, ...]
