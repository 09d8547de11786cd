"""`workshop.yaml`: the afternoon as a person writes it down."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, StringConstraints, Tag, model_validator

from toolkit.library.domain import Domain
from toolkit.library.exercise import Mode, Priority, Span
from toolkit.library.fields import Id, Language, Line, LocalText, Model, PlacedError
from toolkit.library.wording import OWN_WORDS
from toolkit.workshop.times import parse_clock, zone


def _date(text: str) -> str:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar: mend it") from None
    if not 1970 < day.year < 3000:
        raise ValueError(f"{text!r} is too far away: write a year from 1971 to 2999")
    return day.isoformat()


def _clock(text: str) -> str:
    minutes = parse_clock(text)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _zone(text: str) -> str:
    zone(text)
    return text


Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_date)]
Clock = Annotated[str, StringConstraints(pattern=r"^\d{1,2}:\d{2}$"), AfterValidator(_clock)]
Zone = Annotated[str, AfterValidator(_zone), Field(description="An IANA time zone, such as Asia/Taipei.")]


Lock = Annotated[Clock | None, Field(description="A locked start: re-planning never moves it.")]
Rank = Annotated[Priority, Field(description="`keep`: never touched; `first-to-go`: dropped whole, if anything is.")]


class ExerciseEntry(Model):
    """An exercise of the library, on the agenda."""

    exercise: Id
    title: LocalText | None = Field(None, description="Instead of the exercise's own.")
    terms: list[Id] = Field(default_factory=list, description="The words it is about.")
    minutes: Span | None = Field(None, description="Instead of the exercise's ideal.")
    at: Lock = None
    priority: Rank | None = Field(None, description="Instead of the exercise's own.")


class BreakEntry(Model):
    """A break."""

    break_: LocalText = Field(alias="break")
    minutes: Span
    at: Lock = None
    priority: Rank = "normal"


class TalkEntry(Model):
    """Somebody speaks."""

    talk: LocalText
    minutes: Span
    at: Lock = None
    priority: Rank = "normal"
    say: LocalText | None = Field(None, description="What the facilitator says to open it.")


class TrackEntry(Model):
    """One of several things that happen at the same time: an exercise, or something in words."""

    title: LocalText
    exercise: Id | None = Field(None, description="An exercise of the library.")
    text: LocalText | None = Field(None, description="What it is about, where it is no exercise.")
    place: LocalText | None = Field(None, description="Where it is; the room's screen shows it.")
    lead: LocalText | None = Field(None, description="Who leads it.")

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if self.exercise and self.text:
            raise PlacedError(("text",), "a track is an exercise or a text: keep one of them")
        return self


class ParallelEntry(Model):
    """Several things at the same time: the clock knows one step, as long as the longest of them."""

    parallel: Annotated[list[TrackEntry], Field(min_length=2, description="The tracks.")]
    title: LocalText | None = Field(None, description="What the agenda calls it; without it, the tracks' titles.")
    minutes: Span | None = Field(None, description="For all tracks; without it, the longest exercise's ideal.")
    at: Lock = None
    priority: Rank = "normal"

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.minutes is None and not any(track.exercise for track in self.parallel):
            raise PlacedError(("parallel",), "no track has a length of its own: give the block `minutes:`")
        return self


ENTRIES = ("exercise", "break", "talk", "parallel")


def _entry(value: Any) -> str | None:  # noqa: ANN401 - whatever a file holds
    found = [key for key in ENTRIES if isinstance(value, dict) and key in value]
    return f"<{found[0]}>" if len(found) == 1 else None


Entry: TypeAlias = Annotated[
    Annotated[ExerciseEntry, Tag("<exercise>")]
    | Annotated[BreakEntry, Tag("<break>")]
    | Annotated[TalkEntry, Tag("<talk>")]
    | Annotated[ParallelEntry, Tag("<parallel>")],
    Discriminator(
        _entry,
        custom_error_type=OWN_WORDS,
        custom_error_message="an entry is an exercise, a break, a talk or parallel tracks: begin it with one of "
        "`- exercise:`, `- break:`, `- talk:` and `- parallel:`",
    ),
]


def _domain(value: Any) -> str:  # noqa: ANN401
    return "<definition>" if isinstance(value, dict) else "<id>"


DomainRef: TypeAlias = Annotated[
    Annotated[Id, Tag("<id>")] | Annotated[Domain, Tag("<definition>")],
    Discriminator(_domain),
]


Survey = Annotated[
    list[LocalText],
    Field(
        min_length=3,
        max_length=8,
        description="Statements that people answer before and after, from 1 (not at all) to 5 (fully), anonymously.",
    ),
]


def _day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar: mend it") from None


Said = Annotated[str, StringConstraints(min_length=1, max_length=100_000, pattern=r"\S")]
"""What somebody said, word for word."""
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
Answer = Annotated[Literal["yes", "no", "unknown"] | None, Field(description="Whether it is there.")]


class CarriedCommitment(Model):
    """Something that was promised in an earlier workshop and is still to do."""

    what: Said
    promised: Day = Field(description="The day of the workshop in which it was promised.")
    owner: Line | None = Field(None, description="Somebody's id on the roster; without it, nobody has it yet.")
    by: Day | None = None
    ask: Said | None = Field(None, description="Whom the owner must ask first.")
    budget: Answer = None
    law: Answer = None
    people: Answer = None


class CarriedOpen(Model):
    """A matter that an earlier workshop left open: a word that was parked, a dissent, the parking lot."""

    text: Said
    domain: Id | None = Field(None, description="The domain whose matter it is.")
    withheld: bool = Field(False, description="Whether it stays in the folder: few could have said it.")


class CarriedPart(Model):
    """What was brought along from an earlier workshop."""

    commitments: list[CarriedCommitment] = Field(default_factory=list)
    open: list[CarriedOpen] = Field(default_factory=list)


class WorkshopFile(Model):
    """The file `workshop.yaml`."""

    title: Line
    date: Date
    starts: Clock
    ends: Clock = Field(description="Hard end.")
    ends_latest: Clock | None = Field(None, description="How far the end may move.")
    timezone: Zone | None = Field(None, description="An IANA time zone; without it, the machine's.")
    place: str = ""
    mode: Mode = "in-person"
    language: Language = "en"
    domains: Annotated[list[DomainRef], Field(min_length=1, description="Ids of the library, or definitions.")]
    terms: list[Id] = Field(default_factory=list)
    roster: Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")] = "roster.csv"
    agenda: Annotated[list[Entry], Field(min_length=1)]
    survey: Survey | None = None
    carried: CarriedPart | None = Field(None, description="What was promised, or stayed open, the last time.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        end = self.ends_latest or self.ends
        if self.length(end) < self.length(self.ends):
            raise PlacedError(("ends_latest",), "must not come before ends: put them in order")
        for i, entry in enumerate(self.agenda):
            if entry.at and self.length(entry.at) > self.length(end):
                raise PlacedError(("agenda", i, "at"), f"{entry.at} is not between {self.starts} and {end}: mend it")
        return self

    def length(self, clock: str) -> int:
        """Return how many minutes after the start a clock time falls; a time before the start is the next day's."""
        return (parse_clock(clock) - parse_clock(self.starts)) % (24 * 60)
