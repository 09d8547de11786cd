"""The plan of an afternoon: values only, as the journal keeps them when a session is opened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.brought import Carried, LeftOpen  # noqa: TC001 - looked up when an event is read
from toolkit.workshop.times import DAY, instant, zone

if TYPE_CHECKING:
    from collections.abc import Iterator


@value()
class DomainInfo:
    """A domain as it is shown: label, short code, colour and pattern."""

    id: str
    label: str
    code: str
    colour: str
    pattern: str


@value()
class StarterCase:
    """A case of the glossary, to be hung on the wall."""

    id: str
    text: str
    expect: str
    """`yes`, `no` or `borderline`; never shown."""


@value()
class KnownSense:
    """What the glossary says a term means in a domain; kept from the room until it has judged for itself."""

    domain: str
    definition: str
    decides: str
    by_when: str
    follows: str
    example: str = ""


@value()
class FacetCode:
    """One answer that a sense can give to one of the three questions."""

    facet: str
    id: str
    label: str


@value()
class TermInfo:
    """A word in dispute, with its labels by language and what the glossary has for it."""

    id: str
    labels: dict[str, str]
    cases: tuple[StarterCase, ...] = ()
    senses: tuple[KnownSense, ...] = ()
    exercise: str = ""
    """The exercise that brings it along, with its whole wall; nothing for a word of a glossary."""

    def label(self, language: str) -> str:
        """Return the word in `language`, else in the first it has."""
        return self.labels.get(language) or next(iter(self.labels.values()), self.id)


@value()
class PersonInfo:
    """Somebody expected. Names stay in the roster; the plan, like the journal, has ids only."""

    id: str
    domain: str | None


@value()
class PlannedStep:
    """One step on the agenda. A break, a talk or a parallel block has one."""

    id: str
    """`b3.s2`: unique in the workshop."""
    name: str
    """The step's id within its exercise."""
    title: str
    seconds: int
    """Planned length."""
    shortest: int
    longest: int
    say: str = ""
    do: str = ""
    watch_for: str = ""
    view: str = "text"
    """What the room's screen draws; `text` shows `show` only."""
    show: str = ""
    arrangement: str = ""
    grouping: str = ""
    cut: str = "shorten"
    capture: tuple[str, ...] = ()

    @property
    def milliseconds(self) -> int:
        """Planned length."""
        return self.seconds * 1000


@value()
class Track:
    """One of several things that happen at the same time."""

    title: str
    place: str = ""
    lead: str = ""
    """Who leads it, as the agenda says it."""
    source: str = ""
    """The exercise's id; nothing for a talk."""
    text: str = ""
    """What it is about, where it is no exercise."""


@value()
class Block:
    """One entry of the agenda."""

    id: str
    kind: str
    """`exercise`, `break`, `talk` or `parallel`."""
    title: str
    steps: tuple[PlannedStep, ...]
    source: str = ""
    """The exercise's id."""
    at: int | None = None
    """Locked start, in minutes after midnight (over 24 hours: the next day)."""
    invitation: str = ""
    terms: tuple[str, ...] = ()
    priority: str = "normal"
    """What re-planning may do with it: `keep`, `normal` or `first-to-go`."""
    tracks: tuple[Track, ...] = ()
    """What happens side by side, in a parallel block."""

    @property
    def milliseconds(self) -> int:
        """Planned length."""
        return sum(step.milliseconds for step in self.steps)


@value()
class Plan:
    """Everything that was decided before the room came in."""

    title: str
    date: str
    starts: int
    """In minutes after midnight, like all clock times here."""
    ends: int
    language: str
    mode: str
    blocks: tuple[Block, ...]
    domains: tuple[DomainInfo, ...]
    people: tuple[PersonInfo, ...] = ()
    terms: tuple[TermInfo, ...] = ()
    facets: tuple[FacetCode, ...] = ()
    ends_latest: int | None = None
    timezone: str | None = None
    place: str = ""
    roster: str = "roster.csv"
    """The file in the workshop's folder that has people's names."""
    survey: tuple[str, ...] = ()
    """Statements that people answer before and after, from 1 (not at all) to 5 (fully)."""
    carried: tuple[Carried, ...] = ()
    left_open: tuple[LeftOpen, ...] = ()

    @property
    def brought(self) -> tuple[Carried | LeftOpen, ...]:
        """Everything that was brought along from an earlier workshop."""
        return (*self.carried, *self.left_open)

    def words_of(self, ref: str) -> list[str]:
        """Return what was promised, or left open, under an id."""
        found = [brought for brought in self.brought if brought.id == ref]
        return [text for brought in found for text in (brought.text, getattr(brought, "ask", None)) if text]

    def without_words_of(self, ref: str) -> Plan:
        """Return the plan without them; that there was something stays."""
        carried = (replace(old, text=None, ask=None) if old.id == ref else old for old in self.carried)
        left = (replace(old, text=None) if old.id == ref else old for old in self.left_open)
        return replace(self, carried=tuple(carried), left_open=tuple(left))

    @cached_property
    def steps(self) -> tuple[PlannedStep, ...]:
        """All steps in order."""
        return tuple(step for block in self.blocks for step in block.steps)

    @cached_property
    def _positions(self) -> dict[str, tuple[int, int, int]]:
        """Index of each step among all, of its block, and in its block."""
        found: dict[str, tuple[int, int, int]] = {}
        for b, block in enumerate(self.blocks):
            for s, step in enumerate(block.steps):
                found[step.id] = (len(found), b, s)
        return found

    @cached_property
    def _hats(self) -> dict[str, str | None]:
        return {person.id: person.domain for person in self.people}

    def domain_of(self, person: str) -> str | None:
        """Return the domain that the roster has for a person, or None."""
        return self._hats.get(person)

    @property
    def tz(self) -> dt.tzinfo | None:
        """The time zone in which clock times are meant."""
        return zone(self.timezone)

    def has_step(self, step: str) -> bool:
        """Tell whether the plan has a step with this id."""
        return step in self._positions

    def position(self, step: str) -> int:
        """Return the index of a step among all steps."""
        return self._positions[step][0]

    def block_of(self, step: str) -> Block:
        """Return the block that a step belongs to."""
        return self.blocks[self._positions[step][1]]

    def step(self, step: str) -> PlannedStep:
        """Return the step with this id."""
        return self.steps[self._positions[step][0]]

    def place_of(self, step: str) -> tuple[int, int, int]:
        """Return, counted from 1: the block's number, the step's number in it, and how many steps it has."""
        _, b, s = self._positions[step]
        return b + 1, s + 1, len(self.blocks[b].steps)

    def domain(self, id_: str) -> DomainInfo | None:
        """Return the domain with this id, or None."""
        return next((domain for domain in self.domains if domain.id == id_), None)

    def term(self, id_: str) -> TermInfo | None:
        """Return the term with this id, or None."""
        return next((term for term in self.terms if term.id == id_), None)

    def at(self, minutes: int, days: int = 0) -> int:
        """Return the instant of a clock time of the plan, `days` after its date."""
        return instant(dt.date.fromisoformat(self.date) + dt.timedelta(days=days), minutes, self.tz)

    def days_off(self, reference: int) -> int:
        """Return how many days after its date the plan is carried out, if it starts about `reference`.

        A workshop that is tried out on another day than planned keeps its clock times on that day.
        """
        return round((reference - self.at(self.starts)) / DAY)

    def walk(self) -> Iterator[tuple[Block, PlannedStep]]:
        """Yield each step with its block, in order."""
        for block in self.blocks:
            for step in block.steps:
                yield block, step

    def with_blocks(self, blocks: tuple[Block, ...]) -> Plan:
        """Return the plan with another agenda."""
        return replace(self, blocks=blocks)
