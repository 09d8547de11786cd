"""Which events of the journal a figure comes from, and how their numbers are written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from toolkit.session import events as ev
from toolkit.session.fold import undone
from toolkit.session.people_events import SheetKeyed
from toolkit.session.term_events import Judged, Tallied

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from toolkit.report.document import Numbers
    from toolkit.session.body import Body
    from toolkit.session.events import Event

B = TypeVar("B", bound="Body")

MOST_RUNS = 4
"""Runs of numbers that stand beside a figure; more are counted there and written out at the end of the report."""


class Journal:
    """The events that count, looked up by what they are about."""

    def __init__(self, events: Sequence[Event]) -> None:
        dead = undone(events)
        self.events = [event for event in events if event.seq not in dead]
        self._kinds: dict[type[Body], list[Event]] = {}
        self._about: dict[str, list[Event]] = {}
        for event in self.events:
            self._kinds.setdefault(type(event.body), []).append(event)
            for id_ in dict.fromkeys((event.body.given, *event.body.rests_on)):
                if id_:
                    self._about.setdefault(id_, []).append(event)

    def of(self, kind: type[B]) -> Iterator[tuple[Event, B]]:
        """Yield the events of a kind with their bodies."""
        for event in self._kinds.get(kind, ()):
            assert isinstance(event.body, kind)
            yield event, event.body

    def kinds(self, *kinds: type[Body]) -> Numbers:
        """Return the numbers of all events of some kinds."""
        return ordered(event.seq for kind in kinds for event in self._kinds.get(kind, ()))

    def about(self, ids: Iterable[str], *kinds: type[Body]) -> Numbers:
        """Return the numbers of the events that gave out some ids or add to them; of some kinds only, if any is named.

        Whatever is named, the words of what has an id come from the event that put them right last as well.
        """
        wanted = (*kinds, ev.Amended) if kinds else ()
        found = (event for id_ in ids for event in self._about.get(id_, ()))
        return ordered(event.seq for event in found if not wanted or isinstance(event.body, wanted))

    def turns(self, domains: Collection[str]) -> Numbers:
        """Return the numbers of the turns that some domains took."""
        return ordered(event.seq for event, body in self.of(ev.Spoke) if body.domain in domains)

    def presence(self, people: Collection[str]) -> Numbers:
        """Return the numbers of what tells who of some people came, under which hat."""
        kinds = (ev.Arrived, ev.Left, ev.KINDS["walked-in"])
        found = (event for kind in kinds for event, _ in self.of(kind))
        return ordered(event.seq for event in found if getattr(event.body, "person", None) in people)

    def verdicts(self, term: str, people: Collection[str]) -> Numbers:
        """Return the numbers of the verdicts of some people on a word; of several on one case the latest."""
        judged = ((e, body) for e, body in self.of(Judged) if body.term == term and body.person in people)
        return ordered({(body.person, body.case): event.seq for event, body in judged}.values())

    def counts(self, term: str, domains: Collection[str]) -> Numbers:
        """Return the numbers of the counts that some domains made of a word; of several of one case the latest."""
        latest: dict[tuple[str, str], int] = {}
        for event, body in self.of(Tallied):
            if body.term == term and body.domain in domains:
                latest |= {(body.domain, count.case): event.seq for count in body.counts}
        return ordered(latest.values())

    def sheets(self, codes: Collection[str]) -> Numbers:
        """Return the numbers of the sheets under some codes, each code's latest before and after."""
        keyed = ((event, body) for event, body in self.of(SheetKeyed) if body.code in codes)
        return ordered({(body.code, body.when): event.seq for event, body in keyed}.values())

    def clock(self, steps: Collection[str]) -> Numbers:
        """Return the numbers of what says when the room was in some steps: it was entered, and then left."""
        moves = sorted([*self.of(ev.Entered), *self.of(ev.Finished)], key=lambda found: found[0].seq)
        inside = [isinstance(body, ev.Entered) and body.step in steps for _, body in moves]
        left = (before and not now for before, now in pairwise([False, *inside]))
        return tuple(event.seq for (event, _), here, went in zip(moves, inside, left, strict=True) if here or went)


def ordered(numbers: Iterable[int]) -> Numbers:
    """Return numbers in order, each once."""
    return tuple(sorted(set(numbers)))


def mark(numbers: Numbers) -> str:
    """Return where a figure comes from, as it stands beside it: `#12–31, 40`; many scattered ones are counted."""
    if not numbers:
        return ""
    found = _runs(numbers)
    if len(found) > MOST_RUNS:
        return f"{len(numbers)} of #{numbers[0]}–{numbers[-1]}"
    return full_mark(numbers)


def full_mark(numbers: Numbers) -> str:
    """Return all numbers, those that follow each other as `12–31`."""
    return "#" + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in _runs(numbers))


def is_counted(numbers: Numbers) -> bool:
    """Tell whether `mark` counts instead of naming."""
    return len(_runs(numbers)) > MOST_RUNS


def _runs(numbers: Numbers) -> list[tuple[int, int]]:
    """Return numbers as runs without gaps: first and last of each."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
