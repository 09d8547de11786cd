"""The cheapest way to make what is left fit, exact in grains of half a minute.

A choice says how many grains each step gives up or gains, and what goes altogether.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.least import Bundle, Option, least, within
from toolkit.workshop.loss import CHANGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    """Return the cheapest way to free `need` grains by shortening alone; None if there is not so much to give."""
    if need <= 0:
        return NOTHING
    found = least([Bundle([_shorter(piece) for piece in pieces])], need, drops=0)
    return found and _choice(*found)


def lengthen(pieces: Sequence[Piece], spare: int) -> Choice:
    """Return the best use of at most `spare` grains: the mirror of `shorten`."""
    return _choice(*within([_longer(piece, spare) for piece in pieces], spare)) if spare > 0 else NOTHING


def drop_one(stretch: Stretch, need: int) -> Choice | None:
    """Return the cheapest way to free `need` grains by dropping one thing, and shortening where that is not enough."""
    found = least(_bundles(stretch), need, drops=1)
    return found and _choice(*found)


def drop_any(stretch: Stretch, need: int) -> Choice:
    """Return the cheapest way to free `need` grains by any mixture of dropping and shortening.

    Where there is not so much to free, all that can go goes.
    """
    if need <= 0:
        return NOTHING
    bundles = _bundles(stretch)
    if sum(bundle.most for bundle in bundles) <= need:
        done = [option for bundle in bundles for option in _everything(bundle)]
        return _choice(sum(option.loss for option in done), done)
    found = least(bundles, need)
    assert found is not None
    return _choice(*found)


def _everything(bundle: Bundle) -> list[Option]:
    """Return the cheapest way to free as much as a block can."""
    steps = [min(options, key=_most) for options in bundle.steps if options]
    ways = [steps, *([option] for option in bundle.whole)]
    return min(ways, key=lambda way: (-sum(o.freed for o in way), sum(o.loss for o in way)))


def _most(option: Option) -> tuple[int, int]:
    return -option.freed, option.loss


def _bundles(stretch: Stretch) -> list[Bundle]:
    return [
        Bundle([[*_shorter(piece), *_without(piece)] for piece in part.pieces], _whole(part)) for part in stretch.parts
    ]


def _shorter(piece: Piece) -> list[Option]:
    losses = accumulate(piece.cuts, initial=CHANGE)
    return [Option(n, loss, (piece.step, n)) for n, loss in enumerate(losses) if n]


def _longer(piece: Piece, spare: int) -> list[Option]:
    gains = accumulate(piece.gains[:spare], initial=-CHANGE)
    return [Option(n, -gain, (piece.step, -n)) for n, gain in enumerate(gains) if n and gain > 0]


def _without(piece: Piece) -> list[Option]:
    here = piece.droppable and piece.freed > 0
    return [Option(piece.freed, piece.loss + CHANGE, dropped=(piece.step,))] if here else []


def _whole(part: Part) -> list[Option]:
    freed = sum(piece.freed for piece in part.pieces)
    lost = sum(piece.loss for piece in part.pieces) + CHANGE
    return [Option(freed, lost, dropped=tuple(piece.step for piece in part.pieces))] if part.droppable and freed else []


def _choice(cost: int, done: Iterable[Option]) -> Choice:
    """Return what was done as a choice."""
    done = list(done)
    grains = dict(option.grains for option in done if option.grains)
    return Choice(grains, tuple(step for option in done for step in option.dropped), cost)
