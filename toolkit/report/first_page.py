"""The first page: to be photographed, or copied by hand. It has what people need to take home, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.document import Column, Heading, Line, Row, Table
from toolkit.report.outcomes import agreed, left_open, matters, nothing_to_do, owner, promises

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.report.document import Part
    from toolkit.report.record import Record
    from toolkit.session.commitment_state import Commitment

MOST_WORDS, MOST_OPEN, MOST_MATTERS, MOST_PROMISES = 6, 7, 5, 12
"""Rows of each kind; the rest is counted, and stands further on."""
LONGEST = 140
"""Characters of a text; the rest stands further on."""
_LEAD = 60
"""Characters of a name or a word."""
_ROOM = 1_150.0
"""Letters of all rows of a kind: what a page holds at the smallest size."""

_AGREED = (Column("Word", 3, strong=True), Column("What we do with it", 8))
_OPEN = (Column("About", 3, strong=True), Column("Who", 2), Column("What they said", 6))
_TO_DO = (Column("Who", 3.4, strong=True), Column("Does what", 4.4), Column("By when", 2.5), Column("Must ask", 2))


def first_page(record: Record) -> Iterator[Part]:
    """Yield the first page."""
    plan = record.plan
    yield Heading(short(record.text(plan.title)), 1)
    place = short(record.text(plan.place))
    yield Line(", ".join(part for part in (*record.kinds, record.day, place) if part))
    yield Heading("What we agreed")
    yield from _table(_AGREED, [Row(row.cells[1:]) for row in agreed(record)], MOST_WORDS, "Nothing was recorded.")
    yield Heading("What stays open")
    opened = [Row(row.cells[1:]) for row in left_open(record)][:MOST_OPEN]
    lot = [
        Row(("parking lot", record.side(item.domain) if item.domain else "–", record.text(item.text)))
        for item in matters(record)
    ]
    more = max(0, len(left_open(record)) - MOST_OPEN) + max(0, len(lot) - MOST_MATTERS)
    yield from _table(_OPEN, [*opened, *lot[:MOST_MATTERS]], MOST_OPEN + MOST_MATTERS, "Nothing was recorded.", more)
    yield Heading("Who does what by when")
    todo = [_to_do(record, one) for one in promises(record)]
    yield from _table(_TO_DO, todo, MOST_PROMISES, nothing_to_do(record))


def _to_do(record: Record, one: Commitment) -> Row:
    return Row((owner(record, one), record.text(one.text), one.due or "–", record.text(one.ask) or "–"))


def _table(columns: tuple[Column, ...], rows: Sequence[Row], most: int, nothing: str, more: int = 0) -> Iterator[Part]:
    """Yield rows as far as the page has room for them, and how many more there are."""
    if not rows:
        yield Line(nothing)
        return
    kept, left = list[Row](), _ROOM
    for row in rows[:most]:
        shortened = _shortened(columns, row)
        left -= sum(map(_width, shortened.cells))
        if kept and left < 0:
            break
        kept.append(shortened)
    yield Table(columns, tuple(kept))
    if more := more + len(rows) - len(kept):
        yield Line(f"And {more} more, further on.", small=True)


def _shortened(columns: tuple[Column, ...], row: Row) -> Row:
    lengths = (_LEAD if column.strong else LONGEST for column in columns)
    return Row(tuple(short(cell, most) for cell, most in zip(row.cells, lengths, strict=True)))


def _width(text: str) -> float:
    """Return about how many letters' room a text takes: capitals, and letters of most other scripts, are wide."""
    return sum(1.0 if symbol.isascii() and not symbol.isupper() else 1.5 for symbol in text)


def short(text: str, most: int = LONGEST) -> str:
    """Return a text on one line, the end of a long one left out."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[:most]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[most // 2 :] else kept} …"
