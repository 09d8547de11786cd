"""Who could be read out of numbers: domains of fewer than four people, and what of theirs leaves the folder.

Whatever leaves the folder asks here, so that no two outputs together tell what neither tells alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.session.state import Said, State
    from toolkit.session.term_state import TermState

LEAST = 4
"""People of a domain below whom its counts, words and dissents stay in the workshop's folder."""


def side_people(state: State, side: str) -> int:
    """Return how many people of a domain, or of a pool of domains, can stand behind what it said."""
    return sum(_people(state, domain) for domain in side.split("+"))


def shown(state: State, side: str) -> bool:
    """Tell whether what a domain or a pool of domains said may leave the folder."""
    return side_people(state, side) >= LEAST


def pooled(state: State) -> tuple[str, ...]:
    """Return the plan's domains as sides that may all leave the folder: small ones are counted together.

    Counts that add up to a known whole tell what is left out, so that those of one small domain are never withheld
    alone: the next smallest domain is counted with it until the pool has people enough. A room that is smaller than
    that is one side, which `shown` refuses.
    """
    assert state.plan is not None
    domains = [domain.id for domain in state.plan.domains]
    small = [domain for domain in domains if not shown(state, domain)]
    larger = sorted((domain for domain in domains if domain not in small), key=lambda one: _people(state, one))
    while small and larger and not shown(state, "+".join(small)):
        small.append(larger.pop(0))
    pool = "+".join(domain for domain in domains if domain in small)
    return (*(domain for domain in domains if domain not in small), *([pool] if pool else []))


def sides_told(state: State) -> tuple[str, ...]:
    """Return the sides, domains or several with + between, whose part in a whole may leave the folder."""
    return tuple(side for side in pooled(state) if shown(state, side))


def apart(state: State, domain: str) -> bool:
    """Tell whether a domain may be told by itself where the whole is known: not if a small one is counted with it."""
    return domain in sides_told(state)


def ballots_apart(state: State, known: TermState, domain: str) -> bool:
    """Tell whether what a domain answered on a word may be told: not beside that of its pool with a small domain."""
    pool = next((pool for pool in known.pools if domain in pool), (domain,))
    return all(shown(state, one) for one in pool)


def matter_told(state: State, matter: Said) -> bool:
    """Tell whether something captured may be told: whose domain is large, and was when it was brought along."""
    assert state.plan is not None
    if any(left.id == matter.id and left.withheld for left in state.plan.left_open):
        return False
    return matter.domain is None or shown(state, matter.domain)


def _people(state: State, domain: str) -> int:
    """Return how many of a domain came or answered, whichever is more; how many are expected where neither is known.

    Who has left took part all the same; and few facilitators key every arrival.
    """
    assert state.plan is not None
    came = sum(known.arrived is not None and state.hat(person) == domain for person, known in state.presence.items())
    expected = sum(state.hat(person.id) == domain for person in state.plan.people)
    return max(came, _answered(state, domain)) or expected


def _answered(state: State, domain: str) -> int:
    """Return the most people of a domain who answered on any word, by name or on its slip."""
    named = [sum(state.hat(person) == domain for person in term.verdicts) for term in state.terms.values()]
    counts = [tally for term in state.terms.values() for tally in term.tallies.get(domain, {}).values()]
    return max([*named, *(count.answered + count.unsure for count in counts)], default=0)
