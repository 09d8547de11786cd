"""Tables of different domains: a design where the size has one, else a seating dealt out by domain; then a search."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from toolkit.workshop.group_costs import AGAIN, DOMAIN, WISH, prices, together
from toolkit.workshop.group_designs import designs
from toolkit.workshop.group_labels import label
from toolkit.workshop.group_search import Round, Seating, Trouble, improve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_designs import Design
    from toolkit.workshop.group_outcome import Tables

_POLISH = 10
"""The part of the work, one in so many, that languages and roles get once nothing else is wrong."""


def mixed_rounds(
    people: Sequence[Guest],
    tables: int,
    rounds: int,
    random: Random,
    budget: int,
    past: Sequence[Tables] = (),
) -> list[Round]:
    """Return rounds of so many tables, whose sizes differ by one at most."""
    problem = Problem(people, tables, rounds, past)
    starts = [*_designed(problem, random, budget // 4), [problem.dealt(random) for _ in range(rounds)]]
    best = min((problem.seating(start) for start in starts), key=lambda seating: seating.cost)
    if best.cost > problem.enough:
        found = [best]
        for start in (starts[-1], best.copy()):
            seating = problem.seating(start)
            seating = problem.seating(
                improve(seating, problem.trouble, problem.enough, AGAIN // 2, budget // 2, random)
            )
            found.append(seating)
            if seating.cost <= problem.enough:
                break
        best = min(found, key=lambda seating: seating.cost)
    return improve(best, problem.trouble, problem.least, 0, budget // _POLISH, random)


class Problem:
    """What is asked, in numbers: what everything costs, and what is as good as it can get."""

    def __init__(self, people: Sequence[Guest], tables: int, rounds: int, past: Sequence[Tables]) -> None:
        self.people, self.tables, self.rounds = people, tables, rounds
        self.price = prices(people, past)
        names = [person.domain or f"\0{person.id}" for person in people]
        numbers = {name: n for n, name in enumerate(dict.fromkeys(names))}
        self.domains = [numbers[name] for name in names]
        mates: dict[int, list[int]] = {}
        for i, j in combinations(range(len(people)), 2):
            if together(people[i], people[j]):
                mates.setdefault(i, []).append(j)
                mates.setdefault(j, []).append(i)
        self.mates = mates
        self.trouble = Trouble(self.domains, DOMAIN, tables, mates)
        self.least = self._least()
        self.enough = self.least + AGAIN - 1
        """No more than this is paid where only languages and roles are left to be wrong."""

    def _least(self) -> int:
        """Return what cannot be saved: domains as far apart as they go, more meetings than pairs, wishes met."""
        spread = 0
        for count in Counter(self.domains).values():
            each, more = divmod(count, self.tables)
            spread += more * each * (each + 1) // 2 + (self.tables - more) * each * (each - 1) // 2
        pairs = sum(map(len, self.mates.values())) // 2
        if not pairs:
            return self.rounds * spread * DOMAIN + self._again() * AGAIN
        meeting = self.rounds * (self.rounds - 1) // 2 * AGAIN - self.rounds * WISH
        return self.rounds * spread * DOMAIN + pairs * meeting

    def _again(self) -> int:
        """Return how much meeting again there is at least, were all pairs to meet as often as each other."""
        each, more = divmod(len(self.people), self.tables)
        met = self.rounds * (more * (each + 1) * each + (self.tables - more) * each * (each - 1)) // 2
        possible = len(self.people) * (len(self.people) - 1) // 2
        times, rest = divmod(met, possible) if possible else (0, 0)
        return rest * (times + 1) * times // 2 + (possible - rest) * times * (times - 1) // 2

    def seating(self, rounds: Sequence[Round]) -> Seating:
        """Return rounds with what they cost."""
        return Seating(rounds, self.price, AGAIN)

    def dealt(self, random: Random) -> Round:
        """Return one round in which each domain is spread as far as it goes."""
        order = list(range(len(self.people)))
        random.shuffle(order)
        order.sort(key=lambda person: self.domains[person])
        return [order[t :: self.tables] for t in range(self.tables)]


def _designed(problem: Problem, random: Random, budget: int) -> Iterator[list[Round]]:
    """Yield what designs of this size give, where everybody may sit with everybody only once."""
    size = -(-len(problem.people) // problem.tables)
    if problem.mates or size < 2 or len(problem.people) < problem.tables * (size - 1):
        return
    for design in designs(problem.tables, size, problem.rounds):
        if rounds := _filled(design, problem, random, budget // 2):
            yield rounds


def _filled(design: Design, problem: Problem, random: Random, budget: int) -> list[Round] | None:
    """Return a design with people in its places; places that are left over stay empty, one at a table at most."""
    people = len(problem.people)
    empty = len(design.rounds[0]) * len(design.rounds[0][0]) - people
    placed = label(design, problem.domains, problem.price, empty, random, budget)
    rounds = [[[placed[p] for p in group if placed[p] < people] for group in groups] for groups in design.rounds]
    sizes = {len(group) for groups in rounds for group in groups}
    more = [problem.dealt(random) for _ in range(problem.rounds - len(rounds))]
    return [*rounds, *more] if max(sizes) - min(sizes) <= 1 else None
