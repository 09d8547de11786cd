"""Cards with codes beside plain ReportLab and typst, then a whole pack. Run: python bench/printing.py [cards] [runs].

Every side is a process of its own, interpreter start and imports included; sides take turns. CPU is user plus system.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
SIDES = {
    "toolkit, ten scripts, tagged": ("toolkit_cards.py",),
    "plain canvas, Latin, default masking": ("canvas_cards.py", "default"),
    "plain canvas, Latin, same mask": ("canvas_cards.py", "3"),
    "typst, ten scripts, default masking": ("typst_cards.py", "default"),
    "typst, ten scripts, same mask": ("typst_cards.py", "3"),
}


class Cost(NamedTuple):
    cpu: float
    megabytes: float
    kilobytes: float


def run(program: str, count: int, *arguments: str) -> Cost:
    """Run one side, and return its CPU seconds, its peak memory and the size of its document."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "cards.pdf"
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
        command = [sys.executable, str(HERE / "cards" / program), str(count), str(target), *arguments]
        process = subprocess.Popen(command, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{program} failed")
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, target.stat().st_size / 1024)


def compare(count: int, runs: int) -> dict[str, Cost]:
    """Return the median of each side."""
    sides = {name: side for name, side in SIDES.items() if "typst" not in name or find_spec("typst")}
    found: dict[str, list[Cost]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, (program, *arguments) in sides.items():
            found[name].append(run(program, count, *arguments))
    return {name: Cost(*map(median, zip(*costs, strict=True))) for name, costs in found.items()}


def main(count: int = 1000, runs: int = 3) -> None:
    costs = compare(count, runs)
    own = next(iter(costs.values()))
    print(f"{count} cards, median of {runs}")
    for name, cost in costs.items():
        ratio = f"  toolkit is {own.cpu / cost.cpu:.2f} of it" if cost is not own else ""
        print(f"{name:38} {cost.cpu:6.2f} s CPU {cost.megabytes:6.0f} MB {cost.kilobytes:7.0f} KB{ratio}")
    if not find_spec("typst"):
        print("typst is not installed: pip install typst, to compare with it")
    many = run("toolkit_cards.py", count * 10)
    print(
        f"{'ten times as many, toolkit':38} {many.cpu:6.2f} s CPU {many.megabytes:6.0f} MB {many.kilobytes:7.0f} KB",
        end="",
    )
    print(f"  {many.cpu / own.cpu:.1f} times")
    pack(own, runs)


def pack(reference: Cost, runs: int) -> None:
    """Print what the whole pack of a workshop of thirty people costs, beside the cards of the same run."""
    costs = [run("toolkit_pack.py", 30) for _ in range(runs)]
    cost = Cost(*map(median, zip(*costs, strict=True)))
    ratio = f"  {cost.cpu / reference.cpu:.2f} of the cards above"
    print(f"{'the pack of a workshop of 30 people':38} {cost.cpu:6.2f} s CPU {cost.megabytes:6.0f} MB "
          f"{cost.kilobytes:7.0f} KB{ratio}")  # fmt: skip


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
