"""What each word came to: senses, who could work with them, counts, how far domains are apart, deciding cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.document import Column, Heading, HeatMap, Items, Line, Row, Table
from toolkit.report.first_page import short
from toolkit.session.acceptance import votes_by_domain
from toolkit.session.room_terms import DECISIONS
from toolkit.session.said import pair_said, sense_said
from toolkit.session.term_events import CaseHung, Decided, ExampleGiven, FacetSet, Rated, RateTallied, SenseWritten
from toolkit.session.term_material import material
from toolkit.session.term_state import TermState
from toolkit.terms.parties import parties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.report.document import Numbers, Part
    from toolkit.report.record import Record
    from toolkit.session.term_state import Case
    from toolkit.terms.analysis import Pair
    from toolkit.terms.model import Counts, TermMaterial
    from toolkit.terms.parties import Party

_SENSES = (
    Column("Id", 0.7), Column("Who", 1.8, strong=True), Column("It means", 4), Column("Who decides", 2),
    Column("By when", 2), Column("What follows", 2),
)  # fmt: skip
_RATED = (
    Column("Id", 0.7),
    Column("Who", 3, strong=True),
    Column("Could", 1),
    Column("Pass", 1),
    Column("Could not", 1),
)
_PAIRS = (
    Column("Who and who", 3, strong=True), Column("In this room", 2), Column("Mismatch", 1.2),
    Column("Deciding case", 1.2), Column("Who said yes", 3),
)  # fmt: skip
_HOW_TO_READ = Line(
    "Mismatch: how far two domains differ beyond how far each differs within itself; 0 or less is none, 1 is the most. "
    "With fewer than four answers in a domain it is too few to tell. Indicative: some of the counts have no ballots "
    "behind them.",
    small=True,
)
"""Stands below the first word that has pairs."""
_ACROSS = 7
"""Cases beside each other in a table of counts."""
_EVIDENCE = {"named": "ballots", "tally": "count", "mixed": "both", None: ""}


def words(record: Record) -> Iterator[Part]:
    """Yield a section for each word that anything was recorded of, and in a line the others."""
    touched = [term for term in record.terms if record.state.term(term) != TermState()]
    explained = False
    for term in touched:
        yield from (parts := list(_word(record, term)))
        if not explained and any(isinstance(part, HeatMap) for part in parts):
            yield _HOW_TO_READ
            explained = True
    if untouched := [record.term(term) for term in record.terms if term not in touched]:
        yield Heading("Other words" if touched else "The words")
        yield Line(f"Nothing was recorded on {', '.join(untouched)}.")
    elif not touched:
        yield Heading("The words")
        yield Line("No word was in dispute.")


def _word(record: Record, term: str) -> Iterator[Part]:
    known = record.state.term(term)
    yield Heading(f"The word: {short(record.term(term))}")
    if known.outcome and known.outcome.text:
        said = f"{DECISIONS[known.outcome.decision].capitalize()}: {record.text(known.outcome.text)}"
        yield Line(said, record.journal.about([known.outcome.id], Decided))
    elif known.outcome:
        yield Line("The decision was struck from the record.")
    else:
        yield Line("No decision was recorded.")
    yield from _senses(record, known)
    if cases := _all_cases(record, term):
        lines = (
            Line(f"{case.id}: {record.text(case.text)}", record.journal.about([case.id], CaseHung)) for case in cases
        )
        yield Items(tuple(lines))
    if known.revealed is None:
        if known.judged:
            yield Line("This word was not revealed: its counts are left out.")
        return
    yield from _counted(record, term)


def _all_cases(record: Record, term: str) -> list[Case]:
    """Return the cases that a word was judged on; they may hang on another word's wall."""
    wanted = material(record.state, term).cases
    by_id = {case.id: case for known in record.state.terms.values() for case in known.cases}
    return [by_id[id_] for id_ in wanted if id_ in by_id and by_id[id_].text]


def _senses(record: Record, known: TermState) -> Iterator[Part]:
    senses = [sense for sense in known.senses if sense.text and record.told(sense.domain)]
    rows, rated = [], []
    for sense in senses:
        said = sense_said(record.state, sense)
        text = record.text(said.text) + (f" (for example: {record.text(said.example)})" if said.example else "")
        cells = (sense.id, record.side(sense.domain), text, *map(record.text, said.answers))
        rows.append(Row(cells, record.journal.about([sense.id], SenseWritten, FacetSet, ExampleGiven)))
        for domain, votes in votes_by_domain(record.state, sense).items():
            if record.told(domain):
                counts = (str(votes.count(vote)) for vote in (1, 0, -1))
                rated.append(Row((sense.id, record.side(domain), *counts), _ratings(record, sense.id, domain)))
    if rows:
        yield Table(_SENSES, tuple(rows))
    if rated:
        yield Heading("Who could work with which sense", 3)
        yield Table(_RATED, tuple(rated))


def _ratings(record: Record, sense: str, domain: str) -> Numbers:
    """Return where the ratings of a domain come from: ballots by name, else dots on a poster; the latest of each."""
    hat, journal = record.state.hat, record.journal
    named = {b.person: e.seq for e, b in journal.of(Rated) if b.sense == sense and hat(b.person) == domain}
    dots = [e.seq for e, b in journal.of(RateTallied) if b.sense == sense and b.domain == domain]
    return tuple(sorted(named.values())) or tuple(dots[-1:])


def _counted(record: Record, term: str) -> Iterator[Part]:
    said = material(record.state, term)
    sides = [side for side in parties(said) if side.evidence and record.told(side.name)]
    if not sides:
        return
    yield Heading("What each domain answered: yes / no / unsure", 3)
    for start in range(0, len(said.cases), _ACROSS):
        yield _counts(record, said, sides, start)
    told = {side.name for side in sides}
    pairs = [pair for pair in record.analyst.of(record.state, term).pairs if {pair.a, pair.b} <= told and pair.deciding]
    if pairs:
        yield Heading("How far they are apart", 3)
        codes = {domain.id: domain.code for domain in record.plan.domains}
        yield HeatMap(tuple(map(pair_said, pairs)), codes)
        yield Table(_PAIRS, tuple(_pair(record, pair, said, sides) for pair in pairs))


def _counts(record: Record, said: TermMaterial, sides: Sequence[Party], start: int) -> Table:
    """Return what each side answered to some of the cases; a case that was struck keeps its number."""
    cases = said.cases[start : start + _ACROSS]
    heads = (Column("Who", 3, strong=True), Column("From", 1.2), *(Column(case, 1) for case in cases))
    rows = []
    for side in sides:
        cells = (_triple(counts) for counts in side.counts[start : start + _ACROSS])
        where = _ballots(record, said, side)
        rows.append(Row((record.side(side.name), _EVIDENCE[side.evidence], *cells), where))
    return Table(heads, tuple(rows))


def _triple(counts: Counts) -> str:
    return f"{counts.yes} / {counts.no} / {counts.unsure}" if counts.answered or counts.unsure else "–"


def _ballots(record: Record, said: TermMaterial, side: Party) -> Numbers:
    """Return where the counts of a side come from: ballots of its people, else what its domains counted."""
    known = [(domain, said.ballots[domain]) for domain in side.domains if domain in said.ballots]
    people = {person for _, ballots in known for person in ballots.rows}
    counted = {domain for domain, ballots in known if not ballots.rows}
    journal = record.journal
    return tuple(sorted({*journal.verdicts(said.term, people), *journal.counts(said.term, counted)}))


def _pair(record: Record, pair: Pair, said: TermMaterial, sides: Sequence[Party]) -> Row:
    assert pair.deciding
    of = {side.name: side for side in sides}
    told = pair_said(pair)
    enough = pair.mismatch.enough and pair.mismatch.mismatch is not None
    cells = (
        f"{record.side(pair.a)} – {record.side(pair.b)}",
        told.words + (", indicative" if pair.indicative and told.state not in ("", "undecided") else ""),
        f"{round(pair.mismatch.mismatch or 0, 2) + 0.0:.2f}" if enough else "–",
        pair.deciding.case,
        _against(pair.deciding.a, pair.deciding.b),
    )
    numbers = {*_ballots(record, said, of[pair.a]), *_ballots(record, said, of[pair.b])}
    return Row(cells, tuple(sorted(numbers)))


def _against(a: Counts, b: Counts) -> str:
    """Return raw counts as they are said: `4 of 4 against 0 of 5`."""
    unsure = f", {a.unsure + b.unsure} unsure" if a.unsure or b.unsure else ""
    return f"{a.yes} of {a.answered} against {b.yes} of {b.answered}{unsure}"
