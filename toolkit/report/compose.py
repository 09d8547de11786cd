"""Put a report together: its first page, its sections, and where the figures come from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from toolkit.report.afternoon import afternoon
from toolkit.report.document import Heading, Items, Line, Report, Table
from toolkit.report.first_page import first_page, short
from toolkit.report.numbers import full_mark, is_counted
from toolkit.report.outcomes import commitments, disagreements, notes, parking_lot
from toolkit.report.people import before_and_after, participants, voice
from toolkit.report.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.report.document import Numbers, Part
    from toolkit.report.record import Record

_SECTIONS = (afternoon, words, disagreements, commitments, voice, before_and_after, parking_lot, notes, participants)


def compose(record: Record) -> Report:
    """Return the report of a session, however far it has come."""
    sections = tuple(chain.from_iterable(section(record) for section in _SECTIONS))
    title = f"{', '.join(('Report', *record.kinds))}: {short(record.text(record.plan.title))}"
    rest = (*_about(record), *sections, *_origins(sections))
    return Report(title, record.plan.language, (*first_page(record),), rest)


def _about(record: Record) -> Iterator[Part]:
    if record.rehearsal:
        yield Line("This is a rehearsal: nothing of it happened in a room.")
    if record.anonymous:
        yield Line(
            "This report leaves out names, notes, and what domains of fewer than four people said. What such domains "
            "counted stands together with the next."
        )


def _origins(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield how to look figures up, and in full the numbers that are only counted beside their figure."""
    yield Heading("Where the figures come from")
    yield Line("#12 is event 12 of the journal: “workshop log DIR” shows each with its number, time and words.")
    if lines := tuple(_counted(parts)):
        yield Items(lines)


def _counted(parts: Iterable[Part]) -> Iterator[Line]:
    under = ""
    for part in parts:
        if isinstance(part, Heading) and part.level < 3:
            under = part.text
        elif isinstance(part, Table):
            for row in part.rows:
                yield from _whole(f"{under}, {short(part.name(row))}", row.numbers)
        elif isinstance(part, Line | Items):
            for line in part.lines if isinstance(part, Items) else (part,):
                yield from _whole(f"{under}, {short(line.text)[:40]}", line.numbers)


def _whole(label: str, numbers: Numbers) -> Iterator[Line]:
    if is_counted(numbers):
        yield Line(f"{label}: {full_mark(numbers)}", small=True)
