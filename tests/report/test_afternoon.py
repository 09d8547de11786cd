"""A whole afternoon in real processes, two facilitators and a kill: every number of its report, worked out again."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.printing.pages import failures, qpdf, text_of
from tests.pty.plain_process import WORKSHOP, environment, read
from tests.report.played import SECRET, afternoon_demo, play
from tests.report.recount import Recount, names_of, unescaped

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The afternoon, typed once for all tests here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_HOME", str(tmp_path_factory.mktemp("home")))
        folder = afternoon_demo(tmp_path_factory.mktemp("afternoon") / "demo")
        assert play(folder) == []
    return folder


def report(folder: Folder, *options: str) -> tuple[str, bytes]:
    """Run `workshop report`; return the Markdown and the PDF."""
    argv = [*WORKSHOP, "report", str(folder.path), *options]
    done = subprocess.run(argv, check=True, capture_output=True, env=environment(), text=True)
    name = "report-anonymous" if "--anonymous" in options else "report"
    assert done.stdout.splitlines() == [str(folder.out / f"{name}.{end}") for end in ("pdf", "md")]
    return (folder.out / f"{name}.md").read_text(encoding="utf-8"), (folder.out / f"{name}.pdf").read_bytes()


def unaccounted(markdown: str, recount: Recount) -> list[str]:
    """Return where the lines with numbers differ from those that were worked out: nothing more, nothing less."""
    told = [unescaped(line) for line in markdown.splitlines() if re.search(r"\d", line)]
    wanted = recount.lines()
    found = [
        f"{line!r}\n   is not {want!r}"
        for line, want in zip(told, wanted, strict=False)
        if not re.fullmatch(want, line)
    ]
    if len(told) != len(wanted):
        found.append(f"{len(told)} lines and {len(wanted)} worked out")
    return found


def test_every_number_of_the_report_comes_out_again_from_the_journal_alone(played: Folder) -> None:
    markdown, _ = report(played)
    recount = Recount(read("log", played), names_of(played.path / "roster.csv"))
    assert unaccounted(markdown, recount) == []
