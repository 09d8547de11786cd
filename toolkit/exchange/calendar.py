"""Calendar files (RFC 5545): a workshop as one appointment with its agenda, and days by which things are promised."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import icalendar

from toolkit import __version__
from toolkit.exchange.plain_text import storable
from toolkit.workshop.agenda import agenda
from toolkit.workshop.times import DAY, MINUTE, clock, local

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from toolkit.workshop.plan import Plan


def calendar_file(plan: Plan, now: dt.datetime) -> bytes:
    """Return the calendar file of a plan.

    It ends at the hard end. The same workshop on the same day keeps its identity, so that a calendar takes a later
    file for a change and not for a second appointment.

    Args:
        plan: What is planned.
        now: When the file is made.
    """
    calendar = _calendar()
    event = _event(now, plan.date, plan.title)
    event.add("dtstart", _when(plan, plan.starts))
    event.add("dtend", _when(plan, plan.ends))
    event.add("summary", storable(plan.title))
    event.add("description", storable("\n".join(_agenda(plan))))
    if plan.place:
        event.add("location", storable(plan.place))
    if plan.timezone:
        calendar.add_component(_zone(plan))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def due_calendar(plan: Plan, entries: Iterable[tuple[str, str, str, str]], now: dt.datetime) -> bytes:
    """Return a calendar file with a whole day for each entry.

    They are events, not to-dos (VTODO): the calendars that most people have on their telephone or at work leave to-dos
    out when they import a file, or put them where nobody looks, while a day-long event shows everywhere. It is marked
    free, so that nobody's day looks taken. Nobody is invited: names stand in the text alone, and no addresses. Each
    entry keeps its identity, so that a later file is taken for a change.

    Args:
        plan: The workshop in which it was promised.
        entries: Of each its id, its day (YYYY-MM-DD), what it is called, and the details.
        now: When the file is made.
    """
    import datetime as dt  # deferred with what needs it

    calendar = _calendar()
    for id_, day, title, details in entries:
        event = _event(now, plan.date, plan.title, id_)
        event.add("dtstart", dt.date.fromisoformat(day))
        event.add("dtend", dt.date.fromisoformat(day) + dt.timedelta(days=1))
        event.add("summary", storable(title))
        event.add("description", storable(details))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar() -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//workshop-toolkit//{__version__}//EN")
    calendar.add("version", "2.0")
    return calendar


def _event(now: dt.datetime, *identity: str) -> icalendar.Event:
    """Return an event that is the same in every file that is made with the same `identity`."""
    digest = hashlib.blake2b("\0".join(identity).encode("utf-8", "replace"), digest_size=12).hexdigest()
    event = icalendar.Event()
    event.add("uid", f"{digest}@workshop-toolkit")
    event.add("dtstamp", now)
    return event


def _when(plan: Plan, minutes: int) -> dt.datetime:
    """Return a clock time with its zone; without a zone of its own, as the same instant in UTC."""
    import datetime as dt  # deferred with what needs it

    return local(plan.at(minutes), plan.tz if plan.timezone else dt.UTC)


def _zone(plan: Plan) -> icalendar.Timezone:
    """Return how the zone's clocks stand around the day, and turn if they do.

    The library describes all years at once, looks only every other month, and so misses where clocks turn and turn back
    within a few weeks, as they do in Morocco.
    """
    import datetime as dt  # deferred with what needs it

    zone = icalendar.Timezone()
    zone.add("tzid", plan.timezone)
    before: dt.timedelta | None = None
    for instant in range(plan.at(plan.starts) - DAY, plan.at(plan.ends) + DAY, MINUTE):
        moment = local(instant, plan.tz)
        offset = moment.utcoffset() or dt.timedelta()
        if offset == before:
            continue
        turn = icalendar.TimezoneDaylight() if moment.dst() else icalendar.TimezoneStandard()
        wall = moment.astimezone(dt.UTC) + (offset if before is None else before)
        turn.add("dtstart", wall.replace(tzinfo=None))
        turn.add("tzoffsetfrom", offset if before is None else before)
        turn.add("tzoffsetto", offset)
        turn.add("tzname", moment.tzname())
        zone.add_component(turn)
        before = offset
    return zone


def _agenda(plan: Plan) -> list[str]:
    lines = []
    for row in agenda(plan).rows:
        lines.append(f"{clock(row.start, plan.tz)} {row.block.title}")
        lines += [f"  {track.title}{f', {track.place}' if track.place else ''}" for track in row.block.tracks]
    return lines
