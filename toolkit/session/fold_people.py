"""Fold who is in the room, where they sit, and what they answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session.people_state import Presence, Seating, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.session.body import Body


class PeopleFolder:
    """Keeps who came and went, every seating, and the sheets; a state that was given out never changes."""

    def __init__(self) -> None:
        self.presence: dict[str, Presence] = {}
        self.seatings: list[Seating] = []
        self.sheets: dict[tuple[str, str], Sheet] = {}

    def take(self, event: ev.Event, body: Body) -> bool:
        """Take one event in; return whether it was about people."""
        if apply := _APPLY.get(type(body)):
            apply(self, event, body)
        return apply is not None

    def seat(self, person: str, table: int | None) -> None:
        """Give somebody a place at one of the latest tables, unless they have one."""
        if table is None or not self.seatings or self.seatings[-1].table_of(person) is not None:
            return
        latest = self.seatings[-1]
        if 0 < table <= len(latest.tables):
            tables = tuple((*ids, person) if n == table else ids for n, ids in enumerate(latest.tables, 1))
            self.seatings[-1] = replace(latest, tables=tables)

    def unseat(self, person: str) -> None:
        """Free somebody's place at the latest tables."""
        if self.seatings and self.seatings[-1].table_of(person) is not None:
            tables = tuple(tuple(id_ for id_ in ids if id_ != person) for ids in self.seatings[-1].tables)
            self.seatings[-1] = replace(self.seatings[-1], tables=tables)


def _came(folder: PeopleFolder, event: ev.Event, body: ev.Arrived | pe.WalkedIn) -> None:
    folder.presence[body.person] = Presence(body.domain, event.at)
    folder.seat(body.person, body.table)


def _left(folder: PeopleFolder, event: ev.Event, body: ev.Left) -> None:
    before = folder.presence.get(body.person, Presence(None, event.at))
    folder.presence[body.person] = replace(before, left=event.at)
    folder.unseat(body.person)


def _made(folder: PeopleFolder, event: ev.Event, body: pe.GroupsMade) -> None:
    folder.seatings.append(Seating(event.at, body.arrangement, body.size, body.tables))


def _keyed(folder: PeopleFolder, event: ev.Event, body: pe.SheetKeyed) -> None:
    folder.sheets[body.when, body.code] = Sheet(body.when, body.code, body.domain, body.answers)


_APPLY: dict[type[Body], Callable[[PeopleFolder, ev.Event, Any], None]] = {
    ev.Arrived: _came,
    pe.WalkedIn: _came,
    ev.Left: _left,
    pe.GroupsMade: _made,
    pe.SheetKeyed: _keyed,
}
