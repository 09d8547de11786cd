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
    later: tuple[int, ...] = ()
    """Where they sit in rounds that are made and have not begun."""


@value(slots=True)
class PersonEdited(Body):
    """The roster has something else of somebody now. What it is stands in the folder, not here, but for the domain."""

    person: str
    fields: tuple[str, ...]
    """The columns that changed."""
    domain: str | None = None
    """The domain, where that is among them; an empty one was taken away."""


@value(slots=True)
class GroupsMade(Body):
    """Everybody who was there has a table; the latest tables are the ones that count."""

    arrangement: str
    """`mixed` or `domain`."""
    size: int
    """How many sit at a table at most."""
    tables: tuple[tuple[str, ...], ...]
    """The ids at each table."""
    later: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """The tables of further rounds, which begin when that is said."""
    seed: int = 0
    """Which of the equally good seatings."""
    number: int | None = None
    """How many tables were asked for, where not their size was."""
    again: bool = False
    """Whether they are in place of the tables before, at which nobody sat down."""


@value(slots=True)
class RoundBegun(Body):
    """The next of the rounds that are made has begun: people change tables."""

    number: int
    """Counted from 1, over all tables of the session."""


@value(slots=True)
class TablesShown(Body):
    """The tables are on the room's screen until the next step, or are taken away from there."""

    shown: bool


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
    "person-edited": PersonEdited,
    "groups-made": GroupsMade,
    "round-begun": RoundBegun,
    "tables-shown": TablesShown,
    "sheet-keyed": SheetKeyed,
}
"""The name under which each of these kinds stands in the journal."""
