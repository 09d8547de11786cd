"""The agenda as it is planned: clock times, what is left over, what runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.files.value import value
from toolkit.workshop.projection import Progress, project
from toolkit.workshop.times import MINUTE, clock, iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.plan import Block, Plan


@value()
class Row:
    """One block with its times, in instants."""

    number: int
    block: Block
    start: int
    end: int
    late: int
    """Milliseconds by which it cannot start at its locked time."""
    idle: int
    """Milliseconds of waiting before its locked start."""


@value()
class Agenda:
    """The whole of it."""

    rows: tuple[Row, ...]
    ends_at: int
    over: int
    """Milliseconds by which it runs past the hard end; below 0, what is left until then."""


def agenda(plan: Plan) -> Agenda:
    """Return when everything is, if it all takes as long as it is planned."""
    projection = project(plan, Progress(), plan.at(plan.starts))
    at, rows = plan.at(plan.starts), []
    for number, (block, times) in enumerate(zip(plan.blocks, projection.blocks, strict=True), 1):
        rows.append(Row(number, block, times.start, times.end, times.late, times.start - at))
        at = times.end
    return Agenda(tuple(rows), projection.ends_at, projection.ends_at - plan.at(plan.ends))


def agenda_lines(plan: Plan) -> Iterator[str]:
    """Yield the agenda as it is read: number, times, minutes, title, lock."""
    found = agenda(plan)
    for row in found.rows:
        if row.idle:
            yield f"       {clock(row.start - row.idle, plan.tz)}  {minutes(row.idle):>5} min free"
        marks = [word for word, here in _marks(row) if here]
        what = row.block.title + (f"  ({', '.join(marks)})" if marks else "")
        yield f"{row.number:>4}   {clock(row.start, plan.tz)}  {minutes(row.end - row.start):>5} min  {what}"
    yield f"       {clock(found.ends_at, plan.tz)}  end; {over_words(found.over)} {clock(plan.at(plan.ends), plan.tz)}"


def _marks(row: Row) -> list[tuple[str, bool]]:
    return [
        ("locked", row.block.at is not None),
        (f"{minutes(row.late)} min too late for it", row.late > 0),
        (row.block.priority, row.block.priority != "normal"),
    ]


def over_words(over: int) -> str:
    """Return how the end lies to the hard end, before a clock time."""
    if over > 0:
        return f"{minutes(over)} min over the hard end at"
    return f"{minutes(-over)} min left until" if over else "exactly at"


def minutes(milliseconds: int) -> str:
    """Return a duration in minutes, with a fraction where there is one."""
    return f"{round(milliseconds / MINUTE, 1):g}"


def agenda_json(plan: Plan) -> dict[str, Any]:
    """Return the agenda as plain values; numbers count from 1, times have their offset."""
    found = agenda(plan)
    return {
        "workshop": plan.title,
        "starts_at": iso(plan.at(plan.starts), plan.tz),
        "ends_at": iso(found.ends_at, plan.tz),
        "hard_end": iso(plan.at(plan.ends), plan.tz),
        "over_s": found.over / 1000,
        "blocks": [_row_json(plan, row) for row in found.rows],
    }


def _row_json(plan: Plan, row: Row) -> dict[str, Any]:
    block = row.block
    return {
        "index": row.number,
        "id": block.id,
        "kind": block.kind,
        "title": block.title,
        "exercise": block.source or None,
        "starts_at": iso(row.start, plan.tz),
        "minutes": (row.end - row.start) / MINUTE,
        "locked": block.at is not None,
        "late_s": row.late / 1000,
        "idle_s": row.idle / 1000,
        "priority": block.priority,
        "tracks": [{"title": track.title, "place": track.place, "lead": track.lead} for track in block.tracks],
    }
