"""Forget: afterwards no name is in any file of the folder, and whatever can stand without them stands."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.workshop.sample import make, put
from toolkit.cli.main import main
from toolkit.printing.products import print_product
from toolkit.session.actions import ACTIONS
from toolkit.session.desk import Done
from toolkit.session.opening import Opened, open_session
from toolkit.session.register import know_people
from toolkit.workshop.name_finder import GONE
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import Person, read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder


@pytest.fixture
def used(demo: Folder) -> Folder:
    """The sample after an afternoon in which names were said, written and printed everywhere."""
    text = demo.file.read_text(encoding="utf-8")
    demo.file.write_text(text.replace("place:", "place: Samuel O'Neill's barn  #", 1), encoding="utf-8")
    for rehearsal in (False, True):
        opened = session(demo, rehearsal=rehearsal)
        for line in (
            ("arrive", {"person": "Ruth"}),
            ("walk-in", {"name": "Rhea Rehearsed" if rehearsal else "Walker Newcomb", "domain": "design"}),
            ("note", {"text": "Anna Łuczak and 陳志明 disagree; Priya does not"}),
            ("park", {"text": f"ask {normalize('NFD', 'Zoë Krüger-Bianchi 🎨')}"}),
            ("commit", {"owner": "Mehmet", "text": "call Ingrid Ævarsdóttir", "ask": "KOFI MENSAH"}),
            ("amend", {"ref": "n1", "text": "Anna said “whose?”"}),
            ("case", {"term": "governance", "text": "Dolores Quispe signs an order"}),
            ("groups", {"size": "3"}),
        ):
            do(opened, *line)
        opened.desk.keep_draft("Ruth Abernathy/1", "and Lars van der Meer was ab")
        opened.close()
    print_product(demo, "participant-cards")
    (demo.out / ".made.json").unlink()  # as a version made them that kept no list
    put(demo.out, "glossary/glossary.json", json.dumps({"by": "Zoë"}))
    put(demo.path, "exercises/own.yaml", "# after Tomek's idea\n")
    return demo


def session(folder: Folder, *, rehearsal: bool = False) -> Opened:
    opened = open_session(folder, "Ruth Abernathy", lambda: prepare(folder).plan, rehearsal=rehearsal)
    know_people(opened.desk, folder)
    return opened


def do(opened: Opened, name: str, words: dict[str, str]) -> None:
    action = ACTIONS[name].build(words, opened.desk.view)
    result = opened.desk.do(action, "Ruth Abernathy")
    assert isinstance(result, Done), result


def everything(folder: Path) -> dict[Path, bytes]:
    """Return each file as it is, with what is compressed in it and the text of its pages laid open."""
    found = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
                data += _inflated(stream)
            if file.suffix == ".pdf":
                data += "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).encode()
            found[file] = data
    return found


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def traces(folder: Path, names: list[str]) -> list[tuple[str, str]]:
    """Return which names are in which file, in any form a file may have them."""
    forms = {
        (name, text.encode(code))
        for name in names
        for form in ("NFC", "NFD")
        for text in (normalize(form, name), json.dumps(normalize(form, name))[1:-1])
        for code in ("utf-8", "utf-16-le")
    }
    return sorted(
        {(file.name, name) for file, data in everything(folder).items() for name, form in forms if form in data}
    )


def words_of(people: tuple[Person, ...]) -> list[str]:
    """Return whole names, and words of them that could be nothing else."""
    parts = [part for person in people for part in person.name.split() if len(part) > 4 and part[0].isupper()]
    return [person.name for person in people] + parts


def test_before_the_names_are_everywhere(used: Folder) -> None:
    found = traces(used.path, ["Anna Łuczak", "陳志明", "Walker Newcomb", "Ruth Abernathy", "Dolores", "Samuel"])
    files = {file for file, _ in found}
    assert {"roster.csv", "session.db", "rehearsal.db", "participant-cards.pdf", "workshop.yaml"} <= files


def test_afterwards_no_name_is_in_any_file(used: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    people = read_roster(used.path / "roster.csv").people
    names = [*words_of(people), "Ann", "Tomek", "志明", "Walker Newcomb"]
    assert main(["forget", str(used.path), "--yes"]) == 0
    assert traces(used.path, names) == []
    assert not [file for file in used.path.iterdir() if file.suffix in (".db-wal", ".db-shm", ".db-journal", ".part")]
    listed = capsys.readouterr()
    for where in (
        "event 1 (workshop-opened)",
        "draft",
        "entered by",
        "workshop.yaml:",
        "own.yaml:1",
        "will be deleted",
    ):
        assert where in listed.out
    assert "25 people forgotten" in listed.err


def test_afterwards_the_workshop_still_stands(used: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_roster(used.path / "roster.csv").people
    assert main(["forget", str(used.path), "--yes"]) == 0
    after = read_roster(used.path / "roster.csv").people
    assert [(p.id, p.name, p.domain, p.also) for p in after] == [(p.id, p.id, p.domain, p.also) for p in before]
    assert {p.email + p.access + p.affiliation + p.languages + "".join(p.extra.values()) for p in after} == {""}
    opened = session(used)
    state = opened.desk.state
    assert [note.text for note in state.notes] == [f"{GONE} said “whose?”"]
    assert (state.commitments[0].text, state.commitments[0].ask) == (f"call {GONE}", GONE)
    assert state.seating is not None
    do(opened, "note", {"text": "goes on"})
    assert not opened.desk.adopt_drafts("Ruth", "x")
    opened.close()
    assert sorted(file.name for file in used.out.rglob("*") if file.is_file()) == [
        ".made.json",
        "participant-cards.pdf",
    ]
    capsys.readouterr()
    assert main(["forget", str(used.path), "--yes"]) == 0
    assert capsys.readouterr().out == (
        f"session.db: 1 event entered by: Ruth Abernathy\n{used.out / 'participant-cards.pdf'}: will be deleted\n"
    )


def test_one_person_is_forgotten_and_the_others_are_not(used: Folder) -> None:
    assert main(["forget", str(used.path), "anna łuczak", "--yes"]) == 0
    assert traces(used.path, ["Anna Łuczak", "Łuczak", "Fundacja Otwarty Kod"]) == []
    names = {person.name for person in read_roster(used.path / "roster.csv").people}
    assert len(names) == 25
    assert {"陳志明", "Ruth Abernathy", "9RC"} <= names
    assert traces(used.path, ["陳志明", "Mehmet Aydın", "Priya"])


def test_other_rows_that_name_somebody_do_so_no_more(used: Folder) -> None:
    assert main(["forget", str(used.path), "Mehmet", "--yes"]) == 0
    assert traces(used.path, ["Mehmet Aydın", "Mehmet"]) == []
    (ingrid,) = [person for person in read_roster(used.path / "roster.csv").people if person.name.startswith("Ingrid")]
    assert ingrid.keep_apart == GONE


def test_words_that_were_typed_piece_by_piece_leave_no_copy_and_no_free_page(demo: Folder) -> None:
    long_name = "Dr. Chiamaka Okonkwo-Featherstonehaugh"
    opened = session(demo)
    for n in range(150):
        for end in range(40, 900, 170):
            opened.desk.keep_draft(f"x/{n % 7}", f"{n} {long_name} said " * 40 + "y" * end)
        do(opened, "note", {"text": f"{n} {long_name} " * (n % 200 + 1)})
    opened.close()
    assert main(["forget", str(demo.path), "Chiamaka", "--yes"]) == 0
    assert traces(demo.path, ["Chiamaka", "Okonkwo", "Featherstonehaugh"]) == []
    assert free_pages(demo.path / "session.db") == 0


def test_without_yes_everything_is_listed_and_nothing_is_changed(
    used: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: data for file, data in everything(used.path).items() if file.suffix != ".db"}
    assert main(["forget", str(used.path)]) == 1
    shown = capsys.readouterr()
    assert "nothing is changed: say it again with --yes" in shown.err
    assert "Dolores Quispe signs an order" in shown.out
    assert {file: data for file, data in everything(used.path).items() if file.suffix != ".db"} == before
    opened = session(used)
    assert opened.desk.state.notes[0].text == "Anna said “whose?”"
    opened.close()


@pytest.mark.parametrize("who", ["", "Nobody Known", "a"])
def test_whoever_is_not_known_for_sure_is_not_forgotten(
    who: str, used: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (used.path / "roster.csv").read_bytes()
    assert main(["forget", str(used.path), who, "--yes"]) == 1
    assert (used.path / "roster.csv").read_bytes() == before
    assert re.search("nobody on the roster is called|could be", capsys.readouterr().err)


HOLD = """
import sys
from pathlib import Path
from toolkit.session.journal import Journal
journal = Journal(Path(sys.argv[1]), read_only=sys.argv[2] == "read")
journal.read()
print("open", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("how", ["read", "write"])
@pytest.mark.parametrize("which", ["session.db", "rehearsal.db"])
def test_it_stops_while_another_process_holds_the_folder(
    how: str, which: str, used: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = [sys.executable, "-c", HOLD, str(used.path / which), how]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        assert main(["forget", str(used.path), "--yes"]) == 1
        other.communicate(b"")
    assert "another window has this workshop open" in capsys.readouterr().err
    assert traces(used.path, ["Anna Łuczak"])
    assert main(["forget", str(used.path), "--yes"]) == 0


def test_a_command_cut_short_can_be_said_again(used: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("toolkit.workshop.table_edit.write_whole", refuse)
        assert main(["forget", str(used.path), "--yes"]) == 1
    people = read_roster(used.path / "roster.csv").people
    assert len(words_of(people)) > 25
    assert main(["forget", str(used.path), "--yes"]) == 0
    assert traces(used.path, words_of(people)) == []


def test_what_the_toolkit_did_not_make_is_named_and_left(used: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    put(used.path, "notes.txt", "Anna Łuczak sat by the door")
    assert main(["forget", str(used.path), "--yes"]) == 1
    assert "notes.txt:1: still has a name, “Anna Łuczak”" in capsys.readouterr().err


def test_rows_that_could_not_be_read_go_with_everybody(tmp_path: Path) -> None:
    roster = b'name,domain,note\nAna Silva,design,x\n"Bob Open,design\nCleo Wide,design,a,b,c\nDan\xff,design,y\n'
    folder = make(tmp_path / "w", roster=roster)
    assert main(["forget", str(folder.path), "--yes"]) == 0
    assert traces(folder.path, ["Ana Silva", "Bob Open", "Cleo Wide", "Dan"]) == []
    assert [person.domain for person in read_roster(folder.path / "roster.csv").people] == ["design"]


def test_the_files_are_whole(used: Folder) -> None:
    main(["forget", str(used.path), "--yes"])
    for name in ("session.db", "rehearsal.db"):
        assert free_pages(used.path / name) == 0


def free_pages(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(db.execute("PRAGMA freelist_count").fetchone()[0])
