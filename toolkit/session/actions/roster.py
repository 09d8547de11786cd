"""Coming in unexpected, and what the roster has of somebody."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.people_events import PersonEdited, WalkedIn
from toolkit.session.seating import places_for
from toolkit.session.words import Kind, Refusal

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View
    from toolkit.workshop.former import Edit

MAX_CELL = 1_000


@action("walk-in", "Somebody walked in", keys=("i",), example='walk-in "Ana Silva" design')
@value()
class WalkIn(Action):
    """Put somebody who was not expected on the roster, with a code of their own, and record that they are here."""

    name: Annotated[str, Param(words.TEXT, label="Name")]
    domain: Annotated[str | None, Param(words.DOMAIN, label="Domain")] = None

    def decide(self, room: Room) -> WalkedIn:
        """Write the roster first: it alone has names. A row without an arrival does no harm, the reverse would."""
        name = checked_name(self.name)
        id_ = self._known(room, name)
        if id_ is None:
            if room.register is None:
                raise Refusal("the roster cannot be written to from here: add a row to it and take the files over")
            id_ = room.register.enrol(name, self.domain)
        return WalkedIn(id_, self.domain, *places_for(room.state, room.guests, id_, self.domain))

    def _known(self, room: Room, name: str) -> str | None:
        """Return the id of somebody whom the roster has and the running plan has not; None for a new name."""
        planned = {person.id for person in room.view.plan.people}
        known = [id_ for id_, other in room.names.items() if other.casefold() == name.casefold()]
        for id_ in known:
            if id_ in planned:
                raise Refusal(f"{printable(name, 60)} is on the roster, as {id_}", f"arrive {id_}")
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


def checked_name(text: str) -> str:
    """Return a name without spaces around it, if it is one.

    Raises:
        Refusal: It is empty, too long, or not on one line.
    """
    name = text.strip()
    if not name or len(name) > words.MAX_NAME or not name.isprintable():
        raise Refusal("that is no name: write one on one line, not too long")
    return name


def _cell(word: str, _view: View) -> str:
    text = word.strip()
    if len(text) > MAX_CELL or not text.isprintable():
        raise Refusal(f"keep it on one line, of at most {MAX_CELL:,} characters")
    return "" if text == "-" else text


def _hat(word: str, view: View) -> str:
    return "" if word.strip() == "-" else str(words.DOMAIN.read(word, view))


CELL = Kind("TEXT", _cell, emptied="-")
HAT = Kind("DOMAIN", _hat, words.DOMAIN.offers, emptied="-")


@action("person", "Change the roster", keys=("m",), example='person Anna --pronouns she/her --role "table host"')
@value()
class EditPerson(Action):
    """Change what the roster has of somebody: the name, the domain, or any of the rest; `-` takes it away."""

    person: Annotated[str, Param(words.PERSON, label="Who")]
    name: Annotated[str | None, Param(words.TEXT, "option", "--name", label="Name")] = None
    domain: Annotated[str | None, Param(HAT, "option", "--domain", label="Domain")] = None
    pronouns: Annotated[str | None, Param(CELL, "option", "--pronouns", label="Pronouns")] = None
    affiliation: Annotated[str | None, Param(CELL, "option", "--affiliation", label="Affiliation")] = None
    languages: Annotated[str | None, Param(CELL, "option", "--languages", label="Languages")] = None
    role: Annotated[str | None, Param(CELL, "option", "--role", label="Role")] = None
    access: Annotated[str | None, Param(CELL, "option", "--access", label="Access needs")] = None

    def decide(self, room: Room) -> PersonEdited:
        """Write the roster; of the journal's business is only that it changed, and the domain."""
        if room.register is None:
            raise Refusal("the roster cannot be written to from here: change it in the file and take the files over")
        cells = {name: text for name in EDITED if (text := getattr(self, name)) is not None}
        if "name" in cells:
            cells["name"] = _free(room, self.person, checked_name(cells["name"]))
        changed = room.register.edit(self.person, cells)
        if not changed:
            raise Refusal(f"nothing is different: the roster has {room.view.name(self.person)} like that already")
        return PersonEdited(self.person, changed, self.domain if "domain" in changed else None)

    def reply(self, event: Event, view: View) -> str:
        """Say which columns changed, and not what stands in them: somebody may look over the shoulder."""
        assert isinstance(event.body, PersonEdited)
        changed = ", ".join(name.replace("_", " ") for name in event.body.fields)
        return f"{self.person} {view.name(self.person)}: {changed} changed in the roster"


def _free(room: Room, person: str, name: str) -> str:
    """Return a name that nobody else has: two people of one name cannot be told apart at the door."""
    for id_, other in room.names.items():
        if id_ != person and other.casefold() == name.casefold():
            raise Refusal(f"{printable(name, 60)} is the name of {id_} as well: tell the two apart")
    return name


EDITED = tuple(part.name for part in fields(EditPerson) if part.name != "person")
"""The columns that can be changed while the workshop runs."""


def edit_behind(room: Room, event: Event) -> Edit | None:
    """Return what an event did to the roster; None where nobody knows: the person was forgotten, the journal is old."""
    body = event.body
    if not isinstance(body, PersonEdited) or room.register is None:
        return None
    found = room.register.edited(event.seq)
    return found if found and (found.person, set(found.cells)) == (body.person, set(body.fields)) else None


def turn(room: Room, edit: Edit, *, back: bool) -> None:
    """Write into the roster what stood there before an edit, or once more what the edit made of it.

    A cell that has it already is left: somebody may have died between the roster and the journal.

    Raises:
        Refusal: Something else was written there since. It stays, and so does everything else.
    """
    assert room.register is not None
    person = edit.person
    for column, there in room.register.cells(person, edit.cells).items():
        if there not in edit.cells[column]:
            what = f"the {column} of {person} in the roster is neither what it was nor what it became, and stays"
            raise Refusal(f"{what}: change it anew if that is not right")
    cells = {column: before if back else since for column, (before, since) in edit.cells.items()}
    if "name" in cells:
        _free(room, person, cells["name"])
    room.register.put(person, cells)
