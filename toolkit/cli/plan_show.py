"""How a plan is shown, and written for others."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

from toolkit.files.atomic import write_whole
from toolkit.library.catalogue import Catalogue
from toolkit.session.history import took_in
from toolkit.workshop.advice import Advice, advice
from toolkit.workshop.agenda import agenda_json, agenda_lines
from toolkit.workshop.folder import Folder
from toolkit.workshop.learned import Lesson, lessons
from toolkit.workshop.recent import recent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.workshop.plan import Block, Plan


def plan_lines(folder: Folder, plan: Plan) -> Iterator[str]:
    """Yield the agenda, what it lacks, and what was learned, as it is read."""
    yield from agenda_lines(plan)
    found = plan_advice(folder, plan)
    if found:
        yield ""
    yield from (f"- {one.what}" for one in found)
    told = list(plan_lessons(plan))
    if told:
        yield ""
    for block, lesson in told:
        planned = block.milliseconds // 60_000
        yield f"* {block.title}: {lesson}: {lesson.minutes(block.milliseconds)} min instead of {planned}?"


def plan_json(folder: Folder, plan: Plan) -> dict[str, Any]:
    """Return the same as plain values."""
    return {
        **agenda_json(plan),
        "advice": [{"block": one.block, "what": one.what} for one in plan_advice(folder, plan)],
        "learned": [
            {"block": block.id, "ratio": round(lesson.ratio, 3), "times": lesson.times}
            for block, lesson in plan_lessons(plan)
        ],
    }


def plan_advice(folder: Folder, plan: Plan) -> tuple[Advice, ...]:
    """Return what a plan lacks, by the content that its folder finds."""
    catalogue = Catalogue(folder.path)
    ids = {block.source for block in plan.blocks} | {track.source for block in plan.blocks for track in block.tracks}
    exercises = {id_: found.item.for_mode(plan.mode) for id_ in ids if id_ and (found := catalogue.exercise(id_))}
    return advice(plan, exercises, catalogue.printables())


def plan_lessons(plan: Plan) -> Iterator[tuple[Block, Lesson]]:
    """Yield what the workshops that were opened lately say about a block's length."""
    took = took_in(Folder(row.path) for row in recent())
    learned = lessons(took, len(plan.people))
    for block in plan.blocks:
        if lesson := learned.get(block.source):
            yield block, lesson


def write_files(plan: Plan, *, ics: Path | None, markdown: Path | None) -> None:
    """Write the calendar file and the Markdown agenda, each whole or not at all."""
    if ics:
        from toolkit.exchange.calendar import calendar_file

        write_whole(ics, calendar_file(plan, dt.datetime.now(dt.UTC)))
        print(f"wrote {ics}", file=sys.stderr)
    if markdown:
        from toolkit.exchange.agenda_markdown import agenda_markdown

        write_whole(markdown, agenda_markdown(plan))
        print(f"wrote {markdown}", file=sys.stderr)
