"""Who could be read out of numbers: domains of fewer than four people, and what of theirs leaves the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.session.state import State

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
