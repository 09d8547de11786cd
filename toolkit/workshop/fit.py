"""The cheapest way to make what is left fit. Exact: shortening is convex, dropping is dynamic programming.

Everything is counted in grains of half a minute. A choice says how many grains each step gives up or gains, and what
goes altogether.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.workshop.loss import Piece
    from toolkit.workshop.remaining import Part, Stretch


@value()
class Choice:
    """What is changed, and what it loses."""

    grains: dict[str, int]
    """By step: grains less; below 0, grains more."""
    dropped: tuple[str, ...] = ()
    cost: int = 0

    def __add__(self, other: Choice) -> Choice:
        """Return both."""
        return Choice({**self.grains, **other.grains}, self.dropped + other.dropped, self.cost + other.cost)


NOTHING = Choice({})


def shorten(pieces: Sequence[Piece], need: int) -> Choice | None:
    """Return the cheapest way to free `need` grains by shortening alone; None if there is not so much to give.

    Each further grain of a step loses no less than the one before, so the cheapest grains of all are the answer. Where
    grains lose the same, every step gives one before any gives two.
    """
    if need <= 0:
        return NOTHING
    offers = sorted((loss, n, i) for i, piece in enumerate(pieces) for n, loss in enumerate(piece.cuts))
    if len(offers) < need:
        return None
    grains: dict[str, int] = {}
    for _, _, i in offers[:need]:
        grains[pieces[i].step] = grains.get(pieces[i].step, 0) + 1
    return Choice(grains, cost=sum(loss for loss, _, _ in offers[:need]))


def lengthen(pieces: Sequence[Piece], spare: int) -> Choice:
    """Return the best use of at most `spare` grains: the mirror of `shorten`."""
    offers = sorted((-gain, n, i) for i, piece in enumerate(pieces) for n, gain in enumerate(piece.gains))
    used = [offer for offer in offers[: max(0, spare)] if offer[0] < 0]
    grains: dict[str, int] = {}
    for _, _, i in used:
        grains[pieces[i].step] = grains.get(pieces[i].step, 0) - 1
    return Choice(grains, cost=sum(loss for loss, _, _ in used))


def droppable(parts: Sequence[Part]) -> Iterator[tuple[Piece, ...]]:
    """Yield everything that may go: single steps, and whole blocks."""
    for part in parts:
        for piece in part.pieces:
            if piece.droppable and piece.freed > 0:
                yield (piece,)
        if part.droppable and not (len(part.pieces) == 1 and part.pieces[0].droppable):
            yield part.pieces


def drop_one(stretch: Stretch, need: int) -> Choice | None:
    """Return the cheapest way to free `need` grains by dropping one thing, and shortening where that is not enough."""
    best: Choice | None = None
    for gone in droppable(stretch.parts):
        if not sum(piece.freed for piece in gone):
            continue
        names = {piece.step for piece in gone}
        lost = sum(piece.loss for piece in gone)
        if best and lost >= best.cost:
            continue  # shortening costs at least nothing
        rest = shorten([p for p in stretch.pieces if p.step not in names], need - sum(piece.freed for piece in gone))
        if rest is not None and (best is None or lost + rest.cost < best.cost):
            best = Choice(rest.grains, tuple(piece.step for piece in gone), lost + rest.cost)
    return best


def drop_any(stretch: Stretch, need: int) -> Choice:
    """Return the cheapest way to free `need` grains by any mixture of dropping and shortening.

    Where there is not so much to free, all that can go goes.
    """
    if need <= 0:
        return NOTHING
    freed, everything = _everything(stretch)
    if freed <= need:
        return everything
    costs, left = [0], freed
    trail: list[_Taken] = []
    for part in stretch.parts:
        whole = [_whole(part)] if part.droppable else []
        pieces = [_options(piece) for piece in part.pieces]
        inside = sum(map(_top, pieces))
        left -= max(inside, _top(whole))  # what the blocks after this one can free at most
        start, steps = costs, []
        for options in pieces:
            inside -= _top(options)
            steps.append((costs, options))
            costs = _with(costs, options, need, need - left - inside)
        trail.append(_Taken(start, steps, costs, whole))
        costs = _with(start, whole, need, need - left, costs)
    return _unwound(trail, costs)


def _everything(stretch: Stretch) -> tuple[int, Choice]:
    """Return the most grains that a stretch can free, and the cheapest way to free so many."""
    freed, choice = 0, NOTHING
    for part in stretch.parts:
        most = [min(_options(piece), key=_most, default=_NOTHING) for piece in part.pieces]
        here = sum(option[0] for option in most), sum((option[2] for option in most), NOTHING)
        if part.droppable:
            whole = _whole(part)
            here = min(here, (whole[0], whole[2]), key=lambda both: (-both[0], both[1].cost))
        freed, choice = freed + here[0], choice + here[1]
    return freed, choice


def _most(option: _Option) -> tuple[int, int]:
    return -option[0], option[1]


_Option = tuple[int, int, "Choice"]
"""Grains freed, loss, and what it is."""
NEVER = 1 << 60
"""The loss of what cannot be done."""


class _Taken(NamedTuple):
    """The least losses, by grains freed (the last: so many or more), before, inside and after one block."""

    start: list[int]
    pieces: list[tuple[list[int], list[_Option]]]
    """Before each step, and its options."""
    after: list[int]
    """After its steps one by one."""
    whole: list[_Option]


_NOTHING: _Option = (0, 0, NOTHING)


def _options(piece: Piece) -> list[_Option]:
    losses = accumulate(piece.cuts)
    options = [(n, loss, Choice({piece.step: n}, cost=loss)) for n, loss in enumerate(losses, 1)]
    if piece.droppable and piece.freed > 0:
        options.append((piece.freed, piece.loss, Choice({}, (piece.step,), piece.loss)))
    return options


def _whole(part: Part) -> _Option:
    loss = sum(piece.loss for piece in part.pieces)
    steps = tuple(piece.step for piece in part.pieces)
    return sum(piece.freed for piece in part.pieces), loss, Choice({}, steps, loss)


def _top(options: list[_Option]) -> int:
    """Return the most grains that an option frees."""
    return max((freed for freed, _, _ in options), default=0)


def _with(
    costs: list[int], options: list[_Option], need: int, least: int, beside: list[int] | None = None
) -> list[int]:
    """Return the least losses after one more thing that takes one of its options, or those `beside`: taking none.

    Only from `least` grains on: with fewer, nothing that follows frees enough.
    """
    best = list(costs if beside is None else beside)
    size = min(need, len(costs) - 1 + _top(options)) + 1
    best += [NEVER] * (size - len(best))
    for freed, loss, _ in options:
        to = max(least, freed)
        taken = [cost + loss for cost in costs[to - freed : max(0, need - freed)]]
        best[to : to + len(taken)] = map(min, best[to : to + len(taken)], taken)
        if enough := costs[max(0, need - freed) :]:
            best[need] = min(best[need], min(enough) + loss)
    return best


def _unwound(trail: list[_Taken], costs: list[int]) -> Choice:
    """Return what was chosen, found backwards from the least loss of all that is needed."""
    need = at = len(costs) - 1
    cost, choice = costs[need], NOTHING
    for block in reversed(trail):
        if _at(block.after, at) > cost:
            at, cost, choice = _back(need, block.start, block.whole, at, cost, choice)
            continue
        for before, options in reversed(block.pieces):
            if _at(before, at) > cost:
                at, cost, choice = _back(need, before, options, at, cost, choice)
    return choice


def _at(costs: list[int], grains: int) -> int:
    return costs[grains] if grains < len(costs) else NEVER


def _back(
    need: int, before: list[int], options: list[_Option], at: int, cost: int, choice: Choice
) -> tuple[int, int, Choice]:
    """Return where a loss came from: the grains and the loss before, and the choice with what was taken."""
    for freed, loss, option in options:
        first = max(0, at - freed) if at == need else at - freed
        for n in range(first, (need if at == need else at - freed) + 1):
            if n >= 0 and _at(before, n) + loss == cost:
                return n, before[n], option + choice
    raise AssertionError("a loss that nothing leads to")
