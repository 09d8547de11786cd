"""What the commands that read a session share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.clocks import RoomClock
from toolkit.session.events import Event, WorkshopOpened
from toolkit.session.fold import fold
from toolkit.session.reading import journal_to_read, read_events

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder


def current_state(folder: Folder, *, rehearsal: bool) -> tuple[State, int]:
    """Return the state of a folder's session and the instant it is asked about.

    Before a session is opened, the state is that of a session about to begin with the plan as the files have it.
    """
    with journal_to_read(folder, rehearsal=rehearsal) as journal:
        state = fold(journal.read() if journal else [])
        if journal is None or state.plan is None:
            return _before(folder, state, rehearsal=rehearsal)
        if not rehearsal:
            return state, RoomClock().now()
        from toolkit.session.opening import clock_left_at

        return state, clock_left_at(journal, state)


def _before(folder: Folder, state: State, *, rehearsal: bool) -> tuple[State, int]:
    from dataclasses import replace

    from toolkit.workshop.resolve import resolve

    plan = resolve(folder).plan
    now = plan.at(plan.starts) if rehearsal else RoomClock().now()
    begun = fold([Event(1, now, "", WorkshopOpened(plan))])
    return replace(begun, seq=state.seq, last_at=state.last_at), now


def names_of(folder: Folder, state: State) -> dict[str, str]:
    """Return people's names by id, as the roster of a session's plan has them now."""
    from toolkit.workshop.roster import read_roster

    return read_roster(folder.path / state.plan.roster).names() if state.plan else {}


def without_names(folder: Folder, state: State, *, rehearsal: bool) -> State:
    """Return a session to be shared: nothing that was written names anybody of the roster, or who recorded it.

    Raises:
        InputError: Nobody can tell what people were called before.
    """
    from toolkit.session.sharing import nameless
    from toolkit.workshop.former import known_by
    from toolkit.workshop.name_finder import NameFinder
    from toolkit.workshop.roster import read_roster

    assert state.plan is not None
    roster = read_roster(folder.path / state.plan.roster)
    facilitators = {event.by for event in read_events(folder, rehearsal=rehearsal)}
    return nameless(state, NameFinder.of_roster(roster.names(), facilitators, known_by(folder, roster)))
