"""Fold events into a state. The same events always give the same state, however they came in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toolkit.files.problems import UserError
from toolkit.session import events as ev
from toolkit.session.bulk import nothing_collected
from toolkit.session.fold_commitments import CommitmentsFolder
from toolkit.session.fold_people import PeopleFolder
from toolkit.session.fold_terms import TermsFolder
from toolkit.session.people_events import PersonEdited, WalkedIn
from toolkit.session.state import Pause, Said, Segment, State
from toolkit.session.term_events import TERM_KINDS, Decided
from toolkit.workshop.agreed import still_agreed
from toolkit.workshop.plan import PersonInfo
from toolkit.workshop.projection import Agreed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan


class DamagedError(UserError):
    """An event that can be read and makes no sense; says which."""


def fold(events: Sequence[ev.Event]) -> State:
    """Return the state after `events`, in the order of their numbers, without those that were undone."""
    folder = Folder()
    folder.take(events)
    return folder.state()


def undone(events: Iterable[ev.Event]) -> set[int]:
    """Return the numbers of the events that no longer count: an undoing that was itself undone does not."""
    found: set[int] = set()
    pairs = [(event.seq, event.body.seq) for event in events if isinstance(event.body, ev.Undone)]
    for seq, target in reversed(pairs):  # an undoing is younger than what it undoes
        if seq not in found:
            found.add(target)
    return found


class Folder:
    """Takes events in and keeps what a state is made of; the states it gives out never change."""

    def __init__(self) -> None:
        self.seq = 0
        self.last_at = 0
        self.plan: Plan | None = None
        self.segments: list[Segment] = []
        self.finished: int | None = None
        self.extra: dict[str, int] = {}
        self.agreed = Agreed()
        self.said: dict[str, list[Said]] = {"n": [], "x": []}
        self.commitments = CommitmentsFolder()
        self.turns: dict[str, int] = {}
        self.counters: dict[str, int] = {}
        self.speed = 0.0
        self.terms = TermsFolder()
        self.people = PeopleFolder()

    def take(self, events: Iterable[ev.Event]) -> None:
        """Take events in that follow those taken before, none of which undoes an earlier one.

        Raises:
            DamagedError: What an event says makes no sense.
        """
        events = list(events)
        dead = undone(events)
        try:
            with nothing_collected():
                for event in events:
                    self.seq, self.last_at, body = event.seq, event.at, event.body
                    kind = type(body)
                    if kind.GIVES:
                        self.count(getattr(body, kind.GIVES))
                    if event.seq in dead:
                        continue
                    if kind in _APPLY:
                        _APPLY[kind](self, event, body)
                    elif kind in _TERM_KINDS:
                        self.terms.take(event, body)
                    elif self.commitments.take(body):
                        continue
                    elif self.people.take(event, body) and isinstance(body, WalkedIn | PersonEdited):
                        self.plan = _joined(self.plan, body) if isinstance(body, WalkedIn) else _moved(self.plan, body)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            what = f"event {self.seq} ({ev.NAMES[kind]}) is damaged: {type(error).__name__} {error}"
            raise DamagedError(f"{what}: go back to a copy of the folder") from error

    def count(self, id_: str) -> None:
        """Keep the highest number under a letter, of undone events as well: no id is given out twice."""
        letter, number = id_[0], int(id_[1:])
        if number > self.counters.get(letter, 0):
            self.counters[letter] = number

    def state(self) -> State:
        """Return the state so far."""
        return State(
            seq=self.seq,
            last_at=self.last_at,
            plan=self.plan,
            segments=tuple(self.segments),
            finished=self.finished,
            extra=dict(self.extra),
            agreed=self.agreed,
            notes=tuple(self.said["n"]),
            parked=tuple(self.said["x"]),
            commitments=tuple(self.commitments.known.values()),
            reading=self.commitments.reading,
            turns=dict(self.turns),
            presence=dict(self.people.presence),
            seatings=tuple(self.people.seatings),
            ahead=tuple(self.people.ahead),
            tables_shown=self.people.shown,
            sheets=tuple(self.people.sheets.values()),
            counters=dict(self.counters),
            speed=self.speed,
            terms=self.terms.state(),
        )


def needs_all(events: Iterable[ev.Event]) -> bool:
    """Tell whether `events` reach back before themselves, so that a state must be folded anew."""
    return any(isinstance(event.body, ev.Undone) for event in events)


_TERM_KINDS = set(TERM_KINDS.values())


def _opened(folder: Folder, event: ev.Event, body: ev.WorkshopOpened) -> None:
    folder.plan = body.plan
    folder.commitments.bring(body.plan, event)
    folder.said["x"] += [
        Said(left.id, left.text, event.at, event.by, event.seq, domain=left.domain) for left in body.plan.left_open
    ]
    for brought in body.plan.brought:
        folder.count(brought.id)


def _plan(folder: Folder, event: ev.Event, body: ev.PlanChanged) -> None:
    if folder.plan is not None:
        folder.agreed = still_agreed(folder.agreed, folder.plan, body.plan)
    folder.plan = body.plan


def _joined(plan: Plan | None, body: WalkedIn) -> Plan | None:
    """Return the plan with somebody who walked in, unless files that were taken over have them already."""
    if plan is None or any(person.id == body.person for person in plan.people):
        return plan
    return replace(plan, people=(*plan.people, PersonInfo(body.person, body.domain)))


def _moved(plan: Plan | None, body: PersonEdited) -> Plan | None:
    """Return the plan with the domain that the roster has of somebody now."""
    if plan is None or body.domain is None:
        return plan
    people = [replace(p, domain=body.domain or None) if p.id == body.person else p for p in plan.people]
    return replace(plan, people=tuple(people))


def _entered(folder: Folder, event: ev.Event, body: ev.Entered) -> None:
    _close(folder, body.since)
    folder.finished, folder.people.shown = None, False
    folder.commitments.reading = None
    folder.segments.append(Segment(body.step, body.since))


def _finished(folder: Folder, event: ev.Event, body: ev.Finished) -> None:
    _close(folder, body.since)
    folder.finished, folder.people.shown = body.since, False
    folder.commitments.reading = None


def _close(folder: Folder, at: int) -> None:
    """End the timeline at `at`; what was recorded after it gives way to what the facilitator says now."""
    while folder.segments and folder.segments[-1].start >= at:
        folder.segments.pop()
    if folder.segments:
        folder.segments[-1] = _ended(folder.segments[-1], at)


def _ended(segment: Segment, at: int) -> Segment:
    end = at if segment.end is None else min(segment.end, at)
    pauses = tuple(
        Pause(pause.start, end if pause.end is None else min(pause.end, end))
        for pause in segment.pauses
        if pause.start < end
    )
    return Segment(segment.step, segment.start, end, pauses)


def _paused(folder: Folder, event: ev.Event, body: ev.Paused) -> None:
    if folder.segments:
        last = folder.segments[-1]
        folder.segments[-1] = replace(last, pauses=(*last.pauses, Pause(event.at, None)))


def _resumed(folder: Folder, event: ev.Event, body: ev.Resumed) -> None:
    if folder.segments and (pauses := folder.segments[-1].pauses):
        ended = (*pauses[:-1], Pause(pauses[-1].start, event.at))
        folder.segments[-1] = replace(folder.segments[-1], pauses=ended)


def _extended(folder: Folder, event: ev.Event, body: ev.Extended) -> None:
    folder.extra[body.step] = folder.extra.get(body.step, 0) + body.seconds * 1000


def _replanned(folder: Folder, event: ev.Event, body: ev.Replanned) -> None:
    folder.agreed = Agreed(body.seconds, body.dropped, body.ends, body.ends_at)
    for step in body.seconds:
        folder.extra.pop(step, None)  # an absolute length has it in it


def _noted(folder: Folder, event: ev.Event, body: ev.Noted) -> None:
    said = Said(body.note, body.text, body.said_at, event.by, event.seq, body.step, body.domain)
    folder.said["n"].append(said)


def _parked(folder: Folder, event: ev.Event, body: ev.Parked) -> None:
    said = Said(body.item, body.text, body.said_at, event.by, event.seq, body.step, body.domain)
    folder.said["x"].append(said)


def _committed(folder: Folder, event: ev.Event, body: ev.Committed) -> None:
    folder.commitments.make(event, body)


def _checked(folder: Folder, event: ev.Event, body: ev.Checked) -> None:
    folder.commitments.check(body)


def _amended(folder: Folder, event: ev.Event, body: ev.Amended) -> None:
    _reword(folder, body.ref, body.text)


def _reword(folder: Folder, ref: str, text: str | None) -> None:
    """Change the words of what has an id; None erases them."""
    folder.terms.reword(ref, text)
    for said in folder.said.values():
        for i, item in enumerate(said):
            if item.id == ref:
                said[i] = replace(item, text=text)
    folder.commitments.reword(ref, text)


def _spoke(folder: Folder, event: ev.Event, body: ev.Spoke) -> None:
    folder.turns[body.domain] = folder.turns.get(body.domain, 0) + 1


def _struck(folder: Folder, event: ev.Event, body: ev.Struck) -> None:
    _reword(folder, body.ref, None)
    if folder.plan and folder.plan.words_of(body.ref):
        folder.plan = folder.plan.without_words_of(body.ref)


def _decided(folder: Folder, event: ev.Event, body: Decided) -> None:
    """Take an outcome in; where the one before it is being read back, the reading stays with the word."""
    known = folder.terms.terms.get(body.term)
    if known and known.outcome and known.outcome.id == folder.commitments.reading:
        folder.commitments.reading = body.outcome
    folder.terms.take(event, body)


def _speed(folder: Folder, event: ev.Event, body: ev.SpeedSet) -> None:
    folder.speed = body.factor


_APPLY: dict[type[Body], Callable[[Folder, ev.Event, Any], None]] = {
    ev.WorkshopOpened: _opened,
    ev.PlanChanged: _plan,
    ev.Entered: _entered,
    ev.Finished: _finished,
    ev.Paused: _paused,
    ev.Resumed: _resumed,
    ev.Extended: _extended,
    ev.Replanned: _replanned,
    ev.Noted: _noted,
    ev.Parked: _parked,
    ev.Committed: _committed,
    ev.Checked: _checked,
    ev.Amended: _amended,
    ev.Spoke: _spoke,
    ev.Struck: _struck,
    ev.SpeedSet: _speed,
    Decided: _decided,
}
