"""What the words of a command stand for: people, domains, steps, times. Errors name the nearest valid word."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import field
from typing import TYPE_CHECKING

from toolkit.files.problems import nearest, printable
from toolkit.files.value import value
from toolkit.workshop.domain_words import domain_called
from toolkit.workshop.likeness import plainly
from toolkit.workshop.times import local, parse_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toolkit.session.state import State
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.roster import Person


MAX_NAME = 200
NOTHING = ("-", "–")
"""How somebody writes that there is none."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """An action that cannot be done now; says why and, where there is one, what to do instead."""

    def __init__(self, what: str, say: str = "") -> None:
        """Say why not.

        Args:
            what: What stands in the way.
            say: What to say instead, beginning with the name of an action; the console names its key.
        """
        super().__init__(f"{what}: say {say}" if say else what)
        self.what, self.say = what, say


@value()
class View:
    """What a front end knows when somebody types a command."""

    state: State
    names: Mapping[str, str] = field(default_factory=dict)
    """People's names by id; they are never in the journal."""
    now: int = 0
    guests: Mapping[str, Guest] = field(default_factory=dict)
    """What only the roster knows of people, by id: for making groups, never to be shown."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """Everything that the roster has of people, by id: shown where the facilitator asks for it, nowhere else."""

    @property
    def plan(self) -> Plan:
        """The plan, which an open session has."""
        if self.state.plan is None:
            raise Refusal("no workshop is open yet")
        return self.state.plan

    def name(self, person: str | None) -> str:
        """Return a person's name, or the id where the roster has none."""
        return self.names.get(person or "", person or "nobody yet")


@value()
class Kind:
    """A kind of word: how it is read, and what can be offered for it."""

    metavar: str
    read: Callable[[str, View], object]
    offers: Callable[[View], list[tuple[str, str]]] = lambda _view: []
    """Words to choose from, each with what a person reads."""
    nothing: str = ""
    """What to tell somebody who is to choose while there is nothing to choose from."""
    emptied: str = ""
    """How it is written that a value which is there already is to be taken away."""


def _text(word: str, _view: View) -> str:
    return word


def _person(word: str, view: View) -> str:
    ids = [person.id for person in view.plan.people]
    wanted = word.strip().casefold()
    for id_ in ids:
        if id_.casefold() == wanted:
            return id_
    whole = [id_ for id_ in ids if view.names.get(id_, "").casefold() == wanted]
    plain = plainly(word)
    part = whole or [id_ for id_ in ids if plain and plain in plainly(view.names.get(id_, ""))]
    if len(part) == 1:
        return part[0]
    if part:
        among = ", ".join(f"{view.name(id_)} ({id_})" for id_ in part[:5])
        raise Refusal(f"{printable(word, 40)!r} could be {among}: use the id")
    known = [view.name(id_) for id_ in ids]
    parts = [part for name in known for part in name.split()]
    raise Refusal(f"nobody here is called {printable(word, 40)!r}: {nearest(word, known, [*ids, *parts])}")


def _owner(word: str, view: View) -> str | None:
    return None if word in (*NOTHING, "nobody", "?") else _person(word, view)


def _people(view: View) -> list[tuple[str, str]]:
    return [(person.id, view.name(person.id)) for person in view.plan.people]


def _domain(word: str, view: View) -> str:
    domains = view.plan.domains
    wanted = word.strip().casefold()
    if wanted.isdecimal() and 0 < int(wanted) <= len(domains):
        return domains[int(wanted) - 1].id
    if id_ := domain_called(word, domains):
        return id_
    raise Refusal(f"there is no domain {printable(word, 40)!r}: {nearest(word, [domain.id for domain in domains])}")


def _domains(view: View) -> list[tuple[str, str]]:
    return [(d.id, f"{n}  {d.code}  {d.label}") for n, d in enumerate(view.plan.domains, 1)]


def _step(word: str, view: View) -> str:
    plan = view.plan
    if plan.has_step(word):
        return word
    block = next((block for block in plan.blocks if word in (block.id, str(plan.blocks.index(block) + 1))), None)
    if block:
        return block.steps[0].id
    named = [
        step.id
        for block, step in plan.walk()
        if word in (step.name, f"{block.source}.{step.name}") or (word == block.source and step is block.steps[0])
    ]
    if len(named) == 1:
        return named[0]
    if named:
        raise Refusal(f"{printable(word, 40)!r} could be {', '.join(named)}: use one of these")
    known = [step.id for step in plan.steps] + [step.name for step in plan.steps]
    raise Refusal(f"there is no step {printable(word, 40)!r}: {nearest(word, known)}")


def _steps(view: View) -> list[tuple[str, str]]:
    return [
        (step.id, block.title if len(block.steps) == 1 else f"{block.title} · {step.title}")
        for block, step in view.plan.walk()
    ]


def _minutes(word: str, _view: View) -> float:
    if not re.fullmatch(r"[+-]?\d{1,4}(\.\d{1,2})?", word):
        raise Refusal(f"{printable(word, 40)!r} is no number of minutes: write one like 2 or 1.5")
    return float(word)


def _forwards(word: str, view: View) -> float:
    if (value := _minutes(word, view)) < 0:
        raise Refusal("time does not run backwards: give 0 or more")
    return value


def _factor(word: str, view: View) -> float:
    try:
        return _forwards(word, view)
    except Refusal:
        raise Refusal(f"{printable(word, 40)!r} is no speed: give 0 or more, such as 10") from None


def _clock(word: str, _view: View) -> int:
    try:
        return parse_clock(printable(word, 40))
    except ValueError as error:
        raise Refusal(str(error)) from None


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _date(word: str, view: View) -> str:
    today = local(view.now, view.plan.tz).date()
    wanted = word.strip().casefold()
    if wanted in ("today", "tomorrow"):
        wanted = f"+{('today', 'tomorrow').index(wanted)}"
    if re.fullmatch(r"\+\d{1,3}", wanted):
        return (today + dt.timedelta(days=int(wanted))).isoformat()
    for i, day in enumerate(_DAYS):
        if len(wanted) >= 3 and day.startswith(wanted):
            return (today + dt.timedelta(days=(i - today.weekday() - 1) % 7 + 1)).isoformat()
    if dotted := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", wanted, re.ASCII):
        day, month, year = dotted.groups()
        wanted = f"{year}-{month:0>2}-{day:0>2}"
    try:
        return dt.date.fromisoformat(wanted).isoformat()
    except ValueError:
        forms = "2026-12-20, 20.12.2026, +14, tomorrow or friday"
        raise Refusal(f"{printable(word, 40)!r} is no day: write {forms}") from None


def passed(day: str | None, view: View) -> str:
    """Return what is to be added to an answer where a day that was given lies behind: it is taken all the same."""
    return "; that day has passed" if day and day < local(view.now, view.plan.tz).date().isoformat() else ""


def _no_date(word: str, view: View) -> str | None:
    return None if word.strip() in NOTHING else _date(word, view)


def _no_one(word: str, _view: View) -> str | None:
    return None if word.strip() in NOTHING else word


def _commitment(word: str, view: View) -> str:
    ids = [commitment.id for commitment in view.state.commitments]
    if word.casefold() in ids:
        return word.casefold()
    raise Refusal(f"there is no commitment {printable(word, 40)!r}: {nearest(word, ids)}")


def _commitments(view: View) -> list[tuple[str, str]]:
    return [(c.id, f"{c.id}  {c.text or '(struck)'}") for c in view.state.commitments]


def _recorded(word: str, _view: View) -> str:
    if not re.fullmatch(r"[a-z]\d+", word.casefold()):
        raise Refusal(f"{printable(word, 40)!r} is no id: use one like n7")
    return word.casefold()


def _line(word: str, view: View) -> str:
    return "-" if word.strip() in NOTHING else _recorded(word, view)


def _all_recorded(view: View) -> list[tuple[str, str]]:
    recorded = view.state.recorded.items()
    return [(id_, f"{id_}  {text}") for id_, text in reversed(recorded) if text is not None]


def choice(metavar: str, *words: str) -> Kind:
    """Return a kind of which only `words` are valid."""

    def read(word: str, _view: View) -> str:
        if word.casefold() not in words:
            raise Refusal(f"{printable(word, 40)!r} is not valid here: {nearest(word, words)}")
        return word.casefold()

    return Kind(metavar, read, lambda _view: [(word, word) for word in words])


TEXT = Kind("TEXT", _text)
WHOM = Kind("WHOM", _text)
PERSON = Kind("PERSON", _person, _people)
OWNER = Kind("OWNER", _owner, lambda view: [("-", "nobody yet"), *_people(view)])
DOMAIN = Kind("DOMAIN", _domain, _domains)
STEP = Kind("STEP", _step, _steps)
HERE = Kind("STEP", lambda _word, view: view.state.step_id)
LAST = Kind("EVENT", lambda _word, view: view.state.seq)
MOMENT = Kind("INSTANT", lambda _word, view: view.now)
MINUTES = Kind("MINUTES", _minutes)
AHEAD = Kind("MINUTES", _forwards)
"""Minutes that pass."""
FACTOR = Kind("FACTOR", _factor)
CLOCK = Kind("HH:MM", _clock)
DATE = Kind("DATE", _date)
NEW_DATE = Kind("DATE|-", lambda word, view: _no_date(word, view) or "")
"""The day that something moved to; nothing where none is known, which is not the same as being left out."""
DATE_OR_NONE = Kind("DATE|-", _no_date)
WHOM_OR_NOBODY = Kind("WHOM|-", _no_one)
COMMITMENT = Kind("COMMITMENT", _commitment, _commitments, "there is no commitment yet")
RECORDED = Kind("ID", _recorded, _all_recorded, "nothing has been recorded yet")
LINE = Kind("ID|-", _line, _all_recorded)
"""Something that is read back, or the line before."""
