"""Open the session of a folder, or its rehearsal."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.session.actions.opening import Open
from toolkit.session.clocks import RehearsalClock
from toolkit.session.desk import CLOCK_MARK, Desk, Refused
from toolkit.session.journal import Journal, JournalError
from toolkit.workshop.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan


FILES_MARK = "files"


@dataclass
class Opened:
    """An open session: its desk, and what keeps a second rehearsal out."""

    desk: Desk
    lock: sqlite3.Connection | None = None

    def close(self) -> None:
        """Close the journal. The session goes on when it is opened again."""
        self.desk.keep_clock()
        self.desk.journal.close()
        if self.lock:
            self.lock.close()


def open_session(
    folder: Folder, by: str, plan: Callable[[], Plan], *, rehearsal: bool = False, restart: bool = False
) -> Opened:
    """Open the session of `folder`, beginning it with what `plan` returns if it has not begun.

    Args:
        folder: The workshop's folder.
        by: Who opens it.
        plan: Reads the files; called only where no journal has the plan yet.
        rehearsal: Open the rehearsal, which has a journal and a simulated clock of its own.
        restart: Begin the rehearsal anew.

    Raises:
        JournalError: The journal cannot be opened, or somebody else is rehearsing.
        InputError: From `plan`.
    """
    with ExitStack() as after_a_fault:
        lock = _lock(folder) if rehearsal else None
        if lock:
            after_a_fault.callback(lock.close)
        path = folder.journal(rehearsal=rehearsal)
        if rehearsal and restart:
            _forget(path)
        # Read the files before the journal is made: a fault in them leaves nothing behind.
        fresh = None if path.exists() else plan()
        journal = Journal(path)
        after_a_fault.callback(journal.close)
        desk = Desk(journal)
        if desk.state.plan is None:
            fresh = fresh or plan()
            if rehearsal:
                desk.clock = RehearsalClock(fresh.at(fresh.starts))
            _begin(desk, fresh, by)
            keep_fingerprint(folder, desk)
        elif rehearsal:
            desk.clock = RehearsalClock(clock_left_at(journal, desk.state), desk.state.speed)
        after_a_fault.pop_all()
        return Opened(desk, lock)


def _forget(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def clock_left_at(journal: Journal, state: State) -> int:
    """Return the instant at which a rehearsal's clock was left."""
    return max(state.last_at, journal.mark(CLOCK_MARK) or 0)


def files_changed(folder: Folder, desk: Desk) -> bool:
    """Tell whether the files differ from those that the running plan was read from."""
    return desk.journal.mark(FILES_MARK) != fingerprint(folder)


def keep_fingerprint(folder: Folder, desk: Desk) -> None:
    """Remember that the running plan has what the files have now."""
    with suppress(sqlite3.Error):
        desk.journal.set_mark(FILES_MARK, fingerprint(folder))


def _begin(desk: Desk, plan: Plan, by: str) -> None:
    result = desk.do(Open(plan), by)
    if isinstance(result, Refused) and desk.state.plan is None:
        raise JournalError(desk.journal.path, f"the session could not be begun: {result.reason}")


def _lock(folder: Folder) -> sqlite3.Connection:
    """Hold the right to rehearse; the system gives it back when the process dies."""
    try:
        db = sqlite3.connect(folder.path / "rehearsal.lock", timeout=0, isolation_level=None)
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error:
            db.close()
            raise
    except sqlite3.Error as error:
        what = "somebody is rehearsing this workshop in another window: close that one"
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            what = f"no rehearsal can be opened in this folder ({error}): see whether it can be written to"
        raise JournalError(folder.path, what) from None
    return db
