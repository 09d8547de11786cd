"""Read a folder for a session: the plan, with everybody's id written into the roster."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError, Problem
from toolkit.workshop.resolve import Resolved, resolve
from toolkit.workshop.roster import write_ids

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


def prepare(folder: Folder) -> Resolved:
    """Return the workshop as its files have it, and write ids for people who have none.

    A roster that cannot be written to is a problem of the result, not an error: the ids are the same every time.

    Raises:
        InputError: From `resolve`.
    """
    resolved = resolve(folder)
    path = folder.path / resolved.plan.roster
    try:
        write_ids(path, resolved.roster)
    except InputError as error:
        kept = tuple(replace(one, what=f"new ids stay out of the file: {one.what}") for one in error.problems)
        resolved = replace(resolved, problems=(*resolved.problems, *kept))
    except OSError as error:
        what = f"new ids could not be written ({(error.strerror or str(error)).lower()}): allow it before printing"
        resolved = replace(resolved, problems=(*resolved.problems, Problem(str(path), 0, 0, what)))
    return resolved
