"""A report that leaves the folder has no names in it, and nothing by which a domain of under four could be read."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.material import journal, record_of
from tests.session.room import prove
from toolkit.report.compose import compose
from toolkit.report.to_markdown import to_markdown
from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session import term_events as te
from toolkit.session.privacy import LEAST, pooled, side_people
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from toolkit.session.body import Body
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan

SMALL = ("policy-research", "academia")
LARGE = ("open-source", "blockchain", "design", "public-service")
TURNS, SHEETS = 9, 4
counts = st.tuples(st.integers(0, 1), st.integers(0, 1), st.integers(0, 1))
words = st.text("abcdefghij ", min_size=3, max_size=20).filter(str.strip)


class Secrets(NamedTuple):
    """All that two small domains said and did, of which only sums may be seen."""

    turns: list[str]
    slips: list[tuple[int, int, int]]
    texts: list[str]
    sheets: list[str]
    ratings: tuple[int, int, int]


secrets = st.builds(
    Secrets,
    st.lists(st.sampled_from(SMALL), min_size=TURNS, max_size=TURNS),
    st.lists(counts, min_size=4, max_size=4),
    st.lists(words, min_size=5, max_size=5),
    st.lists(st.sampled_from(SMALL), min_size=SHEETS, max_size=SHEETS),
    counts,
)


def session(plan: Plan, secret: Secrets) -> list[Body]:
    """Return a session of the sample: the large domains always say the same."""
    term = "governance"
    found: list[Body] = [ev.WorkshopOpened(plan)]
    found += [ev.Arrived(person.id, person.domain) for person in plan.people]
    found += [ev.Spoke(domain) for domain in ("design", "open-source", *secret.turns)]
    found += [te.CaseHung("c1", term, "one"), te.CaseHung("c2", term, "two")]
    for number, domain in enumerate(LARGE):
        tallies = (te.CaseTally("c1", number, 4 - number, 0), te.CaseTally("c2", 4 - number, number, 0))
        found.append(te.Tallied(term, domain, tallies))
    for domain, (first, second) in zip(SMALL, (secret.slips[:2], secret.slips[2:]), strict=True):
        found.append(te.Tallied(term, domain, (te.CaseTally("c1", *first), te.CaseTally("c2", *second))))
    found.append(te.Revealed(term, "c1", "open-source", "public-service", (0, 4, 0), (3, 1, 0), "conflict", True))
    a, b, c, d, e = secret.texts
    found += [te.SenseWritten("s1", term, "academia", a), te.RateTallied("s1", "policy-research", *secret.ratings)]
    found += [te.SenseWritten("s2", term, "design", "large"), te.RateTallied("s2", "academia", *secret.ratings)]
    found += [te.Dissented("d1", term, "policy-research", b), te.Dissented("d2", "risk", "academia", c)]
    found += [ev.Parked("x1", d, 0, None, "academia"), ev.Noted("n1", e, 0, None, "policy-research")]
    sheets = zip(secret.sheets, range(SHEETS), strict=True)
    found += [pe.SheetKeyed("before", f"C{n}", domain, (n + 1, 3, 2)) for domain, n in sheets]
    found += [pe.SheetKeyed("after", f"D{n}", "design", (n + 1, 2, 5)) for n in range(4)]
    return found


@pytest.fixture
def sample(demo: Folder) -> Plan:
    with demo.file.open("a", encoding="utf-8") as file:
        file.write("survey: [One., Two., Three.]\n")
    return prepare(demo).plan


def told(plan: Plan, secret: Secrets) -> str:
    return to_markdown(compose(record_of(journal(session(plan, secret)), {}, anonymous=True)))


BASE = Secrets([*SMALL * 4, SMALL[0]], [(1, 1, 0)] * 4, ["word one"] * 5, list(SMALL * 2), (1, 0, 1))


@prove(60)
@given(secret=secrets)
def test_what_two_small_domains_said_changes_no_letter_of_it(sample: Plan, secret: Secrets) -> None:
    assert told(sample, secret) == told(sample, BASE)


def test_what_is_told_of_turns_people_and_sheets_adds_up_so_that_nothing_can_be_subtracted(sample: Plan) -> None:
    markdown = told(sample, BASE)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in markdown.splitlines() if line.startswith("|")]
    voice = [row for row in rows if row[2:3] and row[2].endswith("%")]
    assert sum(int(row[1]) for row in voice) == TURNS + 2
    assert sum(int(row[3]) for row in voice) == len(sample.people)
    assert [row[0] for row in voice][-1] == "Policy research + Academia"
    first = markdown.partition("### Statement 1: ")[2].partition("### ")[0]
    ticked = [line.split(" | ")[:2] for line in first.splitlines() if line.startswith("| ")][1:]
    everybody = "1-1-1-1-0, mean 2.5"
    assert ticked == [["| Everybody", everybody], ["| Design", "–"], ["| Policy research + Academia", everybody]]


def test_the_report_of_the_folder_does_tell_all_that(sample: Plan) -> None:
    """The test above would notice: with names, every one of these changes is seen."""

    def seen(secret: Secrets) -> str:
        return to_markdown(compose(record_of(journal(session(sample, secret)), {})))

    for other in (
        BASE._replace(turns=[SMALL[0]] * TURNS),
        BASE._replace(slips=[(0, 1, 0), *BASE.slips[1:]]),
        *(BASE._replace(texts=[*BASE.texts[:n], "another", *BASE.texts[n + 1 :]]) for n in range(5)),
        BASE._replace(sheets=[SMALL[0]] * SHEETS),
        BASE._replace(ratings=(2, 0, 0)),
    ):
        assert seen(other) != seen(BASE)


def test_no_name_and_no_part_of_one_is_in_it_wherever_it_was_said(demo: Folder, sample: Plan) -> None:
    names = read_roster(demo.path / sample.roster).names()
    owner = next(id_ for id_, name in names.items() if name.startswith("Anna"))
    lone = next(id_ for id_, name in names.items() if name.startswith("Pascal"))
    said = "Anna Łuczak and 林怡君 ask Tomek, PASCAL MÜLLER too"
    bodies: list[Body] = [
        ev.WorkshopOpened(sample),
        ev.Committed("k1", said, 0, owner, "2027-01-01", "Kofi Mensah"),
        ev.Committed("k2", "write it down", 0, lone),
        te.Decided("o1", "governance", "adopt", said),
        te.Dissented("d1", "governance", "design", said),
        ev.Parked("x1", said, 0),
        ev.Noted("n1", said, 0),
    ]
    markdown = to_markdown(compose(record_of(journal(bodies), names, anonymous=True)))
    for part in (
        "Anna",
        "Łuczak",
        "林怡君",
        "怡君",
        "Tomek",
        "Pascal",
        "PASCAL",
        "Müller",
        "Kofi",
        "Mensah",
        "ana",
        "ben",
    ):
        assert not re.search(rf"(?<!\w){part}(?!\w)", markdown), part
    assert "| k1 | a participant (Open source) | (name removed)" in markdown.replace("\\", "")
    assert "| k2 | a participant | write it down |" in markdown
    named = to_markdown(compose(record_of(journal(bodies), names)))
    assert "Anna Łuczak" in named
    assert "Pascal Müller" in named


def test_small_domains_are_counted_with_the_next_until_nobody_can_be_told_apart(sample: Plan) -> None:
    for absent in (0, 1, 2, 3):
        here = [person for person in sample.people if person.domain != "academia" or absent < 2]
        here = here[: len(here) - (absent == 1)]
        bodies: list[Body] = [ev.WorkshopOpened(sample), *(ev.Arrived(p.id, p.domain) for p in here)]
        state = record_of(journal(bodies), {}).state
        sides = pooled(state)
        assert sorted("+".join(sides).split("+")) == sorted(domain.id for domain in sample.domains)
        assert all(side_people(state, side) >= LEAST for side in sides)


def test_a_room_of_three_tells_no_count_of_anybody(plan: Plan, names: dict[str, str]) -> None:
    bodies: list[Body] = [ev.WorkshopOpened(plan), *(ev.Arrived(p.id, p.domain) for p in plan.people)]
    bodies += [ev.Spoke("design"), ev.Spoke("open-source"), pe.SheetKeyed("before", "R4TK", "design", (1, 2, 3, 4))]
    bodies += [te.SenseWritten("s1", "governance", "design", "a secret")]
    markdown = to_markdown(compose(record_of(journal(bodies), names, anonymous=True)))
    assert "a secret" not in markdown
    assert "Fewer than four people were there: what they ticked is left out." in markdown
    assert "Voice by domain" not in markdown
    assert not [
        line
        for line in markdown.splitlines()
        if line.startswith(("| Open source", "| Design", "- Design", "| Everybody"))
    ]


def test_roster_is_what_the_test_thinks(demo: Folder) -> None:
    with (demo.path / "roster.csv").open(encoding="utf-8", newline="") as file:
        hats = [row["domain"] for row in csv.DictReader(file)]
    assert {domain: hats.count(domain) for domain in SMALL} == dict.fromkeys(SMALL, 2)
