"""Whether the room could work with a sense: ratings by name and dots on posters, by domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.measure import group_aware_consensus

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.session.term_state import Sense


@value()
class Acceptance:
    """What the room says of one sense."""

    shares: dict[str, float]
    """By domain, the estimated chance that a member could work with it: (agree + 1) / (n + 2)."""
    consensus: float | None
    """The product of the shares; None where nobody rated."""

    @property
    def bridge(self) -> bool:
        """Tell whether several domains rated the sense, and in none fewer than half could work with it."""
        return len(self.shares) > 1 and min(self.shares.values()) >= 0.5


def acceptance(state: State, sense: Sense) -> Acceptance:
    """Return what the room says of a sense, each person counted under the hat they wear now."""
    votes = votes_by_domain(state, sense)
    shares = {domain: group_aware_consensus({domain: cast}) for domain, cast in votes.items()}
    return Acceptance(shares, group_aware_consensus(votes) if votes else None)


def votes_by_domain(state: State, sense: Sense) -> dict[str, list[int]]:
    """Return votes of +1, 0 and -1 by domain; named ratings replace their domain's dots, they never add to them."""
    assert state.plan is not None
    found: dict[str, list[int]] = {}
    for domain in state.plan.domains:
        named = [rating for person, rating in sense.ratings.items() if state.hat(person) == domain.id]
        if named:
            found[domain.id] = [(rating > 0) - (rating < 0) for rating in named]
        elif domain.id in sense.rate_tallies:
            agree, passed, disagree = sense.rate_tallies[domain.id]
            found[domain.id] = [1] * agree + [0] * passed + [-1] * disagree
    return found
