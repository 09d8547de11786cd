"""Commitments for other programs: nothing is lost, nothing is run, and nobody is named unless that was asked for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import NAMES
from tests.session.room import prove
from toolkit.cli.main import main
from toolkit.exchange.commitments import SOMEBODY, commitment_rows, to_calendar, to_csv, to_json, to_markdown
from toolkit.exchange.csv_cells import read_cells, restored
from toolkit.session.commitment_state import Commitment
from toolkit.session.sharing import nameless
from toolkit.session.state import Segment, State
from toolkit.workshop.name_finder import NameFinder
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan

NOW = dt.datetime(2026, 12, 3, 17, tzinfo=dt.UTC)
MADE = (
    Commitment("k1", "draft it with Ben [laughs]", 0, "Ana", 4, "K7X", "2026-12-11", "Chi <b>Wu</b>", (("law", "no"),)),
    Commitment("k2", "find a room for Olga and R9C", 0, "Olga", 5),
    Commitment("k3", None, 0, "Ana", 6, "M3V"),
    Commitment("k4", "write to all", 0, "Ana", 7, "M3V", "2026-12-18", promised="2026-10-01", kept="yes"),
)


@pytest.fixture
def state(plan: Plan) -> State:
    """A room of five from open source, four academics and one designer, in the middle of the first exercise."""
    others = [PersonInfo(f"{domain[:1]}{n}", domain) for n in range(4) for domain in ("open-source", "academia")]
    academia = replace(plan.domains[0], id="academia", label="Academia", code="AC")
    plan = replace(plan, domains=(*plan.domains, academia))
    people = (*plan.people, *others)
    at = plan.at(plan.starts)
    made = tuple(replace(one, at=at + 60_000) for one in MADE)
    return State(plan=replace(plan, people=people), segments=(Segment("b1.s1", at),), last_at=at, commitments=made)


def test_where_one_domain_alone_is_small_no_larger_one_is_told_that_would_leave_it_over(state: State) -> None:
    plan = state.plan
    assert plan
    two = replace(state, plan=replace(plan, people=tuple(one for one in plan.people if one.domain != "academia")))
    assert [row.owner_domain for row in commitment_rows(two, NAMES)] == ["", "", ""]


def test_with_everything_owners_are_named_and_what_was_struck_is_gone(state: State) -> None:
    rows = commitment_rows(state, NAMES, everything=True)
    assert [row.id for row in rows] == ["k1", "k2", "k4"]
    assert (rows[0].owner, rows[0].owner_domain, rows[0].ask) == ("Ana Łuczak", "Open source", "Chi <b>Wu</b>")
    assert (rows[0].block, rows[0].step, rows[0].terms) == ("Collision", "Invite", "governance")
    assert rows[0].recorded_at == "2026-12-03T13:31:00.000+00:00"
    assert (rows[0].budget, rows[0].law, rows[0].people) == ("", "no", "")
    assert rows[1].owner == ""
    assert (rows[2].promised, rows[2].recorded_at, rows[2].block) == ("2026-10-01", "", "")


def test_otherwise_nobody_is_named_and_small_domains_are_not_told(state: State) -> None:
    plan = replace(state.plan, title="Ben's afternoon", place="Olga’s barn") if state.plan else None
    state = nameless(replace(state, plan=plan), NameFinder.of_roster(NAMES, ["Ana", "Olga"]))
    rows = commitment_rows(state, NAMES)
    assert [(row.owner, row.owner_domain) for row in rows] == [(SOMEBODY, "Open source"), ("", ""), (SOMEBODY, "")]
    written = to_csv(rows) + to_json(rows, state, everything=False) + to_markdown(rows, state)
    written += to_calendar(rows, state, NOW).replace("\r\n ", "")
    for name in ("Łuczak", "Ben", "laughs", "Wu", "\\u0141"):
        assert name not in written, name
    assert "draft it with (name removed)" in rows[0].what
    assert rows[1].what == "find a room for (name removed) and R9C"
    assert "(name removed)'s afternoon" in written


texts = st.text(st.characters()) | st.sampled_from(["=1+1", "@x", "'=a", "a\r\nb", 'say "no"', "治理, ; \t", "|<b>*_`"])
promises = st.builds(
    Commitment,
    id=st.integers(1, 99).map("k{}".format),
    text=texts,
    at=st.just(0),
    by=st.just("Ana"),
    seq=st.just(1),
    owner=st.none() | st.sampled_from(["K7X", "M3V", "gone"]),
    due=st.none() | st.dates().map(dt.date.isoformat),
    ask=st.none() | texts,
    kept=st.none() | st.sampled_from(["yes", "partly", "no", "moved", "dropped"]),
    kept_text=st.none() | texts,
)


@given(st.lists(promises, max_size=5))
@prove(60)
def test_a_spreadsheet_reads_every_word_and_runs_none(state: State, made: list[Commitment]) -> None:
    rows = commitment_rows(replace(state, commitments=tuple(made)), NAMES, everything=True)
    text = to_csv(rows)
    found = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [len(row) for row in found] == [len(found[0])] * (len(rows) + 1)
    assert not [cell for row in found for cell in row if cell[:1] in tuple("=+-@\t\r")]
    for row, cells in zip(rows, read_cells(text, "x")[1:], strict=True):
        what = restored(cells[1].text)
        assert len(what) == len(row.what)
        assert all(a in (b, "\ufffd") for a, b in zip(what, row.what, strict=True))
    text.encode()


@given(st.lists(promises, max_size=5))
@prove(60)
def test_a_calendar_program_finds_each_day_once_and_every_word(state: State, made: list[Commitment]) -> None:
    made = [replace(one, id=f"k{n}") for n, one in enumerate(made, 1)]
    known = replace(state, commitments=tuple(made))
    rows = commitment_rows(known, NAMES, everything=True)
    data = to_calendar(rows, known, NOW).encode()
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    wanted = [one for one in made if one.due and one.open]
    assert [event.decoded("dtstart").isoformat() for event in events] == [one.due for one in wanted]
    assert len({event["uid"] for event in events}) == len(events)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not icalendar.Calendar.from_ical(data).walk("VTODO")
    for event, one in zip(events, wanted, strict=True):
        assert event["transp"] == "TRANSPARENT"
        assert "attendee" not in event
        if one.text and one.text.isprintable():
            assert str(event["summary"]).endswith(one.text)


@given(st.lists(promises, max_size=4))
@prove(30)
def test_json_and_markdown_keep_a_row_for_each(state: State, made: list[Commitment]) -> None:
    known = replace(state, commitments=tuple(made))
    rows = commitment_rows(known, NAMES, everything=True)
    data = json.loads(to_json(rows, known, everything=True))
    assert [row["what"] or "" for row in data["commitments"]] == [
        row.what.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for row in rows
    ]
    table = to_markdown(rows, known)
    table.encode()
    assert sum(line.startswith(("| k", "- k")) for line in table.splitlines()) == len(rows)


def test_the_same_commitment_keeps_its_identity_in_a_later_file(state: State) -> None:
    rows = commitment_rows(state, NAMES)
    first = icalendar.Calendar.from_ical(to_calendar(rows, state, NOW)).walk("VEVENT")[0]
    moved = [replace(row, due="2027-01-08") for row in rows]
    later = icalendar.Calendar.from_ical(to_calendar(moved, state, NOW + dt.timedelta(days=1))).walk("VEVENT")[0]
    assert first["uid"] == later["uid"]
    assert first["dtstart"] != later["dtstart"]


def test_files_say_by_their_name_whether_anybody_is_named(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    out = demo.path / "out" / "commitments"
    assert main(["commitments", str(demo.path), "--format", "md,csv,ics,json"]) == 0
    assert {path.name for path in out.iterdir()} == {f"commitments.{suffix}" for suffix in ("md", "csv", "ics", "json")}
    assert capsys.readouterr().err == "0 commitments\n"
    assert main(["commitments", str(demo.path), "--everything"]) == 0
    assert (out / "commitments-with-names.md").read_text(encoding="utf-8").endswith("Nothing is to do.\n")


@pytest.mark.parametrize("more", [["--format", "docx"], ["--format", "md,csv", "--out", "-"], ["--format", ""]])
def test_wrong_usage_exits_with_two(more: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["commitments", str(tmp_path), *more])
    assert left.value.code == 2
