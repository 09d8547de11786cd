"""A report as chapters for paper: parts of a flowing document, and the values that they are filled from.

Every text goes in as a value, never as a part's own words, so that braces in it mean nothing.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from toolkit.library import flow
from toolkit.printing.card import Card
from toolkit.printing.chapters import Chapter
from toolkit.printing.values import domain_card
from toolkit.report.document import Heading, HeatMap, Items, Line, Row, Table
from toolkit.report.numbers import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.report.document import Part
    from toolkit.workshop.plan import DomainInfo

_MOST, _MOST_LINES = 600, 12
"""Characters and lines of a cell; a row cannot be torn, so that more goes on in a row below it."""
_JOURNAL = 1.6
"""Width of the column with journal numbers."""
_MOST_SIDES = 12
"""Sides that a drawing has room for."""
_COMBINED = ("Mn", "Mc", "Me", "Cf")


def to_chapters(parts: Sequence[Part], domains: Sequence[DomainInfo]) -> list[Chapter]:
    """Return parts of a report as chapters."""
    return [chapter for part in parts for chapter in _chapter(part, domains)]


def joined(chapters: Sequence[Chapter]) -> Chapter:
    """Return chapters as one, for a page that holds all of them: each keeps its values under names of its own."""
    parts, lists = [], {}
    for number, chapter in enumerate(chapters):
        name = "part_" + "abcdefghijklmnopqrstuvwxyz"[number]
        lists[name] = (chapter.card,)
        parts.append(flow.Each(each=name, parts=list(chapter.parts)))
    return Chapter(tuple(parts), Card({}, record="the first page", lists=lists))


def _chapter(part: Part, domains: Sequence[DomainInfo]) -> Iterator[Chapter]:
    if isinstance(part, Heading):
        yield Chapter((flow.Heading(heading="{text}", level=part.level),), _card(part.text))
    elif isinstance(part, Line):
        look: flow.Look = "small" if part.small else "plain"
        yield Chapter((flow.Paragraph(text="{text}", look=look),), _card(_marked(part)))
    elif isinstance(part, Items):
        yield from (_item(line) for line in part.lines)
    elif isinstance(part, Table):
        yield _table(part)
    elif len({side for pair in part.pairs for side in (pair.a, pair.b)}) <= _MOST_SIDES:
        yield _drawing(part, domains)


def _card(text: str) -> Card:
    return Card({"text": text}, record="the report")


def _marked(line: Line) -> str:
    found = mark(line.numbers)
    return f"{line.text}  ({found})" if found else line.text


def _item(line: Line) -> Chapter:
    """Return an entry of a list; a long one is a paragraph, which can go on on the next page."""
    text = _marked(line)
    if len(text) > _MOST or text.count("\n") > _MOST_LINES:
        return Chapter((flow.Paragraph(text="{text}", indent=4),), _card(text))
    look: flow.Look = "small" if line.small else "plain"
    lists = {"lines": (Card({"text": text}),)}
    return Chapter((flow.ItemsOf(items_of="lines", look=look),), Card({}, record="the report", lists=lists))


def _table(table: Table) -> Chapter:
    sourced = any(row.numbers for row in table.rows)
    columns = [
        flow.Column(head=column.head, text=f"{{c{i}}}", wide=column.wide, look="strong" if column.strong else "plain")
        for i, column in enumerate(table.columns)
    ]
    if sourced:
        columns.append(flow.Column(head="Journal", text=f"{{c{len(columns)}}}", wide=_JOURNAL, look="small"))
    rows = tuple(Card({f"c{i}": cell for i, cell in enumerate(cells)}) for row in table.rows for cells in _rows(row))
    card = Card({}, record="the report", lists={"rows": rows})
    return Chapter((flow.Table(columns=columns, rows_of="rows"),), card)


def _rows(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield a row, and below it what of its cells is too long for one."""
    pieces = [list(_pieces(cell)) or [""] for cell in (*row.cells, mark(row.numbers))]
    for number in range(max(map(len, pieces))):
        yield tuple(cell[number] if number < len(cell) else "" for cell in pieces)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that a row holds, cut at spaces where there are any, and never within a character."""
    while text:
        end = min(len(text), _MOST)
        lines = text[:end].split("\n")
        if len(lines) > _MOST_LINES:
            end = len("\n".join(lines[:_MOST_LINES]))
        elif end < len(text):
            space = text.rfind(" ", end // 2, end)
            end = space + 1 if space > 0 else _whole(text, end)
        yield text[:end]
        text = text[end:].removeprefix("\n")


def _whole(text: str, end: int) -> int:
    """Return the next place from `end` on at which no character is torn from its marks."""
    while end < len(text) and (unicodedata.category(text[end]) in _COMBINED or text[end - 1] == "\u200d"):
        end += 1
    return end


def _drawing(drawing: HeatMap, domains: Sequence[DomainInfo]) -> Chapter:
    card = Card({}, record="the report", lists={"domains": tuple(map(domain_card, domains))}, pairs=drawing.pairs)
    return Chapter((flow.Drawing(draw="heat-map"),), card)
