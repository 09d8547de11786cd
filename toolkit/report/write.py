"""Write a report into a workshop's folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import Problem
from toolkit.files.value import value
from toolkit.report.compose import compose
from toolkit.report.naming import file_name
from toolkit.report.record import Record
from toolkit.report.to_markdown import to_markdown
from toolkit.report.to_paper import joined, to_chapters
from toolkit.session.fold import fold
from toolkit.workshop.made import given_out, remember_made

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from toolkit.printing.cards import Drawn
    from toolkit.report.document import Report
    from toolkit.session.events import Event
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan


@value()
class Written:
    """A report that was written."""

    pdf: Path
    markdown: Path
    problems: tuple[Problem, ...] = ()
    """What no font has, for example."""


def write_report(
    folder: Folder,
    events: Sequence[Event],
    *,
    anonymous: bool = False,
    rehearsal: bool = False,
    out: Path | None = None,
) -> Written:
    """Write the report of a session as PDF and as Markdown, both from the same events.

    Args:
        folder: The workshop's folder, whose roster has the names; before the session, its plan is what there is.
        events: All of the journal.
        anonymous: Leave out names, and what domains of under four people said.
        rehearsal: Whether it is the rehearsal's.
        out: Where the files go; the folder's `out/` otherwise.

    Raises:
        InputError: There is no session, and the workshop's files cannot be read.
        OSError: A file cannot be written.
    """
    record = read_record(folder, events, anonymous=anonymous, rehearsal=rehearsal)
    report = compose(record)
    drawn = draw_report(report, record.plan)
    place, name = out or folder.out, file_name(anonymous=anonymous, rehearsal=rehearsal)
    place.mkdir(parents=True, exist_ok=True)
    pdf, text = place / f"{name}.pdf", place / f"{name}.md"
    write_whole(pdf, drawn.pdf)
    write_whole(text, to_markdown(report))
    given = [*(["--anonymous"] if anonymous else []), *(["--rehearsal"] if rehearsal else []), *given_out(folder, out)]
    remember_made(folder, "report", given, [pdf, text])
    return Written(pdf, text, tuple(Problem(str(pdf), 0, 0, str(fault)) for fault in drawn.faults))


def read_record(folder: Folder, events: Sequence[Event], *, anonymous: bool, rehearsal: bool) -> Record:
    """Return what a report is made from: the events, and what only the folder has."""
    from toolkit.workshop.former import known_by
    from toolkit.workshop.resolve import resolve
    from toolkit.workshop.roster import read_roster

    state = fold(events)
    plan = state.plan or resolve(folder).plan
    roster = read_roster(folder.path / plan.roster)
    others = known_by(folder, roster) if anonymous else ()
    return Record(replace(state, plan=plan), events, roster.names(), anonymous, rehearsal, others=others)


def draw_report(report: Report, plan: Plan) -> Drawn:
    """Return a report as a PDF."""
    from toolkit.library.catalogue import Catalogue
    from toolkit.printing.cards import Look
    from toolkit.printing.chapters import draw_chapters
    from toolkit.printing.sheets.impose import Layout

    sheet = Catalogue().sheet("a4-full")
    assert sheet is not None
    first = joined(to_chapters(report.first, plan.domains))
    rest = to_chapters(report.rest, plan.domains)
    return draw_chapters(first, rest, Layout(sheet.item, "none", marks="none"), Look(report.title, report.language))
