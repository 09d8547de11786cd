"""Who may be in the room to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.session.words import View


def people_of(view: View, domain: str) -> int:
    """Return how many people of a domain may be in the room: those expected or arrived, without those who left."""
    state = view.state
    known = dict.fromkeys([*(person.id for person in view.plan.people), *state.presence])
    gone = {person for person, presence in state.presence.items() if presence.left is not None}
    return sum(state.hat(person) == domain and person not in gone for person in known)
