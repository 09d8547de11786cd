"""The first page: to be photographed, or copied by hand. It has what people need to take home, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.document import Column, Heading, Line, Row, Table
from toolkit.report.outcomes import agreed, left_open, matters, owner, promises

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.report.document import Part
    from toolkit.report.record import Record
    from toolkit.session.state import Commitment

MOST_WORDS, MOST_OPEN, MOST_MATTERS, MOST_PROMISES = 6, 7, 5, 12
"""Rows of each kind; the rest is counted, and stands further on."""
LONGEST = 140
"""Characters of a text; the rest stands further on."""

_AGREED = (Column("Word", 3, strong=True), Column("What we do with it", 8))
_OPEN = (Column("About", 3, strong=True), Column("Who", 2), Column("What they said", 6))
_TO_DO = (Column("Who", 2.6, strong=True), Column("Does what", 4.4), Column("By when", 2), Column("Must ask", 2))


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
    lot = [Row(("parking lot", "–", record.text(item.text))) for item in matters(record)]
    more = max(0, len(left_open(record)) - MOST_OPEN) + max(0, len(lot) - MOST_MATTERS)
    yield from _table(_OPEN, [*opened, *lot[:MOST_MATTERS]], MOST_OPEN + MOST_MATTERS, "Nothing was recorded.", more)
    yield Heading("Who does what by when")
    todo = [_to_do(record, one) for one in promises(record)]
    yield from _table(_TO_DO, todo, MOST_PROMISES, "No commitment was recorded.")


def _to_do(record: Record, one: Commitment) -> Row:
    return Row((owner(record, one), record.text(one.text), one.due or "–", record.text(one.ask) or "–"))


def _table(columns: tuple[Column, ...], rows: Sequence[Row], most: int, nothing: str, more: int = 0) -> Iterator[Part]:
    more += max(0, len(rows) - most)
    if not rows:
        yield Line(nothing)
        return
    yield Table(columns, tuple(Row(tuple(map(short, row.cells))) for row in rows[:most]))
    if more:
        yield Line(f"And {more} more, further on.", small=True)


def short(text: str) -> str:
    """Return a text on one line, the end of a long one left out."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    kept = line[:LONGEST]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[LONGEST // 2 :] else kept} …"
