"""Sitting down at tables, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.people_events import GroupsMade, RoundBegun, TablesShown
from toolkit.session.seating import AHEAD, Wanted, seat_otherwise, seat_people, table_lines, what_tables_came_to
from toolkit.session.words import Kind, Refusal, View, choice

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.workshop.groups import Arrangement, Groups

MOST_AT_A_TABLE = 100
TABLES = "-tables"
OFFERED_SIZES = (2, 3, 4, 5, 6, 8)


@value()
class Seats:
    """How large tables are at most, or how many there are."""

    size: int | None = None
    number: int | None = None


def _seats(word: str, _view: View) -> Seats:
    digits = word.removesuffix(TABLES)
    if digits.isascii() and digits.isdecimal() and len(digits) < 4 and int(digits) <= MOST_AT_A_TABLE:
        number = int(digits)
        if digits != word and number:
            return Seats(number=number)
        if digits == word and number > 1:
            return Seats(number)
    raise Refusal(
        f"{printable(word, 40)!r} is no size of a table: write a number from 2 to {MOST_AT_A_TABLE}, "
        "or how many tables, such as 6-tables"
    )


def _sizes(view: View) -> list[tuple[str, str]]:
    from toolkit.workshop.groups import tables_for  # deferred: the clock is on the screen before tables are thought of

    here = len(view.state.here)
    sizes = [size for size in OFFERED_SIZES if size <= max(2, here)]
    found = [(str(size), f"{size} at a table: {_count(tables_for(here, size), 'table')}") for size in sizes]
    found += [(f"{n}{TABLES}", f"{n}{TABLES}: {_about(here, n)} at each") for n in range(2, 1 + min(12, here // 2))]
    return found if here else []


def _about(people: int, tables: int) -> str:
    fewest, more = divmod(people, tables)
    return f"{fewest} or {fewest + 1}" if more else str(fewest)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _rounds(word: str, _view: View) -> int:
    if word in tuple(map(str, range(1, AHEAD + 1))):
        return int(word)
    raise Refusal(f"{printable(word, 40)!r} is no number of rounds: write one from 1 to {AHEAD}")


def _seed(word: str, _view: View) -> int:
    if word.isascii() and word.isdecimal() and len(word) < 10:
        return int(word)
    raise Refusal(f"{printable(word, 40)!r} is no seed: write a number")


SIZE = Kind("SIZE", _seats, _sizes)
ROUNDS = Kind("ROUNDS", _rounds, lambda _view: [(str(n), _count(n, "round")) for n in range(1, AHEAD + 1)])
SEED = Kind("SEED", _seed)
SEATED = Kind("ROUND", lambda _word, view: len(view.state.seatings))
ARRANGEMENT = choice("mixed|domain", "mixed", "domain")


def _arrangement(word: str) -> Arrangement:
    return "domain" if word == "domain" else "mixed"


def _made(groups: Groups, wanted: Wanted, *, again: bool = False) -> GroupsMade:
    most = max(len(table) for table in groups.rounds[0])
    return GroupsMade(
        wanted.arrangement, wanted.size or most, groups.rounds[0], groups.rounds[1:], wanted.seed or 0, wanted.number,
        again,
    )  # fmt: skip


def _reply(view: View) -> str:
    rounds = len(view.state.ahead) + 1
    more = [f"{rounds} rounds made, this is the first"] if rounds > 1 else []
    return "; ".join([*table_lines(view), *more, *what_tables_came_to(view).broken])


@action("groups", "Make groups", keys=("g",), example="groups 4 mixed")
@value()
class MakeGroups(Action):
    """Give everybody who is here a table: worlds mixed and nobody met twice, or each domain with its own."""

    size: Annotated[Seats, Param(SIZE, label="At a table")]
    arrangement: Annotated[str | None, Param(ARRANGEMENT, label="How")] = None
    rounds: Annotated[int, Param(ROUNDS, "option", "--rounds", label="Rounds")] = 1
    seed: Annotated[int | None, Param(SEED, "option", "--seed", label="Seed")] = None

    def decide(self, room: Room) -> GroupsMade:
        """Make tables; without a word, as the step says, and mixed where it says nothing."""
        state = room.state
        if not state.here:
            raise Refusal("nobody is here yet", "arrive for those who are")
        step = state.step
        planned = "domain" if step and step.grouping == "domain" else "mixed"
        wanted = Wanted(
            _arrangement(self.arrangement or planned), self.size.size, self.size.number, self.rounds, self.seed
        )
        return _made(seat_people(state, room.guests, wanted), wanted)

    def reply(self, event: Event, view: View) -> str:
        """Say who sits where, and what could not be had."""
        return _reply(view)


@action("other-tables", "Other tables", keys=("G",), example="other-tables")
@value()
class OtherTables(Action):
    """Make the latest tables anew with another seed, of the same kind and for as many rounds, in place of them."""

    def decide(self, room: Room) -> GroupsMade:
        """Look for tables that are different; nobody has sat down at those before."""
        state, latest = room.state, room.state.seating
        if latest is None or not state.here:
            raise Refusal("no tables have been made yet", "groups 4")
        size = None if latest.number else latest.size
        wanted = Wanted(_arrangement(latest.arrangement), size, latest.number, 1 + len(state.ahead), latest.seed)
        found = seat_otherwise(state, room.guests, wanted)
        if found is None:
            raise Refusal("there is no other way to seat them like that: try another size")
        groups, wanted = found
        return _made(groups, wanted, again=True)

    def reply(self, event: Event, view: View) -> str:
        """Say who sits where, and what could not be had."""
        return _reply(view)


@action("round", "Next round of tables", example="round")
@value()
class NextRound(Action):
    """Begin the next of the rounds that are made: people change tables."""

    seen: Annotated[int, Param(SEATED, "seen")]

    def decide(self, room: Room) -> RoundBegun:
        """Begin the round after the one that was seen: two consoles never skip one together."""
        state = room.state
        if not state.ahead:
            raise Refusal("no further round is made", "groups 4 --rounds 3")
        if self.seen != len(state.seatings):
            raise Refusal("the tables have changed since: look, then say it again")
        return RoundBegun(len(state.seatings) + 1)

    def reply(self, event: Event, view: View) -> str:
        """Say who sits where, and how many rounds are left."""
        return "; ".join([*table_lines(view), f"{_count(len(view.state.ahead), 'round')} left"])


@action("tables", "Tables on the room's screen", example="tables")
@value()
class ShowTables(Action):
    """Show the tables on the room's screen until the next step; said again, take them away."""

    def decide(self, room: Room) -> TablesShown:
        """Turn what is shown; there is something."""
        if room.state.seating is None:
            raise Refusal("no tables have been made yet", "groups 4")
        return TablesShown(not room.state.tables_shown)

    def reply(self, event: Event, view: View) -> str:
        """Say what the room sees."""
        shown = view.state.tables_shown
        return "the room's screen shows the tables until the next step" if shown else "the tables are off the screen"
