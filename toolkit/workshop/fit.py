"""The cheapest way to make what is left fit. Exact: shortening is convex, dropping is dynamic programming.

Everything is counted in grains of half a minute. A choice says how many grains each step gives up or gains, and what
goes altogether.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

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
    table: _Table = [(0, None), *[(None, None)] * max(0, need)]
    for part in stretch.parts:
        inside = table
        for piece in part.pieces:
            inside = _with(inside, _options(piece))
        if part.droppable:
            inside = _cheaper(inside, _with(table, [_whole(part)]))
        table = inside
    most = max(n for n, (cost, _) in enumerate(table) if cost is not None)
    return _unwound(table[most])


_Option = tuple[int, int, "Choice"]
"""Grains freed, loss, and what it is."""
_Cell = tuple["int | None", "tuple[_Cell, Choice] | None"]
"""The least loss with which at least so many grains are freed, and how: the cell before, and the option taken."""
_Table = list["_Cell"]


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


def _with(table: _Table, options: list[_Option]) -> _Table:
    """Return the table after one more thing that may take one of its options, or none."""
    last = len(table) - 1
    costs = [cost for cost, _ in table]
    best, taken = list(costs), [-1] * (last + 1)
    for o, (freed, loss, _) in enumerate(options):
        for n, before in enumerate(costs):
            if before is not None:
                to = n + freed if n + freed < last else last
                now = best[to]
                if now is None or before + loss < now:
                    best[to], taken[to] = before + loss, o * (last + 1) + n
    return [
        cell if pick < 0 else (cost, (table[pick % (last + 1)], options[pick // (last + 1)][2]))
        for cell, cost, pick in zip(table, best, taken, strict=True)
    ]


def _cheaper(one: _Table, other: _Table) -> _Table:
    return [a if b[0] is None or (a[0] is not None and a[0] <= b[0]) else b for a, b in zip(one, other, strict=True)]


def _unwound(cell: _Cell) -> Choice:
    choice = NOTHING
    while cell[1] is not None:
        cell, option = cell[1]
        choice = option + choice
    return choice
