"""The plan as lines: pure text, cut to the width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from toolkit.tui.text import one_line
from toolkit.workshop.agenda import minutes, over_words
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.agenda import Row
    from toolkit.workshop.outlook import Outlook
    from toolkit.workshop.plan import Plan, Track

NARROWEST = 54
HEADING = f"{'#':>2}   starts{'min':>6}   {'least':>5}{'best':>5}{'most':>5}   what"
BEFORE = 39
"""Columns before a block's title."""


def head(plan: Plan) -> str:
    """Return what the plan is for: day, times, mode, people."""
    latest = f" (latest {clock(plan.at(plan.ends_latest), plan.tz)})" if plan.ends_latest is not None else ""
    times = f"{clock(plan.at(plan.starts), plan.tz)} to {clock(plan.at(plan.ends), plan.tz)}{latest}"
    people = f"{len(plan.people)} people" if plan.people else f"nobody in {one_line(plan.roster, 40)} yet: w opens it"
    return f"{plan.date}  {times}  {plan.mode}  {people}"


def end(outlook: Outlook) -> str:
    """Return when it ends, and by how many minutes that is too late or early."""
    plan, found = outlook.plan, outlook.agenda
    hard = clock(plan.at(plan.ends), plan.tz)
    if not found.over:
        return f"ends {hard}, exactly at the hard end"
    return f"ends {clock(found.ends_at, plan.tz)}: {over_words(found.over)} {hard}"


def rows(outlook: Outlook, width: int) -> list[tuple[str, str]]:
    """Return the lines of each block, with its id."""
    width = max(NARROWEST, width)
    return [(row.block.id, "\n".join(_lines(outlook, row, width))) for row in outlook.agenda.rows]


def _lines(outlook: Outlook, row: Row, width: int) -> Iterator[str]:
    plan = outlook.plan
    if row.idle:
        yield f"     {clock(row.start - row.idle, plan.tz)}  {minutes(row.idle):>5}   free"
    bounds = outlook.bounds.get(row.block.id)
    limits = "".join(f"{bound:>5g}" for bound in bounds) if bounds else " " * 15
    times = f"{row.number:>2}   {clock(row.start, plan.tz)}  {minutes(row.end - row.start):>5}   {limits}"
    yield _fitted(f"{times:<{BEFORE - 1}}", row.block.title, "  ".join(_marks(outlook, row)), width)
    for track in row.block.tracks:
        yield _fitted(" " * (BEFORE - 1) + "= ", _track(track), "", width)


def _marks(outlook: Outlook, row: Row) -> Iterator[str]:
    block = row.block
    if row.late > 0:
        yield f"{minutes(row.late)} min late"
    if block.at is not None:
        yield "locked"
    if block.priority != "normal":
        yield block.priority.replace("-", " ")
    if outlook.about(block.id):
        yield "!"
    if block.id in outlook.lessons:
        yield "*"


def _track(track: Track) -> str:
    led = f" ({track.lead})" if track.lead else ""
    return track.title + (f", {track.place}" if track.place else "") + led


def _fitted(before: str, title: str, after: str, width: int) -> str:
    """Return a line of the width, whatever the width of the title's letters."""
    room = width - cell_len(before) - (cell_len(after) + 2 if after else 1)
    title = one_line(title, 200)
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1) + "…"
    return f"{before}{set_cell_size(title, room)}" + (f"  {after}" if after else "")


def notes(outlook: Outlook, here: str | None) -> list[tuple[str, bool]]:
    """Return what the plan lacks and what was learned, with whether it is about the block `here`; that comes first."""
    from toolkit.workshop.outlook import lesson_words

    number = {row.block.id: row.number for row in outlook.agenda.rows}
    found: list[tuple[str | None, str]] = [
        (one.block, f"{number.get(one.block or '', ' '):>2} ! {one.what}") for one in outlook.advice
    ]
    found += [
        (block.id, f"{number[block.id]:>2} * {lesson_words(block, lesson)}")
        for block in outlook.plan.blocks
        if (lesson := outlook.lessons.get(block.id))
    ]
    found.sort(key=lambda note: (note[0] != here, number.get(note[0] or "", 0)))
    left_out = [(f"   ! {problem}", True) for problem in outlook.problems]
    return left_out + [(text, block == here) for block, text in found]
