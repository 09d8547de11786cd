"""The files for an invitation: the agenda as Markdown and as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.agenda_markdown import agenda_markdown
from toolkit.exchange.calendar import calendar_file
from toolkit.files.atomic import write_whole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.workshop.plan import Plan


def write_invitation(plan: Plan, now: dt.datetime, *, ics: Path | None, markdown: Path | None) -> Iterator[Path]:
    """Write the files that have a path, each whole or not at all, and yield each path as its file is there.

    Raises:
        OSError: One cannot be written.
    """
    if ics:
        write_whole(ics, calendar_file(plan, now))
        yield ics
    if markdown:
        write_whole(markdown, agenda_markdown(plan))
        yield markdown
