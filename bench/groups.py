"""Rounds in which nobody meets twice: how many are found, how fast, beside the best that is known.

    python bench/groups.py [--quick]

Every size is asked for as many rounds as are known to be possible. Prints CPU seconds, and their ratio to a reference
that is run beside them (a million additions). Nothing is asserted: machines differ.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toolkit.workshop.group_costs import AGAIN  # noqa: E402
from toolkit.workshop.group_mixed import Problem  # noqa: E402
from toolkit.workshop.group_search import improve  # noqa: E402
from toolkit.workshop.groups import Guest, arrange  # noqa: E402

BOUND, TABLES, SELLMANN = "bound", "Dagstuhl tables", "Sellmann"
SOURCES = {
    BOUND: "nobody can have more than (n-1)/(k-1) rounds, and a schedule of that many is known",
    TABLES: "github.com/fpvandoorn/Dagstuhl-tables, README.md and literature.md: G(6,3) = 8, G(8,4) = 10",
    SELLMANN: "M. Sellmann's table of the social golfer problem, www.cs.brown.edu/~sello/golf.html",
}


class Size(NamedTuple):
    groups: int
    size: int
    best: int
    source: str


SIZES = (
    Size(5, 3, 7, BOUND),
    Size(6, 3, 8, TABLES),
    Size(7, 3, 10, BOUND),
    Size(8, 3, 11, BOUND),
    Size(9, 3, 13, BOUND),
    Size(4, 4, 5, BOUND),
    Size(5, 4, 5, SELLMANN),
    Size(6, 4, 7, SELLMANN),
    Size(7, 4, 9, BOUND),
    Size(8, 4, 10, TABLES),
    Size(5, 5, 6, BOUND),
    Size(7, 7, 8, BOUND),
    Size(8, 8, 9, BOUND),
)


def domains(*sizes: int) -> list[Guest]:
    return [Guest(f"p{d}.{n:02}", f"d{d}") for d, size in enumerate(sizes) for n in range(size)]


def reference() -> float:
    """Return the CPU seconds of a million additions."""
    begin = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number
    return time.process_time() - begin


def rooms() -> None:
    """Print what the issue asks for, and rooms as uneven as they are."""
    print(f"{'room':<34}{'rounds':>7}{'repeats':>9}{'least domains':>15}{'CPU s':>8}{'ratio':>8}")
    cases = [((4,) * 6, 4, rounds) for rounds in (4, 5, 6)]
    cases += [((7, 5, 4, 4, 2, 2), 4, 4), ((7, 5, 4, 4, 2, 2), 4, 5), ((4, 4, 4, 4, 3, 3), 4, 5)]
    cases += [((15, 13, 12, 10, 6, 4), 5, 6), ((50, 45, 40, 30, 20, 15), 8, 6), ((25,) * 8, 8, 6)]
    for sizes, size, rounds in cases:
        people, unit, begin = domains(*sizes), reference(), time.process_time()
        found = arrange(people, size=size, rounds=rounds)
        spent = time.process_time() - begin
        name = f"{len(people)} as {'/'.join(map(str, sizes))} in {size}s"
        least = min(map(min, found.domains_per_group))
        print(f"{name:<34}{rounds:>7}{len(found.repeats):>9}{least:>15}{spent:>8.2f}{spent / unit:>8.1f}")


def search_alone(quick: bool) -> None:
    """Print what the search finds for the 24 people where no design may help it."""
    print("\nthe search without designs: 24 people, four of each of six domains, groups of four")
    print(f"{'rounds':>7}{'seed':>6}{'repeats':>9}{'CPU s':>8}")
    for rounds in (4, 5):
        for seed in range(2 if quick else 5):
            random, begin = Random(seed), time.process_time()
            problem = Problem(domains(*[4] * 6), 6, rounds, ())
            start = problem.seating([problem.dealt(random) for _ in range(rounds)])
            best = problem.seating(
                improve(start, problem.trouble, problem.enough, AGAIN // 2, 3_000_000 if quick else 30_000_000, random)
            )
            again = (best.cost - problem.least) // AGAIN
            print(f"{rounds:>7}{seed:>6}{again:>9}{time.process_time() - begin:>8.2f}")


def best_known() -> None:
    """Print, for each size, the rounds without a repeat that are found, and how many repeats there are at the best."""
    print("\nwithout domains, beside the best known")
    print(f"{'size':>8}{'found':>7}{'known':>7}{'repeats at known':>18}{'CPU s':>8}  source of the known")
    for size in SIZES:
        people = [Guest(f"p{n:03}") for n in range(size.groups * size.size)]
        begin = time.process_time()
        at_best = len(arrange(people, size=size.size, rounds=size.best).repeats)
        spent = time.process_time() - begin
        found = size.best
        while found > 1 and arrange(people, size=size.size, rounds=found).repeats:
            found -= 1
        name = f"{size.groups} x {size.size}"
        print(f"{name:>8}{found:>7}{size.best:>7}{at_best:>18}{spent:>8.2f}  {size.source}")
    for source, where in SOURCES.items():
        print(f"{source}: {where}")


if __name__ == "__main__":
    rooms()
    search_alone("--quick" in sys.argv)
    best_known()
