"""What is to be known about a plan before the day: its times and bounds, what it lacks, what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.advice import Advice, advice
from toolkit.workshop.agenda import Agenda, agenda
from toolkit.workshop.learned import Lesson, Took, lessons
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.library.catalogue import Catalogue
    from toolkit.library.exercise import Exercise
    from toolkit.workshop.plan import Block, Plan


@value()
class Outlook:
    """A plan with all that its front ends show of it."""

    plan: Plan
    agenda: Agenda
    bounds: Mapping[str, tuple[float, float, float]]
    """By block: the shortest, best and longest minutes of what is done there; nothing for breaks and talks."""
    advice: tuple[Advice, ...]
    lessons: Mapping[str, Lesson]
    """By block."""
    problems: tuple[str, ...] = ()
    """What was left out of it: rows of the roster, content that cannot be read."""

    def about(self, block: str | None) -> tuple[Advice, ...]:
        """Return what is lacking in a block; with None, in the whole."""
        return tuple(one for one in self.advice if one.block == block)


def outlook(plan: Plan, catalogue: Catalogue, took: Iterable[Took] = (), problems: Iterable[object] = ()) -> Outlook:
    """Return what is to be known about a plan.

    Args:
        plan: The plan, with the people of its roster.
        catalogue: Where its exercises and printables are found.
        took: How long exercises took before.
        problems: What was wrong with the files, and stops no session.
    """
    exercises = _exercises(plan, catalogue)
    learned = lessons(took, len(plan.people))
    return Outlook(
        plan=plan,
        agenda=agenda(plan),
        bounds={block.id: found for block in plan.blocks if (found := _bounds(block, exercises))},
        advice=advice(plan, exercises, catalogue.printables()),
        lessons={block.id: learned[block.source] for block in plan.blocks if block.source in learned},
        problems=tuple(map(str, problems)),
    )


def lesson_words(block: Block, lesson: Lesson) -> str:
    """Return what was learned about a block, with the length that follows from it."""
    minutes = lesson.minutes(block.milliseconds)
    return f"{block.title}: {lesson}: {minutes} min instead of {block.milliseconds // MINUTE}?"


def _exercises(plan: Plan, catalogue: Catalogue) -> dict[str, Exercise]:
    """Return the exercises that a plan names, by id, with the steps of its mode."""
    named = [source for block in plan.blocks for source in (block.source, *(track.source for track in block.tracks))]
    ids = [id_ for id_ in dict.fromkeys(named) if id_]
    return {id_: found.item.for_mode(plan.mode) for id_ in ids if (found := catalogue.exercise(id_))}


def _bounds(block: Block, exercises: Mapping[str, Exercise]) -> tuple[float, float, float] | None:
    """Return the bounds of the exercise, or of the longest that are done side by side."""
    sources = [block.source, *(track.source for track in block.tracks)]
    all_ = [exercises[source].minutes for source in sources if source in exercises]
    if not all_:
        return None
    shortest, ideal, longest = (max(minutes[n] for minutes in all_) for n in range(3))
    return shortest, ideal, longest
