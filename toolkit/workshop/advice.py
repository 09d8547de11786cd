"""What a plan lacks, before anybody is in the room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.agenda import Agenda, agenda, minutes
from toolkit.workshop.times import MINUTE, clock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from toolkit.library.exercise import Exercise, Step
    from toolkit.workshop.plan import Block, Plan, PlannedStep

WITHOUT_BREAK = 90
"""Minutes after which people need one."""
ENOUGH = 4
"""People of a domain, answering the same cases, from whom anything can be told (see the measure)."""


@value()
class Advice:
    """One thing that a plan lacks."""

    block: str | None
    """The block's id; None for the whole."""
    what: str
    """What is wrong, and what to do."""


def advice(plan: Plan, exercises: Mapping[str, Exercise], printables: Collection[str]) -> tuple[Advice, ...]:
    """Return everything that a plan lacks.

    Args:
        plan: The plan, with the people of its roster.
        exercises: Those that it names, by id.
        printables: Ids of the printables there are.
    """
    found = [*_clock(plan, agenda(plan)), *_breaks(plan)]
    for block in plan.blocks:
        if exercise := exercises.get(block.source):
            found += _exercise(plan, block, exercise, printables)
        found += _tracks(block, exercises)
    return (*found, *_closing(plan))


def _clock(plan: Plan, times: Agenda) -> Iterator[Advice]:
    for row in times.rows:
        if row.late:
            locked = clock(row.start - row.late, plan.tz)
            what = f"{row.block.title} is locked for {locked} and cannot start before {clock(row.start, plan.tz)}"
            yield Advice(row.block.id, f"{what}: shorten what comes before by {minutes(row.late)} min, or unlock it")
    if times.over > 0:
        yield Advice(None, f"the agenda runs {minutes(times.over)} min over the hard end: shorten or remove something")


def _breaks(plan: Plan) -> Iterator[Advice]:
    since, told = 0, False
    for block in plan.blocks:
        if block.kind == "break":
            since, told = 0, False
            continue
        since += block.milliseconds
        if since > WITHOUT_BREAK * MINUTE and not told:
            told = True
            what = f"by the end of {block.title} there has been no break for {minutes(since)} min"
            yield Advice(block.id, f"{what}: put one in after {WITHOUT_BREAK} at the latest")


def _exercise(plan: Plan, block: Block, exercise: Exercise, printables: Collection[str]) -> Iterator[Advice]:
    people = len(plan.people)
    if plan.mode not in exercise.modes:
        yield Advice(block.id, f"{block.title} is written for {', '.join(exercise.modes)}, not for {plan.mode}")
    if people and not exercise.group.min <= people <= exercise.group.max:
        size = f"{exercise.group.min} to {exercise.group.max} people, and {people} are on the roster"
        yield Advice(block.id, f"{block.title} is made for {size}: read what changes with the number")
    if block.milliseconds < exercise.minutes[0] * MINUTE:
        least = f"{exercise.minutes[0]:g} min, and has {minutes(block.milliseconds)}"
        yield Advice(block.id, f"{block.title} needs at least {least}: give it more, or take another exercise")
    for step, planned in zip(exercise.steps, block.steps, strict=True):
        yield from _round(block, step, planned, exercise, people)
    for printable in exercise.printables:
        if printable not in printables:
            yield Advice(block.id, f"{block.title} needs the printable {printable!r}, which is not there: add its file")
    yield from _terms(plan, block, exercise)


def _round(block: Block, step: Step, planned: PlannedStep, exercise: Exercise, people: int) -> Iterator[Advice]:
    """Tell of a round that the group is too large for."""
    if step.per_person is None:
        return
    table = exercise.group.table[1] if exercise.group.table else people
    voices = {"solo": 1, "pairs": 2, "tables": min(table, people) if people else table}.get(step.arrangement, people)
    needed = voices * step.per_person
    if needed * 60 > planned.seconds:
        round_ = f"{voices} people at {step.per_person:g} min each are {needed:g} min"
        what = f"{block.title}, {planned.title}: {round_}, and it has {planned.seconds / 60:g}"
        yield Advice(block.id, f"{what}: give it more time, or split the round")


def _terms(plan: Plan, block: Block, exercise: Exercise) -> Iterator[Advice]:
    captured = {capture for step in exercise.steps for capture in step.capture}
    if not captured & {"verdicts", "tallies"}:
        return
    if not block.terms:
        yield Advice(block.id, f"{block.title} asks about a word and has none: give the entry `terms:`")
    elif len(block.terms) < exercise.words:
        what = f"{block.title} is about {exercise.words} words and has {len(block.terms)}"
        yield Advice(block.id, f"{what}: give the entry more `terms:`")
    for id_ in block.terms:
        if (term := plan.term(id_)) and not term.cases and not exercise.term:
            yield Advice(
                block.id, f"{block.title}: the glossary has no case for {id_}: write some, or bring them along"
            )
    counts = Counter(person.domain for person in plan.people if person.domain)
    few = [f"{domain.label} ({counts[domain.id]})" for domain in plan.domains if counts[domain.id] < ENOUGH]
    if plan.people and few:
        what = f"{block.title} counts answers by domain, and fewer than {ENOUGH} are expected from {', '.join(few)}"
        yield Advice(block.id, f"{what}: that is too few to tell; invite more, or pool domains before the reveal")


def _tracks(block: Block, exercises: Mapping[str, Exercise]) -> Iterator[Advice]:
    for track in block.tracks:
        exercise = exercises.get(track.source)
        if exercise and block.milliseconds < exercise.minutes[0] * MINUTE:
            least = f"{exercise.minutes[0]:g} min, and the block has {minutes(block.milliseconds)}"
            yield Advice(block.id, f"{track.title} needs at least {least}: give the block more")


def _closing(plan: Plan) -> Iterator[Advice]:
    """Tell where the day does not end with what people take home."""
    work = [block for block in plan.blocks if block.kind != "break"]
    if not any("commitments" in step.capture for block in work[-2:] for step in block.steps):
        what = "nothing at the end records who does what and reads it back"
        yield Advice(None, f"{what}: close with an exercise that captures commitments, such as `commitments`")
