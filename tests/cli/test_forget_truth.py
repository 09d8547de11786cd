"""Forget tells the truth: what a name is taken from, what it leaves alone, who is meant, and what is left."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_forget import traces
from tests.workshop.sample import WORKSHOP, make, put
from toolkit.cli.main import main
from toolkit.session.actions import ACTIONS
from toolkit.session.desk import Done
from toolkit.session.opening import Opened, open_session
from toolkit.session.register import know_people
from toolkit.workshop.forget_look import LastLook
from toolkit.workshop.name_finder import GONE, NameFinder
from toolkit.workshop.prepare import prepare
from toolkit.workshop.resolve import resolve
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder

ROSTER = """\
id,name,domain,also,languages,role,keep_apart
A1,Ana Silva,design,,en,host,
B2,Kofi Mensah,academia,design,pt;kofi,asked by Ana,Ana Silva
C3,Rui Costa,academia,,,friend of Ana Lopez,Ana
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return make(tmp_path / "w", WORKSHOP.replace("title: Tiny", "title: Tiny by Ana"), ROSTER)


def opened_by(folder: Folder, by: str, *lines: tuple[str, dict[str, str]]) -> State:
    """Let somebody do something, and return where the session stands."""
    opened: Opened = open_session(folder, by, lambda: prepare(folder).plan)
    know_people(opened.desk, folder)
    for name, words in lines:
        result = opened.desk.do(ACTIONS[name].build(words, opened.desk.view), by)
        assert isinstance(result, Done), result
    state = opened.desk.state
    opened.close()
    return state


def authors(folder: Folder, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["log", str(folder.path), "--json"]) == 0
    return [json.loads(line)["by"] for line in capsys.readouterr().out.splitlines()]


def forget(folder: Folder, *who: str) -> int:
    return main(["forget", str(folder.path), *who, "--yes"])


def test_a_domain_that_was_typed_as_a_name_stays_where_it_is_one(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    opened_by(folder, "ops", ("walk-in", {"name": "Design", "domain": "design"}), ("note", {"text": "Design left"}))
    assert main(["glossary", str(folder.path)]) == 1  # it names no words; nothing rests on that
    before = read_roster(folder.path / "roster.csv").people
    assert forget(folder, "Design") == 0
    after = read_roster(folder.path / "roster.csv").people
    assert [(p.domain, p.also, p.languages) for p in after] == [(p.domain, p.also, p.languages) for p in before]
    assert "domains: [design, academia]" in folder.file.read_text(encoding="utf-8")
    assert [domain.id for domain in resolve(folder).plan.domains] == ["design", "academia"]
    assert opened_by(folder, "ops").notes[0].text == f"{GONE} left"
    assert "“Design” stays, the workshop itself goes by it: " in capsys.readouterr().err
    assert main(["check", str(folder.path)]) == 0


def test_the_name_of_the_rosters_file_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make(tmp_path / "w", WORKSHOP + "roster: Kofi.csv  # Kofi's\n", None)
    put(folder.path, "Kofi.csv", ROSTER)
    assert forget(folder, "Kofi Mensah") == 0
    assert "roster: Kofi.csv  # (name removed)'s" in folder.file.read_text(encoding="utf-8")
    assert [person.id for person in read_roster(folder.path / "Kofi.csv").people] == ["A1", "B2", "C3"]
    assert "“Kofi” stays, the workshop itself goes by it: " in capsys.readouterr().err


def test_a_file_that_could_not_be_read_any_more_is_left_and_named(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    text = WORKSHOP.replace("Tiny", f"Ana {'x' * 19_990}")  # as long as a title may be
    folder.file.write_text(text, encoding="utf-8")
    assert forget(folder, "Ana Silva") == 1
    assert folder.file.read_text(encoding="utf-8") == text
    said = capsys.readouterr().err
    assert "workshop.yaml:1:8: cannot be read without the names, and stays as it is: write over them (title: " in said
    assert "workshop.yaml:1: still has a name, “Ana”" in said


def test_notes_in_lower_case_are_listed_and_cleaned_everywhere(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    opened_by(folder, "ops", ("note", {"text": "ask kofi_mensah2, MENSAH or rui-costa"}), ("park", {"text": "costa"}))
    put(folder.path, "exercises/own.yaml", "# kofi's idea\n")
    put(folder.out, "plan.md", "rui")
    assert forget(folder) == 0
    listed = capsys.readouterr().out
    assert listed.count("(noted): ask kofi_mensah2") == listed.count("(parked): costa") == 1
    assert "own.yaml:1: # kofi's idea" in listed
    finder = NameFinder(["Ana Silva", "Kofi Mensah", "Rui Costa"])
    for file in folder.path.rglob("*"):
        if file.is_file() and ".schema" not in file.parts:
            assert finder.found(file.read_bytes().decode("utf-8", "ignore")) == [], file


def test_facilitators_are_forgotten_with_everybody_and_still_told_apart(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    opened_by(folder, "Ben Carter", ("note", {"text": "one"}))
    opened_by(folder, "ana", ("note", {"text": "two"}))
    opened_by(folder, "Ben Carter", ("note", {"text": "Ben said three"}))
    before = authors(folder, capsys)
    assert main(["report", str(folder.path)]) == 0
    assert forget(folder) == 0
    assert "5 people forgotten" in capsys.readouterr().err
    labels = {"Ben Carter": "facilitator 1", "ana": "facilitator 2"}
    assert authors(folder, capsys) == [labels[author] for author in before]
    assert traces(folder.path, ["Carter", "Ben"]) == []
    assert "Recorded by facilitator 1, facilitator 2." in (folder.out / "report.md").read_text(encoding="utf-8")
    state = opened_by(folder, "facilitator 2", ("undo", {}))
    assert [note.text for note in state.notes] == ["one", f"{GONE} said three"]
    opened_by(folder, "Cleo Wide", ("note", {"text": "four"}))
    assert forget(folder) == 0
    assert set(authors(folder, capsys)) == {"facilitator 1", "facilitator 2", "facilitator 3"}


def test_one_facilitator_is_forgotten_by_name(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    opened_by(folder, "Ben Carter", ("note", {"text": "Ben left"}))
    opened_by(folder, "Ana Silva", ("note", {"text": "and Carter"}))
    assert forget(folder, "Ben Carter") == 0
    assert "1 person forgotten" in capsys.readouterr().err
    assert set(authors(folder, capsys)) == {"facilitator 1", "Ana Silva"}
    assert forget(folder, "Ana Silva") == 0  # who is on the roster as well is one person
    assert "1 person forgotten" in capsys.readouterr().err
    assert set(authors(folder, capsys)) == {"facilitator 1", "facilitator 2"}
    assert traces(folder.path, ["Carter", "Silva"]) == []
    assert forget(folder, "Ben Carter") == 1
    assert "nobody on the roster is called 'Ben Carter', nor anybody who recorded something" in capsys.readouterr().err


def test_others_of_the_same_first_name_are_left_alone(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    said = "Ana Lopez said what Ana Silva did; Ana agrees, ana_lopez too"
    opened_by(folder, "Ana Lopez", ("note", {"text": said}))
    opened_by(folder, "Ana", ("note", {"text": "Silva left"}))
    assert forget(folder, "Ana Silva") == 0
    shown = capsys.readouterr()
    assert f"{said} (could be Ana, Ana Lopez as well)" in shown.out
    assert "Silva left\n" in shown.out
    assert set(authors(folder, capsys)) == {"Ana Lopez", "Ana"}
    state = opened_by(folder, "Ana")
    assert [note.text for note in state.notes] == [
        f"Ana Lopez said what {GONE} did; {GONE} agrees, ana_lopez too",
        f"{GONE} left",
    ]
    (kofi, rui) = read_roster(folder.path / "roster.csv").people[1:]
    assert (kofi.role, kofi.keep_apart, rui.role, rui.keep_apart) == (
        f"asked by {GONE}", GONE, "friend of Ana Lopez", GONE,
    )  # fmt: skip
    assert "title: Tiny by (name removed)" in folder.file.read_text(encoding="utf-8")


def test_what_the_library_says_stays_in_the_session(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    with (demo.path / "roster.csv").open("a", encoding="utf-8") as file:
        file.write("Mark Thank,design,,,,,,,,\n")
    plan = opened_by(demo, "ops", ("note", {"text": "Mark said so"})).plan
    assert any("Mark" in step.show + step.say for block in plan.blocks for step in block.steps) if plan else False
    assert forget(demo, "Mark Thank") == 0
    assert "1 person forgotten, 1 mention" in capsys.readouterr().err
    after = opened_by(demo, "ops")
    assert after.plan == plan
    assert after.notes[0].text == f"{GONE} said so"


def zipped(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("a.txt", b"x\nask mensah", ":2: still has a name, “mensah”"),
        ("b.txt", "Kofi".encode("utf-16"), ":1: still has a name, “Kofi”"),
        ("c.txt", "KOFI MENSAH".encode("utf-16-le"), ":1: still has a name, “KOFI MENSAH”"),
        ("d.json", b'{"x": "\\u004bofi"}', ":1: still has a name, “Kofi”"),
        ("e.xlsx", zipped("<t>Ko</t><t>fi</t>"), " (xl/sharedStrings.xml): still has a name, “Kofi”"),
        ("f.txt", "für Kofi".encode("cp1252"), ":1: still has a name, “Kofi”"),
        ("g.bin", b"\x00\x01\xff\x02Kofi Mensah\x00", ": still has a name, “Kofi Mensah”"),
        ("h.bin", b"\x00\x01\xff\x02Ko Li Kofi\x00" + bytes(range(8)) * 9, ""),
        ("i.txt", b"kofis coffee, kofinas", ":1: still has a name, “kofis”"),
    ],
)
def test_the_last_look_reads_what_can_be_read(
    name: str, data: bytes, where: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    file = put(folder.path, name, data)
    assert forget(folder, "Kofi") == int(bool(where))
    said = capsys.readouterr().err
    assert (f"{file}{where}" in said) if where else (str(file) not in said)


def test_free_pages_of_a_database_are_looked_at(folder: Folder) -> None:
    opened_by(folder, "ops")
    with folder.journal().open("ab") as file:
        file.write(b"\x00\x07Kofi Mensah\x00" + bytes(2_000))
    look = LastLook(folder, folder.path / "roster.csv", ["Kofi Mensah"], NameFinder(["Kofi Mensah"]), [], [])
    assert (folder.journal(), "", "Kofi Mensah", False) in [
        (left.file, left.where, left.word, left.stays) for left in look.left()
    ]
