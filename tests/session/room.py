"""A room to try the session layer in: a clock to turn, desks on one journal, words instead of objects."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

from tests.conftest import NAMES
from toolkit.session.actions import ACTIONS
from toolkit.session.actions.opening import Open, TakeOver
from toolkit.session.desk import Desk, Done, Refused
from toolkit.session.fold import fold
from toolkit.session.journal import Journal
from toolkit.session.words import Refusal
from toolkit.workshop.former import Edit, edit_of
from toolkit.workshop.roster import FIELDS, Person
from toolkit.workshop.times import MINUTE, SECOND

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tests.session.strategies import Move
    from toolkit.session.clocks import Clock
    from toolkit.session.grammar import Action
    from toolkit.session.state import State
    from toolkit.workshop.plan import Plan

START = 1_796_304_600_000
"""13:30 UTC on 3 December 2026, when the plan of the tests starts."""
ANA, BEN = "ana", "ben"
"""Two facilitators."""
SECRET = "the minister’s nephew"
"""What somebody asks not to be recorded."""


class TurnedClock:
    """A clock that stands where it was put."""

    def __init__(self, at: int = START) -> None:
        self.at = at

    def now(self) -> int:
        return self.at

    def turn(self, minutes: float = 0, *, milliseconds: int = 0) -> None:
        self.at += round(minutes * MINUTE) + milliseconds


def prove(examples: int = 100) -> settings:
    """Return how properties are tried; the fixtures they use never change."""
    unchanging = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=examples, deadline=None, suppress_health_check=unchanging)


@contextmanager
def scratch() -> Iterator[Path]:
    """Make a folder for one example of a property, in memory where the system has such a place."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@contextmanager
def desk_on(path: Path, plan: Plan, clock: Clock | None = None) -> Iterator[Desk]:
    """Sit at a desk on the journal at `path`, opening the session if nobody has."""
    journal = Journal(path)
    try:
        desk = Desk(journal, clock=clock or TurnedClock(), names=dict(NAMES))
        desk.register = MemoryRegister(desk, [])
        if desk.state.plan is None:
            desk.do(Open(plan), ANA)
        yield desk
    finally:
        journal.close()


class MemoryRegister:
    """What a roster would have of people, in memory."""

    def __init__(self, desk: Desk, kept: list[Edit]) -> None:
        self._desk, self._kept = desk, kept

    def enrol(self, name: str, _domain: str | None) -> str:
        """Give somebody who walks in the next id."""
        desk = self._desk
        known = [person.id for person in desk.state.plan.people] if desk.state.plan else []
        id_ = f"NEW{sum(id_.startswith('NEW') for id_ in {*known, *desk.names}) + 1}"
        desk.names = {**desk.names, id_: name}
        return id_

    def edit(self, person: str, cells: Mapping[str, str]) -> tuple[str, ...]:
        before = self.cells(person, cells)
        changed = {column: (before[column], text) for column, text in cells.items() if before[column] != text}
        self._kept.append(Edit(self._desk.state.seq + 1, person, changed))
        self.put(person, cells)
        return tuple(changed)

    def edited(self, event: int) -> Edit | None:
        return edit_of(self._kept, event)

    def cells(self, person: str, columns: Collection[str]) -> dict[str, str]:
        desk = self._desk
        row = desk.people.get(person, Person(desk.names.get(person, person), person, desk.state.hat(person) or ""))
        return {column: getattr(row, column) for column in columns}

    def put(self, person: str, cells: Mapping[str, str]) -> None:
        desk = self._desk
        after = replace(Person(**self.cells(person, FIELDS)), **cells)  # type: ignore[arg-type]
        desk.people, desk.names = {**desk.people, person: after}, {**desk.names, person: after.name}


def act(desk: Desk, name: str, who: str = ANA, /, **words: str | Plan) -> Done | Refused:
    """Do what an action's name and words say, as a front end does it."""
    try:
        return desk.do(built(desk, name, **words), who)
    except Refusal as refusal:
        return Refused(str(refusal))


def built(desk: Desk, name: str, /, **words: str | Plan) -> Action:
    if name == "take-over":
        plan = words["plan"]
        assert not isinstance(plan, str)
        return TakeOver(plan)
    return ACTIONS[name].build({key: str(word) for key, word in words.items()}, desk.view)


def done(desk: Desk, name: str, who: str = ANA, /, **words: str | Plan) -> Done:
    """Do something that must succeed."""
    result = act(desk, name, who, **words)
    assert isinstance(result, Done), result
    return result


def refused(desk: Desk, name: str, who: str = ANA, /, **words: str | Plan) -> str:
    """Do something that must be refused, changing nothing; return why."""
    before = desk.journal.read()
    result = act(desk, name, who, **words)
    assert isinstance(result, Refused), result
    assert desk.journal.read() == before
    assert desk.state == fold(before)
    return result.reason


def facts(state: State) -> State:
    """Return a state without what every event changes: its number, its instant, and the ids that are used up."""
    return replace(state, seq=0, last_at=0, counters={})


def timeline(state: State) -> list[tuple[str, float, float | None]]:
    """Return where the room was: step, and minutes from the planned start."""

    def minutes(instant: int | None) -> float | None:
        return None if instant is None else (instant - START) / MINUTE

    return [(s.step, minutes(s.start) or 0, minutes(s.end)) for s in state.segments]


def left(desk: Desk) -> int | None:
    """Return the seconds that are left of the step."""
    remaining = desk.state.projection(desk.now).remaining
    return None if remaining is None else remaining // SECOND


def perform(desk: Desk, move: Move, plan: Plan, clock: TurnedClock, by: str = ANA) -> Done | Refused:
    """Let time pass and try a move; files are taken over with the whole agenda or its first block alone."""
    clock.turn(milliseconds=move.passed)
    if move.name == "take-over":
        short = plan.with_blocks(plan.blocks[:1])
        return act(desk, move.name, by, plan=short if move.words["plan"] == "short" else plan)
    return act(desk, move.name, by, **move.words)
