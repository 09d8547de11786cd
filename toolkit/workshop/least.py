"""The least loss by which something is freed: each thing takes one of its options, or none.

Dynamic programming over grains. A block's things are taken one by one, or the block goes as a whole. Layers count how
many things were dropped, where only so many may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER = 1 << 60
"""The loss of what cannot be done."""


class Option(NamedTuple):
    """One thing that may be done to a step or to a block."""

    freed: int
    """Grains."""
    loss: int
    grains: tuple[str, int] | None = None
    """The step that gets another length, and the grains it gives up."""
    dropped: tuple[str, ...] = ()


class Bundle(NamedTuple):
    """What may be done to one block: to each of its steps, or to the whole of it."""

    steps: Sequence[Sequence[Option]]
    whole: Sequence[Option] = ()

    @property
    def most(self) -> int:
        """How many grains it can free."""
        return max(sum(map(top, self.steps)), top(self.whole))


def top(options: Sequence[Option]) -> int:
    """Return the most grains that an option frees."""
    return max((option.freed for option in options), default=0)


_Layers = list[list[int]]
"""By things dropped, least losses by grains freed; the last index stands for so many or more."""


class _Stage(NamedTuple):
    """The least losses before, inside and after one block."""

    start: _Layers
    steps: list[tuple[_Layers, Sequence[Option]]]
    """Before each step, and its options."""
    after: _Layers
    """After its steps one by one."""
    whole: Sequence[Option]


def least(bundles: Sequence[Bundle], need: int, drops: int | None = None) -> tuple[int, list[Option]] | None:
    """Return the least loss by which at least `need` grains are freed, and what is done; None if it cannot be.

    Args:
        bundles: What may be done to each block.
        need: Grains, more than 0.
        drops: How many things are dropped, exactly; None: as many as it takes.
    """
    search = _Search(need, drops)
    left = sum(bundle.most for bundle in bundles)
    if left < need:
        return None
    for bundle in bundles:
        left -= bundle.most
        search.take(bundle, left)
    return search.found()


class _Search:
    """The layers after the blocks that were taken so far, and the way there."""

    def __init__(self, need: int, drops: int | None) -> None:
        self.need, self.counts = need, drops is not None
        self.layers: _Layers = [[0], *([NEVER] for _ in range(drops or 0))]
        self.trail: list[_Stage] = []

    def take(self, bundle: Bundle, left: int) -> None:
        """Add one block; those after it can free at most `left` grains."""
        start, steps = self.layers, []
        inside = sum(map(top, bundle.steps))
        for options in bundle.steps:
            inside -= top(options)
            steps.append((self.layers, options))
            self.layers = self._with(self.layers, options, self.need - left - inside)
        self.trail.append(_Stage(start, steps, self.layers, bundle.whole))
        if bundle.whole:
            self.layers = self._with(start, bundle.whole, self.need - left, self.layers)

    def _with(self, layers: _Layers, options: Sequence[Option], enough: int, beside: _Layers | None = None) -> _Layers:
        """Return the layers after one more thing that takes one of its options, or those `beside`: taking none.

        Only from `enough` grains on: with fewer, nothing that follows frees what is needed.
        """
        made: _Layers = []
        for drops, kept in enumerate(layers if beside is None else beside):
            best = list(kept)
            for option in options:
                if (source := drops - self._drops(option)) >= 0:
                    self._better(best, layers[source], option, enough)
            made.append(best)
        return made

    def _better(self, best: list[int], before: list[int], option: Option, enough: int) -> None:
        """Lower `best` wherever an option, taken after `before`, loses less."""
        freed, loss, need = option.freed, option.loss, self.need
        best += [NEVER] * (min(need, len(before) - 1 + freed) + 1 - len(best))
        to = max(enough, freed)
        taken = [cost + loss for cost in before[to - freed : max(0, need - freed)]]
        best[to : to + len(taken)] = map(min, best[to : to + len(taken)], taken)
        if over := before[max(0, need - freed) :]:
            best[need] = min(best[need], min(over) + loss)

    def _drops(self, option: Option) -> int:
        return int(self.counts and bool(option.dropped))

    def found(self) -> tuple[int, list[Option]] | None:
        """Return the least loss of all that is needed, and what leads to it, found backwards."""
        drops, at = len(self.layers) - 1, self.need
        cost = total = _at(self.layers[drops], at)
        if cost >= NEVER:
            return None
        done: list[Option] = []
        for stage in reversed(self.trail):
            thing = [(stage.start, stage.whole)] if _at(stage.after[drops], at) > cost else reversed(stage.steps)
            for before, options in thing:
                if _at(before[drops], at) > cost:
                    option, at = self._back(before, options, drops, at, cost)
                    drops, cost = drops - self._drops(option), cost - option.loss
                    done.append(option)
        return total, done[::-1]

    def _back(self, before: _Layers, options: Sequence[Option], drops: int, at: int, cost: int) -> tuple[Option, int]:
        """Return the option that a loss came by, and the grains that were freed before it."""
        for option in options:
            if (source := drops - self._drops(option)) < 0:
                continue
            exact = at - option.freed
            for n in range(max(0, exact), self.need + 1) if at == self.need else [exact]:
                if n >= 0 and _at(before[source], n) + option.loss == cost:
                    return option, n
        raise AssertionError("a loss that nothing leads to")


def _at(costs: list[int], grains: int) -> int:
    return costs[grains] if grains < len(costs) else NEVER


def within(things: Sequence[Sequence[Option]], spare: int) -> tuple[int, list[Option]]:
    """Return the least loss that can be had with at most `spare` grains, and what is done; options take grains here."""
    costs = [0] * (spare + 1)
    trail: list[tuple[list[int], Sequence[Option]]] = []
    for options in things:
        trail.append((costs, options))
        best = list(costs)
        for option in options:
            taken = [cost + option.loss for cost in costs[: max(0, spare + 1 - option.freed)]]
            best[option.freed :] = map(min, best[option.freed :], taken)
        costs = best
    at, cost, done = spare, costs[spare], []
    for before, options in reversed(trail):
        if before[at] > cost:
            option = next(o for o in options if o.freed <= at and before[at - o.freed] + o.loss == cost)
            at, cost = at - option.freed, cost - option.loss
            done.append(option)
    return costs[spare], done[::-1]
