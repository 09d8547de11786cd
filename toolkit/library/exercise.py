"""Exercises: what a facilitator says, does and shows, step by step, and what to watch for."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, StringConstraints, Tag, model_validator

from toolkit.files.problems import nearest
from toolkit.library.fields import Id, Line, LocalText, Model, PlacedError, Source
from toolkit.library.glossary import Term

Mode = Literal["in-person", "online", "hybrid"]
Arrangement = Literal["solo", "pairs", "tables", "plenary"]
Grouping = Literal["domain", "mixed", "free"]
Cut = Literal["never", "shorten", "drop"]
Priority = Literal["keep", "normal", "first-to-go"]
Capture = Literal[
    "notes", "verdicts", "tallies", "senses", "ratings", "outcome", "dissent", "commitments", "checks",
    "parking", "turns", "arrivals",
]  # fmt: skip
View = Literal[
    "text", "word", "cases", "deciding-case", "outcome", "commitments", "read-back", "promised", "parking", "agenda",
    "groups",
]  # fmt: skip

Span = Annotated[float, Field(gt=0, le=600)]
"""Minutes."""


class Minutes(Model):
    """How long a step takes: never under `min`, best `ideal`, at most `max`."""

    min: Span
    ideal: Span
    max: Span

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.min <= self.ideal <= self.max:
            raise ValueError("min, ideal and max must not fall: put them in order")
        return self


class Show(Model):
    """What the room's screen shows during a step."""

    view: View = Field("text", description="What is drawn from the session; `text` shows only the text.")
    text: LocalText | None = Field(None, description="Words for the room: short, large, read from two metres.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.view == "text" and self.text is None:
            raise ValueError("nothing to show: give a text or a view")
        return self


class Step(Model):
    """One part of an exercise."""

    id: Id
    title: LocalText
    say: LocalText = Field(description="What the facilitator says, word for word. {term} is the block's word.")
    do: LocalText = Field(description="What the facilitator does meanwhile.")
    show: Show | None = Field(None, description="What the room's screen shows; without it, the step's title.")
    minutes: Minutes
    per_person: Span | None = Field(
        None, description="In a round: the minutes that each person has; planning multiplies them by the group."
    )
    arrangement: Arrangement
    grouping: Grouping = Field("free", description="Who sits together: the same domain, mixed, or as people like.")
    cut: Cut = Field(description="What may happen to the step when time runs out.")
    capture: list[Capture] = Field(default_factory=list, description="What is written down during the step.")
    voices: list[Id] = Field(default_factory=list, description="The sides of the exercise that are heard here.")
    modes: list[Mode] = Field(
        default_factory=list, description="Only in these modes; without it, in all that the exercise is made for."
    )
    watch_for: LocalText | None = Field(None, description="What goes wrong here, and what helps.")


class Side(Model):
    """One way of seeing the matter of an exercise, as those who hold it would put it."""

    id: Id
    label: LocalText
    best_case: LocalText = Field(description="The strongest reason for it, fair to all who hold it.")


class Group(Model):
    """For how many people an exercise is made."""

    min: Annotated[int, Field(ge=1, le=1000)]
    max: Annotated[int, Field(ge=1, le=1000)]
    table: Annotated[list[Annotated[int, Field(ge=1, le=50)]], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Smallest and largest table."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.max or (self.table and self.table[0] > self.table[1]):
            raise ValueError("the smaller number comes first: put them in order")
        return self


class AtScale(Model):
    """What changes with the number of people."""

    five: LocalText = Field(alias="5")
    fifteen: LocalText = Field(alias="15")
    fifty: LocalText = Field(alias="50")


class Run(Model):
    """A time that a room ran the exercise."""

    on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
    where: Line | None = None
    people: Annotated[int, Field(ge=1)] | None = None
    learned: LocalText | None = None


def _ran(value: object) -> str:
    return "<runs>" if isinstance(value, list) else "<none>"


Runs: TypeAlias = Annotated[
    Annotated[Literal["none"], Tag("<none>")] | Annotated[Annotated[list[Run], Field(min_length=1)], Tag("<runs>")],
    Discriminator(_ran),
    Field(description="`none` until a room has run it; then a list of {on, where, people, learned}."),
]

Texts = Annotated[list[LocalText], Field(min_length=1)]


class Exercise(Model):
    """One exercise, complete enough for a stranger to run it tomorrow."""

    id: Id
    title: LocalText
    tagline: LocalText = Field(description="What happens, in one line.")
    tensions: Annotated[list[Id], Field(min_length=1, description="From exercises/tensions.yaml.")]
    purposes: Texts = Field(description="What becomes possible.")
    when: LocalText
    when_not: LocalText | None = None
    bridges: LocalText = Field(description="How it bridges ways of thinking.")
    group: Group
    modes: Annotated[list[Mode], Field(min_length=1, description="Only those it is written out for.")]
    space: LocalText
    materials: list[LocalText] = Field(default_factory=list)
    invitation: LocalText = Field(description="Read aloud at the start, word for word; says what is recorded.")
    steps: Annotated[list[Step], Field(min_length=1)]
    priority: Priority = Field(
        "normal", description="`keep` where it closes the day or is read back: re-planning leaves it whole."
    )
    sides: list[Side] = Field(default_factory=list, description="Where the matter has sides: each at its best.")
    words: Annotated[int, Field(ge=0, le=4)] = Field(0, description="How many words in dispute the agenda gives it.")
    term: Term | None = Field(
        None, description="What the room votes on where the agenda gives the block no word: a label, and its cases."
    )
    worked_example: LocalText | None = Field(None, description="What one table might write or say, start to end.")
    debrief: Texts = Field(description="Questions for afterwards.")
    traps: Texts
    access: Texts = Field(description="For people who see, hear, move, read or speak differently.")
    power: LocalText = Field(description="Who has more to say here than others, and what to do about it.")
    at_scale: AtScale
    variations: list[LocalText] = Field(default_factory=list)
    outputs: list[LocalText] = Field(default_factory=list, description="What the room has at the end.")
    printables: list[Id] = Field(default_factory=list)
    sources: Annotated[list[Source], Field(min_length=1)]
    run: Runs

    @model_validator(mode="after")
    def _steps_differ(self) -> Self:
        ids = [step.id for step in self.steps]
        for i, id_ in enumerate(ids):
            if id_ in ids[:i]:
                raise PlacedError(("steps", i, "id"), f"two steps are called {id_!r}: rename one")
        return self

    @model_validator(mode="after")
    def _voices_are_sides(self) -> Self:
        known = {side.id for side in self.sides}
        for i, step in enumerate(self.steps):
            for j, voice in enumerate(step.voices):
                if voice not in known:
                    what = f"{voice!r} is no side of this exercise: {nearest(voice, known)}"
                    raise PlacedError(("steps", i, "voices", j), what)
        return self

    def for_mode(self, mode: str) -> Exercise:
        """Return it with the steps of one mode; of its first mode, where it is not made for that one."""
        wanted = mode if mode in self.modes else self.modes[0]
        steps = [step for step in self.steps if not step.modes or wanted in step.modes]
        if not steps or not any(step.modes for step in self.steps):
            return self
        return self.model_copy(update={"steps": steps, "modes": [wanted] if mode == wanted else self.modes})

    @property
    def minutes(self) -> tuple[float, float, float]:
        """The sums of the steps' shortest, ideal and longest minutes, in its first mode."""
        minutes = [step.minutes for step in self.steps if not step.modes or self.modes[0] in step.modes]
        return sum(m.min for m in minutes), sum(m.ideal for m in minutes), sum(m.max for m in minutes)
