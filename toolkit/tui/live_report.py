"""What the live screen does about the report: writes it in the background, says where it is, opens it when asked."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from toolkit.files.problems import UserError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from toolkit.report.write import Written
    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.sheet import Sheet

_TITLE = "The report, as PDF and Markdown in the folder out/"
_NAMED, _SHARED = "named", "shared"


async def offer(screen: LiveScreen, put: Callable[[Sheet], Awaitable[None]]) -> None:
    """Ask which report to write, or which of those that are there to open."""
    from toolkit.report.naming import file_name
    from toolkit.tui.widgets.menu import Menu

    rows = [
        (_NAMED, "Write it, with names: for this folder"),
        (_SHARED, "Write one to share: without names, small domains counted together"),
    ]
    for anonymous in (False, True):
        pdf = screen.folder.out / f"{file_name(anonymous=anonymous, rehearsal=screen.rehearsal)}.pdf"
        if pdf.exists():
            rows.append((pdf.name, f"Open {pdf.name}"))

    async def answer(choice: str) -> None:
        if choice in (_NAMED, _SHARED):
            screen.tell("The report is being written…")
            anonymous = choice == _SHARED
            screen.run_worker(lambda: _write(screen, anonymous=anonymous), thread=True, exit_on_error=False)
        else:
            _open(screen, choice)

    await put(Menu(_TITLE, rows, answer))


def _write(screen: LiveScreen, *, anonymous: bool) -> None:
    """Write a report from the journal as it is on the disk, in a thread of its own: nobody waits for it."""
    tell = screen.app.call_from_thread
    try:
        written = _written(screen, anonymous=anonymous)
    except (UserError, OSError, sqlite3.Error) as error:
        tell(screen.tell, f"The report could not be written: {error}", "error")
        return
    more = f" {len(written.problems)} letters or texts need a look: `workshop report` names them."
    tell(
        screen.tell,
        f"Written: {written.pdf} and {written.markdown.name}.{more if written.problems else ''}",
        "information",
    )


def _written(screen: LiveScreen, *, anonymous: bool) -> Written:
    from toolkit.report.write import write_report
    from toolkit.session.reading import read_events

    events = read_events(screen.folder, rehearsal=screen.rehearsal)
    return write_report(screen.folder, events, anonymous=anonymous, rehearsal=screen.rehearsal)


def _open(screen: LiveScreen, name: str) -> None:
    from toolkit.files.open_with import open_path

    if fault := open_path(screen.folder.out / name):
        screen.tell(fault, "warning")
