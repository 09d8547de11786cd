"""Which senses of a word are the same, near, or clash, as a workshop's verdicts say."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from toolkit.exchange.names import sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.exchange.names import NamedSense
    from toolkit.library.glossary import Glossary, Term

EXACT, CLOSE, CLASH = "skos:exactMatch", "skos:closeMatch", "words:incompatibleWith"


def relations(glossary: Glossary, senses: Sequence[NamedSense]) -> Iterator[tuple[str, str, str]]:
    """Yield a relation and the names of the two senses that it holds between, both ways."""
    for term in glossary.terms:
        yield from _of_term(term, [named for named in senses if named.term is term])


def _of_term(term: Term, senses: Sequence[NamedSense]) -> Iterator[tuple[str, str, str]]:
    states = _states(term)
    owned = _owned(senses)
    same = {pair for pair, state in states.items() if state == "consensus"}
    for (a, b), state in states.items():
        relation = {"consensus": CLOSE, "conflict": CLASH}.get(state)
        alone = len(owned.get(a, ())) == len(owned.get(b, ())) == 1
        if state == "consensus" and alone and _closed(a, b, same):
            relation = EXACT
        if relation:
            yield from ((relation, one, other) for one in owned.get(a, ()) for other in owned.get(b, ()))


def _owned(senses: Sequence[NamedSense]) -> dict[str, list[str]]:
    """Return the names of senses by domain: those that the room wrote, where it wrote any."""
    own = {named.sense.domain for named in senses if named.sense.origin}
    found: dict[str, list[str]] = {}
    for named in senses:
        if named.sense.origin or named.sense.domain not in own:
            found.setdefault(named.sense.domain, []).append(named.name)
    return found


def _states(term: Term) -> dict[tuple[str, str], str]:
    """Return the state of each two domains, as far as their ballots were keyed by name.

    Counts without names are indicative, which no relation can say. None where some domains were counted as one, or
    where two findings differ.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for pair in term.pairs:
        (a, *more_a), (b, *more_b) = sides(pair)
        if not more_a and not more_b and a != b and pair.evidence == "named":
            first, second = sorted((a, b))
            found.setdefault((first, second), set()).add(pair.state)
    return {pair: states.pop() for pair, states in found.items() if len(states) == 1}


def _closed(a: str, b: str, same: set[tuple[str, str]]) -> bool:
    """Tell whether everything that `exactMatch`, which is transitive, would join to these two was found to be the same.

    If not, `closeMatch` is said, which is not transitive: no two senses end up the same that nobody found so.
    """
    group, more = {a, b}, True
    while more:
        joined = {domain for pair in same if group & set(pair) for domain in pair}
        more = not joined <= group
        group |= joined
    return all(tuple(sorted(pair)) in same for pair in combinations(group, 2))
