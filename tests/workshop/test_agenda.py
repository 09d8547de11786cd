"""The agenda before the day: times, what it lacks, what was learned, and what is written for others."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import icalendar
import pytest

from tests.workshop.sample import make, put
from toolkit.exchange.agenda_markdown import agenda_markdown
from toolkit.exchange.calendar import calendar_file
from toolkit.exchange.plain_text import markdown
from toolkit.files.places import built_in
from toolkit.files.problems import InputError
from toolkit.library.catalogue import Catalogue
from toolkit.workshop.advice import advice
from toolkit.workshop.agenda import agenda, agenda_lines
from toolkit.workshop.learned import Took, lessons
from toolkit.workshop.resolve import resolve
from toolkit.workshop.times import MINUTE, clock

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.plan import Plan

HEAD = "title: Tiny\ndate: 2026-12-03\nstarts: 13:30\nends: 15:00\ntimezone: UTC\ndomains: [design, academia]\n"
EIGHT = "name,domain\n" + "".join(f"P{n},{'design' if n < 4 else 'academia'}\n" for n in range(8))
NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def planned(path: Path, entries: str, roster: str = EIGHT, head: str = HEAD) -> Plan:
    return resolve(make(path, f"{head}agenda:\n{entries}", roster)).plan


def lacks(path: Path, plan: Plan) -> list[str]:
    catalogue = Catalogue(path)
    exercises = {id_: found.item for id_, found in catalogue.exercises().items()}
    return [one.what for one in advice(plan, exercises, catalogue.printables())]


CLOSE = "  - exercise: commitments\n"


def test_times_slack_and_what_runs_over(tmp_path: Path) -> None:
    plan = planned(tmp_path, "  - talk: A\n    minutes: 20\n  - break: B\n    minutes: 10\n    at: 14:00\n" + CLOSE)
    found = agenda(plan)
    assert [(clock(r.start, plan.tz), r.idle // MINUTE, r.late) for r in found.rows] == [
        ("13:30", 0, 0), ("14:00", 10, 0), ("14:10", 0, 0),
    ]  # fmt: skip
    assert found.over == -25 * MINUTE
    assert list(agenda_lines(plan)) == [
        "   1   13:30     20 min  A",
        "       13:50     10 min free",
        "   2   14:00     10 min  B  (locked)",
        "   3   14:10     25 min  Commitments  (keep)",
        "       14:35  end; 25 min left until 15:00",
    ]


def test_a_sound_plan_lacks_nothing(tmp_path: Path) -> None:
    plan = planned(tmp_path, "  - exercise: arrival-round\n  - break: B\n    minutes: 10\n" + CLOSE)
    assert lacks(tmp_path, plan) == []


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        (
            "  - talk: A\n    minutes: 60\n  - talk: B\n    minutes: 40\n" + CLOSE,
            "by the end of B there has been no break for 100 min: put one in after 90 at the latest",
        ),
        (
            "  - talk: A\n    minutes: 80\n" + CLOSE,
            "the agenda runs 15 min over the hard end: shorten or remove something",
        ),
        (
            "  - talk: A\n    minutes: 20\n  - break: B\n    minutes: 10\n    at: 13:40\n" + CLOSE,
            "B is locked for 13:40 and cannot start before 13:50: shorten what comes before by 10 min, or unlock it",
        ),
        ("  - exercise: arrival-round\n", "nothing at the end records who does what and reads it back"),
        (
            "  - exercise: arrival-round\n    minutes: 8\n" + CLOSE,
            "Arrival round needs at least 11 min, and has 8: give it more, or take another exercise",
        ),
        (
            "  - exercise: arrival-round\n    minutes: 12\n" + CLOSE,
            "Arrival round, One minute each: 5 people at 1 min each are 5 min, and it has 4.5",
        ),
        (
            "  - exercise: term-collision\n    terms: [governance]\n" + CLOSE,
            "Term collision: governance counts answers by domain, and fewer than 4 are expected from Design (3)",
        ),
        ("  - exercise: term-collision\n" + CLOSE, "Term collision asks about a word and has none"),
        (
            "  - parallel:\n      - title: A\n        exercise: where-agreement-stops\n      - title: B\n"
            "    minutes: 30\n" + CLOSE,
            "A needs at least 38 min, and the block has 30: give the block more",
        ),
    ],
)  # fmt: skip
def test_what_a_plan_lacks_is_said(tmp_path: Path, entries: str, what: str) -> None:
    roster = EIGHT.replace("P3,design", "P3,academia")
    plan = planned(tmp_path, entries, roster)
    assert any(one.startswith(what) for one in lacks(tmp_path, plan)), lacks(tmp_path, plan)


def test_the_wrong_mode_too_many_people_and_a_missing_printable_are_said(tmp_path: Path) -> None:
    text = (built_in("exercises") / "arrival-round.yaml").read_text(encoding="utf-8")
    own = text.replace("id: arrival-round", "id: mine").replace("printables: [", "printables: [gone, ")
    put(tmp_path, "exercises/mine.yaml", own)
    roster = "name\n" + "".join(f"P{n}\n" for n in range(61))
    plan = planned(tmp_path, "  - exercise: mine\n" + CLOSE, roster, f"{HEAD}mode: online\n")
    found = lacks(tmp_path, plan)
    assert any("needs the printable 'gone', which is not there" in what for what in found)
    assert any("is made for 4 to 60 people, and 61 are on the roster" in what for what in found)
    assert any("is written for in-person, not for online" in what for what in found)


PARALLEL = """\
  - parallel:
      - title: Tokens <b>
        exercise: term-collision
        place: Room 3
        lead: Ana
      - title: Budgets
        text: Who pays, and who says so
        place: Hall
    title: Two tracks
    at: 13:40
"""


def test_parallel_tracks_are_one_block_as_long_as_the_longest(tmp_path: Path) -> None:
    plan = planned(tmp_path, PARALLEL + CLOSE)
    block = plan.blocks[0]
    assert (block.kind, block.title, block.at, len(block.steps)) == ("parallel", "Two tracks", 13 * 60 + 40, 1)
    step = block.steps[0]
    assert (step.seconds, step.shortest, step.longest) == (43 * 60, 32 * 60, 59 * 60)
    assert step.show == "Tokens <b> — Room 3\nBudgets — Hall"
    assert [track.source for track in block.tracks] == ["term-collision", ""]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("  - parallel:\n      - title: A\n    minutes: 5\n", "parallel: needs at least 2 entries"),
        ("  - parallel:\n      - title: A\n      - title: B\n", "no track has a length of its own"),
        ("  - parallel: yes\n    minutes: 5\n", "a list is wanted"),
        ("  - parallel:\n      - tilte: A\n      - title: B\n    minutes: 5\n", "did you mean 'title'?"),
        (
            "  - parallel:\n      - title: A\n        exercise: x\n        text: y\n      - title: B\n",
            "keep one of them",
        ),
        ("  - parallel:\n      - title: A\n        exercise: nope\n      - title: B\n", "there is no exercise 'nope'"),
    ],
)
def test_a_malformed_parallel_entry_is_one_clear_fault(tmp_path: Path, entry: str, fault: str) -> None:
    with pytest.raises(InputError) as caught:
        planned(tmp_path, entry)
    assert fault in str(caught.value)
    assert "workshop.yaml:" in str(caught.value)


def test_priorities_come_from_the_agenda_else_from_the_exercise(tmp_path: Path) -> None:
    entries = (
        "  - talk: A\n    minutes: 5\n    priority: first-to-go\n" + CLOSE + CLOSE.rstrip() + "\n    priority: normal\n"
    )
    assert [block.priority for block in planned(tmp_path, entries).blocks] == ["first-to-go", "keep", "normal"]


NASTY = "[x](http://a) <b>*bold*</b>; a,b\\n|cell| `code` ​‮ \u0007 😀"


def test_a_calendar_says_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    head = HEAD.replace("timezone: UTC", "timezone: Asia/Taipei").replace("Tiny", "'Words: a,b;c'")
    plan = planned(tmp_path, PARALLEL + CLOSE, head=f"{head}place: Room 2, left\n")
    data = calendar_file(plan, NOW)
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event["summary"] == "Words: a,b;c"
    assert event["location"] == "Room 2, left"
    assert str(event.decoded("dtstart")) == "2026-12-03 13:30:00+08:00"
    assert str(event.decoded("dtend")) == "2026-12-03 15:00:00+08:00"
    assert "13:40 Two tracks\n  Tokens <b>, Room 3" in str(event["description"])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"VTIMEZONE" in data
    assert calendar_file(plan, NOW) == data


def test_any_text_gets_through_a_calendar(tmp_path: Path) -> None:
    from dataclasses import replace

    plan = replace(planned(tmp_path, CLOSE), title=NASTY, place="\ud800\0BEGIN:VEVENT\r\nX")
    (event,) = icalendar.Calendar.from_ical(calendar_file(plan, NOW)).walk("VEVENT")
    assert event["summary"] == NASTY.replace("\u0007", "�")
    assert len(icalendar.Calendar.from_ical(calendar_file(plan, NOW)).walk("VEVENT")) == 1


def test_the_markdown_agenda_escapes_foreign_text(tmp_path: Path) -> None:
    plan = planned(tmp_path, PARALLEL + CLOSE, head=f"{HEAD}place: '*Hall*'\n")
    assert agenda_markdown(plan) == (
        "# Tiny\n\n2026-12-03, 13:30 to 15:00 (UTC), \\*Hall\\*\n\n"
        "- 13:40 **Two tracks** (43 min)\n  - Tokens \\<b\\>, Room 3, Ana\n  - Budgets, Hall\n"
        "- 14:23 **Commitments** (25 min)\n"
    )
    assert markdown("a\n# b") == "a \\# b"


def test_lessons_are_the_median_of_groups_of_about_the_same_size() -> None:
    took = [
        Took("x", 12, 10 * MINUTE, 14 * MINUTE),
        Took("x", 20, 20 * MINUTE, 28 * MINUTE),
        Took("x", 5, 10 * MINUTE, 30 * MINUTE),
        Took("y", 15, 10 * MINUTE, 10 * MINUTE),
    ]
    assert {e: str(lesson) for e, lesson in lessons(took, 18).items()} == {"x": "you took 1.4 times as long, twice"}
    assert str(lessons(took, 6)["x"]) == "you took 3.0 times as long, once"
    assert lessons(took, 18)["x"].minutes(30 * MINUTE) == 42
    assert lessons(took, 50) == {}
