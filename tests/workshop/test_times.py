"""Instants, clock times and durations."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.workshop.times import DAY, MINUTE, clock, instant, iso, latest, local, parse_clock, span, zone

UTC = dt.UTC
DATE = dt.date(2026, 12, 3)
NAMES = st.sampled_from([
    "UTC", "Asia/Taipei", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"
])  # fmt: skip
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2998, 12, 31))


@pytest.mark.parametrize(
    ("text", "minutes"), [("00:00", 0), ("0:00", 0), ("9:05", 545), ("09:05", 545), ("13:30", 810), ("23:59", 1439)]
)
def test_a_clock_time_is_minutes_after_midnight(text: str, minutes: int) -> None:
    assert parse_clock(text) == minutes


@pytest.mark.parametrize("text", ["", "24:00", "12:60", "1330", "13:3", "13.30", "-1:00", "13:30 ", "13:30\n", "aa:bb"])
def test_what_is_no_time_of_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write it like 13:30"):
        parse_clock(text)


@given(st.integers(0, 24 * 60 - 1), DAYS)
def test_a_clock_time_is_shown_as_it_was_written(minutes: int, day: dt.date) -> None:
    at = instant(day, minutes, UTC)
    assert parse_clock(clock(at, UTC)) == minutes
    assert local(at, UTC).date() == day


def test_minutes_beyond_midnight_fall_on_the_next_day() -> None:
    assert instant(DATE, 25 * 60, UTC) == instant(DATE + dt.timedelta(days=1), 60, UTC)
    assert iso(instant(DATE, 24 * 60 + 15, UTC), UTC) == "2026-12-04T00:15:00.000+00:00"


@given(DAYS, st.integers(0, 47 * 60), NAMES)
def test_a_day_later_is_the_same_clock_time(day: dt.date, minutes: int, name: str) -> None:
    tz = zone(name)
    tomorrow = instant(day + dt.timedelta(days=1), minutes, tz)
    assert instant(day, minutes + 24 * 60, tz) == tomorrow
    assert abs(tomorrow - instant(day, minutes, tz) - DAY) <= 60 * MINUTE


def test_an_instant_has_the_offset_of_its_zone() -> None:
    at = instant(DATE, 13 * 60 + 30, zone("Asia/Taipei"))
    assert iso(at + 250, zone("Asia/Taipei")) == "2026-12-03T13:30:00.250+08:00"
    assert clock(at, UTC) == "05:30"


def test_without_a_zone_the_machines_own_is_meant() -> None:
    assert zone(None) is None
    at = instant(DATE, 810, None)
    assert clock(at, None) == "13:30"
    assert local(at, None).utcoffset() is not None


@pytest.mark.parametrize(
    "name", ["", "Asia", "Asia/Taipeh", "../etc/passwd", "/etc/passwd", "a\0b", "x" * 5000, "\udcff"]
)
def test_what_is_no_time_zone_is_refused_with_an_example(name: str) -> None:
    with pytest.raises(ValueError, match="write one like Asia/Taipei"):
        zone(name)


@given(st.text(max_size=20))
def test_any_text_is_a_zone_or_is_refused(name: str) -> None:
    try:
        assert isinstance(zone(name), dt.tzinfo)
    except ValueError as error:
        assert "time zone" in str(error)


@given(DAYS, st.integers(0, 1439), st.integers(0, 1439), NAMES)
def test_the_latest_time_of_day_is_within_a_day_before_now(day: dt.date, wanted: int, hour: int, name: str) -> None:
    tz = zone(name)
    now = instant(day, hour, tz)
    at = latest(wanted, now, tz)
    assert at <= now < at + DAY + 120 * MINUTE
    assert parse_clock(clock(at, tz)) == wanted or clock(at, tz) != clock(at - 1, tz)


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [(0, "0:00"), (999, "0:00"), (-999, "0:00"), (102_000, "1:42"), (-30_000, "-0:30"), (5_400_000, "90:00")],
)
def test_a_duration_is_minutes_and_seconds(milliseconds: int, text: str) -> None:
    assert span(milliseconds) == text


@given(st.integers(-(10**9), 10**9))
def test_a_duration_loses_less_than_a_second(milliseconds: int) -> None:
    sign, text = (-1, span(milliseconds)[1:]) if span(milliseconds).startswith("-") else (1, span(milliseconds))
    minutes, seconds = text.split(":")
    assert 0 <= int(seconds) < 60
    shown = sign * (int(minutes) * 60 + int(seconds)) * 1000
    assert abs(milliseconds - shown) < 1000
    assert abs(shown) <= abs(milliseconds)
