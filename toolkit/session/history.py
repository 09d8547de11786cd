"""How long things took in sessions that are over: for planning the next."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from toolkit.files.problems import UserError
from toolkit.session.fold import fold
from toolkit.session.journal import Journal
from toolkit.workshop.folder import Folder
from toolkit.workshop.learned import Took
from toolkit.workshop.recent import recent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.session.state import State


def took(state: State) -> Iterator[Took]:
    """Yield each exercise that the room went through from its first step to its last; steps dropped apart."""
    if state.plan is None or not state.segments:
        return
    projection = state.projection(state.last_at)
    stages = {step.id: step.stage for step in projection.steps}
    people = sum(presence.here for presence in state.presence.values()) or len(state.plan.people)
    for block, times in zip(state.plan.blocks, projection.blocks, strict=True):
        whole = all(stages[step.id] == "done" for step in block.steps)
        if block.source and times.stage == "done" and whole:
            yield Took(block.source, people, block.milliseconds, times.end - times.start)


def took_in(folders: Iterable[Folder]) -> Iterator[Took]:
    """Yield the same of the sessions in folders; a journal that cannot be read teaches nothing."""
    for folder in folders:
        try:
            journal = Journal(folder.journal(), read_only=True)
        except (UserError, sqlite3.Error, OSError):
            continue
        try:
            yield from took(fold(journal.read()))
        except (UserError, sqlite3.Error, ValueError):
            continue
        finally:
            journal.close()


def took_lately() -> Iterator[Took]:
    """Yield the same of the workshops that were opened lately on this machine."""
    yield from took_in(Folder(row.path) for row in recent())
