"""Hidden agreement: one concept under two words, found where the same cases were judged under both."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.measure import Mismatch, Relation, classify_two, mismatch, mismatch_from_counts
from toolkit.terms.parties import Party, evidence_of, parties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.terms.model import Evidence, TermMaterial

LEAST_SHARED = 4
"""Cases that two words must share: on fewer, two words agree by chance too often."""


@value()
class Correspondence:
    """One side's use of a word, and another side's use of another word."""

    term_a: str
    a: str
    """A domain or a pool."""
    term_b: str
    b: str
    relation: Relation
    mismatch: Mismatch
    shared: int
    """How many cases were judged under both words."""
    evidence: Evidence
    indicative: bool
    """Whether some counts have no names behind them."""


def correspondences(materials: Sequence[TermMaterial], *, seed: int = 0) -> tuple[Correspondence, ...]:
    """Compare what one side says of cases under one word with what another says of them under another word.

    For each two words with at least `LEAST_SHARED` cases in common and each two sides without a domain in common, both
    ways round. *Correspondence* is a hidden agreement; *contrast* is what different words are expected to be. Two
    sides of which one says the same of all cases are undecided: the cases have not put the words to the test.

    Each comparison stands alone, with a p of its own and none adjusted for all.

    Args:
        materials: All that the room said, by word.
        seed: For drawing permutations.
    """
    return tuple(found for first, second in combinations(materials, 2) for found in _between_words(first, second, seed))


def _between_words(first: TermMaterial, second: TermMaterial, seed: int) -> Iterator[Correspondence]:
    shared = [case for case in first.cases if case in second.cases]
    if len(shared) < LEAST_SHARED:
        return
    for a, b in product(_judging(first, shared), _judging(second, shared)):
        if not set(a.domains) & set(b.domains):
            yield _compared(first.term, a, second.term, b, seed)


def _judging(material: TermMaterial, cases: Sequence[str]) -> list[Party]:
    return [party for party in parties(material, cases) if party.evidence]


def _compared(term_a: str, a: Party, term_b: str, b: Party, seed: int) -> Correspondence:
    evidence = evidence_of(a, b)
    named = evidence == "named"
    measured = mismatch(a.rows, b.rows, seed=seed) if named else mismatch_from_counts(a.counts, b.counts)
    tested = _tells_apart(a) and _tells_apart(b)
    return Correspondence(
        term_a=term_a,
        a=a.name,
        term_b=term_b,
        b=b.name,
        relation=classify_two(measured) if tested else Relation.UNDECIDED,
        mismatch=measured,
        shared=len(a.counts),
        evidence=evidence,
        indicative=not named,
    )


def _tells_apart(party: Party) -> bool:
    """Tell whether a side says mostly yes to some case and mostly no to another."""
    return any(one.yes > one.no for one in party.counts) and any(one.yes < one.no for one in party.counts)
