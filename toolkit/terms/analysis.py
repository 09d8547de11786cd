"""Where the meanings of a word part, and why: from all that a room said of it to what screens and reports show."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.clashes import FacetClash, facet_clashes
from toolkit.terms.measure import Mismatch, State, classify, mismatch_family, mismatch_from_counts, vagueness
from toolkit.terms.parties import Party, evidence_of, parties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.terms.model import Counts, Evidence, TermMaterial


@value()
class DecidingCase:
    """The case on which two sides differ most, with what it can be checked by."""

    case: str
    a: Counts
    b: Counts

    @property
    def gap(self) -> float:
        """The squared difference of yes shares, 0 to 1; from fractions, so that equals are equal."""
        return float((Fraction(self.a.yes, self.a.answered) - Fraction(self.b.yes, self.b.answered)) ** 2)


@value()
class Pair:
    """Two sides, each a domain or a pool, and one word."""

    a: str
    b: str
    state: State
    mismatch: Mismatch
    evidence: Evidence
    indicative: bool
    """Whether some counts have no names behind them: there is no p, and the state is to be called indicative."""
    deciding: DecidingCase | None
    """None where no case was answered on both sides."""
    clashes: tuple[FacetClash, ...]


@value()
class TermAnalysis:
    """What a room's use of one word comes to."""

    term: str
    state: State
    pairs: tuple[Pair, ...] = ()
    """All pairs of sides that said anything, in the order of the plan."""
    deciding_pair: Pair | None = None
    """Whose deciding case the room is shown."""
    within: Mapping[str, float | None] = field(default_factory=dict)
    """By side, how often two of its people disagree: its own vagueness, 0 to 1; None where no two answered a case."""

    @property
    def deciding(self) -> DecidingCase | None:
        """The one case that the room is shown."""
        return self.deciding_pair.deciding if self.deciding_pair else None

    @property
    def enough(self) -> bool:
        """Whether any two sides have enough people who answered."""
        return any(pair.mismatch.enough for pair in self.pairs)


def analyse(material: TermMaterial, *, seed: int = 0) -> TermAnalysis:
    """Return what a room's use of a word comes to.

    Sides whose verdicts all have names are measured together, with p for each pair and for all pairs at once; where a
    side has a tally, counts are compared. What costs time is kept by value in `toolkit.terms.measure`, so that after
    one changed verdict only its own pairs are measured anew.

    Args:
        material: All that the room said of the word.
        seed: For drawing permutations.
    """
    sides = parties(material)
    family = mismatch_family({side.name: side.rows for side in sides if side.evidence == "named"}, seed=seed)
    pairs = tuple(_pair(a, b, family.get((a.name, b.name)), material.cases) for a, b in combinations(sides, 2))
    return TermAnalysis(
        term=material.term,
        state=term_state(pairs),
        pairs=pairs,
        deciding_pair=_deciding_pair(pairs),
        within={side.name: vagueness(side.counts) for side in sides},
    )


def term_state(pairs: Sequence[Pair]) -> State:
    """Return the state of a word from those of its pairs.

    Conflict if any pair is in conflict; else vague if any is vague; else consensus if at least two thirds of the pairs
    with enough people are in consensus; else undecided. Pairs with too few people speak neither for nor against. All
    pairs would be too much to ask: of fifteen, chance leaves one undecided more often than not.
    """
    told = [pair.state for pair in pairs if pair.mismatch.enough]
    for state in (State.CONFLICT, State.VAGUE):
        if state in told:
            return state
    return State.CONSENSUS if told and 3 * told.count(State.CONSENSUS) >= 2 * len(told) else State.UNDECIDED


def _pair(a: Party, b: Party, found: Mismatch | None, cases: Sequence[str]) -> Pair:
    measured = found or mismatch_from_counts(a.counts, b.counts)
    evidence = evidence_of(a, b)
    at = measured.deciding
    return Pair(
        a=a.name,
        b=b.name,
        state=classify(measured),
        mismatch=measured,
        evidence=evidence,
        indicative=evidence != "named",
        deciding=None if at is None else DecidingCase(cases[at], a.counts[at], b.counts[at]),
        clashes=facet_clashes(a.senses, b.senses),
    )


def _deciding_pair(pairs: Sequence[Pair]) -> Pair | None:
    """Return the pair that differs most on a case: of those in conflict, else of those with enough, else of all.

    Of pairs that differ as much on a case, the one with the larger mismatch.
    """
    answered = [pair for pair in pairs if pair.deciding]
    for among in (
        [pair for pair in answered if pair.state is State.CONFLICT],
        [pair for pair in answered if pair.mismatch.enough],
        answered,
    ):
        if among:
            return max(among, key=_gaps)
    return None


def _gaps(pair: Pair) -> tuple[float, float]:
    """Return how far a pair parts on its case, and on all cases."""
    return (pair.deciding.gap if pair.deciding else 0.0, pair.mismatch.mismatch or 0.0)
