"""What a mismatch is called: Shaw and Gaines's states, and the thresholds between them.

Shaw and Gaines (*Comparing conceptual structures: consensus, conflict, correspondence and contrast*, 1989) have
four: the same word or two, for the same concept or two. *Vague* is added for a word that a domain is not at one about
itself, and *undecided* for what the answers do not show.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.files.value import value

if TYPE_CHECKING:
    from toolkit.terms.measure._extension import Mismatch


class State(StrEnum):
    """What two domains' verdicts on one word come to."""

    CONSENSUS = "consensus"
    CONFLICT = "conflict"
    VAGUE = "vague"
    UNDECIDED = "undecided"


class Relation(StrEnum):
    """What one domain's verdicts on a word and another's on another word come to."""

    CORRESPONDENCE = "correspondence"
    CONTRAST = "contrast"
    UNDECIDED = "undecided"


@value()
class Thresholds:
    """Where one state ends and the next begins: conventions that `bench/thresholds.py` chose."""

    vague: float = 0.45
    """A domain whose people disagree so often (W) has no use of its own; the coin's toss is .5."""
    differs: float = 0.08
    """The least mismatch that is a difference, where p says that chance seldom does as much."""
    p: float = 0.15
    """The largest p of a pair that stands alone."""
    p_adjusted: float = 0.05
    """The largest p of a pair among all pairs of a room: so many rooms without any difference show one."""
    differs_in_counts: float = 0.12
    """The least mismatch that is a difference where there is no p, so that few rooms without any show one."""
    same: float = 0.05
    """The largest mismatch that is none."""
    disagree: float = 0.30
    """The most often (O) that two people of two domains with one use may disagree: a small mismatch among people who
    disagree much is no evidence of one use."""


THRESHOLDS = Thresholds()


def classify(mismatch: Mismatch) -> State:
    """Return the state of two domains that use one word.

    Too few answers, or no comparable case, are undecided whatever the numbers. A domain that is not at one with itself
    is vague before it is in conflict. Counts have no p: a larger mismatch decides, and whoever shows the state says
    that it is indicative.
    """
    if not mismatch.enough or mismatch.mismatch is None:
        return State.UNDECIDED
    if _vagueness(mismatch) >= THRESHOLDS.vague:
        return State.VAGUE
    if _differs(mismatch):
        return State.CONFLICT
    return State.CONSENSUS if _same(mismatch) else State.UNDECIDED


def classify_two(mismatch: Mismatch) -> Relation:
    """Return the relation of two words, each used by one of two domains, by the same thresholds.

    A domain that is not at one with itself makes the relation undecided.
    """
    relations = {State.CONFLICT: Relation.CONTRAST, State.CONSENSUS: Relation.CORRESPONDENCE}
    return relations.get(classify(mismatch), Relation.UNDECIDED)


def _vagueness(mismatch: Mismatch) -> float:
    return max(mismatch.within_a or 0.0, mismatch.within_b or 0.0)


def _differs(mismatch: Mismatch) -> bool:
    size = mismatch.mismatch or 0.0
    if mismatch.p_adjusted is not None:
        return size >= THRESHOLDS.differs and mismatch.p_adjusted <= THRESHOLDS.p_adjusted
    if mismatch.p is not None:
        return size >= THRESHOLDS.differs and mismatch.p <= THRESHOLDS.p
    return size >= THRESHOLDS.differs_in_counts


def _same(mismatch: Mismatch) -> bool:
    size, disagree = mismatch.mismatch, mismatch.between
    return size is not None and disagree is not None and size <= THRESHOLDS.same and disagree <= THRESHOLDS.disagree
