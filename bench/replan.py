"""Re-planning a day of 60 steps, beside trying every possibility on a day of six, interleaved in one run.

    python bench/replan.py [ROUNDS]

Prints medians of CPU milliseconds. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toolkit.workshop.plan import Block, Plan, PlannedStep  # noqa: E402
from toolkit.workshop.projection import Agreed, Progress, project  # noqa: E402
from toolkit.workshop.proposal import with_agreed  # noqa: E402
from toolkit.workshop.replan import replan  # noqa: E402
from toolkit.workshop.times import MINUTE  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

CUTS = ("never", "shorten", "drop", "shorten", "shorten", "drop")


def day(blocks: int, steps: int, minutes: int = 8) -> Plan:
    """Return a day of exercises of several steps, with a locked break in its middle."""
    at = starts = 9 * 60
    made: list[Block] = []
    for n in range(1, blocks + 1):
        if n == blocks // 2 + 1:
            at += 20
            made.append(Block("coffee", "break", "Coffee", (step("coffee.s1", 20, "shorten"),), at=at - 20))
        parts = tuple(step(f"b{n}.s{k}", minutes, CUTS[(n + k) % 6]) for k in range(1, steps + 1))
        made.append(Block(f"b{n}", "exercise", f"Block {n}", parts))
        at += minutes * steps
    return Plan(
        "Day", "2026-12-03", starts, at, "en", "in-person", tuple(made), (), ends_latest=at + 15, timezone="UTC"
    )


def step(id_: str, minutes: int, cut: str) -> PlannedStep:
    return PlannedStep(id_, id_, id_, minutes * 60, minutes * 30, minutes * 90, cut=cut)


def late(plan: Plan, minutes: int) -> tuple[Progress, int]:
    """Return a first step that took so many minutes more than planned."""
    first = plan.steps[0]
    began = plan.at(plan.starts)
    used = first.milliseconds + minutes * MINUTE
    return Progress(first.id, began, None, False, {first.id: used}, {}, {first.id: (began, began + used)}), began + used


def early(plan: Plan) -> tuple[Progress, int]:
    """Return a first step that was passed over at once."""
    began = plan.at(plan.starts)
    return Progress(plan.steps[1].id, began, None, False, {}, {}, {plan.steps[1].id: (began, began)}), began


def every(plan: Plan, progress: Progress, now: int) -> int:
    """Try every way to shorten; return how many there are."""
    free = [s for s in plan.steps[1:] if s.cut != "never"]
    ways = 0
    for lengths in product(*(range(s.shortest, s.seconds + 1, 30) for s in free)):
        agreed = Agreed({s.id: n for s, n in zip(free, lengths, strict=True)})
        project(plan, with_agreed(progress, agreed), now)
        ways += 1
    return ways


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of one call."""
    before = time.process_time()
    work()
    return 1000 * (time.process_time() - before)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    whole, small = day(10, 6), day(2, 3, 2)
    cases: dict[str, Callable[[], object]] = {}
    for minutes in (10, 30, 90, 130, 150, 170, 300):
        progress, now = late(whole, minutes)
        kinds = " ".join(proposal.kind for proposal in replan(whole, progress, now))
        cases[f"{len(whole.steps)} steps, {minutes} min late: {kinds}"] = lambda p=progress, n=now: replan(whole, p, n)
    progress, now = early(whole)
    kinds = " ".join(proposal.kind for proposal in replan(whole, progress, now))
    cases[f"{len(whole.steps)} steps, 8 min early: {kinds}"] = lambda p=progress, n=now: replan(whole, p, n)
    long, (progress, now) = day(10, 6, 20), late(day(10, 6, 20), 120)
    cases[f"{len(long.steps)} steps of 20 min, 120 min late"] = lambda p=progress, n=now: replan(long, p, n)
    progress, now = late(small, 3)
    cases[f"{len(small.steps)} steps, 3 min late"] = lambda: replan(small, progress, now)
    cases[f"the same, {every(small, progress, now)} ways tried"] = lambda: every(small, progress, now)
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, work in cases.items():
            times[name].append(cpu(work))
    for name, all_ in times.items():
        print(f"{statistics.median(all_):9.2f} ms  {name}")


if __name__ == "__main__":
    main()
