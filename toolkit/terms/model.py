"""What a room found out about one word: the values that the measure is taken of, and what comes out of it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Mapping

FACETS = ("decides", "by_when", "follows")
"""The three questions that a sense answers: who decides, by when, what follows if it goes wrong."""

Evidence = Literal["named", "tally", "mixed"]
"""Where a pair's numbers come from: ballots keyed one by one, a domain's own count, or one of each."""


@value()
class Counts:
    """How a domain judged one case."""

    yes: int = 0
    no: int = 0
    unsure: int = 0

    @property
    def answered(self) -> int:
        """How many said yes or no."""
        return self.yes + self.no

    @property
    def share(self) -> float | None:
        """The share of yes among those who said yes or no; None if nobody did."""
        return self.yes / self.answered if self.answered else None

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.yes + other.yes, self.no + other.no, self.unsure + other.unsure)


@value()
class Ballots:
    """What one domain said of a word's cases: named ballots, else its own tally."""

    rows: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    """By person, by case: 1 yes, 0 no, None unsure. A case that is not there was not answered."""
    tally: Mapping[str, Counts] = field(default_factory=dict)
    """By case; counts only where there are no rows."""

    def counts(self, case: str) -> Counts:
        """Return how the domain judged a case; named ballots replace the tally, they never add to it."""
        if not self.rows:
            return self.tally.get(case, Counts())
        answers = [row[case] for row in self.rows.values() if case in row]
        return Counts(answers.count(1), answers.count(0), answers.count(None))

    @property
    def empty(self) -> bool:
        """Tell whether the domain has said nothing yet."""
        return not self.rows and not self.tally


@value()
class FacetAnswer:
    """A sense's answer to one of the three questions: only codes can clash."""

    code: str
    text: str | None = None


@value()
class WrittenSense:
    """What the word means in one domain, as its table wrote it."""

    id: str
    domain: str
    facets: Mapping[str, FacetAnswer] = field(default_factory=dict)
    """By question, of `FACETS`."""


@value()
class TermMaterial:
    """All that a room said of one word."""

    term: str
    cases: tuple[str, ...] = ()
    """Ids, in the order of the wall."""
    ballots: Mapping[str, Ballots] = field(default_factory=dict)
    """By domain, in the order of the plan."""
    senses: tuple[WrittenSense, ...] = ()
    pools: tuple[tuple[str, ...], ...] = ()
    """Domains that are counted as one, by choice of the room, before the reveal."""
