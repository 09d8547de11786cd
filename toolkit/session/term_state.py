"""Where the work on one word stands: values, never changed in place."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.terms.model import Counts, FacetAnswer


@value(slots=True)
class Case:
    """A situation on the wall of a word. `text` is None once struck."""

    id: str
    text: str | None
    by: str
    seq: int
    starter: str | None = None


@value(slots=True)
class Sense:
    """What a word means in a domain, as a table wrote it. `text` is None once struck."""

    id: str
    text: str | None
    domain: str
    by: str
    seq: int
    facets: Mapping[str, FacetAnswer] = field(default_factory=dict)
    """By question, of `toolkit.terms.model.FACETS`."""
    example: str | None = None
    ratings: Mapping[str, int] = field(default_factory=dict)
    """By person, from -2 to 2."""
    rate_tallies: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    """By domain: how many could work with it, passed, could not."""


@value(slots=True)
class Outcome:
    """What the room does about a word. `text` is None once struck."""

    id: str
    text: str | None
    decision: str
    by: str
    seq: int


@value(slots=True)
class Dissent:
    """Why a domain does not go along. `text` is None once struck."""

    id: str
    text: str | None
    domain: str
    by: str
    seq: int


@value(slots=True)
class Shown:
    """What the room was shown at the reveal; keying ballots later does not change it under a talk that goes on."""

    case: str
    a: str
    b: str
    counts_a: Counts
    counts_b: Counts
    state: str
    indicative: bool


@value()
class TermState:
    """One word after the latest event: its wall, its ballots, its senses, what was decided."""

    cases: tuple[Case, ...] = ()
    """In the order of the wall."""
    frozen: bool = False
    verdicts: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    """By person, by case (of any word's wall): 1 yes, 0 no, None unsure."""
    tallies: Mapping[str, Mapping[str, Counts]] = field(default_factory=dict)
    """By domain, by case."""
    pools: tuple[tuple[str, ...], ...] = ()
    keyed_as: Mapping[str, str] = field(default_factory=dict)
    """By person, the domain whose ballot it was when it was keyed."""
    revealed: int | None = None
    """The instant of the reveal, the latest if there were several."""
    shown: Shown | None = None
    senses: tuple[Sense, ...] = ()
    outcome: Outcome | None = None
    dissents: tuple[Dissent, ...] = ()

    @property
    def judged(self) -> bool:
        """Tell whether anybody's answer has been keyed."""
        return bool(self.verdicts or self.tallies)

    @property
    def fixed(self) -> bool:
        """Tell whether the wall can no longer change: it was frozen, or the ballot has begun."""
        return self.frozen or self.judged
