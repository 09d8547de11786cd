"""What the roster had of people before it was edited: to take an edit back, and to forget former names as well.

It stands in a file beside the roster, so that the journal stays free of names. An edit is written here before it is
written there: whatever dies in between, no name that a roster had is unknown to a later forgetting.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem
from toolkit.files.value import value
from toolkit.files.values import reader, to_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.roster import Roster

NAMING = ("name", "email")
"""The columns by which somebody can be found."""


@value()
class Edit:
    """What was done to somebody's cells, by column: what stood there, and what stands there since."""

    event: int
    """The number of the journal's event; 0 where no event goes with it."""
    person: str
    cells: dict[str, tuple[str, str]]

    @property
    def names(self) -> tuple[str, ...]:
        """What the person could be named by, before and since; an id that stands for a name is none."""
        texts = (text for column in NAMING for text in self.cells.get(column, ()))
        return tuple(text for text in texts if text not in ("", self.person))


def edits_file(folder: Folder) -> Path:
    """Return where the edits of a folder's roster are kept."""
    return folder.path / ".former.json"


def read_edits(folder: Folder) -> list[Edit]:
    """Return all edits that are kept, the oldest first.

    Raises:
        InputError: The file is none of this program's, or damaged.
    """
    file = edits_file(folder)
    try:
        return [reader(Edit)(row) for row in json.loads(file.read_bytes())]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, AttributeError) as error:
        what = "cannot be read: delete it; edits of the roster can then not be undone, and former names not be found"
        raise InputError([Problem(str(file), 0, 0, what)]) from error


def known_by(folder: Folder, roster: Roster) -> tuple[str, ...]:
    """Return what people can be recognised by besides their names: their addresses, and former names.

    Raises:
        InputError: Nobody can tell what people were called before.
    """
    former = dict.fromkeys(name for edit in read_edits(folder) for name in edit.names)
    return (*roster.addresses(), *former)


def keep_edit(folder: Folder, edit: Edit) -> None:
    """Keep an edit, durably, before the roster is changed.

    Raises:
        InputError: The file with the others cannot be read.
        OSError: The file cannot be written; it is as it was.
    """
    keep_edits(folder, [*read_edits(folder), edit])


def keep_edits(folder: Folder, edits: Sequence[Edit]) -> None:
    """Keep these edits and no others; without any there is no file.

    Raises:
        OSError: The file cannot be written; it is as it was.
    """
    if edits:
        rows = ",\n".join(json.dumps(to_value(edit)) for edit in edits)
        write_whole(edits_file(folder), f"[{rows}]\n")
    else:
        edits_file(folder).unlink(missing_ok=True)


def edit_of(edits: Iterable[Edit], event: int) -> Edit | None:
    """Return the edit that goes with an event. Of several under one number the last: others never came to be one."""
    found = None
    for edit in edits:
        if edit.event == event:
            found = edit
    return found
