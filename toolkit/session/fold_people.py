"""Fold who is in the room, where they sit, and what they answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session.people_state import Presence, Seating, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toolkit.session.body import Body


class PeopleFolder:
    """Keeps who came and went, every seating, and the sheets; a state that was given out never changes."""

    def __init__(self) -> None:
        self.presence: dict[str, Presence] = {}
        self.seatings: list[Seating] = []
        self.ahead: list[Seating] = []
        """Rounds that are made and have not begun."""
        self.shown = False
        self.sheets: dict[tuple[str, str], Sheet] = {}

    def take(self, event: ev.Event, body: Body) -> bool:
        """Take one event in; return whether it was about people."""
        if apply := _APPLY.get(type(body)):
            apply(self, event, body)
        return apply is not None

    def seat(self, person: str, table: int | None, later: Sequence[int]) -> None:
        """Give somebody a place at one of the latest tables, and of those ahead, unless they have one."""
        if self.seatings and table is not None:
            self.seatings[-1] = _with(self.seatings[-1], person, table)
        for i, number in enumerate(later[: len(self.ahead)]):
            self.ahead[i] = _with(self.ahead[i], person, number)

    def unseat(self, person: str) -> None:
        """Free somebody's place at the latest tables and at those ahead."""
        if self.seatings:
            self.seatings[-1] = _without(self.seatings[-1], person)
        self.ahead = [_without(seating, person) for seating in self.ahead]


def _with(seating: Seating, person: str, table: int) -> Seating:
    if seating.table_of(person) is not None or not 0 < table <= len(seating.tables):
        return seating
    tables = tuple((*ids, person) if n == table else ids for n, ids in enumerate(seating.tables, 1))
    return replace(seating, tables=tables)


def _without(seating: Seating, person: str) -> Seating:
    if seating.table_of(person) is None:
        return seating
    return replace(seating, tables=tuple(tuple(id_ for id_ in ids if id_ != person) for ids in seating.tables))


def _came(folder: PeopleFolder, event: ev.Event, body: ev.Arrived | pe.WalkedIn) -> None:
    folder.presence[body.person] = Presence(body.domain, event.at)
    folder.seat(body.person, body.table, body.later)


def _edited(folder: PeopleFolder, event: ev.Event, body: pe.PersonEdited) -> None:
    if body.domain is not None and (before := folder.presence.get(body.person)):
        folder.presence[body.person] = replace(before, domain=body.domain or None)


def _left(folder: PeopleFolder, event: ev.Event, body: ev.Left) -> None:
    before = folder.presence.get(body.person, Presence(None, event.at))
    folder.presence[body.person] = replace(before, left=event.at)
    folder.unseat(body.person)


def _made(folder: PeopleFolder, event: ev.Event, body: pe.GroupsMade) -> None:
    made = Seating(event.at, body.arrangement, body.size, body.tables, body.seed, body.number)
    if body.again and folder.seatings:
        folder.seatings.pop()
    folder.seatings.append(made)
    folder.ahead = [replace(made, tables=tables) for tables in body.later]


def _begun(folder: PeopleFolder, event: ev.Event, body: pe.RoundBegun) -> None:
    if folder.ahead and body.number == len(folder.seatings) + 1:  # the tables may have been taken back
        folder.seatings.append(replace(folder.ahead.pop(0), at=event.at))


def _shown(folder: PeopleFolder, event: ev.Event, body: pe.TablesShown) -> None:
    folder.shown = body.shown


def _keyed(folder: PeopleFolder, event: ev.Event, body: pe.SheetKeyed) -> None:
    folder.sheets[body.when, body.code] = Sheet(body.when, body.code, body.domain, body.answers)


_APPLY: dict[type[Body], Callable[[PeopleFolder, ev.Event, Any], None]] = {
    ev.Arrived: _came,
    pe.WalkedIn: _came,
    ev.Left: _left,
    pe.PersonEdited: _edited,
    pe.GroupsMade: _made,
    pe.RoundBegun: _begun,
    pe.TablesShown: _shown,
    pe.SheetKeyed: _keyed,
}
