"""The agenda in Markdown, for the invitation: what people need to know, and nothing that is for the facilitator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.plain_text import markdown
from toolkit.workshop.agenda import agenda, minutes
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.agenda import Row
    from toolkit.workshop.plan import Plan


def agenda_markdown(plan: Plan) -> str:
    """Return the agenda with its clock times; foreign text is escaped."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield f"# {markdown(plan.title)}"
    yield ""
    place = f", {markdown(plan.place)}" if plan.place else ""
    zone = f" ({plan.timezone})" if plan.timezone else ""
    yield f"{plan.date}, {_clock(plan, plan.starts)} to {_clock(plan, plan.ends)}{zone}{place}"
    yield ""
    for row in agenda(plan).rows:
        yield f"- {clock(row.start, plan.tz)} **{markdown(row.block.title)}** ({minutes(row.end - row.start)} min)"
        yield from _tracks(row)


def _tracks(row: Row) -> Iterator[str]:
    for track in row.block.tracks:
        yield "  - " + ", ".join(markdown(part) for part in (track.title, track.place, track.lead) if part)


def _clock(plan: Plan, minutes_: int) -> str:
    return clock(plan.at(minutes_), plan.tz)
