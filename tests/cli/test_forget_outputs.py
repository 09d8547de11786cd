"""What was made of a workshop is made anew after forgetting, as it was; of the rest it is said what is left to do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_forget import everything, session, traces, used, words_of
from tests.workshop.sample import put
from toolkit.cli.main import main
from toolkit.files.places import memory
from toolkit.tui.start import keep_fault
from toolkit.workshop.folder import Folder
from toolkit.workshop.made import LIST, Command, how_made, remember_made
from toolkit.workshop.name_finder import GONE
from toolkit.workshop.recent import recent, remember
from toolkit.workshop.resolve import resolve
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["used"]

MADE = (
    ("print", "participant-cards", "group-lists", "--mono", "--variant", "large-print", "--spares", "0"),
    ("print", "run-sheet", "--rehearsal"),
    ("glossary", "--format", "yaml,csv,json,md,skos,tbx,glossarist", "--base", "https://example.org/words/"),
    ("report",),
    ("report", "--anonymous"),
    ("plan", "--ics", "{out}/day.ics"),
    ("plan", "--markdown", "{out}/day.md"),
)


@pytest.fixture
def full(used: Folder, capsys: pytest.CaptureFixture[str]) -> Folder:
    """The sample after an afternoon, with everything made of it that can be; whoever opened it is remembered."""
    for command, *words in MADE:
        assert main([command, str(used.path), *(word.replace("{out}", str(used.out)) for word in words)]) == 0
    capsys.readouterr()
    return used


def files(folder: Folder) -> set[str]:
    return {file.relative_to(folder.out).as_posix() for file in folder.out.rglob("*") if file.is_file()}


def test_everything_is_made_anew_as_it_was_and_has_no_name(full: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before, commands = files(full), how_made(full)
    assert len(before) > 12
    names = words_of(read_roster(full.path / "roster.csv").people)
    assert traces(full.out, names)
    assert main(["forget", str(full.path), "--yes"]) == 0
    assert files(full) == before
    assert how_made(full) == commands
    assert traces(full.path, [*names, "Walker Newcomb"]) == []
    said = capsys.readouterr().err
    assert f"{full.out / 'day.ics'}: made anew, without the names" in said
    assert "not made anew" not in said


def test_what_nobody_knows_how_it_was_made_is_named(full: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    put(full.out, "minutes.pdf", "%PDF Anna Łuczak")
    put(full.out, "minutes.md", "Anna Łuczak")
    remember_made(full, "print", ["no-such-printable"], [put(full.out, "gone.pdf", "x")])
    remember_made(full, "print", ["run-sheet", "--no-such-option"], [put(full.out, "older.pdf", "x")])
    assert main(["forget", str(full.path), "--yes"]) == 0
    said = capsys.readouterr().err
    for name in ("minutes.pdf", "minutes.md"):
        assert f"{full.out / name}: not made anew, nothing says how it was made" in said
        assert not (full.out / name).exists()
    gone = next(line for line in said.splitlines() if "gone.pdf: not made anew" in line)
    assert "there is no printable 'no-such-printable'" in gone
    assert gone.endswith(f"workshop print {full.path} no-such-printable")
    assert "unrecognized arguments: --no-such-option" in said


ELSEWHERE = (
    ("report", "--out", "{dir}/share"),
    ("glossary", "--format", "md,csv", "--out", "{dir}/share/words"),
    ("commitments", "--everything", "--out", "{dir}"),
    ("print", "participant-cards", "--spares", "0", "--out", "{dir}/cards"),
    ("plan", "--markdown", "{dir}/day.md"),
    ("report", "--anonymous", "--out", "{out}/mail"),
    ("glossary", "--format", "md", "--out", "{out}/words"),
)


def test_what_was_made_elsewhere_in_the_folder_is_made_anew_there(
    used: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    for command, *words in ELSEWHERE:
        given = [word.replace("{out}", str(used.out)).replace("{dir}", str(used.path)) for word in words]
        assert main([command, str(used.path), *given]) == 0
    names = words_of(read_roster(used.path / "roster.csv").people)
    before = everything(used.path)
    assert traces(used.path / "share", names)
    assert traces(used.path / "cards", names)
    made = {file.relative_to(used.path).as_posix() for file in before}
    assert {"share/report.pdf", "share/words/glossary.md", "commitments-with-names.md", "day.md"} <= made
    assert {"cards/participant-cards.pdf", "out/mail/report-anonymous.md", "out/words/glossary.md"} <= made
    capsys.readouterr()
    moved = Folder(used.path.rename(used.path.with_name("moved")))
    assert main(["forget", str(moved.path), "--yes"]) == 0
    shown = capsys.readouterr()
    assert f"{moved.path / 'share/report.pdf'}: will be deleted" in shown.out
    assert f"{moved.path / 'share/report.pdf'}: made anew, without the names" in shown.err
    assert "names cannot be looked for" not in shown.err
    assert traces(moved.path, names) == []
    assert {file.relative_to(moved.path).as_posix() for file in everything(moved.path)} == made - {
        "out/glossary/glossary.json"  # nothing says how it was made
    }


def test_a_text_elsewhere_that_names_nobody_is_left_as_it_is(used: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(used.path), "--markdown", str(used.path / "day.md")]) == 0
    put(used.path, "day.md", "written anew by hand")
    assert main(["forget", str(used.path), "--yes"]) == 0
    assert (used.path / "day.md").read_text(encoding="utf-8") == "written anew by hand"
    put(used.path, "day.md", "by hand")
    assert "day.md" not in capsys.readouterr().out


def test_own_content_is_never_deleted(used: Folder) -> None:
    place = used.path / "glossaries"
    assert main(["glossary", str(used.path), "--out", str(place)]) == 0
    put(used.path, "glossaries/glossary.yaml", "# by hand, with Tomek\n")
    assert main(["forget", str(used.path), "--yes"]) == 0
    assert (place / "glossary.yaml").read_text(encoding="utf-8") == f"# by hand, with {GONE}\n"


OTHERS = ["../../outside.md", "../roster.csv/../../outside.md", "../glossaries/own.yaml"]
WORKSHOPS = ["../roster.csv", "../session.db", "../workshop.yaml", "../.former.json"]


@pytest.mark.parametrize("name", [*OTHERS, *WORKSHOPS])
def test_a_list_that_was_meddled_with_deletes_nothing_that_was_not_made(
    used: Folder, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in ("../outside.md", "glossaries/own.yaml"):
        put(used.path, path, "# about Tomek\n")
    put(used.out, LIST, json.dumps({name: ["report"]}))
    main(["forget", str(used.path), "--yes"])
    assert [line for line in capsys.readouterr().err.splitlines() if line.endswith(": deleted")] == [
        f"{used.out / file}: deleted" for file in ("glossary/glossary.json", "participant-cards.pdf")
    ]
    assert (used.path.parent / "outside.md").read_text(encoding="utf-8") == "# about Tomek\n"
    assert (used.path / "glossaries" / "own.yaml").exists()


def test_names_are_in_no_command_that_is_remembered(full: Folder) -> None:
    assert main(["print", str(full.path), "participant-cards", "--only", "Anna Łuczak"]) == 0
    text = (full.out / LIST).read_text(encoding="utf-8")
    assert "Anna" not in json.loads(text).get("participant-cards.pdf", [])
    assert traces(full.out, []) == []
    assert not any("--only" in command.arguments for command in how_made(full).values())


def test_what_the_tool_remembers_elsewhere_has_no_name_either(used: Folder) -> None:
    text = used.file.read_text(encoding="utf-8")
    used.file.write_text(text.replace("title: ", "title: Zoë Krüger-Bianchi and ", 1), encoding="utf-8")
    remember(used, resolve(used).plan)
    keep_fault(RuntimeError("Priya Raghunathan"))
    assert main(["forget", str(used.path), "--yes"]) == 0
    (row,) = recent()
    assert "Shared infrastructure" in row.title
    assert traces(memory(), ["Zoë", "Krüger", "Priya", "Raghunathan"]) == []


def test_a_pdf_that_is_not_the_tools_is_named(used: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    put(used.path, "copies/cards.pdf", (used.out / "participant-cards.pdf").read_bytes())
    assert main(["forget", str(used.path), "--yes"]) == 0
    assert "cards.pdf: names cannot be looked for in it: see for yourself" in capsys.readouterr().err


def test_nothing_of_it_is_in_the_way_of_a_session(full: Folder) -> None:
    assert main(["forget", str(full.path), "--yes"]) == 0
    session(full).close()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a.pdf": []}', '{"a.pdf": 3}'])
def test_a_list_that_cannot_be_read_is_an_empty_one(demo: Folder, text: str) -> None:
    put(demo.out, LIST, text)
    assert how_made(demo) == {}
    remember_made(demo, "print", ["badge"], [demo.out / "badge.pdf", demo.path.parent / "elsewhere.pdf"])
    assert how_made(demo) == {"badge.pdf": Command("print", ("badge",))}


def test_a_folder_that_cannot_be_written_to_is_no_fault(demo: Folder, tmp_path: Path) -> None:
    put(demo.path, "out", "a file where the folder should be")
    remember_made(demo, "print", ["badge"], [demo.out / "badge.pdf"])
    assert how_made(demo) == {}
