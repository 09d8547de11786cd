"""A forgetting that dies at any moment ends, said again, where it would have ended; former names are forgotten too."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_forget import everything, session, traces
from tests.workshop.sample import make, put
from toolkit.cli import forget_command
from toolkit.cli.main import main
from toolkit.files.places import memory
from toolkit.session.actions import ACTIONS
from toolkit.session.desk import Done
from toolkit.session.forget import HeldJournal
from toolkit.tui.start import keep_fault
from toolkit.workshop.folder import Folder
from toolkit.workshop.former import edits_file, read_edits
from toolkit.workshop.made import how_made
from toolkit.workshop.recent import remember
from toolkit.workshop.resolve import resolve
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.session.opening import Opened

ROSTER = """\
id,name,domain,role,email
A1,Anna Łuczak,design,host,lu@example.org
B2,Ben Ito,academia,guest of Hannah,
C3,Chi Wu,design,,
"""
NAMES = ["Anna", "Łuczak", "Hannah", "Kowalska", "lu@example.org"]
ENDED = 9
EVENTS = ("os.remove", "os.rename")
"""What a forgetting does to files, besides what SQLite does."""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A workshop in which Hannah Kowalska was called Anna Łuczak for a while, and with outputs of both times."""
    folder = make(tmp_path / "w", roster=ROSTER)
    folder.out.mkdir()
    put(folder.path, "exercises/own.yaml", "# as Hannah and Anna did it\n")
    for rehearsal in (True, False):
        opened = session(folder, rehearsal=rehearsal)
        do(opened, "note", text="Anna disagrees; so does Chi")
        opened.desk.keep_draft("x/1", "and Łuczak was ab")
        if not rehearsal:
            assert main(["plan", str(folder.path), "--markdown", str(folder.out / "before.md")]) == 0
            do(opened, "person", person="A1", name="Hannah Kowalska", role="chair")
            do(opened, "person", person="B2", role="asked by Anna")
            do(opened, "note", text="Hannah Kowalska agrees")
        opened.close()
    assert main(["print", str(folder.path), "participant-cards"]) == 0
    assert main(["plan", str(folder.path), "--ics", str(folder.out / "day.ics")]) == 0
    put(folder.out, "minutes.md", "Anna Łuczak")
    put(folder.path, ".roster.csv.ab12cd.part", ROSTER)
    remember(folder, resolve(folder).plan)
    keep_fault(RuntimeError("Anna Łuczak"))
    return folder


def do(opened: Opened, name: str, /, **words: str) -> None:
    result = opened.desk.do(ACTIONS[name].build(words, opened.desk.view), "Ruth Abernathy")
    assert isinstance(result, Done), result


def forget(folder: Folder, *who: str) -> int:
    return main(["forget", str(folder.path), *who, "--yes"])


def ended(folder: Folder) -> dict[str, object]:
    """Return all that a forgetting leaves, but for what is different at every making."""
    found: dict[str, object] = {"commands": how_made(folder)}
    for file, data in everything(folder.path).items():
        name = file.relative_to(folder.path).as_posix()
        if file.suffix == ".db":
            with closing(sqlite3.connect(file)) as db:
                found[name] = list(db.iterdump())
        elif name != "out/.made.json":  # in whatever order
            found[name] = "made" if file.suffix in (".pdf", ".ics") else data
    return found


def as_it_should(folder: Folder, *who: str) -> dict[str, object]:
    """Return what a forgetting leaves that nothing cuts short, of a copy of the folder."""
    copy = Folder(folder.path.with_name("copy"))
    shutil.copytree(folder.path, copy.path)
    assert forget(copy, *who) == 0
    keep_fault(RuntimeError("Anna Łuczak"))  # what the tool remembers has been cleaned with the copy
    return ended(copy)


def dies(folder: Folder, prepare: Callable[[], object], *who: str) -> bool:
    """Forget in another process, which `prepare` lets die somewhere; tell whether it did."""

    def run() -> None:
        prepare()
        forget(folder, *who)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode in (0, ENDED)
    return process.exitcode == ENDED


def dies_at(number: int, *who: str) -> Callable[[Folder], bool]:
    """Return what lets a forgetting die just before it removes or renames its n-th file."""

    def prepare() -> None:
        left = iter(range(number, -1, -1))
        sys.addaudithook(lambda event, _: os._exit(ENDED) if event in EVENTS and not next(left) else None)

    return lambda folder: dies(folder, prepare, *who)


def dies_in(owner: object, name: str, call: int, *, after: bool) -> Callable[[Folder], bool]:
    """Return what lets a forgetting die just before or after the n-th call of a function."""
    whole, left = getattr(owner, name), iter(range(call, -1, -1))

    def die(*args: object, **words: object) -> object:
        last = not next(left)
        if last and not after:
            os._exit(ENDED)
        found = whole(*args, **words)
        if last:
            os._exit(ENDED)
        return found

    return lambda folder: dies(folder, lambda: setattr(owner, name, die), "Hannah Kowalska")


STAGES = {
    "before the journals": dies_in(HeldJournal, "redact", 0, after=False),
    "between the journals": dies_in(HeldJournal, "redact", 0, after=True),
    "after the journals": dies_in(HeldJournal, "redact", 1, after=True),
    "before outputs are made anew": dies_in(forget_command, "make_anew", 0, after=False),
    "before the last look": dies_in(forget_command, "_left", 0, after=False),
    "after the last look": dies_in(forget_command, "_left", 0, after=True),
    **{f"before file {n}": dies_at(n, "Hannah Kowalska") for n in range(19)},
}


@pytest.mark.parametrize("stage", STAGES)
def test_said_again_it_ends_as_if_it_had_never_died(stage: str, folder: Folder) -> None:
    whole = as_it_should(folder, "Hannah Kowalska")
    assert STAGES[stage](folder)
    assert forget(folder, "Hannah Kowalska") == 0
    assert ended(folder) == whole
    assert traces(folder.path, NAMES) == traces(memory(), NAMES) == []


@pytest.mark.parametrize("number", [5, 10, 11, 15, 16])
def test_whoever_was_never_called_otherwise_is_found_again_as_well(number: int, folder: Folder) -> None:
    whole = as_it_should(folder, "Chi Wu")
    assert dies_at(number, "Chi Wu")(folder)
    assert forget(folder, "Chi Wu") == 0
    assert ended(folder) == whole
    assert traces(folder.path, ["Chi"]) == []


def test_there_is_no_other_file_before_which_it_could_die(folder: Folder) -> None:
    assert not dies_at(19, "Hannah Kowalska")(folder)
    assert traces(folder.path, NAMES) == []


@pytest.mark.parametrize("number", [1, 8, 12, 16, 18])
def test_everybody_is_forgotten_as_well_if_that_died(number: int, folder: Folder) -> None:
    whole = as_it_should(folder)
    assert dies_at(number)(folder)
    assert forget(folder) == 0
    assert ended(folder) == whole
    assert traces(folder.path, [*NAMES, "Chi", "Ito"]) == []


def test_forgetting_somebody_else_finishes_what_was_begun(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert dies_at(13, "Hannah Kowalska")(folder)
    capsys.readouterr()
    assert forget(folder, "Chi Wu") == 0
    said = capsys.readouterr().err
    assert "A1: a forgetting that was cut short is finished as well" in said
    assert "2 people forgotten" in said
    assert traces(folder.path, [*NAMES, "Chi"]) == []
    assert sorted(name for name in ended(folder) if name.startswith("out/")) == [
        "out/before.md",
        "out/day.ics",
        "out/participant-cards.pdf",
    ]


def test_check_says_that_a_forgetting_was_cut_short(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.path / "exercises" / "own.yaml").unlink()
    assert main(["check", str(folder.path)]) == 0
    assert dies_at(13, "Hannah Kowalska")(folder)
    capsys.readouterr()
    assert main(["check", str(folder.path)]) == 1
    assert f"A1 was not forgotten to the end: say `workshop forget {folder.path} A1`" in capsys.readouterr().out
    assert forget(folder, "A1") == 0
    assert main(["check", str(folder.path)]) == 0


def test_an_output_that_somebody_deleted_stays_deleted(folder: Folder) -> None:
    (folder.out / "day.ics").unlink()
    assert forget(folder, "A1") == 0
    assert not (folder.out / "day.ics").exists()


@pytest.mark.parametrize("who", ["Hannah Kowalska", "anna łuczak", "Łucz", "A1"])
def test_whoever_was_called_otherwise_is_found_by_any_name_and_nothing_has_any(who: str, folder: Folder) -> None:
    assert {file for file, _ in traces(folder.path, ["Anna"])} >= {
        "session.db",
        ".former.json",
        "own.yaml",
        "minutes.md",
    }
    assert forget(folder, who) == 0
    assert traces(folder.path, NAMES) == traces(memory(), NAMES) == []
    assert (folder.path / "roster.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "A1,A1,design,,",
        "B2,Ben Ito,academia,asked by (name removed),",
        "C3,Chi Wu,design,,",
    ]
    assert [edit.person for edit in read_edits(folder)] == ["B2"]


def test_their_edits_are_undone_no_more_and_those_of_others_are(folder: Folder) -> None:
    assert forget(folder, "A1") == 0
    with closing(session(folder)) as opened:
        for reply in ("undone: noted (event 5)", "undone: person-edited (event 4)", "undone: noted (event 2)"):
            result = opened.desk.do(ACTIONS["undo"].build({}, opened.desk.view), "Ruth Abernathy")
            assert isinstance(result, Done)
            assert result.reply == reply
    people = read_roster(folder.path / "roster.csv").people
    assert [(person.name, person.role) for person in people] == [
        ("A1", ""),
        ("Ben Ito", "guest of (name removed)"),
        ("Chi Wu", ""),
    ]


def test_with_everybody_nothing_is_kept_of_anybody(folder: Folder) -> None:
    assert forget(folder) == 0
    assert not edits_file(folder).exists()


def test_a_name_that_somebody_else_has_now_is_theirs(folder: Folder) -> None:
    with closing(session(folder)) as opened:
        do(opened, "person", person="B2", name="Benno Kim")
        do(opened, "person", person="C3", name="Ben Ito")
        do(opened, "note", text="Ben Ito means Chi")
    assert forget(folder, "Benno Kim") == 0
    assert traces(folder.path, ["Benno", "Kim"]) == []
    assert {"session.db", "roster.csv", ".former.json"} <= {file for file, _ in traces(folder.path, ["Ben Ito"])}
    assert forget(folder, "C3") == 0
    assert traces(folder.path, ["Benno", "Ben Ito"]) == []


def test_an_exact_name_of_today_comes_before_one_of_yesterday(folder: Folder) -> None:
    with closing(session(folder)) as opened:
        do(opened, "person", person="C3", name="Anna Łuczak")
    assert forget(folder, "Anna Łuczak") == 0
    assert {person.id: person.name for person in read_roster(folder.path / "roster.csv").people} == {
        "A1": "Hannah Kowalska",
        "B2": "Ben Ito",
        "C3": "C3",
    }


def test_a_whole_name_of_yesterday_comes_before_a_part_of_one_of_today(folder: Folder) -> None:
    with closing(session(folder)) as opened:
        do(opened, "person", person="C3", name="Anna Łuczak-Wu")
    forget(folder, "Anna Łuczak")
    names = {person.id: person.name for person in read_roster(folder.path / "roster.csv").people}
    assert names == {"A1": "A1", "B2": "Ben Ito", "C3": "Anna Łuczak-Wu"}


def test_a_name_that_somebody_else_had_by_mistake_goes_with_whom_it_means(folder: Folder) -> None:
    with closing(session(folder)) as opened:
        for name in ("Anna Łuczak", "Ben Ito"):
            do(opened, "person", person="B2", name=name)
    assert forget(folder, "A1") == 0
    assert traces(folder.path, NAMES) == []
    assert read_roster(folder.path / "roster.csv").people[1].name == "Ben Ito"


@pytest.mark.parametrize("who", ["Anna Łuczak", "Hannah Kowalska", "A1", ""])
def test_whoever_has_no_row_any_more_is_forgotten_as_well(who: str, folder: Folder) -> None:
    roster = folder.path / "roster.csv"
    lines = roster.read_text(encoding="utf-8").splitlines(keepends=True)
    roster.write_text("".join(line for line in lines if not line.startswith("A1")), encoding="utf-8")
    assert forget(folder, *[who] * bool(who)) == 0
    assert traces(folder.path, NAMES[:-1]) == []


def test_former_cells_that_cannot_be_read_are_named(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    edits_file(folder).write_text("{", encoding="utf-8")
    assert forget(folder, "A1") == 1
    assert ".former.json:1:1: cannot be read: delete it" in capsys.readouterr().err
