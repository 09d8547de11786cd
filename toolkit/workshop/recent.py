"""Which workshops were opened lately."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.places import memory

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan

KEPT = 12


class Recent(NamedTuple):
    """One workshop that was opened."""

    path: Path
    title: str
    date: str


def recent() -> list[Recent]:
    """Return the workshops that were opened lately and are still there, the latest first."""
    try:
        rows = json.loads((memory() / "recent.json").read_text(encoding="utf-8"))
        found = [Recent(Path(row["path"]), str(row["title"]), str(row["date"])) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        return []  # a memory that cannot be read is an empty one
    return [row for row in found if is_file(row.path / "workshop.yaml")]


def retitle(folder: Folder, plan: Plan) -> None:
    """Give a workshop among the recent ones the title that it has now; where it is not among them, nothing happens."""
    path = folder.path.resolve()
    rows = recent()
    if any(row.path == path for row in rows):
        _keep([Recent(path, plan.title, plan.date) if row.path == path else row for row in rows])


def remember(folder: Folder, plan: Plan) -> None:
    """Put a workshop first among the recent ones; what cannot be remembered is no fault."""
    path = folder.path.resolve()
    _keep([Recent(path, plan.title, plan.date), *(row for row in recent() if row.path != path)][:KEPT])


def _keep(rows: list[Recent]) -> None:
    with suppress(OSError):
        memory().mkdir(parents=True, exist_ok=True)
        text = json.dumps([{"path": str(row.path), "title": row.title, "date": row.date} for row in rows])
        write_whole(memory() / "recent.json", text)
