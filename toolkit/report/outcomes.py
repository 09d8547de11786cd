"""What was agreed, what stays open, who does what by when: for the first page in short, and whole further on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.document import Column, Heading, Line, Row, Table
from toolkit.report.numbers import ordered
from toolkit.report.record import NOBODY
from toolkit.session.read_back import KEPT_WORDS
from toolkit.session.room_terms import DECISIONS
from toolkit.session.term_events import Decided, Dissented, Revealed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.report.document import Part
    from toolkit.report.record import Record
    from toolkit.session.commitment_state import Commitment
    from toolkit.session.state import Said

_CHECKS = ("budget", "law", "people")


def agreed(record: Record) -> list[Row]:
    """Return each word with what the room decided about it, but for those that it parked."""
    return [row for term, decision, row in _decisions(record) if decision != "park"]


def left_open(record: Record) -> list[Row]:
    """Return id, word, who, what: dissents as they were said, words that were parked, words shown and not decided."""
    return [*_dissents(record), *_parked_words(record), *_undecided(record)]


def _decisions(record: Record) -> Iterator[tuple[str, str, Row]]:
    for term in record.terms:
        outcome = record.state.term(term).outcome
        if outcome and outcome.text:
            said = f"{DECISIONS[outcome.decision]}: {record.text(outcome.text)}"
            numbers = record.journal.about([outcome.id], Decided)
            yield term, outcome.decision, Row((outcome.id, record.term(term), said), numbers)


def _dissents(record: Record) -> Iterator[Row]:
    for term in record.terms:
        for dissent in record.state.term(term).dissents:
            if dissent.text and record.told(dissent.domain):
                cells = (dissent.id, record.term(term), record.side(dissent.domain), record.text(dissent.text))
                yield Row(cells, record.journal.about([dissent.id], Dissented))


def _parked_words(record: Record) -> Iterator[Row]:
    for _, decision, row in _decisions(record):
        if decision == "park":
            id_, word, said = row.cells
            yield Row((id_, word, "The room", said), row.numbers)


def _undecided(record: Record) -> Iterator[Row]:
    for term in record.terms:
        known = record.state.term(term)
        if known.revealed is not None and known.outcome is None:
            shown = [event.seq for event, body in record.journal.of(Revealed) if body.term == term]
            yield Row(("–", record.term(term), "–", "No decision was recorded."), tuple(shown[-1:]))


OPEN = (Column("Id", 0.7), Column("Word", 2, strong=True), Column("Who", 2), Column("What they said", 6))
LOT = (Column("Id", 0.7), Column("Matter", 7.5), Column("From", 1.8), Column("At", 1))
TO_DO = (
    Column("Id", 0.7), Column("Who", 2.3, strong=True), Column("Does what", 3.2), Column("Must ask", 1.6),
    Column("By when", 1.8), Column("Budget", 1.55), Column("Law", 1.55), Column("People", 1.55),
)  # fmt: skip

BECAME = (Column("Id", 0.7), Column("Who", 2.3, strong=True), Column("What", 4), Column("What became of it", 4))


def disagreements(record: Record) -> Iterator[Part]:
    """Yield what stays open, as it was said and with nothing added."""
    yield Heading("Open disagreements")
    if rows := left_open(record):
        yield Table(OPEN, tuple(rows))
    else:
        told = " that can be told here" if record.anonymous else ""
        yield Line(f"No dissent{told} was recorded, and no word was left open.")


def promises(record: Record) -> list[Commitment]:
    """Return the commitments that are still to be kept, those with an owner first."""
    return sorted((c for c in record.state.commitments if c.open), key=lambda one: one.owner is None)


def commitments(record: Record) -> Iterator[Part]:
    """Yield who does what; what nobody has taken on stands apart."""
    owned = [one for one in promises(record) if one.owner]
    free = [one for one in promises(record) if not one.owner]
    yield Heading("Commitments")
    if not owned and not free:
        yield Line(nothing_to_do(record))
    if owned:
        yield Table(TO_DO, tuple(_to_do(record, one) for one in owned))
    if free:
        yield Heading("No owner yet", 3)
        yield Table(TO_DO, tuple(_to_do(record, one) for one in free))
    if kept := [one for one in record.state.commitments if one.kept and one.text is not None]:
        yield Heading("What became of what was promised", 3)
        yield Table(BECAME, tuple(_became(record, one) for one in kept))
    if owned or free:
        yield Line("Budget, law and people: whether they are there. – means that nobody asked.", small=True)


def nothing_to_do(record: Record) -> str:
    """Return why nothing is still to be kept: nothing was promised, or what became of all that was."""
    over = [one.kept or "" for one in record.state.commitments if one.text is not None]
    if not over:
        return "No commitment was recorded."
    return f"Every commitment is {' or '.join(words for answer, words in KEPT_WORDS.items() if answer in over)}."


def _to_do(record: Record, one: Commitment) -> Row:
    checks = dict(one.checks)
    cells = (
        one.id,
        owner(record, one),
        record.text(one.text),
        record.text(one.ask) or "–",
        one.due or "–",
        *(checks.get(what, "–") for what in _CHECKS),
    )
    return Row(cells, ordered([one.seq, *record.journal.about([one.id])]))


def _became(record: Record, one: Commitment) -> Row:
    words = KEPT_WORDS[one.kept or ""] + (f": {record.text(one.kept_text)}" if one.kept_text else "")
    return Row((one.id, owner(record, one), record.text(one.text), words), record.journal.about([one.id]))


def owner(record: Record, one: Commitment) -> str:
    """Return who has taken something on."""
    return record.person(one.owner) if one.owner else NOBODY


def parking_lot(record: Record) -> Iterator[Part]:
    """Yield what was put off."""
    yield Heading("Parking lot")
    if items := matters(record):
        yield Table(LOT, tuple(matter(record, item) for item in items))
    else:
        yield Line("Nothing was parked.")


def matters(record: Record) -> list[Said]:
    """Return what was put on the parking lot and may be told."""
    return [item for item in record.state.parked if item.text and record.matter_told(item)]


def matter(record: Record, item: Said) -> Row:
    """Return a matter or a note as a row: id, words, whose, when."""
    who = record.side(item.domain) if item.domain else "–"
    numbers = ordered([item.seq, *record.journal.about([item.id])])
    return Row((item.id, record.text(item.text), who, record.clock(item.at)), numbers)


def notes(record: Record) -> Iterator[Part]:
    """Yield what was noted. It stays in the folder: nobody who was quoted has seen it in writing."""
    found = [note for note in record.state.notes if note.text]
    if found and not record.anonymous:
        yield Heading("Notes")
        yield Table((LOT[0], Column("Said", 7.5), *LOT[2:]), tuple(matter(record, note) for note in found))
