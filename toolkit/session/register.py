"""What a desk needs of the roster: names, what only it knows of people, and a way to write somebody into it.

None of it is ever in the journal.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

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
    roster = read_roster(folder.path / desk.state.plan.roster, desk.state.plan.domains)
    kept = {id_: name for id_, name in desk.names.items() if desk.rehearsal}
    desk.names = {**kept, **roster.names()}
    desk.guests = guests(roster.people)
    desk.people = {person.id: person for person in roster.people}
    desk.enrol = lambda name, domain: _enrol(desk, folder, name, domain)
    desk.edit = None if desk.rehearsal else lambda person, cells: _edit(desk, folder, person, cells)
    desk.reread = lambda: know_people(desk, folder)


def _enrol(desk: Desk, folder: Folder, name: str, domain: str | None) -> str:
    """Write somebody into the roster and let the desk know their name.

    The desk calls this while it holds the right to write to the journal, so that two windows never write the roster
    at once.
    """
    from toolkit.workshop.codes import codes
    from toolkit.workshop.enrol import enrol

    assert desk.state.plan is not None
    taken = {person.id for person in desk.state.plan.people}
    if desk.rehearsal:
        id_ = next(codes({*taken, *desk.names}))
    else:
        with _own_change(desk, folder) as path:
            id_ = enrol(path, name, domain, taken)
        know_people(desk, folder)
    desk.names = {**desk.names, id_: name}
    return id_


def _edit(desk: Desk, folder: Folder, person: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Write cells of somebody's row, and let the desk know what the roster has now."""
    from toolkit.workshop.enrol import edit

    with _own_change(desk, folder) as path:
        changed = edit(path, person, cells, desk.state.plan.domains if desk.state.plan else ())
    know_people(desk, folder)
    return changed


@contextmanager
def _own_change(desk: Desk, folder: Folder) -> Iterator[Path]:
    """Give the roster to be written to: what the desk itself writes is no change of files to be asked about."""
    from toolkit.session.opening import files_changed, keep_fingerprint

    assert desk.state.plan is not None
    changed = files_changed(folder, desk)
    yield folder.path / desk.state.plan.roster
    if not changed:
        keep_fingerprint(folder, desk)
