"""Open a session: the journal first, in its own thread, then the live screen with all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.opening import Opened, open_session
from toolkit.tui.messages import Notice
from toolkit.tui.screens.live import LiveScreen
from toolkit.tui.session import DeskThread, Session

if TYPE_CHECKING:
    from toolkit.tui.app import WorkshopApp
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan


def open_live(app: WorkshopApp, folder: Folder, by: str, *, rehearsal: bool = False, restart: bool = False) -> None:
    """Open a workshop's session in the console; the live screen appears when the journal has been read."""

    def open_() -> Opened:
        return open_session(folder, by, read, rehearsal=rehearsal, restart=restart)

    def read() -> Plan:
        plan, notice = read_plan(folder)
        if notice:
            desk.mailbox.put(Notice(notice, "warning"))
        return plan

    def show(result: Session | str) -> None:
        if isinstance(result, str):
            app.opening_failed(result)
        else:
            app.push_screen(LiveScreen(folder, desk, result, app.settings, rehearsal=rehearsal))

    desk = DeskThread(folder, by, open_, lambda result: app.call_from_thread(show, result))
    desk.start()


def read_plan(folder: Folder) -> tuple[Plan, str]:
    """Read the files, and what to tell of rows and content that were left out.

    It imports what models need, so it never runs before the first picture.
    """
    from toolkit.workshop.prepare import prepare

    resolved = prepare(folder)
    if not resolved.problems:
        return resolved.plan, ""
    more = len(resolved.problems) - 1
    return resolved.plan, str(resolved.problems[0]) + (f" (and {more} more: `workshop check`)" if more else "")
