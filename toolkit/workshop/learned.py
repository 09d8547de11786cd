"""What earlier workshops say about how long an exercise takes."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZES = ((1, 9), (10, 29), (30, 1000))
"""Groups that are told apart: 5, 15 and 50 people are different rooms."""
WORTH_TELLING = 0.1
"""How far from the plan is worth a word."""


@value()
class Took:
    """One exercise in one workshop, from its beginning to its end."""

    exercise: str
    people: int
    planned: int
    """Milliseconds."""
    actual: int


@value()
class Lesson:
    """How long an exercise took in groups of about one size, against its plan."""

    exercise: str
    smallest: int
    largest: int
    ratio: float
    """The median of actual over planned."""
    times: int

    def minutes(self, planned: int) -> int:
        """Return what the same would take again, in minutes, where so many milliseconds are planned."""
        return round(planned * self.ratio / MINUTE)

    def __str__(self) -> str:
        """Return it as it is told."""
        often = {1: "once", 2: "twice"}.get(self.times, f"{self.times} times")
        return f"you took {self.ratio:.1f} times as long, {often}"


def lessons(took: Iterable[Took], people: int) -> dict[str, Lesson]:
    """Return, by exercise, what was learned with groups of about as many people; only what is worth telling.

    While nobody is on the roster there is no size to compare with, and nothing is told.
    """
    if not people:
        return {}
    smallest, largest = next((size for size in SIZES if size[0] <= people <= size[1]), SIZES[-1])
    ratios: dict[str, list[float]] = defaultdict(list)
    for one in took:
        if one.planned > 0 and smallest <= one.people <= largest:
            ratios[one.exercise].append(one.actual / one.planned)
    found = {e: Lesson(e, smallest, largest, median(all_), len(all_)) for e, all_ in ratios.items()}
    return {e: lesson for e, lesson in found.items() if abs(lesson.ratio - 1) >= WORTH_TELLING}
