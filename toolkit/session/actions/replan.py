"""Planning the rest of the afternoon anew: what could be done, and doing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.events import Extended, PlanChanged, Replanned, Undone
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.replanning import proposals, spoken
from toolkit.session.words import Kind, Refusal, View
from toolkit.workshop.times import MINUTE, clock

if TYPE_CHECKING:
    from toolkit.session.body import Body
    from toolkit.session.events import Event
    from toolkit.workshop.proposal import Proposal

FRESH = 2 * MINUTE
"""How long a proposal that was shown can be applied: then the room is somewhere else."""
_STALE = "the session has moved on since these were worked out: look again with replan"


def _number(word: str, _view: View) -> int:
    if not re.fullmatch(r"\d{1,2}", word):
        raise Refusal(f"{printable(word, 40)!r} is no proposal: give its number, such as 1")
    return int(word)


def _offers(view: View) -> list[tuple[str, str]]:
    return [(str(proposal.n), proposal.line(view.plan)) for proposal in proposals(view.state, view.now)]


PROPOSAL = Kind("N", _number, _offers)


@action("replan", "Re-plan", keys=("r",), example="replan 1", ask=spoken)
@value()
class Replan(Action):
    """Say what can be shortened, dropped or moved so that it ends on time; with a number, do it."""

    number: Annotated[int | None, Param(PROPOSAL, label="Proposal")] = None
    seen: Annotated[int | None, Param(words.LAST, "seen")] = None
    """The number of the last event that the proposals were worked out from; None: from what is known now."""
    at: Annotated[int | None, Param(words.MOMENT, "seen")] = None
    """The instant that they were worked out for; None: now."""

    def decide(self, room: Room) -> Replanned:
        """Put the proposal in force that was shown under the number."""
        if self.number is None:
            raise Refusal(f"say which: {spoken(room.view)}")
        if room.state.finished is not None:
            raise Refusal("the last step is over: nothing is left to plan")
        at = room.now if self.at is None else self.at
        if room.now - at > FRESH or _moved_on(room, self.seen):
            raise Refusal(_STALE)
        found = proposals(room.state, at)
        chosen = next((proposal for proposal in found if proposal.n == self.number), None)
        if chosen is None:
            many = f"there are {len(found)}" if found else spoken(room.view)
            raise Refusal(f"there is no proposal {self.number}: {many}")
        return _event(room, chosen)

    def reply(self, event: Event, view: View) -> str:
        """Say when it ends now."""
        assert isinstance(event.body, Replanned)
        dropped = len(event.body.dropped)
        gone = f", {dropped} step{'s' * (dropped != 1)} dropped" if dropped else ""
        return f"re-planned: ends {clock(view.state.projection(view.now).ends_at, view.plan.tz)}{gone}"


def _moved_on(room: Room, seen: int | None) -> bool:
    """Tell whether anything that proposals rest on has happened after the event `seen`."""
    if seen is not None:
        for event in room.history():
            if event.seq <= seen:
                break
            if _matters(event.body):
                return True
    return False


def _matters(body: Body) -> bool:
    # An undoing may be of anything: those are rare enough to look again.
    return body.CLOCK or isinstance(body, Extended | PlanChanged | Replanned | Undone)


def _event(room: Room, chosen: Proposal) -> Replanned:
    """Return a proposal as what is in force; the step in progress keeps what it has used meanwhile."""
    agreed, seconds = chosen.agreed, dict(chosen.agreed.seconds)
    current = room.state.projection(room.now).current
    if current and current.id in seconds:
        seconds[current.id] = max(seconds[current.id], min(current.elapsed, current.allotted) // 1000)
    assert agreed.ends_at is not None
    return Replanned(chosen.kind, seconds, agreed.dropped, agreed.ends, agreed.ends_at)
