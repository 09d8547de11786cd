"""Changes to the agenda from the command line."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from toolkit.library.catalogue import Catalogue
from toolkit.workshop import edit
from toolkit.workshop.edit_folder import change
from toolkit.workshop.entries import exercise_entry, parallel_entry, plain_entry, typed_clock, typed_minutes, with_typed
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from toolkit.workshop.folder import Folder


def run_edit(folder: Folder, options: argparse.Namespace) -> None:
    """Make the one change that the flags ask for.

    Raises:
        UserError: It cannot be made; the file is as it was.
    """
    change(folder, _edited(folder, options))
    print(f"changed {folder.file}", file=sys.stderr)


def _edited(folder: Folder, options: argparse.Namespace) -> Callable[[str], str]:
    if options.add is not None:
        return partial(edit.added, entry=_entry(folder, options), before=_place(options.before))
    if options.remove is not None:
        return partial(edit.removed, block=options.remove)
    if options.move is not None:
        return partial(edit.moved, block=options.move[0], before=_place(options.move[1]))
    if options.duplicate is not None:
        return partial(edit.duplicated, block=options.duplicate)
    if options.lock is not None:
        return partial(with_typed, block=options.lock[0], typed={"at": options.lock[1]})
    if options.unlock is not None:
        return partial(with_typed, block=options.unlock, typed={"at": ""})
    if options.priority is not None:
        return partial(with_typed, block=options.priority[0], typed={"priority": options.priority[1]})
    return partial(with_typed, block=options.minutes[0], typed={"minutes": options.minutes[1]})


def _entry(folder: Folder, options: argparse.Namespace) -> dict[str, Any]:
    kind, _, title = options.add.partition(":")
    minutes = options.minutes[0] if options.minutes else ""
    catalogue = Catalogue(folder.path)
    if kind in ("break", "talk"):
        entry = plain_entry(kind, title, minutes)
    elif kind == "parallel":
        entry = parallel_entry(options.track, catalogue.exercises(), title, minutes)
    else:
        entry = exercise_entry(options.add, catalogue, resolve(folder).plan, options.term)
        if minutes:
            entry["minutes"] = typed_minutes(minutes)
    return {**entry, "at": typed_clock(options.at)} if options.at else entry


def _place(block: str | None) -> str | None:
    return None if block in (None, "end") else block
