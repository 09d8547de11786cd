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


def test_a_number_that_is_changed_added_or_missing_is_noticed(played: Folder) -> None:
    lines = report(played)[0].splitlines()
    recount = Recount(read("log", played), names_of(played.path / "roster.csv"))
    numbered = [n for n, line in enumerate(lines) if re.search(r"\d", line)]
    wanted = recount.lines()
    for at, n in enumerate(numbered):
        digits = [match.start() for match in re.finditer(r"\d", lines[n])]
        for digit in digits if not re.match(re.escape("How many ticked"), lines[n]) else ():
            other = lines[n][:digit] + str((int(lines[n][digit]) + 1) % 10) + lines[n][digit + 1 :]
            assert not re.fullmatch(wanted[at], unescaped(other)), other
    without = "\n".join(lines[: numbered[-1]])
    assert unaccounted(without, Recount(recount.all, recount.names))
    assert unaccounted("\n".join([*lines, "and 1 more"]), Recount(recount.all, recount.names))


def test_what_pairs_are_called_is_what_the_terms_say(played: Folder) -> None:
    markdown, _ = report(played)
    labels = {domain["id"]: domain["label"] for domain in read("log", played)[0]["body"]["plan"]["domains"]}
    said = {"consensus": "same use", "conflict": "different uses", "vague": "unsettled inside a domain"}
    pairs = [pair for term in read("terms", played)[0]["terms"] if term["revealed"] for pair in term["pairs"]]
    assert len(pairs) > 10
    for pair in pairs:
        a, b = (" + ".join(labels[one] for one in pair[side].split("+")) for side in "ab")
        words = said.get(pair["state"]) if pair["enough"] else None
        words = f"{words}{', indicative' * pair['indicative']}" if words else "too few to tell"
        assert f"| {a} – {b} | {words} | " in markdown


def test_paper_tells_the_same_facts_as_markdown(played: Folder) -> None:
    for options in ((), ("--anonymous",)):
        markdown, pdf = report(played, *options)
        paper = "".join(text_of(pdf).split())
        facts = {
            cell.strip() for line in markdown.splitlines() for cell in re.split(r"(?<!\\)\|", line) if "---" not in line
        }
        latin = {unescaped(fact.lstrip("#- ")) for fact in facts if fact.isascii() or re.search(r"\d", fact)}
        lost = [fact for fact in latin if "".join(fact.split()) not in paper and not listed(fact)]
        assert lost == []


def listed(fact: str) -> bool:
    """Tell whether a fact is a list of names: those in some scripts a reader takes from a page in another order."""
    return bool(re.match(r"(Public service|Open source|Blockchain|Design|Policy research|Academia), \d+: ", fact))


def test_both_are_sound_documents(played: Folder) -> None:
    for options in ((), ("--anonymous",)):
        _, pdf = report(played, *options)
        assert failures(pdf) == []
        assert qpdf(played.out / ("report-anonymous.pdf" if options else "report.pdf")).returncode == 0


def test_what_was_struck_is_in_neither_and_what_was_undone_as_little(played: Folder) -> None:
    with closing(sqlite3.connect(played.journal())) as journal:
        kinds = [kind for (kind,) in journal.execute("SELECT kind FROM events")]
    assert kinds.count("struck") == 4
    for options in ((), ("--anonymous",)):
        markdown, pdf = report(played, *options)
        for text in (markdown, text_of(pdf)):
            for gone in (SECRET, "taken back"):
                assert gone not in text


def test_without_names_no_domain_of_under_four_can_be_read_out(played: Folder) -> None:
    markdown, _ = report(played, "--anonymous")
    for part in ("100 years", "2nd language", "steering by", "Anna", "Chiamaka", "Lars", "Ben", "Ana", "Ada"):
        assert not re.search(rf"\b{part}\b", markdown), part
    for domain in ("Academia", "Policy research"):
        for line in markdown.splitlines():
            assert domain not in line.replace("Policy research + Academia", ""), line
