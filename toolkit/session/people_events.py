"""What can happen to the people in the room: they come unexpected, sit down at tables, answer statements."""

from __future__ import annotations

from toolkit.files.value import value
from toolkit.session.body import Body


@value(slots=True)
class WalkedIn(Body):
    """Somebody came who was not on the roster, under the hat they declared; the roster has the name by now."""

    person: str
    domain: str | None = None
    table: int | None = None
    """Where they sit, counted from 1, if tables had been made."""


@value(slots=True)
class GroupsMade(Body):
    """Everybody who was there has a table; the latest tables are the ones that count."""

    arrangement: str
    """`mixed` or `domain`."""
    size: int
    """How many sit at a table at most."""
    tables: tuple[tuple[str, ...], ...]
    """The ids at each table."""


@value(slots=True)
class SheetKeyed(Body):
    """A sheet of statements that somebody filled in without their name; the latest of a code counts."""

    when: str
    """`before` or `after`."""
    code: str
    """What both sheets of a person have in common, and nobody else knows."""
    domain: str
    answers: tuple[int, ...]
    """For each statement 1 to 5, or 0 where nothing was ticked."""


PEOPLE_KINDS: dict[str, type[Body]] = {
    "walked-in": WalkedIn,
    "groups-made": GroupsMade,
    "sheet-keyed": SheetKeyed,
}
"""The name under which each of these kinds stands in the journal."""
