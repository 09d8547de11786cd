"""Names for senses that are unique in a glossary, and safe in addresses, file names and XML ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.library.glossary import Counts, Glossary, Pair, Sense, Term


class NamedSense(NamedTuple):
    """A sense, what it is called in a file, and which of its domain's senses of the term it is (from 1)."""

    name: str
    number: int
    term: Term
    sense: Sense


def named_senses(glossary: Glossary) -> list[NamedSense]:
    """Return every sense with a name: term, domain and, where a domain has several, the sense's id or number.

    A full stop stands between the parts, because no id has one.
    """
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    named: list[NamedSense] = []
    for term in glossary.terms:
        for sense in term.senses:
            stem = f"{term.id}.{sense.domain}"
            numbers[stem] = number = numbers.get(stem, 0) + 1
            name = stem if number == 1 else f"{stem}.{sense.id or number}"
            while name in taken:
                name += ".again"
            taken.add(name)
            named.append(NamedSense(name, number, term, sense))
    return named


def sides(pair: Pair) -> tuple[list[str], list[str]]:
    """Return the domains on each side of a pair."""
    return pair.a.split("+"), pair.b.split("+")


def side_counts(verdicts: Mapping[str, Counts], domains: list[str]) -> tuple[int, int, int]:
    """Return how many of some domains answered yes, no and unsure."""
    counted = [verdicts[domain] for domain in domains if domain in verdicts]
    return sum(c.yes for c in counted), sum(c.no for c in counted), sum(c.unsure for c in counted)


def told(verdicts: Mapping[str, Counts], domains: list[str]) -> bool:
    """Tell whether the counts of each of some domains are there: those of small ones stay where they were given."""
    return all(domain in verdicts for domain in domains)
