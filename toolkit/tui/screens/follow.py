"""The room's screen in a window of its own: it reads the journal and never writes to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.problems import UserError
from toolkit.session.clocks import RehearsalClock, RoomClock
from toolkit.session.desk import CLOCK_MARK, Desk
from toolkit.session.journal import Journal
from toolkit.session.register import know_people
from toolkit.tui.screens.room import RoomScreen
from toolkit.tui.session import POLL_SECONDS, Session
from toolkit.tui.widgets.room_widget import RoomWidget

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


class FollowScreen(RoomScreen):
    """Follows a session that another window runs; waits for one that has not begun."""

    def __init__(self, folder: Folder, *, rehearsal: bool) -> None:
        super().__init__(lambda: self._known)
        self.folder, self.rehearsal = folder, rehearsal
        self._known: Session | None = None
        self._desk: Desk | None = None

    def on_mount(self) -> None:
        """Look for news as often as the console does."""
        super().on_mount()
        self.set_interval(POLL_SECONDS, self._look)
        self.call_after_refresh(self._look)

    def on_unmount(self) -> None:
        """Close the journal."""
        if self._desk:
            self._desk.journal.close()

    def _look(self) -> None:
        try:
            fresh = self._desk.refresh() if self._desk else self._open()
        except (UserError, OSError) as error:
            self.query_one(RoomWidget).say(str(error))
            return
        if self._desk and (fresh or self._known is None) and self._desk.state.plan is not None:
            if self._known is None:
                know_people(self._desk, self.folder)
                self._known = Session("", clock=self._desk.clock)
            self._follow_clock(self._desk)
            self._known = replace(self._known, state=self._desk.state, names=self._desk.names)
            self.follow()

    def _open(self) -> bool:
        path = self.folder.journal(rehearsal=self.rehearsal)
        if not path.exists():
            self.query_one(RoomWidget).say("Waiting for the session to begin.")
            return False
        clock = RehearsalClock(0) if self.rehearsal else RoomClock()
        self._desk = Desk(Journal(path, read_only=True), clock=clock)
        return True

    def _follow_clock(self, desk: Desk) -> None:
        """Set the simulated clock by the one that the rehearsal keeps."""
        if isinstance(desk.clock, RehearsalClock):
            at = max(desk.state.last_at, desk.journal.mark(CLOCK_MARK) or 0)
            desk.clock.set(at, desk.state.speed)
