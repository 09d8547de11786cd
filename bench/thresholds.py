"""Choose the thresholds of the measure by simulation, then check them on seeds and noise levels that did not choose.

    python bench/thresholds.py [--quick]

What is simulated is said in `bench/simulated.py`. Prints percentages; two standard errors are 1 at 5 % of 2,000 pairs,
and 2.5 at 5 % of 300 rooms. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from simulated import DIFFERENT, PLANTS, Setting, pairs, room, split_pairs, uneven_pairs

from toolkit.terms.analysis import analyse
from toolkit.terms.measure import THRESHOLDS, Mismatch, State, classify, mismatch_from_counts
from toolkit.terms.measure._evidence import share_reaching
from toolkit.terms.measure._family import Dealt, noise, scaled_mismatches
from toolkit.terms.measure._rows import columns, rows_of
from toolkit.terms.measure._splits import dealt
from toolkit.terms.model import Ballots, TermMaterial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from simulated import Verdicts

    Groups = Sequence[Sequence[Mismatch]]
    Rule = Callable[..., bool]

VAGUE = (0.35, 0.40, 0.45, 0.50)
DIFFERS = tuple(product((0.05, 0.08, 0.10, 0.12), (0.05, 0.10, 0.15)))
DIFFERS_IN_COUNTS = (0.08, 0.10, 0.12, 0.15)
DISAGREE = (0.20, 0.25, 0.30, 0.35)
"""What is chosen from."""

SHOWN = (State.CONFLICT, State.CONSENSUS, State.VAGUE)


def percent(marks: Iterable[bool]) -> float:
    found = list(marks)
    return 100 * sum(found) / len(found) if found else float("nan")


def row(name: str, numbers: Iterable[float]) -> None:
    print(f"{name:<42}" + "".join(f"{one:9.1f}" for one in numbers), flush=True)


def states(found: Sequence[Mismatch]) -> list[float]:
    given = [classify(one) for one in found]
    return [percent(one is state for one in given) for state in SHOWN]


def is_vague(found: Mismatch, least: float) -> bool:
    return max(found.within_a or 0.0, found.within_b or 0.0) >= least


def differs(found: Mismatch, least: float, p: float = 1.0) -> bool:
    return not is_vague(found, THRESHOLDS.vague) and (found.mismatch or 0.0) >= least and (found.p or 1.0) <= p


def agrees(found: Mismatch, disagree: float) -> bool:
    return (found.mismatch or 0.0) <= THRESHOLDS.same and (found.between or 0.0) <= disagree


def best(
    rule: Rule, options: Iterable[tuple[float, ...]], most: float, true: Groups, false: Groups
) -> tuple[float, ...]:
    """Return the option that finds most, of those that say it falsely in at most so many percent of any group."""
    allowed = [one for one in options if max(percent(rule(m, *one) for m in group) for group in false) <= most]
    return max(allowed, key=lambda one: sum(percent(rule(m, *one) for m in group) for group in true), default=())


def choose(runs: int) -> None:
    """Print what the rules choose at 10 % noise, for four and for seven people, beside what the measure uses."""
    settings = [Setting(4), Setting(7)]
    same = [pairs(setting, 0, runs, "choose") for setting in settings]
    different = [pairs(setting, DIFFERENT, runs, "choose") for setting in settings]
    split = [split_pairs(setting.people, False, runs) for setting in settings]
    rooms = [largest_in_counts(runs // 4)]
    used = THRESHOLDS
    print(f"chosen on {runs} pairs each of 4 and of 7 people at 10 % noise          chosen            used")
    for name, now, found in (
        ("vague: most found, 2 % false", (used.vague,), best(is_vague, product(VAGUE), 2, split, same)),
        ("differs, p: most found, 2 % false", (used.differs, used.p), best(differs, DIFFERS, 2, different, same)),
        (
            "differs in counts: most found, 2.5 % of rooms false",
            (used.differs_in_counts,),
            best(differs, product(DIFFERS_IN_COUNTS), 2.5, different, rooms),
        ),
        ("disagree: most found, 2 % false", (used.disagree,), best(agrees, product(DISAGREE), 2, same, different)),
    ):
        print(f"{name:<54}{found!s:>16}{now!s:>16}", flush=True)
    print(f"by convention: same {used.same}, and p adjusted {used.p_adjusted}, the share of false rooms allowed")


def largest_in_counts(runs: int) -> list[Mismatch]:
    """Return the most different pair of counts of six domains of four, none of which truly differs, by room."""
    rng = random.Random("choose rooms")
    found = []
    for _ in range(runs):
        said, _ = room(rng, "none differs", [Setting()] * 6)
        sides = [[(case.count(1), case.count(0)) for case in zip(*rows, strict=True)] for rows in said.values()]
        measured = (mismatch_from_counts(a, b) for a, b in combinations(sides, 2))
        settled = [one for one in measured if not is_vague(one, THRESHOLDS.vague)]
        found.append(max(settled, key=lambda one: one.mismatch or 0.0))
    return found


def check_pairs(runs: int) -> None:
    """Print how often the state of a lone pair is right and wrong."""
    settings = [Setting(n, noise, unsure) for n in (4, 5, 7) for unsure in (0, 0.1) for noise in (0.05, 0.10, 0.15)]
    print(
        f"\nheld out: {runs} pairs a row, six cases   a third of cases differs     no case differs        counts alone"
    )
    print(" " * 42 + " conflict  consens.   vague conflict  consens.   vague     found    false")
    for setting in settings:
        different, same = (pairs(setting, cases, runs, "check") for cases in (DIFFERENT, 0))
        counts = [[replace(one, p=None) for one in group] for group in (different, same)]
        row(str(setting), (*states(different), *states(same), *(states(group)[0] for group in counts)))
    print(f"\nwhat no state is made for, {runs} pairs         conflict  consens.   vague")
    for people, both in product((4, 5, 7), (False, True)):
        row(
            f"{people} people, {'both split' if both else 'one of two splits'} at random",
            states(split_pairs(people, both, runs)),
        )
    for people in (4, 7):
        row(f"{people} people, one case of six differs", states(pairs(Setting(people), 1, runs, "check")))
        row(f"{people} people, one truth, 5% and 30% noise", states(uneven_pairs(people, runs)))


def check_rooms(runs: int) -> None:
    """Print how often pairs of six domains are found, and how often a term has any that is false."""
    print(f"\nheld out: six domains at once, {runs} terms a row, six cases")
    print(" " * 42 + "    found   terms   called  consens.  counts:  counts:")
    print(" " * 42 + "    pairs   false conflict            found    false")
    four, uneven = [4] * 6, [7, 5, 4, 4, 4, 4]
    rows = [(plant, four, flip) for plant in PLANTS for flip in (0.10, 0.15)] + [("one domain differs", four, 0.05)]
    rows += [(plant, sizes, 0.10) for sizes in ([5] * 6, uneven) for plant in ("none differs", "one domain differs")]
    for plant, sizes, flip in rows:
        rng = random.Random(f"check {plant} {sizes} {flip}")
        settings = [Setting(size, flip) for size in sizes]
        name = f"{plant}, {','.join(map(str, sizes)) if sizes is uneven else sizes[0]}, {flip:.0%}"
        row(name, _rooms(rng, plant, settings, runs))


def _rooms(rng: random.Random, plant: str, settings: Sequence[Setting], runs: int) -> list[float]:
    found, false, terms, counts_found, counts_false = [], [], [], [], []
    for _ in range(runs):
        said, truths = room(rng, plant, settings)
        term = analyse(material(said))
        terms.append(term.state)
        apart = [a_and_b[0] != a_and_b[1] for a_and_b in combinations(truths, 2)]
        far = [sum(x != y for x, y in zip(a, b, strict=True)) == DIFFERENT for a, b in combinations(truths, 2)]
        conflict = [pair.state is State.CONFLICT for pair in term.pairs]
        counts = [classify(replace(one.mismatch, p=None, p_adjusted=None)) is State.CONFLICT for one in term.pairs]
        found += [one for one, there in zip(conflict, far, strict=True) if there]
        counts_found += [one for one, there in zip(counts, far, strict=True) if there]
        false.append(any(one and not there for one, there in zip(conflict, apart, strict=True)))
        counts_false.append(any(one and not there for one, there in zip(counts, apart, strict=True)))
    called = [percent(one is state for one in terms) for state in (State.CONFLICT, State.CONSENSUS)]
    return [percent(found), percent(false), *called, percent(counts_found), percent(counts_false)]


def material(said: dict[str, Verdicts]) -> TermMaterial:
    """Return what a simulated room said of a word."""
    cases = tuple(f"c{number}" for number in range(1, 1 + len(next(iter(said.values()))[0])))
    ballots = {
        domain: Ballots({f"{domain}.{at}": dict(zip(cases, one, strict=True)) for at, one in enumerate(verdicts)})
        for domain, verdicts in said.items()
    }
    return TermMaterial("simulated", cases, ballots)


def compare_statistics(runs: int) -> None:
    """Print what three statistics of a room find at p adjusted <= .05: why the measure has the third."""
    print(f"\np adjusted <= .05 by three statistics, {runs} terms a row: found pairs / terms false")
    print(" " * 42 + "        mismatch  over its straying  and over the noise")
    for sizes, plant in product(([4] * 6, [10, 8, 6, 4, 4, 4]), PLANTS):
        rng = random.Random(f"statistics {sizes} {plant}")
        marks: list[list[tuple[list[bool], bool]]] = [[], [], []]
        for _ in range(runs):
            said, truths = room(rng, plant, [Setting(size) for size in sizes])
            far = [sum(x != y for x, y in zip(a, b, strict=True)) for a, b in combinations(truths, 2)]
            for mark, flags in zip(marks, _flags(said), strict=True):
                hits = [flag for flag, cases in zip(flags, far, strict=True) if cases == DIFFERENT]
                mark.append((hits, any(flag and not cases for flag, cases in zip(flags, far, strict=True))))
        cells = [
            f"{percent(hit for hits, _ in mark for hit in hits):9.1f} /{percent(false for _, false in mark):5.1f}"
            for mark in marks
        ]
        print(f"{plant + ', ' + ','.join(map(str, sizes)):<42}" + "    ".join(cells), flush=True)


def _flags(said: dict[str, Verdicts]) -> list[list[bool]]:
    """Return which pairs are at most .05 by each statistic."""
    rows = [rows_of(verdicts, 6, name) for name, verdicts in said.items()]
    people = columns(tuple(one for domain in rows for one in domain), 6)
    groups = [Dealt(people, group) for group in dealt(tuple(map(len, rows)), 0)]
    plain = [a.mismatches(b) for a, b in combinations(groups, 2)]
    scaled = scaled_mismatches(groups)
    over_noise = [[x / n for x, n in zip(one, noise(groups), strict=True)] for one in scaled]
    found = []
    for statistic in (plain, scaled, over_noise):
        largest = list(map(max, *statistic))
        found.append([share_reaching(one[0], largest) <= THRESHOLDS.p_adjusted for one in statistic])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a twentieth of the runs")
    parser.add_argument("--statistics", action="store_true", help="compare three statistics of a room instead")
    given = parser.parse_args()
    share = 20 if given.quick else 1
    if given.statistics:
        compare_statistics(100 // share)
        return
    choose(2000 // share)
    check_pairs(1000 // share)
    check_rooms(200 // share)


if __name__ == "__main__":
    main()
