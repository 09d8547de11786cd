"""Who is in the room, and under which hat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.events import Arrived, Left
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.seating import places_for
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View

Person = Annotated[str, Param(words.PERSON, label="Who")]


@action("arrive", "Somebody arrived", keys=("a",), example="arrive Anna open-source")
@value()
class Arrive(Action):
    """Record that a person is here, under the domain they declare."""

    person: Person
    domain: Annotated[str | None, Param(words.DOMAIN, label="Domain")] = None

    def decide(self, room: Room) -> Arrived:
        """Record the arrival; the domain is the declared one, else the one planned."""
        before = room.state.presence.get(self.person)
        planned = next((p.domain for p in room.view.plan.people if p.id == self.person), None)
        domain = self.domain or (before.domain if before else None) or planned
        if before and before.here and before.domain == domain:
            raise Refusal(f"{room.view.name(self.person)} is here already")
        return Arrived(self.person, domain, *places_for(room.state, room.guests, self.person, domain))

    def reply(self, event: Event, view: View) -> str:
        """Say who, as what, and how many are here."""
        domain = view.plan.domain(view.state.presence[self.person].domain or "")
        here = sum(presence.here for presence in view.state.presence.values())
        label = domain.label if domain else "no domain declared"
        table = f"; table {event.body.table}" if isinstance(event.body, Arrived) and event.body.table else ""
        return f"{view.name(self.person)} is here, {label}{table}; {here} here"


@action("leave", "Somebody left", example="leave Anna")
@value()
class Leave(Action):
    """Record that a person went."""

    person: Person

    def decide(self, room: Room) -> Left:
        """Record it, of somebody who is here."""
        presence = room.state.presence.get(self.person)
        if presence is None or not presence.here:
            raise Refusal(f"{room.view.name(self.person)} is not here")
        return Left(self.person)

    def reply(self, event: Event, view: View) -> str:
        """Say who, and how many are here."""
        here = sum(presence.here for presence in view.state.presence.values())
        return f"{view.name(self.person)} left; {here} here"
