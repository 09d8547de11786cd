"""What the commands that read a session share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.clocks import RoomClock
from toolkit.session.fold import fold
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder


def read_events(folder: Folder, *, rehearsal: bool) -> list[Event]:
    """Return the events of a folder's journal; none if no session has been opened."""
    path = folder.require().journal(rehearsal=rehearsal)
    if not path.exists():
        return []
    journal = Journal(path, read_only=True)
    try:
        return journal.read()
    finally:
        journal.close()


def current_state(folder: Folder, *, rehearsal: bool) -> tuple[State, int]:
    """Return the state of a folder's session and the instant it is asked about.

    Before a session is opened, the state is that of a session about to begin with the plan as the files have it.
    """
    from dataclasses import replace

    state = fold(read_events(folder, rehearsal=rehearsal))
    if state.plan is None:
        from toolkit.workshop.resolve import resolve

        plan = resolve(folder).plan
        state = replace(state, plan=plan)
        if rehearsal:
            return state, plan.at(plan.starts)
    return state, state.last_at if rehearsal else RoomClock().now()
