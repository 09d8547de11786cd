"""What a desk needs of the roster: names, what only it knows of people, and a way to write somebody into it.

None of it is ever in the journal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.session.desk import Desk
    from toolkit.workshop.folder import Folder


def know_people(desk: Desk, folder: Folder) -> None:
    """Give a desk the names, the wishes and the roster of its workshop's folder; again, to read them anew.

    In a rehearsal nobody is written into the roster: their names are known until the rehearsal is left.
    """
    from toolkit.workshop.guests import guests  # deferred: the clock is on the screen before the names are
    from toolkit.workshop.roster import read_roster

    if desk.state.plan is None:
        return
    roster = read_roster(folder.path / desk.state.plan.roster)
    kept = {id_: name for id_, name in desk.names.items() if desk.rehearsal}
    desk.names = {**kept, **roster.names()}
    desk.guests = guests(roster.people)
    desk.enrol = lambda name, domain: _enrol(desk, folder, name, domain)
    desk.reread = lambda: know_people(desk, folder)


def _enrol(desk: Desk, folder: Folder, name: str, domain: str | None) -> str:
    """Write somebody into the roster and let the desk know their name.

    The desk calls this while it holds the right to write to the journal, so that two windows never write the roster
    at once.
    """
    from toolkit.session.opening import files_changed, keep_fingerprint
    from toolkit.workshop.codes import codes
    from toolkit.workshop.enrol import enrol

    assert desk.state.plan is not None
    taken = {person.id for person in desk.state.plan.people}
    if desk.rehearsal:
        id_ = next(codes({*taken, *desk.names}))
    else:
        changed = files_changed(folder, desk)
        id_ = enrol(folder.path / desk.state.plan.roster, name, domain, taken)
        if not changed:  # what the desk itself wrote is no change to be asked about
            keep_fingerprint(folder, desk)
    desk.names = {**desk.names, id_: name}
    return id_
