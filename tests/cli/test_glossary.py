"""`workshop glossary`: exports, joins and compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from toolkit.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder


def test_formats_are_written_below_out_and_named_on_standard_output(
    demo: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", str(demo.path), "--format", "yaml,csv,json,md,skos,tbx,glossarist"]) == 0
    shown = capsys.readouterr()
    out = demo.path / "out" / "glossary"
    written = {str(path) for path in out.rglob("*") if path.is_file()}
    assert set(shown.out.splitlines()) == written
    assert {"glossary.yaml", "glossary-senses.csv", "glossary-cases.csv", "glossary.tbx"} <= {
        p.name for p in out.iterdir()
    }
    assert (out / "skos" / "bundle.ttl").is_file()
    assert shown.err == "4 terms, 24 senses\n"
    assert main(["check", str(out / "glossary.yaml")]) == 0


def test_one_format_goes_to_a_pipe_alone(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", str(demo.path), "--format", "json", "--out", "-"]) == 0
    assert capsys.readouterr().out.startswith('{\n "format": "workshop-glossary"')
    assert not (demo.path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["DIR", "--merge", "a.yaml"],
        ["DIR", "--format", "docx"],
        ["DIR", "--format", "yaml,md", "--out", "-"],
        ["DIR", "--format", "csv", "--out", "-"],
        ["DIR", "--format", "", "--out", "-"],
        ["--merge", "a.yaml", "--format", "skos"],
    ],
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["glossary", *arguments])
    assert left.value.code == 2


def test_files_are_joined_and_compared(demo: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for format_ in ("yaml", "csv"):
        assert main(["glossary", str(demo.path), "--format", format_, "--out", str(tmp_path / format_)]) == 0
    yaml, csv = tmp_path / "yaml" / "glossary.yaml", tmp_path / "csv" / "glossary-senses.csv"
    capsys.readouterr()
    assert main(["glossary", "--compare", str(yaml), str(csv)]) == 0
    assert capsys.readouterr() == ("", "no changes\n")
    assert main(["glossary", "--merge", str(yaml), str(csv)]) == 0
    joined = tmp_path / "joined.yaml"
    joined.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["glossary", "--compare", str(yaml), str(joined)]) == 0
    assert capsys.readouterr().err == "no changes\n"
    yaml.write_text(yaml.read_text(encoding="utf-8").replace("en: governance", "en: rule", 1), encoding="utf-8")
    assert main(["glossary", "--compare", str(csv), str(yaml)]) == 0
    assert capsys.readouterr() == ("governance: label (en): governance -> rule\n", "1 change\n")


def test_faults_of_every_file_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    assert main(["glossary", "--merge", str(tmp_path / "a.json"), str(tmp_path / "b.yaml")]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert [line.removeprefix(f"{tmp_path}/")[:10] for line in shown.err.splitlines()] == ["a.json:1:2", "b.yaml:1:1"]


def test_a_base_that_is_no_address_writes_nothing(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", str(demo.path), "--format", "yaml,skos", "--base", "no base"]) == 1
    assert "is no base of addresses" in capsys.readouterr().err
    assert not (demo.path / "out").exists()
