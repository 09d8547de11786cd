"""What a report is made from, and what of it may be told: all of it in the folder, less where it leaves the folder."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from toolkit.report.numbers import Journal
from toolkit.session.analyst import Analyst
from toolkit.session.privacy import apart, matter_told, pooled, shown
from toolkit.session.room_terms import side_label
from toolkit.session.sharing import sheets_to_tell
from toolkit.workshop.name_finder import NameFinder
from toolkit.workshop.projection import days_off
from toolkit.workshop.times import clock, local

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.session.events import Event
    from toolkit.session.state import Said, State
    from toolkit.workshop.plan import Plan

SOMEBODY = "a participant"
NOBODY = "nobody yet"


@dataclass(frozen=True)
class Record:
    """One session, as a report tells it."""

    state: State
    """Its plan must be known."""
    events: Sequence[Event]
    names: Mapping[str, str]
    """People's names by id."""
    anonymous: bool = False
    """Whether it is for people who were not in the room: no names, nothing of domains of under four people."""
    rehearsal: bool = False
    analyst: Analyst = field(default_factory=Analyst)
    others: Sequence[str] = ()
    """Addresses, and what people were called before, to be left out where names are."""

    @property
    def plan(self) -> Plan:
        """The plan that the session had in the end."""
        assert self.state.plan is not None
        return self.state.plan

    @cached_property
    def journal(self) -> Journal:
        """The events that count."""
        return Journal(self.events)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words in dispute, in the order of the plan; then those that it no longer has, and that were worked on."""
        return tuple(dict.fromkeys([*(info.id for info in self.plan.terms), *self.state.terms]))

    @cached_property
    def facilitators(self) -> tuple[str, ...]:
        """Who recorded anything, in the order in which they first did."""
        return tuple(dict.fromkeys(event.by for event in self.events))

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Who came, however long they stayed; before anybody came, who is expected."""
        came = [person for person, known in self.state.presence.items() if known.arrived is not None]
        return tuple(came or [person.id for person in self.plan.people])

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The domains as they are counted: each by itself, small ones together where names are left out."""
        return pooled(self.state) if self.anonymous else tuple(domain.id for domain in self.plan.domains)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What a reader must know of the report before anything else."""
        return (*(("a rehearsal",) if self.rehearsal else ()), *(("without names",) if self.anonymous else ()))

    @property
    def day(self) -> str:
        """When the workshop was to be, on the day that it was held."""
        plan = self.plan
        days = days_off(plan, self.state.progress(self.state.last_at), self.state.last_at) if self.events else 0
        starts, ends = (local(plan.at(minutes, days), plan.tz) for minutes in (plan.starts, plan.ends))
        return f"{starts:%Y-%m-%d}, {starts:%H:%M} to {ends:%H:%M}"

    @cached_property
    def _finder(self) -> NameFinder:
        """Finds names in what was said."""
        return NameFinder.of_roster(self.names, self.facilitators, self.others)

    @cached_property
    def sheets_told(self) -> State:
        """The session with those ticks on sheets alone that may be told."""
        if not self.anonymous:
            return self.state
        return replace(self.state, sheets=sheets_to_tell(self.state, self.sides))

    def told(self, side: str | None) -> bool:
        """Tell whether what a domain, a pool of domains or somebody unnamed said may be told."""
        return not self.anonymous or side is None or shown(self.state, side)

    def matter_told(self, matter: Said) -> bool:
        """Tell whether something captured may be told."""
        return not self.anonymous or matter_told(self.state, matter)

    def text(self, words: str | None) -> str:
        """Return what somebody said or wrote; without names, where those are left out."""
        return self._finder.without(words or "") if self.anonymous else words or ""

    def side(self, side: str) -> str:
        """Return what a domain or a pool of domains is called."""
        return side_label(self.plan, side)

    def term(self, id_: str) -> str:
        """Return a word in dispute as it is written."""
        info = self.plan.term(id_)
        return info.label(self.plan.language) if info else id_

    def person(self, id_: str) -> str:
        """Return who somebody is: the name, or where names are left out a participant, of a domain if it is large."""
        if not self.anonymous:
            return self.names.get(id_, id_)
        hat = self.state.hat(id_)
        return f"{SOMEBODY} ({self.side(hat)})" if hat and apart(self.state, hat) else SOMEBODY

    def clock(self, instant: int) -> str:
        """Return an instant as a clock time."""
        return clock(instant, self.plan.tz)
