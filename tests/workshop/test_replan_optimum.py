"""The optimum, compared with every possibility there is, on days small enough to try them all.

The loss is worked out here from its definition in docs/decisions, and whether a possibility fits by the projection,
so that nothing of the search is trusted. `REPLAN_DAYS=10000` tries as many.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.workshop.days import HALF, day, how_many, lock_of, loose, meetable, under_way
from toolkit.workshop.fit import drop_any, lengthen
from toolkit.workshop.loss import CHANGE, Piece
from toolkit.workshop.projection import Agreed, Progress, project
from toolkit.workshop.proposal import with_agreed
from toolkit.workshop.remaining import Part, Stretch
from toolkit.workshop.replan import replan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.workshop.plan import Block, Plan, PlannedStep
    from toolkit.workshop.projection import StepTimes
    from toolkit.workshop.proposal import Proposal

DAYS = how_many(600)
MOST = 3_000
"""Possibilities of one day beyond which it is not tried."""
EACH = 2
"""What a change loses as such."""
ROUNDING = 0.0005
"""The loss of each half minute is rounded to a thousandth."""


class Way(NamedTuple):
    """One possibility: what each step has, and what goes."""

    seconds: dict[str, int]
    dropped: tuple[str, ...]
    things: int
    """How many steps or whole blocks go."""
    loss: float


def loss(block: Block, step: PlannedStep, seconds: int) -> float:
    """Return what a length loses against the planned one, as documented; a gain is negative."""
    weight = 3 if block.kind == "break" else {"first-to-go": 1}.get(block.priority, 2)
    shortest = max(step.shortest, min(600, step.seconds)) if block.kind == "break" else step.shortest
    missing = (step.seconds - seconds) / 60
    if missing >= 0:
        return weight * (missing + missing**2 / (max(HALF, step.seconds - shortest) / 60))
    room = max(HALF, step.longest - step.seconds) / 60
    more = min(-missing, room)
    return -weight * (more - more**2 / (2 * room))


def dropping(block: Block, step: PlannedStep) -> float:
    weight = {"first-to-go": 1}.get(block.priority, 2)
    return weight * (2 if step.cut == "drop" else 3) * step.seconds / 60


def ways(plan: Plan, progress: Progress, now: int) -> list[Way] | None:
    """Return every possibility, or None where there are too many."""
    projection = project(plan, progress, now)
    by_id = {step.id: step for step in projection.steps}
    all_: list[Way] = [Way({}, (), 0, 0.0)]
    for block, times in zip(plan.blocks, projection.blocks, strict=True):
        if times.stage not in ("now", "ahead"):
            continue
        left = [step for step in block.steps if by_id[step.id].stage in ("now", "ahead")]
        parts = [list(options(block, step, by_id[step.id], first=step is left[0])) for step in left]
        inside = [joined(way) for way in product(*parts)]
        inside += whole(block, left, by_id, progress, ahead=times.stage == "ahead")
        if len(all_) * len(inside) > MOST:
            return None
        all_ = [joined(way) for way in product(all_, inside)]
    return all_


def joined(parts: tuple[Way, ...]) -> Way:
    seconds = {step: n for part in parts for step, n in part.seconds.items()}
    dropped = tuple(step for part in parts for step in part.dropped)
    return Way(seconds, dropped, sum(part.things for part in parts), sum(part.loss for part in parts))


def options(block: Block, step: PlannedStep, times: StepTimes, *, first: bool) -> Iterator[Way]:
    yield Way({}, (), 0, 0.0)
    if step.cut == "never" or block.priority == "keep":
        return
    has = times.allotted // 1000
    floor = max(step.shortest, min(600, step.seconds)) if block.kind == "break" else step.shortest
    for seconds in range(has - HALF, 0, -HALF):
        if seconds >= floor and seconds * 1000 >= times.elapsed:
            yield Way({step.id: seconds}, (), 0, EACH + loss(block, step, seconds) - loss(block, step, has))
    locked = first and block.at is not None and times.stage == "ahead"
    alone = step.cut == "drop" and block.kind != "break" and not locked
    if alone and times.stage == "ahead" and not times.elapsed and has:
        yield Way({}, (step.id,), 1, EACH + dropping(block, step) - loss(block, step, has))


def whole(
    block: Block, left: list[PlannedStep], by_id: dict[str, StepTimes], progress: Progress, *, ahead: bool
) -> list[Way]:
    may = block.priority == "first-to-go" or all(step.cut == "drop" for step in left)
    untouched = ahead and not any(step.id in progress.spans for step in block.steps)
    if not may or not untouched or block.at is not None or block.priority == "keep" or block.kind == "break":
        return []
    cost = sum(dropping(block, step) - loss(block, step, by_id[step.id].allotted // 1000) for step in left)
    return [Way({}, tuple(step.id for step in left), 1, EACH + cost)]


def over(plan: Plan, progress: Progress, now: int, way: Way, end: int, locks: list[str]) -> int:
    """Return by how many milliseconds a possibility misses the end, or a locked start that can be met."""
    before = progress.agreed
    lengths = {s.id: s.allotted // 1000 for s in project(plan, progress, now).steps}
    seconds = {step: lengths[step] for step in before.seconds} | way.seconds
    agreed = Agreed(seconds, (*before.dropped, *way.dropped), before.ends)
    after = project(plan, with_agreed(progress, agreed), now)
    starts = {times.id: times.start for times in after.blocks}
    late = [starts[block] - plan.at(lock_of(plan, block)) for block in locks]
    return max([0, after.ends_at - end, *late])


def test_nothing_is_cheaper_than_what_is_proposed() -> None:
    tried = {"shorten": 0, "drop": 0, "several": 0, "impossible": 0}
    for seed in range(DAYS):
        rng = Random(seed)
        plan = day(rng, blocks=4, steps=2, minutes=4, least=2)
        if seed % 2:
            plan = loose(rng, plan)
        progress, now = under_way(rng, plan, late=14 if seed % 2 else 5)
        locks = meetable(plan, progress, now)
        end = plan.at(plan.ends if progress.agreed.ends is None else progress.agreed.ends)
        if (
            over(plan, progress, now, Way({}, (), 0, 0.0), end, locks) == 0
            or (all_ := ways(plan, progress, now)) is None
        ):
            continue
        found: dict[str, Proposal] = {proposal.kind: proposal for proposal in replan(plan, progress, now)}
        fitting = [way for way in all_ if over(plan, progress, now, way, end, locks) == 0]
        # Dropping something where nothing is gained by it is no proposal.
        useful = [
            way
            for way in fitting
            if way.things != 1 or over(plan, progress, now, way._replace(dropped=()), end, locks) > 0
        ]
        compare(useful, found, tried, f"day {seed}")
        if not fitting:
            tried["impossible"] += 1
            least = min(over(plan, progress, now, way, end, locks) for way in all_)
            held = [proposal.over for kind, proposal in found.items() if kind != "move"]
            assert held in ([least], []), seed
    assert min(tried.values()) >= DAYS / 300, tried


def compare(fitting: list[Way], found: Mapping[str, Proposal], tried: dict[str, int], where: str) -> None:
    """Hold each kind of proposal against the cheapest possibility of its kind."""
    shortened = [way.loss for way in fitting if not way.things]
    dropped = [way.loss for way in fitting if way.things == 1]
    several = [way.loss for way in fitting]
    if shortened:
        tried["shorten"] += 1
        agree(found.get("shorten"), min(shortened), where)
    else:
        assert "shorten" not in found, where
    if dropped:
        tried["drop"] += 1
        agree(found.get("drop"), min(dropped), where)
    elif several and not shortened:
        tried["several"] += 1
        agree(found.get("drop"), min(several), where)


def agree(proposal: Proposal | None, cheapest: float, where: str) -> None:
    assert proposal is not None, where
    slack = ROUNDING * 200
    assert abs(proposal.cost - cheapest) < slack, f"{where}: {proposal.cost} against {cheapest}"


def test_no_use_of_minutes_gained_is_better_than_the_one_proposed() -> None:
    for seed in range(400):
        rng = Random(seed)
        pieces = [piece(rng, n) for n in range(3)]
        spare = rng.randint(0, 12)
        gains = [[CHANGE * (n > 0) - sum(p.gains[:n]) for n in range(p.room + 1)] for p in pieces]
        best = min(
            sum(gains[i][n] for i, n in enumerate(more))
            for more in product(*(range(p.room + 1) for p in pieces))
            if sum(more) <= spare
        )
        choice = lengthen(pieces, spare)
        assert choice.cost == best, seed
        assert 0 <= -sum(choice.grains.values()) <= spare, seed


def piece(rng: Random, n: int) -> Piece:
    shortest, planned, longest = sorted(rng.randint(1, 10) * HALF for _ in range(3))
    allotted = rng.randrange(shortest, longest + 1, HALF)
    return Piece(
        f"s{n}", "b", allotted, planned, shortest, longest, allotted * 1000, rng.randint(1, 3), shortest, longest
    )  # fmt: skip


def test_no_mixture_of_dropping_and_shortening_is_cheaper_whatever_is_needed() -> None:
    for seed in range(150):
        rng = Random(seed)
        parts = tuple(part(rng, n) for n in range(3))
        every = [(0, 0)]
        for one in parts:
            every = [(freed + f, lost + c) for freed, lost in every for f, c in of_part(one)]
        most = max(freed for freed, _ in every)
        for need in range(1, most + 3):
            choice = drop_any(Stretch(parts, 0, 0), need)
            best = min(lost for freed, lost in every if freed >= min(need, most))
            assert choice.cost == best, (seed, need)


def part(rng: Random, n: int) -> Part:
    pieces = tuple(
        replace(piece(rng, k), step=f"{n}.{k}", droppable=rng.random() < 0.5, marked=rng.random() < 0.5)
        for k in range(rng.randint(1, 2))
    )
    return Part(f"b{n}", "Block", pieces, droppable=rng.random() < 0.4)


def of_part(one: Part) -> set[tuple[int, int]]:
    """Return what a block can free, with what it loses."""
    found = {(0, 0)}
    for p in one.pieces:
        options = {(n, CHANGE * (n > 0) + sum(p.cuts[:n])) for n in range(p.give + 1)}
        options |= {(p.freed, CHANGE + p.loss)} if p.droppable else set()
        found = {(freed + f, lost + c) for freed, lost in found for f, c in options}
    if one.droppable:
        found.add((sum(p.freed for p in one.pieces), CHANGE + sum(p.loss for p in one.pieces)))
    return found
