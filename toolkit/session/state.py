"""Where a session stands: values folded from its events, never changed in place."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.term_state import Case, Dissent, Outcome, Sense, TermState
from toolkit.workshop.projection import Agreed, Progress, Projection, project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.commitment_state import Commitment
    from toolkit.session.people_state import Presence, Seating, Sheet
    from toolkit.workshop.plan import Block, Plan, PlannedStep


@value(slots=True)
class Pause:
    """A time during which a step's clock stood still."""

    start: int
    end: int | None


@value(slots=True)
class Segment:
    """A time that the room spent in one step; a step may have several."""

    step: str
    start: int
    end: int | None = None
    pauses: tuple[Pause, ...] = ()

    def elapsed(self, now: int) -> int:
        """Return the milliseconds that counted, up to `now`."""
        until = now if self.end is None else self.end
        still = sum((until if pause.end is None else pause.end) - pause.start for pause in self.pauses)
        return max(0, until - self.start - still)


@value(slots=True)
class Said:
    """A note, or a matter on the parking lot. `text` is None once struck."""

    id: str
    text: str | None
    at: int
    by: str
    seq: int
    step: str | None = None
    domain: str | None = None


@value()
class State:
    """A session after the event `seq`."""

    seq: int = 0
    last_at: int = 0
    """The instant of the latest event."""
    plan: Plan | None = None
    segments: tuple[Segment, ...] = ()
    finished: int | None = None
    extra: Mapping[str, int] = field(default_factory=dict)
    """Milliseconds added to each step, since it was re-planned if it was."""
    agreed: Agreed = field(default_factory=Agreed)
    """What re-planning changed; the plan itself stays as it was."""
    notes: tuple[Said, ...] = ()
    parked: tuple[Said, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    """Those brought along from an earlier workshop first."""
    reading: str | None = None
    """The id of the line that is being read back to the room."""
    turns: Mapping[str, int] = field(default_factory=dict)
    """Turns taken, by domain."""
    presence: Mapping[str, Presence] = field(default_factory=dict)
    """By person; who is not in it is expected."""
    counters: Mapping[str, int] = field(default_factory=dict)
    """The highest number given out under each letter; numbers of undone events are not given out again."""
    speed: float = 0.0
    """Rehearsal: how fast the simulated clock runs."""
    terms: Mapping[str, TermState] = field(default_factory=dict)
    """By word in dispute; one that nothing has happened to is not in it."""
    seatings: tuple[Seating, ...] = ()
    """Every round for which people sat down, the latest last."""
    ahead: tuple[Seating, ...] = ()
    """Rounds that are made and have not begun."""
    tables_shown: bool = False
    """Whether the facilitator has put the tables on the room's screen, for this step."""
    sheets: tuple[Sheet, ...] = ()
    """Filled-in sheets of statements, each code's latest before and after."""

    def hat(self, person: str) -> str | None:
        """Return the domain that a person declared, else the one the roster has; None if there is neither."""
        known = self.presence.get(person)
        if known and known.domain:
            return known.domain
        return self.plan.domain_of(person) if self.plan else None

    @property
    def recorded(self) -> dict[str, str | None]:
        """The words of everything that has an id, in the order in which it was begun; None for what was struck."""
        said: list[Said | Commitment | Case | Sense | Outcome | Dissent] = [
            *self.notes,
            *self.parked,
            *self.commitments,
        ]
        for term in self.terms.values():
            said += [*term.cases, *term.senses, *term.dissents, *([term.outcome] if term.outcome else [])]
        return {item.id: item.text for item in sorted(said, key=lambda item: item.seq)}

    @property
    def here(self) -> list[str]:
        """Return who is here; before anybody came, who is expected."""
        here = [person for person, known in self.presence.items() if known.here]
        expected = self.plan.people if self.plan and not self.presence else ()
        return here or [person.id for person in expected]

    @property
    def rounds(self) -> tuple[Seating, ...]:
        """Every round there is, those ahead as well."""
        return (*self.seatings, *self.ahead)

    @property
    def seating(self) -> Seating | None:
        """The latest tables."""
        return self.seatings[-1] if self.seatings else None

    def term(self, id_: str) -> TermState:
        """Return where the work on a word stands."""
        return self.terms.get(id_, TermState())

    @property
    def segment(self) -> Segment | None:
        """Where the room is now."""
        return self.segments[-1] if self.segments and self.finished is None else None

    @property
    def step_id(self) -> str | None:
        """The step that the room is in."""
        return self.segment.step if self.segment else None

    @property
    def step(self) -> PlannedStep | None:
        """The step that the room is in, as planned."""
        return self.plan.step(self.step_id) if self.plan and self.step_id else None

    @property
    def block(self) -> Block | None:
        """The block that the room is in."""
        return self.plan.block_of(self.step_id) if self.plan and self.step_id else None

    @property
    def paused(self) -> bool:
        """Tell whether the step's clock stands still."""
        return bool(self.segment and self.segment.pauses and self.segment.pauses[-1].end is None)

    def progress(self, now: int) -> Progress:
        """Return what happened, as the projection needs it."""
        elapsed: dict[str, int] = {}
        spans: dict[str, tuple[int, int]] = {}
        for segment in self.segments:
            end = now if segment.end is None else segment.end
            elapsed[segment.step] = elapsed.get(segment.step, 0) + segment.elapsed(now)
            spans[segment.step] = (spans.get(segment.step, (segment.start, 0))[0], end)
        return Progress(
            step=self.step_id,
            started=self.segments[0].start if self.segments else None,
            finished=self.finished,
            paused=self.paused,
            elapsed=elapsed,
            extra=self.extra,
            spans=spans,
            agreed=self.agreed,
        )

    def step_at(self, instant: int) -> str | None:
        """Return the step that the room was in at an instant."""
        for segment in reversed(self.segments):
            if segment.start <= instant and (segment.end is None or instant < segment.end):
                return segment.step
        return None

    def dropped(self, step: str) -> bool:
        """Tell whether a step was dropped by re-planning, and the room has not been in it nevertheless."""
        return step in self.agreed.dropped and not any(segment.step == step for segment in self.segments)

    def projection(self, now: int) -> Projection:
        """Return where the workshop stands at `now` and when it will end; the plan must be known."""
        assert self.plan is not None
        return project(self.plan, self.progress(max(now, self.last_at)), max(now, self.last_at))

    def next_id(self, letter: str) -> str:
        """Return the next id under a letter, such as n8."""
        return f"{letter}{self.counters.get(letter, 0) + 1}"
