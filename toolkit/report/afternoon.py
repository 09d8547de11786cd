"""What was planned and what happened: minutes of each block, and what was shortened, dropped, passed over, added.

Minutes are the room's: a step that was paused went on taking its time. Times go to the last thing that was recorded,
so that the same journal always gives the same report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.document import Column, Heading, Items, Line, Row, Table
from toolkit.session.events import Entered, Extended, Finished, PlanChanged, Replanned
from toolkit.workshop.agenda import minutes
from toolkit.workshop.times import SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.report.document import Part
    from toolkit.report.record import Record
    from toolkit.session.events import Event
    from toolkit.session.state import Segment
    from toolkit.workshop.plan import Block
    from toolkit.workshop.projection import BlockTimes

_COLUMNS = (
    Column("Block", 4, strong=True),
    Column("Planned", 2.2),
    Column("Took place", 2.2),
    Column("Otherwise than planned", 4),
)
_NAMED = 3
"""Steps named one by one; more are counted."""
_WHOLE = {"skipped": "passed over", "dropped": "dropped", "ahead": "not reached", "now": "not ended", "done": ""}


def afternoon(record: Record) -> Iterator[Part]:
    """Yield how the afternoon went."""
    state = record.state
    yield Heading("What was planned, and what happened")
    if not state.segments:
        yield Line("No step has begun.")
    else:
        yield _frame(record)
    projection = state.projection(state.last_at)
    stages: dict[str, str] = {step.id: step.stage for step in projection.steps}
    rows = [
        _block(record, block, times, stages) for block, times in zip(record.plan.blocks, projection.blocks, strict=True)
    ]
    yield Table(_COLUMNS, (*rows, *_gone(record)))
    if changes := sorted(_changes(record), key=lambda line: line.numbers):
        yield Heading("What was changed on the way", 3)
        yield Items(tuple(changes))


def _frame(record: Record) -> Line:
    """Return when it began and ended."""
    state, plan = record.state, record.plan
    projection = state.projection(state.last_at)
    began, planned = state.segments[0].start, projection.blocks[0].planned_start
    ended = f"Ended {record.clock(state.finished)}." if state.finished else _until(record)
    planned_end = projection.blocks[-1].planned_end
    hard = record.clock(plan.at(plan.ends))
    if state.agreed.ends is not None:
        hard += f", moved to {record.clock(plan.at(state.agreed.ends))}"
    said = (
        f"Began {record.clock(began)}, planned {record.clock(planned)}. "
        f"{ended} Planned end {record.clock(planned_end)}, hard end {hard}. "
        f"It took {minutes((state.finished or state.last_at) - began)} min."
    )
    entered = record.journal.kinds(Entered)
    return Line(said, (*entered[:1], *record.journal.kinds(Finished)[-1:]))


def _until(record: Record) -> str:
    return f"Not ended: the last thing was recorded at {record.clock(record.state.last_at)}."


def _block(record: Record, block: Block, times: BlockTimes, stages: Mapping[str, str]) -> Row:
    state, steps = record.state, {step.id for step in block.steps}
    spent = [segment for segment in state.segments if segment.step in steps]
    cells = (
        record.text(block.title),
        f"{record.clock(times.planned_start)}, {minutes(block.milliseconds)} min",
        _took_place(record, spent),
        _happened(record, block, times.stage, stages),
    )
    return Row(cells, record.journal.clock(steps))


def _took_place(record: Record, spent: Sequence[Segment]) -> str:
    """Return when the room was first in what it spent some times in, and how long in all."""
    taken = sum(max(0, (segment.end or record.state.last_at) - segment.start) for segment in spent)
    return f"{record.clock(spent[0].start)}, {minutes(taken)} min" if spent else "–"


def _gone(record: Record) -> Iterator[Row]:
    """Yield the time that the room spent in steps that taking over changed files has taken from the agenda."""
    spent = [segment for segment in record.state.segments if not record.plan.has_step(segment.step)]
    if spent:
        numbers = record.journal.clock({segment.step for segment in spent})
        yield Row(("No longer on the agenda", "–", _took_place(record, spent), ""), numbers)


def _happened(record: Record, block: Block, stage: str, stages: Mapping[str, str]) -> str:
    """Return what became of a block, and of its steps where they fared otherwise."""
    parts = [_WHOLE[stage]] if _WHOLE[stage] else []
    if len(block.steps) > 1 and stage in ("done", "now"):
        for fate in ("dropped", "skipped"):
            gone = [f"“{record.text(step.title)}”" for step in block.steps if stages[step.id] == fate]
            if gone:
                few = ", ".join(gone) if len(gone) <= _NAMED else f"{len(gone)} of {len(block.steps)} steps"
                parts.append(f"{_WHOLE[fate]}: {few}")
    return "; ".join(parts)


def _changes(record: Record) -> Iterator[Line]:
    """Yield what was decided about the clock and the plan, each with its time; minutes added are summed up by step."""
    before: Replanned | None = None
    for event, body in record.journal.of(Replanned):
        yield Line(f"{record.clock(event.at)} re-planned: {'; '.join(_replanned(record, body, before))}", (event.seq,))
        before = body
    for event, _ in record.journal.of(PlanChanged):
        yield Line(f"{record.clock(event.at)} changed files were taken over", (event.seq,))
    extended: dict[str, list[tuple[Event, Extended]]] = {}
    for event, extra in record.journal.of(Extended):
        extended.setdefault(extra.step, []).append((event, extra))
    for step, found in extended.items():
        given = sum(extra.seconds for _, extra in found) * SECOND
        much = f"{minutes(abs(given))} min {'more' if given >= 0 else 'less'}"
        said = f"{record.clock(found[0][0].at)} {_step(record, step)}: {much}"
        yield Line(said, tuple(event.seq for event, _ in found))


def _replanned(record: Record, body: Replanned, before: Replanned | None) -> Iterator[str]:
    """Yield what is other than it was before."""
    plan, known = record.plan, (before.seconds if before else {})
    yield from (f"{_step(record, step)} dropped" for step in body.dropped if not before or step not in before.dropped)
    for step, seconds in body.seconds.items():
        was = known.get(step, plan.step(step).seconds if plan.has_step(step) else seconds)
        if seconds != was and step not in body.dropped:
            yield f"{_step(record, step)} {minutes(was * SECOND)} to {minutes(seconds * SECOND)} min"
    if body.ends is not None and body.ends != (before.ends if before else None):
        yield f"hard end moved to {record.clock(plan.at(body.ends))}"
    yield f"to end at {record.clock(body.ends_at)}"


def _step(record: Record, step: str) -> str:
    """Return what a step is called; one that the plan no longer has, by its id."""
    plan = record.plan
    if not plan.has_step(step):
        return step
    block = plan.block_of(step)
    title = record.text(block.title)
    return title if len(block.steps) == 1 else f"{title} · {record.text(plan.step(step).title)}"
