"""A session in which everything is said that can be, in whatever words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.session.room import ANA, BEN, START
from toolkit.report.record import Record
from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session import term_events as te
from toolkit.session.fold import fold
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan


def journal(bodies: Sequence[Body]) -> list[ev.Event]:
    """Return bodies as events, a minute apart, by two facilitators in turn."""
    return [ev.Event(seq, START + seq * MINUTE, (ANA, BEN)[seq % 2], body) for seq, body in enumerate(bodies, 1)]


def record_of(
    events: Sequence[ev.Event], names: Mapping[str, str], *, anonymous: bool = False, rehearsal: bool = False
) -> Record:
    return Record(fold(events), events, names, anonymous, rehearsal)


def everything(plan: Plan, text: str) -> list[Body]:
    """Return events of every kind that a report tells of, with `text` wherever somebody's words stand."""
    term = "governance"
    return [
        ev.WorkshopOpened(plan),
        ev.Entered("b1.s1", START),
        *(ev.Arrived(person.id, person.domain) for person in plan.people),
        pe.WalkedIn("T8Q", "design"),
        *(ev.Spoke(domain) for domain in ("design", "design", "open-source")),
        ev.Noted("n1", text, START, "b1.s1", "design"),
        ev.Parked("x1", text, START, None, "open-source"),
        ev.Committed("k1", text, START, "K7X", "2026-12-20", text),
        ev.Committed("k2", text, START),
        ev.Checked("k1", "budget", "no"),
        te.CaseHung("c1", term, text),
        te.CaseHung("c2", term, text),
        te.SenseWritten("s1", term, "design", text),
        te.FacetSet("s1", "decides", "maintainers", text),
        te.ExampleGiven("s1", text),
        te.Rated("s1", "K7X", 2),
        te.RateTallied("s1", "design", 1, 0, 2),
        te.Judged("c1", "K7X", "yes", term, "open-source"),
        te.Tallied(term, "design", (te.CaseTally("c1", 0, 4, 1), te.CaseTally("c2", 4, 0, 0))),
        te.Revealed(term, "c1", "open-source", "design", (1, 0, 0), (0, 4, 1), "undecided", indicative=True),
        te.Decided("o1", term, "park", text),
        te.Dissented("d1", term, "open-source", text),
        pe.SheetKeyed("before", "R4TK", "design", (1, 2, 3, 0)),
        pe.SheetKeyed("after", "R4TK", "design", (2, 2, 1, 5)),
        ev.Extended("b1.s1", -60),
        ev.Replanned("drop", {"b3.s1": 300}, ("b3.s2",), 15 * 60 + 10, START + 90 * MINUTE),
        ev.Entered("b1.s2", START + 6 * MINUTE),
    ]
