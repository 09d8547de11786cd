"""A workshop as a calendar file (RFC 5545): one appointment, with the agenda in its description."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import icalendar

from toolkit import __version__
from toolkit.exchange.plain_text import storable
from toolkit.workshop.agenda import agenda
from toolkit.workshop.times import clock, local

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.workshop.plan import Plan


def calendar_file(plan: Plan, now: dt.datetime) -> bytes:
    """Return the calendar file of a plan.

    It ends at the hard end. The same workshop on the same day keeps its identity, so that a calendar takes a later
    file for a change and not for a second appointment.

    Args:
        plan: What is planned.
        now: When the file is made.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//workshop-toolkit//{__version__}//EN")
    calendar.add("version", "2.0")
    event = icalendar.Event()
    identity = hashlib.blake2b(f"{plan.date}\0{plan.title}".encode("utf-8", "replace"), digest_size=12).hexdigest()
    event.add("uid", f"{identity}@workshop-toolkit")
    event.add("dtstamp", now)
    event.add("dtstart", _when(plan, plan.starts))
    event.add("dtend", _when(plan, plan.ends))
    event.add("summary", storable(plan.title))
    event.add("description", storable("\n".join(_agenda(plan))))
    if plan.place:
        event.add("location", storable(plan.place))
    calendar.add_component(event)
    if plan.timezone:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _when(plan: Plan, minutes: int) -> dt.datetime:
    """Return a clock time with its zone; without a zone of its own, as the same instant in UTC."""
    import datetime as dt  # deferred with what needs it

    return local(plan.at(minutes), plan.tz if plan.timezone else dt.UTC)


def _agenda(plan: Plan) -> list[str]:
    lines = []
    for row in agenda(plan).rows:
        lines.append(f"{clock(row.start, plan.tz)} {row.block.title}")
        lines += [f"  {track.title}{f', {track.place}' if track.place else ''}" for track in row.block.tracks]
    return lines
