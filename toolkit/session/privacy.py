"""Who could be read out of numbers: domains of fewer than four people, and what of theirs leaves the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.session.state import State

LEAST = 4
"""People of a domain below whom its counts, words and dissents stay in the workshop's folder."""


def small_domains(state: State) -> set[str]:
    """Return the domains that fewer than four people here (or, before anybody came, expected) belong to."""
    assert state.plan is not None
    return {domain.id for domain in state.plan.domains if not shown(state, domain.id)}


def side_people(state: State, side: str) -> int:
    """Return how many people here belong to a domain or a pool; before anybody came, how many are expected."""
    assert state.plan is not None
    here = [person for person, known in state.presence.items() if known.here]
    people = here or [person.id for person in state.plan.people]
    return sum(state.hat(person) in side.split("+") for person in people)


def shown(state: State, side: str) -> bool:
    """Tell whether what a domain or a pool of domains said may leave the folder."""
    return side_people(state, side) >= LEAST
