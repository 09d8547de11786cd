"""Measure a term anew after one changed verdict, and a very large room, beside a plain permutation in the same run.

    python bench/terms.py [ROUNDS]

The reference deals people over two domains and counts their answers a split at a time, as the formula reads; a hundred
splits of one pair are timed, and taken times the number of splits that the measure tries for all pairs, alone and
together. Prints medians of CPU time and ratios. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from simulated import Setting, opposite, tossed

from toolkit.terms.analysis import analyse
from toolkit.terms.measure import _extension, _family, _splits, mismatch_family
from toolkit.terms.model import Ballots, TermMaterial

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulated import Verdicts

FORTY, THOUSANDS = (7, 7, 7, 7, 6, 6), (334, 334, 333, 333, 333, 333)
SPLITS = 100


def said(sizes: Sequence[int], cases: int) -> dict[str, Verdicts]:
    """Return what a room says of a term: one domain differs on two cases, a tenth of the answers is unsure."""
    rng = random.Random(f"{sizes} {cases}")
    truth = tossed(rng, cases)
    return {
        f"d{at}": Setting(size, 0.10, 0.10).said(rng, truth if at else opposite(truth, (0, 1)))
        for at, size in enumerate(sizes)
    }


def material(room: dict[str, Verdicts]) -> TermMaterial:
    cases = tuple(f"c{at}" for at in range(len(room["d0"][0])))
    rows = {
        domain: {f"{domain}.{at}": dict(zip(cases, one, strict=True)) for at, one in enumerate(verdicts)}
        for domain, verdicts in room.items()
    }
    return TermMaterial("governance", cases, {domain: Ballots(one) for domain, one in rows.items()})


def changed(term: TermMaterial, answer: int | None) -> TermMaterial:
    """Return the material after one person of the first domain has answered the last case so."""
    rows = dict(term.ballots["d0"].rows)
    rows["d0.0"] = {**rows["d0.0"], term.cases[-1]: answer}
    return replace(term, ballots={**term.ballots, "d0": Ballots(rows)})


def plain(a: Verdicts, b: Verdicts, rng: random.Random) -> float:
    """Return p of one pair by dealing people and counting answers, a split at a time."""
    everybody = a + b
    observed = plain_mismatch(a, b)
    reached = 1
    for _ in range(SPLITS - 1):
        rng.shuffle(everybody)
        reached += plain_mismatch(everybody[: len(a)], everybody[len(a) :]) >= observed - 1e-9
    return reached / SPLITS


def plain_mismatch(a: Verdicts, b: Verdicts) -> float:
    found = []
    for one, other in zip(zip(*a, strict=True), zip(*b, strict=True), strict=True):
        (p, of_p), (q, of_q) = share(one), share(other)
        within = p * (1 - p) * of_p / (of_p - 1) + q * (1 - q) * of_q / (of_q - 1)
        found.append(p * (1 - q) + (1 - p) * q - within)
    return statistics.fmean(found)


def share(case: Sequence[int | None]) -> tuple[float, int]:
    yes, no = case.count(1), case.count(0)
    return yes / (yes + no), yes + no


def forget() -> None:
    """Empty all that the measure keeps."""
    for kept in (_extension.of_rows, _family._adjusted, _splits.dealt, _splits.all_halves, _splits._chosen):  # noqa: SLF001
        kept.cache_clear()


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of some work."""
    before = time.process_time()
    work()
    return 1000 * (time.process_time() - before)


def splits_tried(room: dict[str, Verdicts]) -> int:
    """Return how many splits of a pair the measure tries: of each alone, and of all in every dealt room."""
    pairs = mismatch_family(room)
    dealt = _splits.dealt(tuple(sorted(map(len, room.values()))), 0)[0].arrangements
    return sum(pair.splits for pair in pairs.values()) + len(pairs) * dealt


def timed(room: dict[str, Verdicts], rounds: int) -> dict[str, float]:
    """Return medians: the reference, the room from nothing, and after one changed verdict."""
    term, rng, found = material(room), random.Random(0), []
    tried = splits_tried(room)
    for at in range(rounds):
        forget()
        found.append(
            (
                cpu(lambda: plain(room["d0"], room["d1"], rng)) * tried / SPLITS,
                cpu(lambda: mismatch_family(room)),
                cpu(lambda: analyse(term)),
                cpu(lambda at=at: analyse(changed(term, (1, 0, None)[at % 3]))),
            )
        )
        _extension.of_rows.cache_clear()
    names = (f"plain, {tried:,} splits (extrapolated)", "all pairs, from nothing", "analysed, nothing changed")
    return dict(
        zip((*names, "analysed, one verdict changed"), map(statistics.median, zip(*found, strict=True)), strict=True)
    )


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    for sizes, cases, often in ((FORTY, 6, rounds), (THOUSANDS, 60, max(1, rounds // 3))):
        room = said(sizes, cases)
        print(f"{sum(sizes):,} people, {len(sizes)} domains, {cases} cases")
        table = timed(room, often)
        reference = next(iter(table.values()))
        for name, milliseconds in table.items():
            print(f"  {name:<44} {milliseconds:8.1f} ms CPU {milliseconds / reference:7.3f} times the plain")


if __name__ == "__main__":
    main()
