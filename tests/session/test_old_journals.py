"""Journals of every version of the format that was ever released open, say what they said, and go on."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.session.journal_fixture import FOLDER, STRUCK, load
from tests.session.room import BEN, START, TurnedClock, desk_on, done, timeline
from toolkit.session.codec import VERSION, encode
from toolkit.session.events import KINDS, NAMES
from toolkit.session.journal import Journal
from toolkit.session.people_state import Presence
from toolkit.terms.model import Counts, FacetAnswer
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.plan import Plan

DUMPS = sorted(FOLDER.glob("journal-v*.sql"))


@pytest.fixture(params=DUMPS, ids=[dump.stem for dump in DUMPS])
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A journal as a released version wrote it."""
    load(request.param, path)
    return path


def test_every_version_has_a_journal() -> None:
    versions = {int(match[1]) for dump in DUMPS if (match := re.fullmatch(r"journal-v(\d+)", dump.stem))}
    assert versions == set(range(1, VERSION + 1))


def test_an_old_journal_says_what_it_said(old: Path, plan: Plan) -> None:
    with desk_on(old, plan, TurnedClock(START + 200 * MINUTE)) as desk:
        state = desk.state
    assert state.plan is not None
    assert (state.plan.title, [step.id for step in state.plan.steps]) == (
        "Shared words",
        ["b1.s1", "b1.s2", "b1.s3", "b2.s1", "b3.s1", "b3.s2"],
    )
    assert timeline(state) == [
        ("b1.s1", 0, 6),
        ("b1.s2", 6, 17),
        ("b1.s3", 17, 20),
        ("b3.s1", 20, 32),
        ("b3.s2", 32, 40),
    ]
    assert state.finished == START + 40 * MINUTE
    assert [(note.id, note.text) for note in state.notes] == [
        ("n1", "said after 6 minutes: “治理” is not <governance>\n\0"),
        ("n2", "said after 11 minutes: “治理” is not <governance>\n\0"),
        ("n3", None),
    ]
    assert [(note.by, note.step, note.domain) for note in state.notes[:2]] == [
        (BEN, "b1.s1", "open-source"),
        (BEN, "b1.s2", "open-source"),
    ]
    assert [(item.id, item.text, item.step) for item in state.parked] == [
        ("x1", "who pays for the translation?", "b1.s2")
    ]
    assert [(c.id, c.text, c.owner, c.due, c.ask, c.checks) for c in state.commitments[:2]] == [
        ("k1", "draft the budget line", "K7X", "2026-12-17", "the treasury", (("budget", "no"),)),
        ("k2", "find a room for May", None, None, None, ()),
    ]
    assert state.turns == {"design": 1, "open-source": 1}
    assert state.extra == {"b1.s3": 3 * MINUTE}
    assert state.presence["K7X"] == Presence("open-source", START)
    assert state.presence["R9C"] == Presence("design", START, START + 23 * MINUTE)
    assert {letter: state.counters[letter] for letter in "nx"} == {"n": 4, "x": 1}
    assert state.speed == 1.5


@pytest.mark.parametrize("dump", [dump for dump in DUMPS if dump.stem != "journal-v1"], ids=lambda dump: dump.stem)
def test_an_old_journal_still_has_its_words_in_dispute(dump: Path, path: Path, plan: Plan) -> None:
    load(dump, path)
    with desk_on(path, plan, TurnedClock(START + 200 * MINUTE)) as desk:
        term = desk.state.term("governance")
    assert [(case.id, case.text, case.starter) for case in term.cases] == [
        ("c1", "a rule is changed and nobody voted", None),
        ("c3", "a minister signs an order", None),
        ("c4", "A group writes down who decides what.", "rules"),
    ]
    assert term.tallies["open-source"] == {"c1": Counts(4, 0, 1), "c3": Counts(0, 4, 1), "c4": Counts(3, 2, 0)}
    assert term.verdicts == {"K7X": {"c1": 1}, "M3V": {"c1": 0}, "R9C": {"c1": None}}
    assert (term.fixed, term.pools) == (True, ())
    assert term.revealed == START + 23 * MINUTE
    (sense,) = term.senses
    assert (sense.text, sense.example) == ("the agreed path <by> which a system grows", "a date picker")
    assert sense.facets["decides"] == FacetAnswer("maintainers", "those who keep it")
    assert (sense.ratings, sense.rate_tallies) == ({"K7X": -1}, {"design": (3, 1, 0)})
    assert term.outcome is not None
    assert (term.outcome.decision, term.outcome.text) == ("prefix", "protocol and public governance")
    assert [(d.id, d.domain, d.text) for d in term.dissents] == [("d1", "design", "a prefix hides the user")]


@pytest.mark.parametrize("dump", [dump for dump in DUMPS if dump.stem != "journal-v1"], ids=lambda dump: dump.stem)
def test_an_old_journal_still_has_what_was_corrected_aloud(dump: Path, path: Path, plan: Plan) -> None:
    load(dump, path)
    with desk_on(path, plan, TurnedClock(START + 200 * MINUTE)) as desk:
        found = desk.state.commitments[2]
    assert (found.owner, found.due, found.ask) == ("M3V", "2026-12-24", "the caretaker")
    assert (found.kept, found.kept_text, found.open) == ("moved", "the council meets later", True)


def test_an_old_journal_goes_on(old: Path, plan: Plan) -> None:
    with desk_on(old, plan, TurnedClock(START + 200 * MINUTE)) as desk:
        before = desk.state.seq
        assert done(desk, "note", text="later").reply == "n5"
        assert done(desk, "strike", ref="n2").reply.startswith("n2 is struck")
        assert done(desk, "undo").event.seq == before + 3
        assert desk.adopt_drafts("ana/", "ana/2") == "half a sen"
        assert desk.journal.mark("rehearsal-clock") == START


def test_the_journal_of_this_version_has_every_kind_of_event_and_every_field(path: Path) -> None:
    load(FOLDER / f"journal-v{VERSION}.sql", path)
    with closing(Journal(path, read_only=True)) as journal:
        events = journal.read()
        rows = journal._db.execute("SELECT kind, version, body FROM events ORDER BY seq").fetchall()
    assert {NAMES[type(event.body)] for event in events} == set(KINDS)
    changed = [
        event.seq for event, (kind, _, body) in zip(events, rows, strict=True) if encode(event.body) != (kind, body)
    ]
    assert not changed, (
        "events are written in another way than when this version's fixture was made: raise codec.VERSION and add an "
        "upcaster (before a release: python -m tests.session.journal_fixture)"
    )
    assert {version for _, version, _ in rows} == {VERSION}


def test_what_was_struck_is_not_in_the_dump_either() -> None:
    assert not [dump.name for dump in DUMPS if STRUCK in dump.read_text(encoding="utf-8")]
