"""`workshop report`: before, during and after; with names and without; and what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.plain.conftest import workshop
from tests.printing.conftest import needs_fonts
from tests.printing.pages import failures, font_table, qpdf, text_of
from toolkit.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plain.program import Program

__all__ = ["workshop"]

SAID = (
    "goto b1.s1",
    "arrive Anna",
    "note an afternoon",
    "commit Anna draft it",
    "dissent governance academia no body met",
)


@needs_fonts
@pytest.mark.parametrize("options", [(), ("--anonymous",)])
@pytest.mark.parametrize("lines", [(), SAID, (*SAID, *["next"] * 60)], ids=["before", "during", "after"])
def test_it_satisfies_the_judges_at_any_time(
    workshop: Program, lines: tuple[str, ...], options: tuple[str, ...]
) -> None:
    workshop.plain(*lines) if lines else None
    pdf, markdown = workshop("report", *options)
    name = "report-anonymous" if options else "report"
    assert [pdf, markdown] == [str(workshop.folder.out / f"{name}{end}") for end in (".pdf", ".md")]
    path = workshop.folder.out / f"{name}.pdf"
    assert failures(path.read_bytes()) == []
    assert qpdf(path).returncode == 0
    assert {tuple(font[-5:-2]) for font in font_table(path)} <= {("yes", "yes", "yes")}
    assert workshop.beside == f"writing the report of {len(workshop('log'))} events …\n"


def test_the_first_page_stands_alone_and_the_last_says_where_figures_are_from(workshop: Program) -> None:
    workshop.plain(*SAID)
    workshop("report")
    first, *_, last = PdfReader(workshop.folder.out / "report.pdf").pages
    for part in (
        "What we agreed",
        "What stays open",
        "no body met",
        "Who does what by when",
        "Anna Łuczak",
        "draft it",
    ):
        assert part in " ".join(first.extract_text().split())
    assert "an afternoon" not in first.extract_text()
    assert "Where the figures come from" in last.extract_text()


def test_a_report_without_names_says_so_in_its_name_its_title_and_its_text(workshop: Program) -> None:
    workshop.plain(*SAID)
    workshop("report", "--anonymous")
    path = workshop.folder.out / "report-anonymous.pdf"
    metadata = PdfReader(path).metadata
    assert metadata
    assert metadata.title == "Report, without names: Shared infrastructure, shared words"
    text = text_of(path.read_bytes())
    assert text.startswith("Shared infrastructure, shared words without names, ")
    for part in ("Anna", "no body met", "an afternoon"):
        assert part not in text
    assert "draft it" in text


def test_a_rehearsal_has_a_report_of_its_own(workshop: Program) -> None:
    workshop.plain("goto b1.s1", "note in a rehearsal", "wait 7.5", options=("--rehearse",))
    workshop("report", "--rehearsal")
    text = (workshop.folder.out / "report-rehearsal.md").read_text(encoding="utf-8")
    assert "in a rehearsal" in text
    assert "a rehearsal, 2026-12-03, 13:30 to " in text
    assert "| Arrival round | 13:30, 15 min | 13:30, 7.5 min | not ended" in text
    assert not (workshop.folder.out / "report.md").exists()


def test_it_goes_where_it_is_asked_to_go(workshop: Program, tmp_path: Path) -> None:
    place = tmp_path / "new" / "place"
    assert workshop("report", "--out", str(place)) == [str(place / "report.pdf"), str(place / "report.md")]
    assert not workshop.folder.out.exists()


def test_plain_mode_writes_it_too(workshop: Program) -> None:
    told = workshop.plain("note spoken", "report", "report now")
    assert told[1] == f"{workshop.folder.out / 'report.pdf'} {workshop.folder.out / 'report.md'}"
    assert told[2] == "error: 'now' is too much: report"
    assert "spoken" in (workshop.folder.out / "report.md").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_there_is_one_line(
    workshop: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "file"
    taken.write_text("x", encoding="utf-8")
    assert main(["report", str(workshop.folder.path), "--out", str(taken)]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [f"{taken}: file exists: check the path and the disk"]
    workshop.folder.out.write_text("x", encoding="utf-8")
    (told,) = workshop.plain("report")
    assert told.startswith("error: the report could not be written: ")
    assert main(["report", str(tmp_path)]) == 1
    assert "has no workshop.yaml" in capsys.readouterr().err
