"""What a desk needs of the roster: names, what only it knows of people, and a way to write somebody into it.

None of it is ever in the journal.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.former import Edit


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
    desk.people = {person.id: person for person in roster.people}
    desk.register = FolderRegister(desk, folder)
    desk.reread = lambda: know_people(desk, folder)


class FolderRegister:
    """The roster in a workshop's folder; what is written there, its desk knows.

    The desk calls this while it holds the right to write to the journal, so that two windows never write the roster
    at once.
    """

    def __init__(self, desk: Desk, folder: Folder) -> None:
        self._desk, self._folder = desk, folder

    def enrol(self, name: str, domain: str | None) -> str:
        """Write somebody into the roster, unless this is a rehearsal, and return their id."""
        from toolkit.workshop.codes import codes
        from toolkit.workshop.enrol import enrol

        desk = self._desk
        assert desk.state.plan is not None
        taken = {person.id for person in desk.state.plan.people}
        if desk.rehearsal:
            id_ = next(codes({*taken, *desk.names}))
        else:
            with self._own_change() as path:
                id_ = enrol(path, name, domain, taken)
        desk.names = {**desk.names, id_: name}
        return id_

    def edit(self, person: str, cells: Mapping[str, str]) -> tuple[str, ...]:
        """Write cells of somebody's row; what stood there is kept first, under the number that the event will have."""
        from toolkit.workshop.enrol import edit
        from toolkit.workshop.former import Edit, keep_edit

        if self._desk.rehearsal:
            raise Refusal("the roster stays as it is in a rehearsal: change it in the session, or in the file")
        event = self._desk.state.seq + 1
        with self._own_change() as path:
            return edit(path, person, cells, lambda changed: keep_edit(self._folder, Edit(event, person, changed)))

    def edited(self, event: int) -> Edit | None:
        """Return what an event did to the roster."""
        from toolkit.workshop.former import edit_of, read_edits

        return edit_of(read_edits(self._folder), event)

    def cells(self, person: str, columns: Collection[str]) -> dict[str, str]:
        """Return what stands in somebody's row now."""
        from toolkit.workshop.enrol import row_of

        with self._own_change() as path:
            row = row_of(path, person)
        return {column: getattr(row, column) for column in columns}

    def put(self, person: str, cells: Mapping[str, str]) -> None:
        """Write cells of somebody's row, and keep nothing."""
        from toolkit.workshop.enrol import edit

        with self._own_change() as path:
            edit(path, person, cells)

    @contextmanager
    def _own_change(self) -> Iterator[Path]:
        """Give the roster to be written to: what the desk itself writes is no change of files to be asked about."""
        from toolkit.session.opening import files_changed, keep_fingerprint

        desk, folder = self._desk, self._folder
        assert desk.state.plan is not None
        changed = files_changed(folder, desk)
        yield folder.path / desk.state.plan.roster
        if not changed:
            keep_fingerprint(folder, desk)
        know_people(desk, folder)
