"""The two clocks of a session: the room's, and a rehearsal's."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock(Protocol):
    """Something that tells the instant, in milliseconds since 1970."""

    def now(self) -> int:
        """Return the instant."""
        ...


class RoomClock:
    """The wall clock. It runs on while the program is dead and the lid is closed."""

    def now(self) -> int:
        """Return the instant."""
        return time.time_ns() // 1_000_000


class RehearsalClock:
    """A simulated clock: it stands still, unless it is moved on or given a speed."""

    def __init__(self, at: int, speed: float = 0.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._set = (at, monotonic(), speed)  # one value, so that another thread never reads half of a change

    @property
    def speed(self) -> float:
        """How many times as fast as a real clock."""
        return self._set[2]

    def now(self) -> int:
        """Return the simulated instant."""
        at, since, speed = self._set
        return at + round((self._monotonic() - since) * 1000 * speed)

    def set(self, at: int, speed: float | None = None) -> None:
        """Put the clock at an instant, and change its speed if one is given."""
        self._set = (at, self._monotonic(), self.speed if speed is None else speed)
