"""What stays of a re-plan when changed files are taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.workshop.projection import Agreed

if TYPE_CHECKING:
    from toolkit.workshop.plan import Plan


def still_agreed(agreed: Agreed, before: Plan, after: Plan) -> Agreed:
    """Return what stays agreed under a changed plan: a step or an end that the files changed is as they say."""
    same = {
        step.id
        for step in after.steps
        if before.has_step(step.id) and _bounds(before, step.id) == _bounds(after, step.id)
    }
    seconds = {step: length for step, length in agreed.seconds.items() if step in same}
    dropped = tuple(step for step in agreed.dropped if step in same)
    ends = agreed.ends if (before.ends, before.ends_latest) == (after.ends, after.ends_latest) else None
    # An end that was agreed for another agenda is nothing to be behind of.
    unchanged = before.blocks == after.blocks and ends == agreed.ends
    return Agreed(seconds, dropped, ends, agreed.ends_at if unchanged else None)


def _bounds(plan: Plan, step: str) -> tuple[int, int, int]:
    planned = plan.step(step)
    return planned.seconds, planned.shortest, planned.longest
