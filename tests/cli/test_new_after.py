"""`workshop new --after`: a workshop that opens with what was promised in the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.test_forget import traces
from tests.session.room import prove, scratch
from toolkit.cli.main import main
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.schemas import schema_text
from toolkit.session.actions import ACTIONS
from toolkit.session.actions.clock import Goto
from toolkit.session.desk import Done
from toolkit.session.opening import open_session
from toolkit.session.register import know_people
from toolkit.workshop.after import after
from toolkit.workshop.brought import Carried, LeftOpen
from toolkit.workshop.check import check
from toolkit.workshop.create import Answers, create, create_checked
from toolkit.workshop.folder import Folder
from toolkit.workshop.kinds import WORKSHOP
from toolkit.workshop.prepare import prepare
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from toolkit.workshop.plan import Plan

SECRET = "Ingrid Ævarsdóttir"


def hold(folder: Folder, *script: tuple[str, dict[str, str]], end: bool = True) -> None:
    """Hold a session in which some things happen."""
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan)
    know_people(opened.desk, folder)
    steps = opened.desk.view.plan.steps
    assert isinstance(opened.desk.do(Goto(steps[0].id), "Ana"), Done)
    for name, words in script:
        made = opened.desk.do(ACTIONS[name].build(words, opened.desk.view), "Ana")
        assert isinstance(made, Done), made
    if end:
        assert isinstance(opened.desk.do(Goto(steps[-1].id), "Ana"), Done)
        assert isinstance(opened.desk.do(ACTIONS["next"].build({}, opened.desk.view), "Ana"), Done)
    opened.close()


def follow(old: Folder, name: str, *more: str) -> Folder:
    """Make the workshop that comes after another."""
    path = old.path.parent / name
    assert main(["new", str(path), "--after", str(old.path), "--date", "2027-01-14", "--yes", *more]) == 0
    return Folder(path)


def brought(folder: Folder) -> Plan:
    plan = resolve(folder).plan
    assert check(folder.path).problems == []
    return plan


PROMISED = (
    ("commit", {"owner": "Pascal", "text": "draft the budget line", "by": "2026-12-11", "ask": "=treasury"}),
    ("checked", {"commitment": "k1", "what": "budget", "answer": "no"}),
    ("commit", {"owner": "-", "text": "find a room: “[red]” #1"}),
    ("commit", {"owner": "Priya", "text": "was struck"}),
    ("strike", {"ref": "k3"}),
    ("outcome", {"term": "governance", "decision": "prefix", "text": "protocol and public governance"}),
    ("dissent", {"term": "governance", "domain": "design", "text": "no user was heard"}),
    ("outcome", {"term": "risk", "decision": "park", "text": "too early"}),
    ("outcome", {"term": "participation", "decision": "adopt", "text": "being heard"}),
    ("park", {"text": "who pays for the translation?"}),
)


def test_people_domains_open_words_and_promises_come_along(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    hold(demo, *PROMISED)
    folder = follow(demo, "next")
    assert capsys.readouterr().err.startswith("2 promises and 3 open matters come along\nmade ")
    plan, old = brought(folder), resolve(demo).plan
    assert (plan.title, plan.date, plan.domains, plan.people) == (old.title, "2027-01-14", old.domains, old.people)
    assert [term.id for term in plan.terms] == ["governance", "risk", "responsibility"]
    assert "# settled last time: participation" in folder.file.read_text(encoding="utf-8")
    assert plan.carried == (
        Carried("k1", "draft the budget line", "2026-12-03", plan.carried[0].owner, "2026-12-11", "=treasury",
                (("budget", "no"),)),
        Carried("k2", "find a room: “[red]” #1", "2026-12-03"),
    )  # fmt: skip
    assert resolve(folder).roster.names()[str(plan.carried[0].owner)] == "Pascal Müller"
    assert plan.left_open == (
        LeftOpen("x1", "governance, Design did not go along: no user was heard", "design"),
        LeftOpen("x2", "risk, parked: too early"),
        LeftOpen("x3", "who pays for the translation?"),
    )
    assert plan.blocks[0].source == "promised-last-time"
    assert plan.blocks[0].steps[0].view == "promised"


def test_twice_in_a_row_what_is_done_or_dropped_stays_behind(demo: Folder) -> None:
    hold(demo, *PROMISED)
    second = follow(demo, "second")
    hold(
        second,
        ("kept", {"commitment": "k2", "answer": "moved", "by": "2027-02-01", "text": "the hall is closed"}),
        ("kept", {"commitment": "k1", "answer": "yes"}),
        ("commit", {"owner": "Priya", "text": "something new"}),
        ("commit", {"owner": "Priya", "text": "something that was dropped"}),
        ("kept", {"commitment": "k4", "answer": "dropped"}),
    )
    third = brought(follow(second, "third"))
    assert [(one.id, one.text, one.promised, one.due) for one in third.carried] == [
        ("k1", "find a room: “[red]” #1", "2026-12-03", "2027-02-01"),
        ("k2", "something new", "2027-01-14", None),
    ]
    assert len({(left.text, left.domain) for left in third.left_open}) == len(third.left_open)


def test_what_few_left_open_is_told_by_no_report_of_a_later_workshop_either(demo: Folder) -> None:
    hold(
        demo,
        ("dissent", {"term": "governance", "domain": "academia", "text": "only we two said so"}),
        ("park", {"text": "what two wonder", "domain": "academia"}),
        ("park", {"text": "what many wonder", "domain": "design"}),
    )
    third = follow(follow(demo, "second"), "third")
    roster = third.path / "roster.csv"
    more = "".join(f"New Person {n},academia\n" for n in range(4))
    header = roster.read_text(encoding="utf-8").splitlines()[0].split(",")
    assert header[:2] != ["name", "domain"]
    with roster.open("a", encoding="utf-8") as file:
        for line in more.splitlines():
            name, domain = line.split(",")
            file.write(",".join({"name": name, "domain": domain}.get(column, "") for column in header) + "\n")
    hold(third)
    assert main(["report", str(third.path), "--anonymous"]) == main(["report", str(third.path)]) == 0
    shared, own = ((third.out / name).read_text(encoding="utf-8") for name in ("report-anonymous.md", "report.md"))
    for text in ("only we two said so", "what two wonder"):
        assert text in own
        assert text not in shared
    assert "what many wonder" in shared


def test_the_day_that_a_promise_moved_to_is_in_every_list(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    hold(
        demo,
        ("commit", {"owner": "Pascal", "text": "draft it", "by": "2026-12-11"}),
        ("commit", {"owner": "Pascal", "text": "find a room", "by": "2026-12-12"}),
        ("kept", {"commitment": "k1", "answer": "moved", "by": "2027-02-01"}),
        ("kept", {"commitment": "k2", "answer": "moved", "by": "-"}),
    )
    out = demo.path / "lists"
    assert main(["commitments", str(demo.path), "--format", "csv,ics,md,json", "--out", str(out)]) == 0
    assert "1 without a date, which no calendar shows" in capsys.readouterr().err
    assert main(["report", str(demo.path)]) == 0
    written = {path.suffix: path.read_text(encoding="utf-8") for path in out.iterdir()}
    report = next(path.read_text(encoding="utf-8") for path in demo.path.glob("out/report*.md"))
    assert "DTSTART;VALUE=DATE:20270201" in written[".ics"]
    for text in (written[".csv"], written[".json"], report):
        assert "2027-02-01" in text
    for text in (*written.values(), report):
        assert not {"2026-12-11", "20261211", "2026-12-12", "20261212"} & set(re.findall(r"[\d-]+", text))


def test_without_promises_a_workshop_begins_as_any_other(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder = follow(demo, "next")
    assert capsys.readouterr().err.startswith(f"no session was held in {demo.path}: nothing new was promised there\n")
    plan = brought(folder)
    assert (plan.carried, plan.left_open) == ((), ())
    assert plan.blocks[0].source == "arrival-round"
    assert [term.id for term in plan.terms] == ["governance", "risk", "responsibility", "participation"]


def test_what_is_said_by_flags_is_so_and_the_promises_come_first_all_the_same(demo: Folder) -> None:
    hold(demo, *PROMISED)
    folder = follow(demo, "next", "--title", "Again", "--terms", "trust", "--agenda", "check-in,commitments")
    plan = brought(folder)
    assert (plan.title, [term.id for term in plan.terms]) == ("Again", ["trust"])
    assert [block.source for block in plan.blocks] == ["promised-last-time", "check-in", "commitments"]


def test_where_every_word_is_settled_no_word_is_taken_up_again(demo: Folder) -> None:
    words = ("governance", "risk", "responsibility", "participation")
    hold(demo, *(("outcome", {"term": word, "decision": "adopt", "text": "so"}) for word in words))
    plan = brought(follow(demo, "next"))
    assert plan.terms == ()
    assert "term-collision" not in [block.source for block in plan.blocks]


def test_a_session_that_goes_on_is_read_and_that_is_said(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    hold(demo, *PROMISED, end=False)
    opened = open_session(demo, "Ana", lambda: prepare(demo).plan)
    follow(demo, "next")
    opened.close()
    assert "has not ended: what is recorded there from now on does not come along" in capsys.readouterr().err


def test_who_was_forgotten_does_not_come_along(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    hold(
        demo, ("commit", {"owner": SECRET, "text": f"{SECRET} writes to all"}), ("commit", {"owner": "-", "text": "b"})
    )
    assert main(["forget", str(demo.path), SECRET, "--yes"]) == 0
    folder = follow(demo, "next")
    plan = brought(folder)
    assert traces(folder.path, [SECRET]) == []
    assert [(one.owner, one.text) for one in plan.carried] == [(None, "(name removed) writes to all"), (None, "b")]
    assert len(plan.people) == len(resolve(demo).plan.people) - 1
    assert capsys.readouterr().out


def test_who_is_forgotten_later_is_in_no_promise_either(demo: Folder) -> None:
    hold(demo, ("commit", {"owner": SECRET, "text": f"{SECRET} writes to all", "ask": SECRET}))
    folder = follow(demo, "next")
    hold(folder, ("kept", {"commitment": "k1", "answer": "no", "text": f"{SECRET} was ill"}))
    assert traces(folder.path, [SECRET])
    assert main(["forget", str(folder.path), SECRET, "--yes"]) == 0
    assert traces(folder.path, [SECRET]) == []


def test_own_content_and_own_domains_come_along(demo: Folder) -> None:
    text = demo.file.read_text(encoding="utf-8")
    own = '{id: nursing, label: "Nursing: [care]", about: We care, code: NU, colour: "#102030", pattern: dots}'
    demo.file.write_text(text.replace("[open-source", f"[{own}, open-source"), encoding="utf-8")
    (demo.path / "glossaries").mkdir()
    words = "title: Ours\nterms:\n  - id: shift\n    labels: {en: shift}\n"
    (demo.path / "glossaries" / "ours.yaml").write_text(words, encoding="utf-8")
    folder = follow(demo, "next", "--terms", "shift")
    plan = brought(folder)
    assert plan.domains == resolve(demo).plan.domains
    assert plan.domains[0].label == "Nursing: [care]"
    assert [term.id for term in plan.terms] == ["shift"]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda old: old.file.unlink(), "the folder has no workshop.yaml"),
        (lambda old: old.file.write_text("title: [", encoding="utf-8"), "workshop.yaml:"),
        (lambda old: old.journal().write_bytes(b"SQLite format 3\0" + b"x" * 5000), "session.db"),
        (lambda old: old.journal().write_text("not a journal", encoding="utf-8"), "session.db"),
    ],
)
def test_a_damaged_folder_leaves_nothing_behind(
    demo: Folder, capsys: pytest.CaptureFixture[str], damage: object, said: str
) -> None:
    assert callable(damage)
    hold(demo, *PROMISED)
    damage(demo)
    assert main(["new", str(demo.path.parent / "next"), "--after", str(demo.path), "--yes"]) == 1
    assert said in capsys.readouterr().err
    assert not (demo.path.parent / "next").exists()


def test_a_roster_that_is_gone_leaves_promises_without_owners(demo: Folder) -> None:
    hold(demo, *PROMISED)
    (demo.path / "roster.csv").unlink()
    plan = resolve(follow(demo, "next")).plan
    assert [one.owner for one in plan.carried] == [None, None]


def test_the_old_folder_is_not_made_anew(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo.file.read_bytes()
    assert main(["new", str(demo.path), "--after", str(demo.path), "--yes"]) == 1
    assert "there is a workshop in this folder already" in capsys.readouterr().err
    assert demo.file.read_bytes() == before


def test_an_owner_who_is_not_on_the_roster_is_named_by_check_and_nobody_owns_it(demo: Folder) -> None:
    hold(demo, *PROMISED)
    folder = follow(demo, "next")
    text = folder.file.read_text(encoding="utf-8")
    owner = resolve(folder).plan.carried[0].owner
    folder.file.write_text(text.replace(f'owner: "{owner}"', "owner: ZZZ"), encoding="utf-8")
    found = resolve(folder)
    assert found.plan.carried[0].owner is None
    (problem,) = found.problems
    assert "'ZZZ' is not on the roster, and is left out" in str(problem)


said = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda text: text.strip())
SCHEMA = schema_text(WORKSHOP.name, WORKSHOP.model)


@given(st.lists(said, min_size=1, max_size=4), st.lists(said, max_size=3), st.none() | said)
@prove(40)
def test_every_word_comes_along_as_it_was_said(promised: list[str], left: list[str], ask: str | None) -> None:
    with scratch() as place:
        old = create(place / "old", Answers(date="2026-12-03"), SCHEMA)
        known = after(old)
        carried = tuple(Carried(f"k{n}", text, "2026-12-03", ask=ask) for n, text in enumerate(promised, 1))
        matters = tuple(LeftOpen(f"x{n}", text) for n, text in enumerate(left, 1))
        along = type(known)(known.folder, known.file, carried, matters, known.terms)
        new = create_checked(place / "new", along.answers(Answers(date="2027-01-14"), {}), along)
        plan = resolve(new).plan
        assert [(one.text, one.ask) for one in plan.carried] == [(text, ask) for text in promised]
        assert [one.text for one in plan.left_open] == left
        assert read_yaml(new.file).data["title"] == "A workshop"


def test_what_was_promised_survives_a_workshop_that_was_never_held(
    demo: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    hold(demo, *PROMISED)
    never_held = follow(demo, "next")
    folder = follow(never_held, "after-next")
    assert "no session was held" in capsys.readouterr().err
    assert brought(folder).carried == brought(never_held).carried
    assert brought(folder).carried[0].text == "draft the budget line"
    assert brought(folder).left_open == brought(never_held).left_open
