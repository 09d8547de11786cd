"""What could be re-planned now, as the session stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.session.status import behind_words
from toolkit.workshop.times import MINUTE, clock, iso

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.session.words import View
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.projection import Progress
    from toolkit.workshop.proposal import Proposal


def proposals(state: State, now: int) -> tuple[Proposal, ...]:
    """Return up to three ways to go on from `now`; none where nothing needs to change. The plan must be known."""
    from toolkit.workshop.replan import replan  # deferred: nothing is re-planned before the first picture

    assert state.plan is not None
    now = max(now, state.last_at)
    return replan(state.plan, state.progress(now), now)


def spoken(view: View) -> str:
    """Return the proposals in one line, each with its number, or why there are none."""
    found = proposals(view.state, view.now)
    return " | ".join(proposal.line(view.plan) for proposal in found) or nothing_to_do(view.state, view.now)


def _hard_end(plan: Plan, progress: Progress, now: int) -> int:
    from toolkit.workshop.remaining import hard_end  # deferred, as `replan` is

    return hard_end(plan, progress, now)


def nothing_to_do(state: State, now: int) -> str:
    """Return why there is no proposal."""
    plan, projection = state.plan, state.projection(now)
    assert plan is not None
    if state.finished is not None:
        return "the last step is over: nothing is left to plan"
    end = _hard_end(plan, state.progress(projection.now), projection.now)
    ends = f"ends {clock(projection.ends_at + MINUTE // 2, plan.tz)}, hard end {clock(end, plan.tz)}"
    return f"{behind_words(projection.behind)}, {ends}: nothing needs to change"


def replan_json(state: State, now: int) -> dict[str, Any]:
    """Return what `workshop replan --json` prints."""
    plan, projection = state.plan, state.projection(now)
    assert plan is not None
    end = _hard_end(plan, state.progress(projection.now), projection.now)
    return {
        "behind_s": round(projection.behind / 1000, 3),
        "now": iso(projection.now, plan.tz),
        "ends_at": iso(projection.ends_at, plan.tz),
        "hard_end": iso(end, plan.tz),
        "proposals": [proposal.to_json(plan) for proposal in proposals(state, now)],
    }
