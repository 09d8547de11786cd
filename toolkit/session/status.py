"""Where a session stands, as plain values: for `status`, scripts and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.session.voice import voice_line, voice_values
from toolkit.workshop.times import MINUTE, clock, iso, span

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.session.state import State


def status(state: State, now: int) -> dict[str, Any]:
    """Return the session's standing at `now`; numbers count from 1, durations are seconds, times have an offset."""
    plan, projection = state.plan, state.projection(now)
    assert plan is not None
    step, block = state.step, state.block
    block_number, step_number, of = plan.place_of(step.id) if step else (0, 0, 0)
    return {
        "workshop": plan.title,
        "block": {"index": block_number, "kind": block.kind, "id": block.id, "title": block.title} if block else None,
        "step": {"index": step_number, "of": of, "id": step.id, "title": step.title} if step else None,
        "running": step is not None and not state.paused,
        "paused": state.paused,
        "elapsed_s": _seconds(projection.elapsed),
        "remaining_s": _seconds(projection.remaining),
        "behind_s": _seconds(projection.behind),
        "now": iso(projection.now, plan.tz),
        "planned_end": iso(projection.planned_end, plan.tz),
        "ends_at": iso(projection.ends_at, plan.tz),
        "notes": len(state.notes),
        "parked": len(state.parked),
        "commitments": len(state.commitments),
        "here": sum(presence.here for presence in state.presence.values()),
        "groups": _groups(state),
        "voice": voice_values(state),
        "finished": state.finished is not None,
        "seq": state.seq,
    }


def status_line(state: State, now: int) -> str:
    """Return the same in a line that can be read aloud."""
    plan, projection = state.plan, state.projection(now)
    assert plan is not None
    step, block = state.step, state.block
    parts = [behind_words(projection.behind), f"ends {about(projection.ends_at, plan.tz)}"]
    if step and block and projection.remaining is not None:
        _, number, of = plan.place_of(step.id)
        left = projection.remaining
        time = f"{span(left)} left" if left >= 0 else f"{span(-left)} over"
        title = block.title if of == 1 else f"{block.title}, step {number} of {of}, {step.title}"
        parts = [f"{step.id} {title}", time + (", paused" if state.paused else ""), *parts]
    elif state.finished is not None:
        parts = ["the last step is over", *parts]
    else:
        parts = [f"before the first step, planned {clock(projection.blocks[0].planned_start, plan.tz)}", *parts]
    parts.append(count_of(len(state.notes), "note"))
    if voice := voice_line(state):
        parts.append(voice)
    return "; ".join(parts)


def _groups(state: State) -> dict[str, Any] | None:
    seating = state.seating
    if seating is None:
        return None
    tables = [list(ids) for ids in seating.tables]
    return {"round": len(state.seatings), "arrangement": seating.arrangement, "size": seating.size, "tables": tables}


def count_of(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number} {noun}{'s' * (number != 1)}"


def about(instant: int, tz: dt.tzinfo | None) -> str:
    """Return a projected instant as a clock time, to the nearest minute, as `behind_words` rounds."""
    return clock(instant + MINUTE // 2, tz)


def behind_words(behind: int) -> str:
    """Return how far behind the plan the workshop is, to the minute."""
    minutes = round(abs(behind) / 60_000)
    if minutes == 0:
        return "on time"
    return f"{minutes} min {'behind' if behind > 0 else 'ahead'}"


def _seconds(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else round(milliseconds / 1000, 3)
