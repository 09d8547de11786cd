"""What leaves the folder tells nothing of a domain of under four people: no word, no count, no sum with theirs."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.privacy.readout import SMALL, Secret, differences, played, readable, told
from tests.session.room import done
from toolkit.cli.glossary_command import NAMES
from toolkit.cli.main import main
from toolkit.session import events as ev
from toolkit.session import term_events as te
from toolkit.session.journal import Journal
from toolkit.session.opening import open_session
from toolkit.session.register import know_people
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

OTHERS = {
    "ballots": Secret(ballots=((0, 0, 1), (1, None, 1), (0, 0, 0), (1, 1, 1))),
    "no ballots": Secret(ballots=((None,) * 3,) * 4),
    "slips": Secret(slips=((0, 2, 0), (0, 0, 2))),
    "texts": Secret(texts=("another", "saying", "of", "the", "same", "matters")),
    "sheets": Secret(sheets=((5, 5, 5), (1, 1, 1), (2, 4, 2), (4, 2, 4))),
    "few sheets": Secret(few=((5, 5, 5), (1, 1, 1), (2, 4, 2))),
    "ratings": Secret(ratings=(-2, -2, 2, 2)),
    "turns": Secret(turns=(0, 7)),
}
REPORT = {"report-anonymous.md", "report-anonymous.pdf"}
PRINTED = ("glossary-sheet", "wall-poster", "case-page", "case-cards", "ballot", "sense-worksheet", "run-sheet")


@pytest.fixture
def asked(demo: Folder) -> Folder:
    """The sample with a survey."""
    with demo.file.open("a", encoding="utf-8") as file:
        file.write("survey: [One., Two., Three.]\n")
    prepare(demo)
    return demo


def play(folder: Folder, secret: Secret, *, pool: tuple[str, ...] = ()) -> None:
    """Write a session's journal."""
    for path in folder.path.glob("session.db*"):
        path.unlink()
    shutil.rmtree(folder.out, ignore_errors=True)
    opened = open_session(folder, "ana", lambda: prepare(folder).plan)
    opened.close()
    with contextlib.closing(Journal(folder.journal())) as journal, journal.deciding():
        for body in played(prepare(folder).plan, secret, pool=pool)[1:]:
            journal.append(1_796_304_600_000, "ana", body)


def exports(folder: Folder, *, everything: bool = False) -> dict[str, bytes]:
    """Make every export of a folder, as it leaves it by default or when that is asked for."""
    out, shared = folder.out, [] if everything else ["--anonymous"]
    found: dict[str, bytes] = {}
    run("glossary", str(folder.path), "--format", ",".join(NAMES), *(["--everything"] if everything else []))
    run("plan", str(folder.path), "--ics", str(out / "day.ics"))
    run("plan", str(folder.path), "--markdown", str(out / "day.md"))
    run("print", str(folder.path), *PRINTED, "--spares", "0")
    run("report", str(folder.path), *shared)
    for command in ("terms", "survey"):
        found[command] = run(command, str(folder.path), *shared)
        found[f"{command}.json"] = run(command, str(folder.path), *shared, "--json")
    return {**found, **{path.relative_to(out).as_posix(): path.read_bytes() for path in files(out)}}


def files(out: Path) -> list[Path]:
    return [path for path in sorted(out.rglob("*")) if path.is_file() and path.name != ".made.json"]


def run(*argv: str) -> bytes:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        assert main(list(argv)) == 0
    return out.getvalue().encode()


def test_nothing_that_two_small_domains_said_is_in_any_export(asked: Folder) -> None:
    play(asked, Secret())
    base = exports(asked)
    assert len(base) > 20
    assert [name for name, data in base.items() if told(data, Secret().texts)] == []
    for kind, secret in OTHERS.items():
        play(asked, secret)
        changed = differences(base, exports(asked))
        # The report counts the two together, four people: what they ticked and how often they spoke, as one.
        together = REPORT if kind in ("sheets", "turns") else set()
        assert set(changed) <= together, kind


def test_of_two_that_are_counted_as_one_only_what_the_four_people_said_together_is_told(asked: Folder) -> None:
    play(asked, Secret(), pool=SMALL)
    base = exports(asked)
    for kind, secret in OTHERS.items():
        play(asked, secret, pool=SMALL)
        together = {name for name in base if name.startswith("glossary")} if "ballots" in kind else set()
        together |= REPORT if kind in ("ballots", "no ballots", "sheets", "turns") else set()
        assert set(differences(base, exports(asked))) <= together, kind
    swapped = Secret(ballots=(*Secret().ballots[2:], *Secret().ballots[:2]))
    play(asked, swapped, pool=SMALL)
    assert differences(base, exports(asked)) == []


def test_a_small_domain_cannot_be_worked_out_of_a_pool_with_a_large_one(asked: Folder) -> None:
    play(asked, Secret(), pool=("design", "academia"))
    glossary = json.loads(exports(asked)["glossary/glossary.json"])
    (term,) = [term for term in glossary["terms"] if term["id"] == "governance"]
    counted = {domain for case in term["cases"] for domain in case.get("verdicts") or {}}
    assert counted == {"open-source", "blockchain", "public-service"}
    assert "design+academia" in {side for pair in term["pairs"] for side in (pair["a"], pair["b"])}


def test_with_everything_told_each_of_them_is_seen(asked: Folder) -> None:
    """The tests above would notice: in the folder's own view every one of these changes something."""
    play(asked, Secret())
    base = exports(asked, everything=True)
    assert {word for data in base.values() for word in told(data, Secret().texts)} == set(Secret().texts)
    for kind, secret in OTHERS.items():
        play(asked, secret)
        assert differences(base, exports(asked, everything=True)), kind


def test_a_name_in_what_was_written_about_a_word_leaves_in_no_export(demo: Folder) -> None:
    opened = open_session(demo, "ana", lambda: prepare(demo).plan)
    opened.close()
    with contextlib.closing(Journal(demo.journal())) as journal, journal.deciding():
        for body in (
            te.Dissented("d1", "governance", "open-source", "nobody asked Mehmet"),
            te.Decided("o1", "governance", "park", "as Ingrid put it"),
        ):
            journal.append(1_796_304_600_000, "ana", body)
    path = str(demo.path)
    run("glossary", path, "--format", ",".join(NAMES))
    made = [run("terms", path, "--anonymous"), run("terms", path, "--anonymous", "--json")]
    made += [file.read_bytes() for file in files(demo.out)]
    for text in made:
        assert b"Mehmet" not in text
        assert b"Ingrid" not in text
    assert b"as (name removed) put it" in b"\n".join(made)
    assert b"Ingrid" in run("terms", path)


def test_no_name_however_it_is_written_and_no_address_leaves_with_what_is_shared(demo: Folder) -> None:
    name_somebody_everywhere(demo)
    path, out = str(demo.path), demo.out
    run("glossary", path, "--format", ",".join(NAMES))
    run("commitments", path, "--format", "md,csv,ics,json")
    run("report", path, "--anonymous")
    made = {file.name: readable(file.read_bytes()) for file in files(out)}
    made |= {name: run(name, path, "--anonymous", "--json").decode() for name in ("terms", "survey")}
    assert len(made) > 20
    assert {name for name, text in made.items() if NAMED.search(unfolded(text))} == set()
    for name in ("commitments.md", "commitments.csv", "commitments.ics", "commitments.json", "report-anonymous.md"):
        assert "(name removed)" in unfolded(made[name]), name
    run("commitments", path, "--everything", "--format", "json")
    assert NAMED.search((out / "commitments/commitments-with-names.json").read_text(encoding="utf-8"))


NAMED = re.compile(r"mehmet|ayd[ıi]n|ingrid|\bbo\b|uni\.example", re.IGNORECASE)


def unfolded(text: str) -> str:
    """Return the text of a calendar without its line ends, and of Markdown without its signs."""
    return text.replace("\r\n ", "").replace("\\", "")


def name_somebody_everywhere(folder: Folder) -> None:
    """Let the title, the place and what people wrote in a hurry name somebody."""
    plan = folder.file.read_text(encoding="utf-8").replace("title: Shared", "title: Mehmet's shared")
    folder.file.write_text(plan.replace("place: Community", "place: Ingrid’s community"), encoding="utf-8")
    roster = (folder.path / "roster.csv").read_text(encoding="utf-8").replace(",note\n", ",note,email\n", 1)
    roster += "Bo Li,design,,,,,,,,,b.li@uni.example\n"
    (folder.path / "roster.csv").write_text(roster, encoding="utf-8")
    opened = open_session(folder, "ana", lambda: prepare(folder).plan)
    opened.close()
    said = "mehmet_aydin2 or Bo, else B.LI@uni.example, MEHMET’in and ingrid"
    with contextlib.closing(Journal(folder.journal())) as journal, journal.deciding():
        for body in (
            te.Dissented("d1", "governance", "open-source", said),
            te.Decided("o1", "governance", "park", said),
            ev.Committed("k1", said, 0, None, "2027-01-15", said),
            ev.Parked("x1", said, 0),
        ):
            journal.append(1_796_304_600_000, "ana", body)


def test_a_former_name_leaves_in_no_export_either(demo: Folder) -> None:
    with contextlib.closing(open_session(demo, "ana", lambda: prepare(demo).plan)) as opened:
        know_people(opened.desk, demo)
        done(opened.desk, "dissent", term="governance", domain="open-source", text="nobody asked Mehmet")
        done(opened.desk, "case", term="governance", text="Mehmet signs an order")
        done(opened.desk, "commit", owner="-", text="call Mehmet")
        done(opened.desk, "note", text="Mehmet left early")
        done(opened.desk, "person", person="Mehmet", name="Selim Demir")
    path = str(demo.path)
    run("glossary", path, "--format", ",".join(NAMES))
    run("commitments", path, "--format", "md,csv,ics,json")
    run("report", path, "--anonymous")
    made = [
        run("terms", path, "--anonymous"),
        run("terms", path, "--anonymous", "--json"),
        *(file.read_bytes() for file in files(demo.out)),
    ]
    assert not [text for text in made if told(text, ["Mehmet"])]
    assert b"call (name removed)" in b"\n".join(made)
    assert b"Mehmet" in run("terms", path, "--json") + run("terms", path)
