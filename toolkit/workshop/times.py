"""Instants and clock times. An instant is milliseconds since 1970 in UTC; a clock time is minutes after midnight."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

SECOND = 1000
MINUTE = 60 * SECOND
DAY = 24 * 60 * MINUTE


@cache
def zone(name: str | None) -> dt.tzinfo | None:
    """Return the time zone called `name`; None, the machine's own, if there is no name.

    Raises:
        ValueError: No such time zone is known.
    """
    if name is None:
        return None
    import zoneinfo  # deferred: most workshops use the machine's own zone

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"unknown time zone {name!r}: write one like Asia/Taipei") from error


def local(instant: int, tz: dt.tzinfo | None) -> dt.datetime:
    """Return `instant` as a date and time with its offset, in `tz` or the machine's own zone."""
    return dt.datetime.fromtimestamp(instant / SECOND, dt.UTC).astimezone(tz)


def instant(day: dt.date, minutes: int, tz: dt.tzinfo | None) -> int:
    """Return the instant `minutes` after midnight of `day`; minutes beyond 24 hours fall on the next day."""
    day += dt.timedelta(days=minutes // (24 * 60))
    naive = dt.datetime(day.year, day.month, day.day, minutes // 60 % 24, minutes % 60)  # noqa: DTZ001
    aware = naive.replace(tzinfo=tz) if tz else naive.astimezone()
    return round(aware.timestamp() * SECOND)


def clock(instant: int, tz: dt.tzinfo | None) -> str:
    """Return `instant` as a clock time, such as 13:52."""
    return f"{local(instant, tz):%H:%M}"


def iso(instant: int, tz: dt.tzinfo | None) -> str:
    """Return `instant` as ISO 8601 with its offset, to the millisecond."""
    return local(instant, tz).isoformat(timespec="milliseconds")


def parse_clock(text: str) -> int:
    """Return the minutes after midnight that a clock time such as 13:30 or 9:05 means.

    Raises:
        ValueError: The text is no time of day.
    """
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"{text!r} is no time of day: write it like 13:30")
    return int(match[1]) * 60 + int(match[2])


def latest(minutes: int, now: int, tz: dt.tzinfo | None) -> int:
    """Return the last instant, not after `now`, at which the clock showed `minutes` after midnight."""
    today = local(now, tz).date()
    at = instant(today, minutes, tz)
    return at if at <= now else instant(today - dt.timedelta(days=1), minutes, tz)


def span(milliseconds: int) -> str:
    """Return a duration as minutes and seconds, such as 1:42 or -0:30; hours are minutes."""
    seconds = abs(milliseconds) // SECOND
    sign = "-" if milliseconds < 0 and seconds else ""
    return f"{sign}{seconds // 60}:{seconds % 60:02d}"
