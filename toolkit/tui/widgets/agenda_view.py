"""The agenda: planned against actual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.widgets import Static

from toolkit.session.status import about, behind_words
from toolkit.tui.text import literal, one_line
from toolkit.workshop.times import MINUTE, clock, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.tui.session import Session
    from toolkit.workshop.plan import Block, Plan
    from toolkit.workshop.projection import BlockTimes, Projection, Stage

MARKS: dict[Stage, str] = {"done": "✓", "now": "▶", "ahead": " ", "skipped": "–", "dropped": "✗"}
NARROWEST = 36


class AgendaView(Static):
    """Blocks with their clock times and how they went, the current block's steps under it."""

    DEFAULT_CSS = """
    AgendaView { width: 1fr; height: auto; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown = ""

    def show(self, session: Session, projection: Projection, *, short: bool) -> None:
        """Draw the whole agenda, or only the current and the next block."""
        plan = session.view.plan
        text = (
            _short(plan, projection)
            if short
            else "\n".join(_whole(plan, projection, max(NARROWEST, self.content_size.width)))
        )
        if text != self._shown:
            self._shown = text
            self.update(literal(text))


def _short(plan: Plan, projection: Projection) -> str:
    ahead = [
        f"{MARKS[times.stage]} {_start(plan, times)} {one_line(block.title, 26)}"
        for block, times in _pairs(plan, projection)
        if times.stage in ("now", "ahead")
    ]
    return "   ".join(ahead[:2]) or "✓ the agenda is done"


def _whole(plan: Plan, projection: Projection, width: int) -> Iterator[str]:
    for block, times in _pairs(plan, projection):
        yield _row(plan, block, times, width)
        if times.stage == "now" and len(block.steps) > 1:
            yield from _steps(block, projection, width)
    yield ""
    ends, planned = about(projection.ends_at, plan.tz), clock(projection.planned_end, plan.tz)
    yield f"{behind_words(projection.behind)}: ends {ends}, plan {planned}"


def _pairs(plan: Plan, projection: Projection) -> Iterator[tuple[Block, BlockTimes]]:
    return zip(plan.blocks, projection.blocks, strict=True)


def _row(plan: Plan, block: Block, times: BlockTimes, width: int) -> str:
    return _line(f"{_start(plan, times)} {MARKS[times.stage]} ", block.title, _delta(block, times), width)


def _start(plan: Plan, times: BlockTimes) -> str:
    """Return when a block began, was to begin, or will begin about."""
    if times.stage in ("skipped", "dropped"):
        return clock(times.planned_start, plan.tz)
    return about(times.start, plan.tz) if times.stage == "ahead" else clock(times.start, plan.tz)


def _delta(block: Block, times: BlockTimes) -> str:
    """Return by how many minutes a block took more or less, whether it is locked, or how late it will start."""
    if times.stage in ("skipped", "dropped"):
        return times.stage
    if times.stage == "done":
        minutes = round((times.end - times.start - block.milliseconds) / MINUTE)
        return f"{minutes:+d}" if minutes else "±0"
    late = round(times.late / MINUTE)
    return (f"lock +{late}" if late else "lock") if block.at is not None else f"{block.milliseconds // MINUTE} min"


def _steps(block: Block, projection: Projection, width: int) -> Iterator[str]:
    by_id = {step.id: step for step in projection.steps}
    for step in block.steps:
        times = by_id[step.id]
        used = span(times.elapsed) if times.stage in ("done", "now") or times.elapsed else "–"
        yield _line(f"      {MARKS[times.stage]} ", step.title, f"{used} / {span(times.allotted)}", width)


def _line(before: str, title: str, after: str, width: int) -> str:
    """Return a line of fixed width, whatever the width of the title's letters."""
    room = width - len(before) - len(after) - 1
    title = one_line(title, 200)
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1) + "…"
    return f"{before}{set_cell_size(title, room)} {after}"
