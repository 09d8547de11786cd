"""Changes to the agenda from the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from toolkit.workshop import edit
from toolkit.workshop.edit_folder import change
from toolkit.workshop.times import parse_clock

if TYPE_CHECKING:
    import argparse

    from toolkit.workshop.folder import Folder


def run_edit(folder: Folder, options: argparse.Namespace) -> None:
    """Make the one change that the flags ask for.

    Raises:
        UserError: It cannot be made; the file is as it was.
    """
    change(folder, lambda text: _edited(text, options))
    print(f"changed {folder.file}", file=sys.stderr)


def _edited(text: str, options: argparse.Namespace) -> str:
    if options.add is not None:
        return edit.added(text, _entry(options), _place(options.before))
    if options.remove is not None:
        return edit.removed(text, options.remove)
    if options.move is not None:
        return edit.moved(text, options.move[0], _place(options.move[1]))
    if options.duplicate is not None:
        return edit.duplicated(text, options.duplicate)
    if options.lock is not None:
        return edit.locked(text, options.lock[0], _clock(options.lock[1]))
    if options.unlock is not None:
        return edit.locked(text, options.unlock, None)
    return edit.with_minutes(text, options.minutes[0], number(options.minutes[1]))


def _entry(options: argparse.Namespace) -> dict[str, Any]:
    kind, _, title = options.add.partition(":")
    entry: dict[str, Any] = {kind: title or kind.title()} if kind in ("break", "talk") else {"exercise": options.add}
    if options.minutes:
        minutes = number(options.minutes[0])
        entry["minutes"] = int(minutes) if minutes == int(minutes) else minutes
    if options.at:
        entry["at"] = _clock(options.at)
    return entry


def _place(block: str | None) -> str | None:
    return None if block in (None, "end") else block


def _clock(word: str) -> str:
    try:
        minutes = parse_clock(word)
    except ValueError as error:
        raise edit.EditError(str(error)) from None
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def number(word: str) -> float:
    """Return minutes as they were typed.

    Raises:
        EditError: They are no number, or none that a block can have.
    """
    try:
        minutes = float(word)
    except ValueError:
        minutes = -1.0
    if not 0 < minutes <= 600:
        raise edit.EditError(f"{word!r} is no number of minutes: write one like 20 or 7.5")
    return minutes
