"""Calendar files, read by a library that nobody here writes them with: same days, same times, every word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from tests.session.room import prove
from toolkit.exchange.calendar import calendar_file, due_calendar
from toolkit.exchange.plain_text import storable

if TYPE_CHECKING:
    from ical.calendar import Calendar
    from ical.timezone import Timezone

    from toolkit.workshop.plan import Plan

NOW = dt.datetime(2026, 11, 24, 17, 5, 9, tzinfo=dt.UTC)
ZONES = ("Asia/Taipei", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")
NASTY = (
    "a, b; c", "one\ntwo\n\nthree", "\\n is no line end, \\, neither", '"quoted": a:b=c^n', "治理 🎨 👩‍👩‍👧 é",
    "BEGIN:VEVENT\nSUMMARY:x\nEND:VCALENDAR", "x" * 300, "🎨" * 100, " led and trailed ", "tab\tand ]]>", "=1+1",
)  # fmt: skip
texts = st.sampled_from(NASTY) | st.text(st.characters(), min_size=1, max_size=120)
days = st.dates(dt.date(1970, 1, 1), dt.date(2090, 12, 31))


def read(data: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(data.decode())


def same(text: str) -> str:
    """Return a text as a calendar keeps it: a line end is a line end."""
    return storable(text).replace("\r\n", "\n").replace("\r", "\n")


def offset(zone: Timezone, wall: dt.datetime) -> dt.timedelta:
    """Return how a zone's clocks stand by what it says of itself; the library would ask for rules of repetition."""
    turns = [turn for turn in (*zone.standard, *zone.daylight) if turn.start_datetime <= wall]
    return max(turns, key=lambda turn: turn.start_datetime).tz_offset_to.offset


@given(st.lists(st.tuples(days, texts, texts), max_size=5))
@prove(80)
def test_another_program_reads_each_promise_as_a_day_of_its_own(
    plan: Plan, made: list[tuple[dt.date, str, str]]
) -> None:
    entries = [(f"k{n}", day.isoformat(), title, details) for n, (day, title, details) in enumerate(made, 1)]
    calendar = read(due_calendar(plan, entries, NOW))
    assert [(event.dtstart, event.dtend) for event in calendar.events] == [
        (day, day + dt.timedelta(days=1)) for day, _, _ in made
    ]
    assert [(event.summary, event.description) for event in calendar.events] == [
        (same(title), same(details)) for _, title, details in made
    ]
    assert {(event.transparency, event.dtstamp, tuple(event.attendees)) for event in calendar.events} <= {
        ("TRANSPARENT", NOW, ())
    }
    later = read(
        due_calendar(plan, [(id_, "2099-01-01", "other", "other") for id_, *_ in entries], NOW + dt.timedelta(1))
    )
    assert [event.uid for event in later.events] == [event.uid for event in calendar.events]
    assert len({event.uid for event in calendar.events}) == len(made)
    assert not calendar.todos


@pytest.mark.parametrize("title", NASTY)
def test_another_program_reads_the_invitation_with_every_word(plan: Plan, title: str) -> None:
    blocks = (replace(plan.blocks[0], title=title), *plan.blocks[1:])
    data = calendar_file(replace(plan, title=title, place=title, timezone="Asia/Taipei").with_blocks(blocks), NOW)
    (event,) = read(data).events
    assert (event.summary, event.location, event.dtstamp) == (title, title, NOW)
    assert f"13:30 {title}" in (event.description or "")
    assert event.uid.endswith("@workshop-toolkit")


@example("Africa/Casablanca", dt.date(2027, 2, 8), 0)
@example("Europe/Berlin", dt.date(2027, 3, 28), 90)
@example("Australia/Lord_Howe", dt.date(2027, 4, 4), 60)
@given(st.sampled_from(ZONES), st.dates(dt.date(2024, 1, 1), dt.date(2036, 12, 31)), st.integers(0, 21 * 60))
@prove(80)
def test_an_invitation_is_at_the_same_instant_by_the_zone_that_the_file_itself_describes(
    plan: Plan, zone: str, day: dt.date, starts: int
) -> None:
    plan = replace(plan, timezone=zone, date=day.isoformat(), starts=starts, ends=starts + 90)
    calendar = read(calendar_file(plan, NOW))
    (event,) = calendar.events
    for found, minutes in ((event.dtstart, plan.starts), (event.dtend, plan.ends)):
        assert isinstance(found, dt.datetime)
        assert found.timestamp() * 1000 == plan.at(minutes)
        if zone == "UTC":
            continue
        (described,) = calendar.timezones
        assert described.tz_id == zone
        assert offset(described, found.replace(tzinfo=None)) == found.astimezone(ZoneInfo(zone)).utcoffset()


def test_a_turn_of_the_clocks_is_told_by_the_clock_that_is_turned(plan: Plan) -> None:
    (zone,) = read(calendar_file(replace(plan, timezone="Europe/Berlin", date="2027-03-28"), NOW)).timezones
    (turn,) = zone.daylight
    assert turn.start_datetime == dt.datetime(2027, 3, 28, 2)  # noqa: DTZ001 - what the clock on the wall shows
    hour = dt.timedelta(hours=1)
    assert (turn.tz_offset_from.offset, turn.tz_offset_to.offset, turn.tz_name) == (hour, 2 * hour, ["CEST"])


def test_without_a_zone_of_its_own_an_invitation_is_in_utc(plan: Plan) -> None:
    calendar = read(calendar_file(replace(plan, timezone=None), NOW))
    (event,) = calendar.events
    assert isinstance(event.dtstart, dt.datetime)
    assert event.dtstart.utcoffset() == dt.timedelta()
    assert event.dtstart.timestamp() * 1000 == replace(plan, timezone=None).at(plan.starts)
    assert not calendar.timezones
