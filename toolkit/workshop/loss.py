"""What shortening and dropping lose: the cost that re-planning makes as small as it can.

The unit is a thousandth of a weighted minute, in whole numbers, so that an optimum can be compared exactly.

* Shortening a step by `y` of the `g` minutes between its planned length and its shortest loses `w (y + y²/g)`: the
  first minute costs itself, the last before the minimum three times as much, so cuts spread over what can give.
* Lengthening it by `z` of the `h` minutes up to its longest gains `w (z - z²/2h)`: a minute gained is worth no more
  than a minute lost, and nothing at the end.
* Dropping a step of `m` planned minutes loses `2wm` where its author marked it `drop`, else `3wm` (a whole block goes).
* Moving the end loses 3 a minute: it is everybody's time.
* Each change loses 2 as such, a step that gets another length as well as a step or a block that goes: it has to be
  explained and remembered. So a few changes of some minutes come before many of half a minute.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.allot import GRAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

UNIT = 1000
"""Units of cost in a weighted minute."""
WEIGHTS = {"first-to-go": 1, "normal": 2, "keep": 2}
BREAK_WEIGHT = 3
"""What is taken from a break is missed in everything after it."""
MOVE_RATE = 3 * UNIT
CHANGE = 2 * UNIT
"""What a change loses as such: a minute of an ordinary step."""


@value()
class Piece:
    """A step that is still to come, or the rest of the one in progress. Lengths are seconds, of the whole step."""

    step: str
    block: str
    allotted: int
    planned: int
    least: int
    """What it may not go under: its shortest, and what is used already."""
    most: int
    rest: int
    """Milliseconds that it will still take."""
    weight: int
    shortest: int
    longest: int
    touchable: bool = True
    """Whether its length may change."""
    droppable: bool = False
    """Whether it may go alone."""
    marked: bool = False
    """Whether its author marked it as the first thing to drop."""

    @property
    def give(self) -> int:
        """How many grains it can give up."""
        return max(0, self.allotted - self.least) // GRAIN if self.touchable else 0

    @property
    def room(self) -> int:
        """How many grains it can gain."""
        return max(0, self.most - self.allotted) // GRAIN if self.touchable else 0

    @property
    def freed(self) -> int:
        """How many whole grains dropping it frees."""
        return self.rest // (GRAIN * 1000)

    @cached_property
    def cuts(self) -> Sequence[int]:
        """What each further grain loses, the first first; never falling."""
        return self._steps(-GRAIN, self.give)

    @cached_property
    def gains(self) -> Sequence[int]:
        """What each further grain gains, the first first; never rising."""
        return [-change for change in self._steps(GRAIN, self.room)]

    @property
    def loss(self) -> int:
        """What dropping it loses."""
        return round(UNIT * (self.weight * (2 if self.marked else 3) * self.planned / 60 - self._curve(self.allotted)))

    def regains(self, seconds: int) -> int:
        """Return what is gained by having the length that it has instead of another."""
        return round(UNIT * (self._curve(seconds) - self._curve(self.allotted)))

    def _steps(self, grain: int, count: int) -> list[int]:
        at = [self._curve(self.allotted + n * grain) for n in range(count + 1)]
        return [round(UNIT * (after - before)) for before, after in pairwise(at)]

    def _curve(self, seconds: int) -> float:
        """Return what a length loses against the planned one, in weighted minutes; a gain is below 0."""
        missing = (self.planned - seconds) / 60
        if missing >= 0:
            return self.weight * (missing + missing**2 / (max(self.planned - self.shortest, GRAIN) / 60))
        room = max(self.longest - self.planned, GRAIN) / 60
        more = min(-missing, room)
        return -self.weight * (more - more**2 / (2 * room))
