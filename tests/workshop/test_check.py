"""`workshop check`: any file or folder, its kind told by name, folder or field."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.library.content import EXERCISE, GLOSSARY, PRINTABLE
from tests.workshop.sample import ROSTER, WORKSHOP, make, put
from toolkit.cli.main import main
from toolkit.workshop.check import check
from toolkit.workshop.kinds import HOW, KINDS, kind_of_fields, kind_of_path
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

DOMAINS = "domains:\n  - {id: theatre, label: Theatre, about: We act, code: TH, colour: '#ffffff', pattern: dots}\n"


def lines(path: Path) -> list[str]:
    """Return what is wrong, without the file's folder."""
    return [str(problem).removeprefix(f"{path if path.is_dir() else path.parent}/") for problem in check(path).problems]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("workshop.yaml", "workshop"),
        ("anywhere/domains.yaml", "domains"),
        ("exercises/tensions.yaml", "tensions"),
        ("glossaries/facets.yaml", "facets"),
        ("exercises/facets.yaml", "facets"),
        ("exercises/x.yaml", "exercise"),
        ("glossaries/x.yaml", "glossary"),
        ("printables/x.yml", "printable"),
        ("elsewhere/x.yaml", None),
    ],
)
def test_a_kind_is_told_by_name_and_then_by_folder(name: str, kind: str | None, tmp_path: Path) -> None:
    found = kind_of_path(tmp_path / name)
    assert (found.name if found else None) == kind


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"agenda", "terms", "domains"}, "workshop"),
        ({"steps", "tensions"}, "exercise"),
        ({"tensions"}, "tensions"),
        ({"title", "terms"}, "glossary"),
        ({"domains"}, "domains"),
        ({"decides", "follows"}, "facets"),
        ({"per"}, "printable"),
        ({"title"}, None),
    ],
)
def test_a_kind_is_told_by_a_field_of_its_own_at_last(fields: set[str], kind: str | None) -> None:
    found = kind_of_fields(dict.fromkeys(fields))
    assert (found.name if found else None) == kind


def test_every_kinds_sign_is_one_of_its_fields() -> None:
    for kind in KINDS:
        assert kind.sign in {field.alias or name for name, field in kind.model.model_fields.items()}
        assert kind_of_fields({kind.sign: None}) == kind


@pytest.mark.parametrize(("name", "text"), [("tiny", EXERCISE), ("words", GLOSSARY), ("card", PRINTABLE)])
def test_a_file_by_itself_is_checked_by_its_fields(name: str, text: str, tmp_path: Path) -> None:
    path = put(tmp_path, f"{name}.yaml", text)
    assert lines(path) == []
    put(tmp_path, f"{name}.yaml", text + "zzz: 1\n")
    assert f"{name}.yaml:{text.count(chr(10)) + 1}:1: unknown field 'zzz'" in lines(path)[0]


def test_a_file_of_no_kind_is_told_how_kinds_are_told(tmp_path: Path) -> None:
    assert lines(put(tmp_path, "x.yaml", "# what\ntitle: X\n")) == [f"x.yaml:2:1: what kind of file is this? {HOW}"]


def test_a_file_is_called_what_its_id_says(tmp_path: Path) -> None:
    assert lines(put(tmp_path, "big.yaml", EXERCISE)) == [
        "big.yaml:1:5: id 'tiny' differs from the file's name: call the file tiny.yaml"
    ]
    assert lines(put(tmp_path, "tiny.yml", EXERCISE)) == [
        "tiny.yml:1:1: content files end in .yaml: rename it to tiny.yaml"
    ]


def test_a_workshops_folder_is_checked_with_everything_in_it(tmp_path: Path) -> None:
    make(tmp_path, WORKSHOP + "titel: x\n", ROSTER + ",design\n")
    put(tmp_path, "exercises/tiny.yaml", EXERCISE.replace("cut: never", "cut: nevr"))
    put(tmp_path, "printables/card.yml", PRINTABLE)
    assert check(tmp_path).files == 3
    assert lines(tmp_path) == [
        "exercises/tiny.yaml:19:10: cut: 'nevr' is not valid: did you mean 'never'?",
        "printables/card.yml:1:1: content files end in .yaml: rename it to card.yaml",
        "workshop.yaml:11:1: unknown field 'titel': did you mean 'title'?",
    ]


def test_the_roster_is_checked_with_its_workshop(tmp_path: Path) -> None:
    make(tmp_path, roster=ROSTER + ",design\nChi,theatre\n")
    assert lines(tmp_path) == [
        "roster.csv:4:1: has no name: write one; the row is left out",
        "roster.csv:5:1: unknown domain 'theatre' of Chi: use one of academia, design",
    ]


def test_a_roster_by_itself_is_checked_against_its_workshops_domains(tmp_path: Path) -> None:
    inline = DOMAINS.splitlines()[1].removeprefix("  - ")
    make(tmp_path, WORKSHOP.replace("academia]", f"{inline}]"), "name,domain\nAna,theatre\nBen,academia\n")
    assert (
        lines(tmp_path / "roster.csv")
        == lines(tmp_path)
        == ["roster.csv:3:1: unknown domain 'academia' of Ben: use one of design, theatre"]
    )


@pytest.mark.parametrize("workshop", ["agenda: [", None])
def test_a_roster_without_a_workshop_that_can_be_read_may_have_any_known_domain(
    workshop: str | None, tmp_path: Path
) -> None:
    path = put(tmp_path, "people.CSV", "name,domain\nAna,academia\nBen,theatre\n")
    if workshop:
        put(tmp_path, "workshop.yaml", workshop)
    (line,) = lines(path)
    assert line.startswith("people.CSV:3:1: unknown domain 'theatre' of Ben: use one of academia, blockchain")


def test_content_of_a_workshop_may_name_what_the_workshop_has(tmp_path: Path) -> None:
    make(tmp_path)
    put(tmp_path, "printables/card.yaml", PRINTABLE)
    put(tmp_path, "glossaries/domains.yaml", DOMAINS)
    exercise = put(tmp_path, "exercises/tiny.yaml", EXERCISE + "printables: [card]\n")
    assert lines(exercise) == lines(tmp_path) == []
    alone = put(tmp_path.parent / f"{tmp_path.name}-alone", "tiny.yaml", EXERCISE + "printables: [card]\n")
    assert "there is no printable 'card'" in lines(alone)[0]


def test_a_folder_of_content_is_checked_file_by_file(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "[")
    put(tmp_path, "b.yml", GLOSSARY)
    put(tmp_path, "deeper/c.yaml", "[")
    put(tmp_path, "d.txt", "[")
    report = check(tmp_path)
    assert report.files == 2
    assert [problem.line for problem in report.problems] == [1, 1]


def test_a_folder_with_nothing_to_check_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert [problem.what for problem in check(tmp_path / "empty").problems] == [
        "nothing here to check: name a content file or a workshop"
    ]


@pytest.mark.parametrize("suffix", ["", ".csv", ".yaml"])
@pytest.mark.parametrize("name", ["gone", "x" * 300, "loop", "a\0b", "pipe", "deep/er"])
def test_a_path_that_cannot_be_read_is_one_fault(name: str, suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"loop{suffix}").symlink_to(f"loop{suffix}")
    os.mkfifo(tmp_path / f"pipe{suffix}")
    report = check(tmp_path / (name + suffix))
    assert report.files == 1
    assert len(report.problems) == 1


def test_the_sample_checks_clean(demo: Folder) -> None:
    report = check(demo.path)
    assert (report.files, report.problems) == (1, [])
    assert check(demo.path / "roster.csv").problems == []


def test_exercises_of_a_workshop_are_linted_and_a_session_opens_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make(tmp_path, WORKSHOP.replace("arrival-round", "tiny"))
    path = put(tmp_path, "exercises/tiny.yaml", EXERCISE.replace("power: Ask", "power: Of course, ask"))
    report = check(tmp_path)
    assert (report.faults, report.warnings) == (0, 1)
    assert main(["check", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{path}:23:8: warning: 'Of course' takes a side")
    assert err == "2 files checked, no faults, 1 warning\n"
    put(tmp_path, "exercises/tiny.yaml", EXERCISE.replace("power: Ask", "power: n/a"))
    assert check(tmp_path).faults == 1
    assert main(["check", str(tmp_path)]) == 1
    assert "1 fault\n" in capsys.readouterr().err
    assert resolve(folder).problems == ()
