"""A session that has just been opened, and a clock to turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.room import TurnedClock, desk_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


@pytest.fixture
def clock() -> TurnedClock:
    """The clock of every desk of the test."""
    return TurnedClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is, in a folder of its own."""
    (tmp_path / "workshop").mkdir()
    return tmp_path / "workshop" / "session.db"


@pytest.fixture
def desk(path: Path, plan: Plan, clock: TurnedClock) -> Iterator[Desk]:
    """A desk on a session in which nothing has happened yet."""
    with desk_on(path, plan, clock) as opened:
        yield opened


@pytest.fixture
def other(desk: Desk, path: Path, plan: Plan, clock: TurnedClock) -> Iterator[Desk]:
    """A second desk on the same journal."""
    with desk_on(path, plan, clock) as opened:
        yield opened
