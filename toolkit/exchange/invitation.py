"""The files for an invitation: the agenda as Markdown and as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.agenda_markdown import agenda_markdown
from toolkit.exchange.calendar import calendar_file
from toolkit.files.atomic import write_whole
from toolkit.files.problems import UserError
from toolkit.workshop.made import as_given, remember_made

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan


def write_invitation(
    folder: Folder, plan: Plan, now: dt.datetime, *, ics: Path | None, markdown: Path | None
) -> Iterator[Path]:
    """Write the files that have a path, each whole or not at all, and yield each path as its file is there.

    Raises:
        UserError: In the place of one stands a file of another kind, such as the workshop's own.
        OSError: One cannot be written.
    """
    for path, suffix in ((ics, ".ics"), (markdown, ".md")):
        if path and path.exists() and path.suffix.lower() != suffix:
            raise UserError(f"{path}: there is a file of another kind: choose a name that ends in {suffix}")
    if ics:
        write_whole(ics, calendar_file(plan, now))
        remember_made(folder, "plan", ["--ics", as_given(folder, ics)], [ics])
        yield ics
    if markdown:
        write_whole(markdown, agenda_markdown(plan))
        remember_made(folder, "plan", ["--markdown", as_given(folder, markdown)], [markdown])
        yield markdown
