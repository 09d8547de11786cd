"""Look for seatings of several rounds in which as little as possible goes wrong: tabu search over swaps of two people.

What goes wrong is a sum over pairs who sit together: a fixed price, and another for each time they have met before.
People, groups and rounds are numbers here. The work is counted in swaps weighed, never in seconds, so that the same
seed gives the same seating on any machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from random import Random

Round: TypeAlias = list[list[int]]
"""The people of each group."""

_CANDIDATES = 700
"""Swaps weighed for one that is made, about."""
_PATIENCE = 1_500
"""Swaps without a better seating, after which the best one is shaken."""


class Seating:
    """A seating of all rounds, with what it costs and what each person would cost in each group."""

    def __init__(self, rounds: Sequence[Round], price: list[list[int]], again: int) -> None:
        """Take the price of each pair (symmetric, with nothing on the diagonal) and that of each meeting again."""
        self.again = again
        self.people = len(price)
        self.groups = [[list(group) for group in groups] for groups in rounds]
        self.where = [[0] * self.people for _ in rounds]
        self.price = [list(row) for row in price]
        """What another meeting of two people costs now."""
        self.cost = 0
        for r, groups in enumerate(self.groups):
            for g, group in enumerate(groups):
                for person in group:
                    self.where[r][person] = g
                self._meet(group)
        self.pull = [
            [[sum(map(row.__getitem__, group)) for group in groups] for row in self.price] for groups in self.groups
        ]
        """By round and person: the sum of prices towards each group."""

    def _meet(self, group: list[int]) -> None:
        for i, one in enumerate(group):
            for other in group[:i]:
                self.cost += self.price[one][other]
                self.price[one][other] += self.again
                self.price[other][one] += self.again

    def paid(self, r: int, person: int) -> int:
        """Return what a person's neighbours in a round cost."""
        g = self.where[r][person]
        return self.pull[r][person][g] - self.again * (len(self.groups[r][g]) - 1)

    def swap(self, r: int, one: int, other: int, delta: int) -> None:
        """Let two people of a round change places; `delta` is what that costs."""
        where, groups = self.where[r], self.groups[r]
        a, b = where[one], where[other]
        self._leave(r, one, a, other, b)
        groups[a][groups[a].index(one)] = other
        groups[b][groups[b].index(other)] = one
        where[one], where[other] = b, a
        for row, price in zip(self.pull[r], self.price, strict=True):
            difference = price[other] - price[one]
            row[a] += difference
            row[b] -= difference
        self.cost += delta

    def _leave(self, r: int, one: int, a: int, other: int, b: int) -> None:
        """Make those whom two people leave cheaper for them, and those whom they join dearer."""
        stay_a = [x for x in self.groups[r][a] if x != one]
        stay_b = [x for x in self.groups[r][b] if x != other]
        for person, left, joined in ((one, stay_a, stay_b), (other, stay_b, stay_a)):
            for x in left:
                self._reprice(person, x, -self.again)
            for x in joined:
                self._reprice(person, x, self.again)

    def _reprice(self, one: int, other: int, by: int) -> None:
        self.price[one][other] += by
        self.price[other][one] += by
        for where, pull in zip(self.where, self.pull, strict=True):
            pull[one][where[other]] += by
            pull[other][where[one]] += by

    def copy(self) -> list[Round]:
        """Return the groups as they are now."""
        return [[list(group) for group in groups] for groups in self.groups]


class Trouble:
    """Tells for whom it is worth looking for another place."""

    def __init__(
        self,
        domains: Sequence[int],
        weight: int,
        groups: int,
        mates: dict[int, list[int]],
        settled: Collection[int] = (),
    ) -> None:
        """Take everybody's domain, what two of one domain cost, how many groups there are, and who wants whom near.

        Those who are `settled` have nowhere else to go.
        """
        self.domains, self.weight, self.mates, self.settled = domains, weight, mates, frozenset(settled)
        self.most = {domain: -(-domains.count(domain) // groups) for domain in set(domains)}
        """How many of each domain a group has at most, when it is spread over all of them."""

    def people(self, seating: Seating, above: int) -> list[tuple[int, int]]:
        """Return the rounds and people who pay more than `above`, besides for a domain spread as it can be."""
        found = []
        for r, groups in enumerate(seating.groups):
            pull = seating.pull[r]
            for g, group in enumerate(groups):
                free = above + seating.again * (len(group) - 1)
                for person in group:
                    paid = pull[person][g]
                    dear = paid > free and paid > free + self._owed(person, group)
                    alone = person in self.mates and self._alone(person, group)
                    if (dear or alone) and person not in self.settled:
                        found.append((r, person))
        return found

    def _owed(self, person: int, group: list[int]) -> int:
        """Return what cannot be saved: what a domain costs that is spread as far as it can be."""
        domain = self.domains[person]
        count = sum(self.domains[other] == domain for other in group)
        return self.weight * (count - 1) if count <= self.most[domain] else 0

    def _alone(self, person: int, group: list[int]) -> bool:
        return any(mate not in group for mate in self.mates[person])


def improve(seating: Seating, trouble: Trouble, target: int, above: int, budget: int, random: Random) -> list[Round]:
    """Return the best seating found by weighing `budget` swaps, or the first that costs `target` or less.

    Args:
        seating: Where to begin; it is changed.
        trouble: For whom other places are looked for.
        target: What is good enough.
        above: What a person may pay before another place is looked for.
        budget: How many swaps may be weighed.
        random: Chance.
    """
    tabu: dict[tuple[int, int, int], int] = {}
    best, found, since, step = seating.cost, seating.copy(), 0, 0
    while budget > 0 and best > target:
        step += 1
        budget -= seating.people  # looking for trouble is work too
        people = trouble.people(seating, above)
        if not people:
            break
        sample = random.sample(people, min(len(people), 1 + _CANDIDATES // seating.people))
        budget -= len(sample) * seating.people
        move = _best_swap(seating, sample, tabu, step, best, random)
        if move:
            _make(seating, move, tabu, step, random)
        since += 1
        if seating.cost < best:
            best, found, since = seating.cost, seating.copy(), 0
        elif since > _PATIENCE:
            _shake(seating, random)
            since = 0
    return found


_Move: TypeAlias = tuple[int, int, int, int]
"""Round, two people, what their swap costs."""


def _best_swap(
    seating: Seating,
    sample: list[tuple[int, int]],
    tabu: dict[tuple[int, int, int], int],
    step: int,
    best: int,
    random: Random,
) -> _Move | None:
    """Return the cheapest swap of somebody in `sample` that is not forbidden, or that is better than all before."""
    moves: list[_Move] = []
    least: int | None = None
    for r, one in sample:
        where, pull, price = seating.where[r], seating.pull[r], seating.price[one]
        a = where[one]
        mine, own = pull[one], pull[one][a]
        sizes = [len(group) for group in seating.groups[r]]
        fixed = seating.again * (sizes[a] - 2) - own
        for other, b in enumerate(where):
            if b == a:
                continue
            theirs = pull[other]
            delta = mine[b] + theirs[a] - theirs[b] - 2 * price[other] + seating.again * sizes[b] + fixed
            if least is not None and delta > least:
                continue
            forbidden = tabu.get((r, one, b), 0) > step or tabu.get((r, other, a), 0) > step
            if forbidden and seating.cost + delta >= best:
                continue
            if least is None or delta < least:
                least, moves = delta, []
            moves.append((r, one, other, delta))
    return random.choice(moves) if moves else None


def _make(seating: Seating, move: _Move, tabu: dict[tuple[int, int, int], int], step: int, random: Random) -> None:
    """Make a swap, and keep both from going back for a while."""
    r, one, other, delta = move
    a, b = seating.where[r][one], seating.where[r][other]
    until = step + random.randint(4, 14)
    tabu[r, one, a] = tabu[r, other, b] = until
    seating.swap(r, one, other, delta)


def swap_cost(seating: Seating, r: int, one: int, other: int) -> int:
    """Return what it costs when two people of different groups change places."""
    a, b = seating.where[r][one], seating.where[r][other]
    pull, sizes = seating.pull[r], [len(group) for group in seating.groups[r]]
    joined = pull[one][b] + pull[other][a] - 2 * seating.price[one][other]
    left = pull[one][a] + pull[other][b] - seating.again * (sizes[a] + sizes[b] - 2)
    return joined - left


def _shake(seating: Seating, random: Random) -> None:
    """Change some places at random in one round."""
    r = random.randrange(len(seating.groups))
    for _ in range(max(2, seating.people // 8)):
        one, other = random.sample(range(seating.people), 2)
        if seating.where[r][one] != seating.where[r][other]:
            seating.swap(r, one, other, swap_cost(seating, r, one, other))
