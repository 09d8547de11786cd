"""`workshop.yaml`: what it may say, and what is said about it otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.faults import read_text
from tests.library.content import model_faults, spoiled
from tests.workshop.sample import WORKSHOP
from toolkit.library.validate import validate
from toolkit.workshop.file import BreakEntry, ExerciseEntry, TalkEntry, WorkshopFile

NEITHER = (
    "agenda: an entry is an exercise, a break, a talk or parallel tracks: begin it with one of "
    "`- exercise:`, `- break:`, `- talk:` and `- parallel:`"
)


def faults_of(line: str, instead: str) -> list[str]:
    return model_faults(WorkshopFile, spoiled(WORKSHOP, line, instead))


def read(text: str) -> WorkshopFile:
    return validate(WorkshopFile, read_text(text))


def test_an_agenda_has_exercises_breaks_and_talks() -> None:
    file = read(WORKSHOP + "  - talk: Next\n    minutes: 5\n    at: 16:00\n    say: So.\n")
    assert [type(entry) for entry in file.agenda] == [ExerciseEntry, BreakEntry, TalkEntry]
    assert (file.mode, file.language, file.roster, file.terms) == ("in-person", "en", "roster.csv", [])


@pytest.mark.parametrize(
    ("starts", "read_as"), [("13:30", "13:30"), ("'13:30'", "13:30"), ("9:05", "09:05"), ("0:00", "00:00")]
)
def test_a_time_of_day_is_text_quoted_or_not(starts: str, read_as: str) -> None:
    assert read(WORKSHOP.replace("starts: 13:30", f"starts: {starts}")).starts == read_as


@pytest.mark.parametrize(
    "entry", ["- brake: x", "- {}", "- minutes: 3", "- exercise: x\n    break: y", "- just words", "- [a]", "- 3", "-"]
)
def test_an_entry_that_is_none_of_the_three_is_one_fault(entry: str) -> None:
    (fault,) = model_faults(WorkshopFile, WORKSHOP + f"  {entry}\n")
    place, what = fault.split(": ", 1)
    assert what == NEITHER
    assert place == ("11:4" if entry == "-" else "11:5")


def test_each_wrong_entry_is_one_fault() -> None:
    assert [fault.split(":")[0] for fault in model_faults(WorkshopFile, WORKSHOP + "  - a\n  - b\n  - c\n")] == [
        "11",
        "12",
        "13",
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            "- break: x\n    minutes: 5\n    say: hi",
            "13:5: unknown field 'say': use one of at, break, minutes, priority",
        ),
        ("- break: x\n    minuts: 5", "12:5: unknown field 'minuts': did you mean 'minutes'?"),
        ("- talk: x\n    minutes: 5\n    sy: hi", "13:5: unknown field 'sy': did you mean 'say'?"),
        ("- exercise: x\n    term: [a]", "12:5: unknown field 'term': did you mean 'terms'?"),
        (
            "- exercise: x\n    say: hi",
            "12:5: unknown field 'say': use one of at, exercise, minutes, priority, terms, title",
        ),
    ],
)
def test_an_unknown_field_of_an_entry_gets_a_name_that_is_valid_there(entry: str, fault: str) -> None:
    assert fault in model_faults(WorkshopFile, WORKSHOP + f"  {entry}\n")


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("- break: x", "11:5: 'minutes' is missing: add it"),
        ("- break: x\n    minutes: 0", "12:14: minutes: must be more than 0, not the number 0"),
        ("- break: x\n    minutes: 601", "12:14: minutes: must be at most 600, not the number 601"),
        ("- break: x\n    minutes: '5'", "12:14: minutes: a number is wanted, not '5': write it without quotes"),
        ("- break: {english: x}\n    minutes: 5", "11:13: 'english' is no language tag: write it like en or zh-Hant"),
        (
            "- exercise: Term",
            "11:15: exercise: 'Term' cannot stand here: use lower-case words joined by hyphens, such as term-collision",
        ),
        ("- exercise: x\n    at: 15.00", "12:9: at: text is wanted, not the number 15.0: put it in double quotes"),
        ("- exercise: x\n    at: 25:00", "12:9: at: '25:00' is no time of day: write it like 13:30"),
        ("- exercise: x\n    at: 13:00", "12:9: at: 13:00 is not between 13:30 and 17:00: mend it"),
        ("- exercise: x\n    at: 17:01", "12:9: at: 17:01 is not between 13:30 and 17:00: mend it"),
    ],
)
def test_a_wrong_value_of_an_entry_is_one_fault_where_it_stands(entry: str, fault: str) -> None:
    assert model_faults(WorkshopFile, WORKSHOP + f"  {entry}\n") == [fault]


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("2026-12-03", "2026-02-30", "2:7: date: '2026-02-30' is no day of the calendar: mend it"),
        ("2026-12-03", "3.12.2026", "2:7: date: '3.12.2026' cannot stand here: write a date as 2026-12-03"),
        ("2026-12-03", "20261203", "2:7: date: text is wanted, not the number 20261203: put it in double quotes"),
        ("2026-12-03", "0026-12-03", "2:7: date: '0026-12-03' is too far away: write a year from 1971 to 2999"),
        ("2026-12-03", "9999-12-31", "2:7: date: '9999-12-31' is too far away: write a year from 1971 to 2999"),
        ("13:30", "1330", "3:9: starts: text is wanted, not the number 1330: put it in double quotes"),
        ("13:30", "13.30h", "3:9: starts: '13.30h' cannot stand here: write a time as 13:30"),
        ("13:30", "13:60", "3:9: starts: '13:60' is no time of day: write it like 13:30"),
        ("UTC", "Asia/Taipeh", "5:11: timezone: unknown time zone 'Asia/Taipeh': write one like Asia/Taipei"),
        ("UTC", "../../etc/passwd", "5:11: timezone: unknown time zone '../../etc/passwd': write one like Asia/Taipei"),
        ("[design, academia]", "[]", "6:10: domains: needs at least 1 entry, has 0: add what is missing"),
        (
            "[design, academia]",
            "[design, 3]",
            "6:19: domains: text is wanted, not the number 3: put it in double quotes",
        ),
        ("title: Tiny", "title: Tiny\nmode: live", "2:7: mode: 'live' is not valid: did you mean 'online'?"),
        (
            "title: Tiny",
            "title: Tiny\nlanguage: english",
            "2:11: language: 'english' cannot stand here: write a language tag such as en or zh-Hant",
        ),
        (
            "title: Tiny",
            "title: Tiny\nroster: ../r.csv",
            "2:9: roster: '../r.csv' cannot stand here: name a file of the workshop's own folder",
        ),
        (
            "title: Tiny",
            "title: Tiny\nends_latest: 16:59",
            "2:14: ends_latest: must not come before ends: put them in order",
        ),
    ],
)
def test_a_wrong_value_is_one_fault_where_it_stands(line: str, instead: str, fault: str) -> None:
    assert faults_of(line, instead) == [fault]


def test_a_domain_may_be_defined_in_place_and_is_checked_there() -> None:
    found = faults_of("[design, academia]", "[design, {id: theatre, label: Theatre, about: We act, code: th}]")
    assert found == [
        "6:19: 'colour' is missing: add it",
        "6:19: 'pattern' is missing: add it",
        "6:70: code: 'th' cannot stand here: use two or three capitals, such as OS",
    ]


CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda time: f"{time[0]:02d}:{time[1]:02d}")


@given(CLOCKS, CLOCKS, CLOCKS)
def test_times_before_the_start_are_the_next_days(starts: str, ends: str, at: str) -> None:
    text = WORKSHOP.replace("ends: 17:00", f"ends: {ends}").replace("starts: 13:30", f"starts: {starts}")
    text += f"    at: {at}\n"
    start, end, lock = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (starts, ends, at))
    found = model_faults(WorkshopFile, text)
    assert bool(found) == ((lock - start) % 1440 > (end - start) % 1440)
    if not found:
        assert read(text).length(at) == (lock - start) % 1440
