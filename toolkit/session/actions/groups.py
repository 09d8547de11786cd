"""Sitting down at tables, and coming in unexpected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.people_events import GroupsMade, WalkedIn
from toolkit.session.seating import seat_people, table_for, table_lines, what_tables_came_to
from toolkit.session.words import Kind, Refusal, choice

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View
    from toolkit.workshop.groups import Arrangement

MOST_AT_A_TABLE = 100


def _size(word: str, _view: View) -> int:
    if word.isascii() and word.isdecimal() and 1 < int(word[:4]) <= MOST_AT_A_TABLE:
        return int(word)
    raise Refusal(f"{printable(word, 40)!r} is no size of a table: write a number from 2 to {MOST_AT_A_TABLE}")


SIZE = Kind("SIZE", _size)
ARRANGEMENT = choice("mixed|domain", "mixed", "domain")


@action("groups", "Make groups", keys=("g",), example="groups 4 mixed")
@value()
class MakeGroups(Action):
    """Give everybody who is here a table: worlds mixed and nobody met twice, or each domain with its own."""

    size: Annotated[int, Param(SIZE, label="At a table")]
    arrangement: Annotated[str | None, Param(ARRANGEMENT, label="How")] = None

    def decide(self, room: Room) -> GroupsMade:
        """Make tables; without a word, as the step says, and mixed where it says nothing."""
        state = room.state
        if not state.here:
            raise Refusal("nobody is here yet: say arrive for those who are")
        step = state.step
        planned: Arrangement = "domain" if step and step.grouping == "domain" else "mixed"
        wanted: Arrangement = (
            planned if self.arrangement is None else "domain" if self.arrangement == "domain" else "mixed"
        )
        groups = seat_people(state, room.guests, self.size, wanted)
        return GroupsMade(wanted, self.size, groups.rounds[0])

    def reply(self, event: Event, view: View) -> str:
        """Say who sits where, and what could not be had."""
        return "; ".join([*table_lines(view), *what_tables_came_to(view).broken])


@action("walk-in", "Somebody walked in", example='walk-in "Ana Silva" design')
@value()
class WalkIn(Action):
    """Put somebody who was not expected on the roster, with a code of their own, and record that they are here."""

    name: Annotated[str, Param(words.TEXT, label="Name")]
    domain: Annotated[str | None, Param(words.DOMAIN, label="Domain")] = None

    def decide(self, room: Room) -> WalkedIn:
        """Write the roster first: it alone has names. A row without an arrival does no harm, the reverse would."""
        name = self.name.strip()
        if not name or len(name) > words.MAX_NAME or not name.isprintable():
            raise Refusal("that is no name: write one on one line, not too long")
        id_ = self._known(room, name)
        if id_ is None and room.enrol is None:
            raise Refusal("the roster cannot be written to from here: add a row to it and take the files over")
        id_ = id_ or (room.enrol(name, self.domain) if room.enrol else "")
        return WalkedIn(id_, self.domain, table_for(room.state, room.guests, id_, self.domain))

    def _known(self, room: Room, name: str) -> str | None:
        """Return the id of somebody whom the roster has and the running plan has not; None for a new name."""
        planned = {person.id for person in room.view.plan.people}
        known = [id_ for id_, other in room.names.items() if other.casefold() == name.casefold()]
        for id_ in known:
            if id_ in planned:
                raise Refusal(f"{printable(name, 60)} is on the roster, as {id_}: say arrive {id_}")
        return known[0] if known else None

    def reply(self, event: Event, view: View) -> str:
        """Say the code, the hat and the table."""
        assert isinstance(event.body, WalkedIn)
        domain = view.plan.domain(event.body.domain or "")
        label = domain.label if domain else "no domain declared"
        table = f"; table {event.body.table}" if event.body.table else ""
        return (
            f"{event.body.person} {view.name(event.body.person)} is here, {label}{table}; {len(view.state.here)} here"
        )
