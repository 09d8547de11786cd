"""What a re-plan proposes: what changes, what it loses, and when everything is then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from toolkit.files.value import value
from toolkit.workshop.loss import UNIT
from toolkit.workshop.projection import Agreed, Progress, project
from toolkit.workshop.times import clock, iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toolkit.workshop.plan import Plan
    from toolkit.workshop.projection import BlockTimes, Projection, StepTimes

Kind = Literal["shorten", "drop", "move", "restore", "extend", "extend-one", "early"]
How = Literal["shorten", "drop", "move", "extend"]


@value()
class Change:
    """One step that gets less, more or nothing; or, without a block, the whole workshop that gets more."""

    block: str | None
    step: str | None
    title: str
    before: int
    """Seconds."""
    after: int
    how: How

    def to_json(self) -> dict[str, Any]:
        """Return it as plain values, in minutes."""
        minutes = {"from_min": self.before / 60, "to_min": self.after / 60}
        return {"block": self.block, "step": self.step, "title": self.title, **minutes, "how": self.how}


@value()
class Proposal:
    """One way to go on."""

    n: int
    """What a person calls it, from 1."""
    kind: Kind
    why: str
    """What it does and what is lost, in a line."""
    ends_at: int
    over: int
    """Milliseconds by which the hard end, or a locked start that is still to come, is missed even so."""
    missed: str
    """The same in words; nothing where all of it holds."""
    cost: float
    """Weighted minutes that are lost (see `loss`); below 0, gained."""
    changes: tuple[Change, ...]
    agreed: Agreed
    """What would be in force."""
    blocks: tuple[BlockTimes, ...]
    """When everything is then."""

    def line(self, plan: Plan) -> str:
        """Return it as it is read aloud."""
        return f"{self.n} {self.why}; ends {clock(self.ends_at, plan.tz)}"

    def to_json(self, plan: Plan) -> dict[str, Any]:
        """Return it as plain values: seconds, minutes, and times with their offset."""
        return {
            "n": self.n,
            "kind": self.kind,
            "why": self.why,
            "ends_at": iso(self.ends_at, plan.tz),
            "over_s": self.over / 1000,
            "cost": self.cost,
            "changes": [change.to_json() for change in self.changes],
            "blocks": [_times(times, plan) for times in self.blocks if times.stage in ("now", "ahead")],
        }


def _times(times: BlockTimes, plan: Plan) -> dict[str, Any]:
    return {"id": times.id, "starts_at": iso(times.start, plan.tz), "ends_at": iso(times.end, plan.tz)}


def with_agreed(progress: Progress, agreed: Agreed) -> Progress:
    """Return what has happened with another agreement; minutes that it took into account are not added again."""
    extra = {step: more for step, more in progress.extra.items() if step not in agreed.seconds}
    return replace(progress, agreed=agreed, extra=extra)


def made(
    plan: Plan, progress: Progress, now: int, kind: Kind, agreed: Agreed, cost: int, end: int, locks: frozenset[str]
) -> Proposal:
    """Return the proposal to go on under `agreed`.

    Args:
        plan: What was planned.
        progress: What has happened.
        now: The instant.
        kind: What sort of proposal it is.
        agreed: What would be in force, without the end that follows from it.
        cost: In units of `loss`.
        end: The instant of the hard end that it is held against.
        locks: Blocks whose locked start can still be met.
    """
    before = project(plan, progress, now)
    after = project(plan, with_agreed(progress, agreed), now)
    moved = agreed.ends is not None and agreed.ends != progress.agreed.ends
    changes = tuple(_changes(plan, before, after))
    if moved:
        changes = (*changes, _move(plan, progress, agreed))
    late = {times.id: times.late for times in after.blocks if times.id in locks and times.late > 0}
    over_end = max(0, after.ends_at - end)
    missed = list(_missed(plan, over_end, late))
    return Proposal(
        n=0,
        kind=kind,
        why=", ".join([*_parts(plan, kind, changes, after), *missed]),
        ends_at=after.ends_at,
        over=max([over_end, *late.values()]),
        missed=", ".join(missed),
        cost=cost / UNIT,
        changes=changes,
        agreed=replace(agreed, ends_at=after.ends_at),
        blocks=after.blocks,
    )


def _changes(plan: Plan, before: Projection, after: Projection) -> Iterator[Change]:
    for (block, step), old, new in zip(plan.walk(), before.steps, after.steps, strict=True):
        was, now = _length(old), _length(new)
        if was != now:
            how: How = "drop" if new.stage == "dropped" else "shorten" if now < was else "extend"
            yield Change(block.id, step.id, step.title, was, now, how)


def _length(step: StepTimes) -> int:
    return 0 if step.stage == "dropped" else step.allotted // 1000


def _move(plan: Plan, progress: Progress, agreed: Agreed) -> Change:
    assert agreed.ends is not None
    before = plan.ends if progress.agreed.ends is None else progress.agreed.ends
    lengths = ((before - plan.starts) * 60, (agreed.ends - plan.starts) * 60)
    return Change(None, None, plan.title, *lengths, "move")


def _missed(plan: Plan, over_end: int, late: Mapping[str, int]) -> Iterator[str]:
    """Yield what cannot be held even so: the hard end, and locked starts that were still to come."""
    if over_end:
        yield f"{minutes(-(-over_end // 1000))} min over even so"
    for block in plan.blocks:
        if block.id in late:
            yield f"{block.title} {minutes(-(-late[block.id] // 1000))} min late even so"


def _parts(plan: Plan, kind: Kind, changes: tuple[Change, ...], after: Projection) -> Iterator[str]:
    if kind == "restore":
        yield "back to the plan as it was"
    if kind == "early":
        yield f"change nothing, {minutes(-after.behind // 1000)} min early"
    if any(change.how == "move" for change in changes):
        end = next(change for change in changes if change.how == "move")
        yield f"move the end by {minutes(end.after - end.before)} min"
    if gone := [change for change in changes if change.how == "drop"]:
        yield f"drop {', '.join(gone_words(plan, gone, after.blocks))}"
    if less := [change for change in changes if change.how == "shorten"]:
        yield f"shorten {_steps(less)}"
    if kind != "restore" and (more := [change for change in changes if change.how == "extend"]):
        yield f"give {_steps(more)} more"


def gone_words(plan: Plan, gone: Iterable[Change], blocks: Iterable[BlockTimes]) -> Iterator[str]:
    """Yield what is dropped, with its minutes; a block that goes as a whole by its title."""
    gone = list(gone)
    whole = {times.id for times in blocks if times.stage == "dropped"}
    for block in plan.blocks:
        mine = [change for change in gone if change.block == block.id]
        if mine and block.id in whole:
            yield f"{block.title} ({minutes(sum(change.before for change in mine))} min)"
        else:
            yield from (f"{change.title} ({minutes(change.before)} min)" for change in mine)


def _steps(changes: list[Change]) -> str:
    """Return one step by its title, several by their number, with the minutes."""
    parts = [abs(change.after - change.before) for change in changes]
    if len(changes) == 1:
        return f"{changes[0].title} by {minutes(parts[0])} min"
    return f"{len(changes)} steps by {minutes(sum(parts))} min in all, at most {minutes(max(parts))} each"


def minutes(seconds: int) -> str:
    """Return seconds as minutes, to the half, as they are read aloud."""
    return f"{round(seconds / 30) / 2:g}"


def numbered(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return at most three proposals that differ, numbered from 1."""
    kept: list[Proposal] = []
    for proposal in proposals:
        if not any(proposal.changes == other.changes for other in kept):
            kept.append(replace(proposal, n=len(kept) + 1))
    return tuple(kept[:3])
