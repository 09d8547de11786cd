"""Who is counted as one: a domain, or the domains that a room has pooled because they were small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.model import Ballots, Counts, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.terms.model import TermMaterial, WrittenSense

Row = tuple[int | None, ...]


@value()
class Party:
    """One side of a pair: what it said of a word."""

    name: str
    """The domain's, or those of the pooled domains joined with "+"."""
    domains: tuple[str, ...]
    evidence: Evidence | None
    """None where nobody gave a verdict."""
    counts: tuple[Counts, ...]
    """By case, in the order of the wall."""
    rows: tuple[Row, ...]
    """By person and case; empty unless every domain that gave verdicts did so by name."""
    senses: tuple[WrittenSense, ...]


def parties(material: TermMaterial, cases: Sequence[str] | None = None) -> tuple[Party, ...]:
    """Return who said anything of a word, by verdicts or by a sense, in the order of the plan.

    A pool stands where the first of its domains would. A domain that several pools name is in the first of them.

    Args:
        material: All that was said of the word.
        cases: The cases to look at; all of them otherwise.
    """
    looked_at = material.cases if cases is None else cases
    found = (_party(domains, material, looked_at) for domains in _grouped(material))
    return tuple(party for party in found if party.evidence or party.senses)


def evidence_of(a: Party, b: Party) -> Evidence:
    """Return where a pair's numbers come from, as far as there are any."""
    kinds = {one.evidence for one in (a, b) if one.evidence}
    return kinds.pop() if len(kinds) == 1 else "mixed" if kinds else "named"


def _grouped(material: TermMaterial) -> Iterator[tuple[str, ...]]:
    done: set[str] = set()
    for domain in dict.fromkeys((*material.ballots, *(sense.domain for sense in material.senses))):
        if domain not in done:
            pool = next((pool for pool in material.pools if domain in pool), (domain,))
            group = tuple(one for one in pool if one not in done)
            done.update(group)
            yield group


def _party(domains: tuple[str, ...], material: TermMaterial, cases: Sequence[str]) -> Party:
    spoke = [material.ballots[one] for one in domains if one in material.ballots and not material.ballots[one].empty]
    kinds: set[Evidence] = {"named" if ballots.rows else "tally" for ballots in spoke}
    evidence = kinds.pop() if len(kinds) == 1 else "mixed" if kinds else None
    return Party(
        name="+".join(domains),
        domains=domains,
        evidence=evidence,
        counts=tuple(sum((ballots.counts(case) for ballots in spoke), Counts()) for case in cases),
        rows=tuple(_rows(spoke, cases)) if evidence == "named" else (),
        senses=tuple(sense for sense in material.senses if sense.domain in domains),
    )


def _rows(spoke: Sequence[Ballots], cases: Sequence[str]) -> Iterator[Row]:
    for ballots in spoke:
        for row in ballots.rows.values():
            yield tuple(row.get(case) for case in cases)
