"""Simulated rooms, for `bench/thresholds.py` and `bench/terms.py`.

Each domain has a true answer, yes or no, to each case. Domains that differ have the opposite answer to a third of the
cases. Each person gives the other answer with a chance called noise, and says unsure with another.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toolkit.terms.measure import Mismatch, mismatch  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

CASES, DIFFERENT = 6, 2
Verdicts = list[list[int | None]]
Truth = list[bool]

PLANTS = {
    "none differs": (),
    "one domain differs": ((0, 0), (0, 1)),
    "two, each on one case": ((0, 0), (1, 1)),
    "two alike differ": ((0, 0), (0, 1), (1, 0), (1, 1)),
    "three against three": ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)),
}
"""By name: which domain has the opposite answer to which of two cases."""


@dataclass(frozen=True)
class Setting:
    """How many people a domain has, and what they do with the true answers."""

    people: int = 4
    noise: float = 0.10
    unsure: float = 0.0

    def __str__(self) -> str:
        return f"{self.people} people, {self.noise:.0%} noise" + (f", {self.unsure:.0%} unsure" if self.unsure else "")

    def said(self, rng: random.Random, truth: Truth) -> Verdicts:
        """Return what a domain's people say."""
        return [
            [None if rng.random() < self.unsure else int(one ^ (rng.random() < self.noise)) for one in truth]
            for _ in range(self.people)
        ]


def tossed(rng: random.Random, cases: int = CASES) -> Truth:
    """Return the true answers of a domain."""
    return [rng.random() < 0.5 for _ in range(cases)]


def opposite(truth: Truth, cases: Sequence[int]) -> Truth:
    return [one ^ (case in cases) for case, one in enumerate(truth)]


def pairs(setting: Setting, different: int, runs: int, seed: str) -> list[Mismatch]:
    """Return pairs of domains that truly differ on so many cases."""
    rng = random.Random(f"{seed} {setting} {different}")
    found = []
    for _ in range(runs):
        truth = tossed(rng)
        other = opposite(truth, rng.sample(range(CASES), different))
        found.append(mismatch(setting.said(rng, truth), setting.said(rng, other)))
    return found


def split_pairs(people: int, both: bool, runs: int) -> list[Mismatch]:
    """Return pairs of domains of which one or both split at random on every case."""
    rng = random.Random(f"split {people} {both}")
    split, settled = Setting(people, 0.5), Setting(people)
    return [
        mismatch(split.said(rng, tossed(rng)), (split if both else settled).said(rng, tossed(rng))) for _ in range(runs)
    ]


def uneven_pairs(people: int, runs: int) -> list[Mismatch]:
    """Return pairs of domains with one truth, one of them quiet and one noisy."""
    rng = random.Random(f"uneven {people}")
    truths = (tossed(rng) for _ in range(runs))
    return [mismatch(Setting(people, 0.05).said(rng, one), Setting(people, 0.30).said(rng, one)) for one in truths]


def room(rng: random.Random, plant: str, settings: Sequence[Setting]) -> tuple[dict[str, Verdicts], list[Truth]]:
    """Return what the domains of a room say, and what is true of each."""
    truth, cases = tossed(rng), rng.sample(range(CASES), 2)
    truths = [
        opposite(truth, [cases[case] for domain, case in PLANTS[plant] if domain == at]) for at in range(len(settings))
    ]
    said = {f"d{at}": setting.said(rng, truths[at]) for at, setting in enumerate(settings)}
    return said, truths
