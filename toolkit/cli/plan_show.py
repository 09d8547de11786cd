"""How a plan is shown, and written for others."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

from toolkit.library.catalogue import Catalogue
from toolkit.session.history import took_lately
from toolkit.workshop.agenda import agenda_json, agenda_lines
from toolkit.workshop.outlook import Outlook, lesson_words, outlook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan


def plan_lines(folder: Folder, plan: Plan) -> Iterator[str]:
    """Yield the agenda, what it lacks, and what was learned, as it is read."""
    found = _outlook(folder, plan)
    yield from agenda_lines(plan)
    if found.advice:
        yield ""
    yield from (f"- {one.what}" for one in found.advice)
    if found.lessons:
        yield ""
    for block in plan.blocks:
        if lesson := found.lessons.get(block.id):
            yield f"* {lesson_words(block, lesson)}"


def plan_json(folder: Folder, plan: Plan) -> dict[str, Any]:
    """Return the same as plain values."""
    found = _outlook(folder, plan)
    return {
        **agenda_json(plan),
        "advice": [{"block": one.block, "what": one.what} for one in found.advice],
        "learned": [
            {"block": block, "ratio": round(lesson.ratio, 3), "times": lesson.times}
            for block, lesson in found.lessons.items()
        ],
    }


def _outlook(folder: Folder, plan: Plan) -> Outlook:
    """Return what is to be known about a plan, by the content that its folder finds and the workshops held lately."""
    return outlook(plan, Catalogue(folder.path), took_lately())


def write_files(plan: Plan, *, ics: Path | None, markdown: Path | None) -> None:
    """Write the calendar file and the Markdown agenda."""
    from toolkit.exchange.invitation import write_invitation

    for path in write_invitation(plan, dt.datetime.now(dt.UTC), ics=ics, markdown=markdown):
        print(f"wrote {path}", file=sys.stderr)
