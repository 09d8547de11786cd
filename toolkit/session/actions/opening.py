"""Opening a session, and taking over files that changed since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.events import PlanChanged, WorkshopOpened
from toolkit.session.grammar import Action, Room, action
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View
    from toolkit.workshop.plan import Plan


@action("open", "Open the session", internal=True)
@value()
class Open(Action):
    """Begin the journal with the whole plan, so that nothing else is needed to go on."""

    plan: Plan

    def decide(self, room: Room) -> WorkshopOpened:
        """Open, unless another window just did."""
        if room.state.plan is not None:
            raise Refusal("the session is open already")
        return WorkshopOpened(self.plan)


@action("take-over", "Take over the changed files", internal=True)
@value()
class TakeOver(Action):
    """Go on with the plan as the files have it now."""

    plan: Plan

    def decide(self, room: Room) -> PlanChanged:
        """Change the plan, unless a step that was used is not in it any more."""
        gone = sorted({segment.step for segment in room.state.segments if not self.plan.has_step(segment.step)})
        if gone:
            raise Refusal(f"the files no longer have {', '.join(gone)}, which the room has been in: put it back")
        running = room.view.plan  # what was brought along is read once: since then it was corrected here
        return PlanChanged(replace(self.plan, carried=running.carried, left_open=running.left_open))

    def reply(self, event: Event, view: View) -> str:
        """Say what the agenda has now."""
        return f"taken over: {len(view.plan.blocks)} blocks, {len(view.plan.people)} people"
