"""Change the agenda of a workshop file: text in, text out, everything else as its author left it.

Entries are moved as lines, with the comments above them, so that not a character elsewhere changes. What comes out is
read again and compared with the same change made to the values; where lines cannot be moved (an agenda in brackets,
say), the file is written anew from the values, comments and order kept.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, TypeAlias

from toolkit.files.problems import InputError, Problem, UserError, nearest
from toolkit.library.fields import in_language
from toolkit.workshop.edit_lines import Lines
from toolkit.workshop.edit_yaml import dumped, loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Entry: TypeAlias = "Mapping[str, Any]"
"""One entry of the agenda, as it stands in the file."""
Value: TypeAlias = "str | float | list[str]"
"""What a field of an entry may be set to."""


class EditError(UserError):
    """A change that cannot be made; says why, and what to name instead."""


def added(text: str, entry: Entry, before: str | None = None) -> str:
    """Return the file with one more entry: before the block called `before`, or at the end."""
    agenda = _agenda(text)
    index = len(agenda) if before is None else find(agenda, before)
    return _changed(text, lambda a: a.insert(index, dict(entry)), lambda lines: lines.insert(index, entry))


def removed(text: str, block: str) -> str:
    """Return the file without a block.

    Raises:
        EditError: It is the only one, or there is no such block.
    """
    agenda = _agenda(text)
    index = find(agenda, block)
    if len(agenda) == 1:
        raise EditError("an agenda has at least one entry: add another before this one is removed")
    return _changed(text, lambda a: a.pop(index), lambda lines: lines.remove(index))


def moved(text: str, block: str, before: str | None = None) -> str:
    """Return the file with a block put before another, or at the end."""
    agenda = _agenda(text)
    old = find(agenda, block)
    new = len(agenda) if before is None else find(agenda, before)
    new -= new > old

    def move(entries: list[Any]) -> None:
        entries.insert(new, entries.pop(old))

    return _changed(text, move, lambda lines: lines.move(old, new))


def duplicated(text: str, block: str) -> str:
    """Return the file with a block twice, one after the other; the second is not locked."""
    index = find(_agenda(text), block)

    def copy(entries: list[Any]) -> None:
        entries.insert(index + 1, deepcopy(entries[index]))
        entries[index + 1].pop("at", None)

    def copy_lines(lines: Lines) -> None:
        lines.copy(index)
        lines.drop(index + 1, "at")

    return _changed(text, copy, copy_lines)


def with_field(text: str, block: str, field: str, value: Value | None) -> str:
    """Return the file with a field of a block set, or gone where the value is None."""
    index = find(_agenda(text), block)

    def put(entries: list[Any]) -> None:
        if value is None:
            entries[index].pop(field, None)
        else:
            entries[index][field] = value

    def put_line(lines: Lines) -> None:
        if value is None:
            lines.drop(index, field)
        else:
            lines.put(index, field, value)

    return _changed(text, put, put_line)


def locked(text: str, block: str, at: str | None) -> str:
    """Return the file with a block locked to a start such as `15:00`, or unlocked."""
    return with_field(text, block, "at", at)


def with_minutes(text: str, block: str, minutes: float) -> str:
    """Return the file with another length of a block, in minutes."""
    return with_field(text, block, "minutes", int(minutes) if minutes == int(minutes) else minutes)


def with_agenda(text: str, entries: list[Entry]) -> str:
    """Return the file with another agenda altogether."""

    def replace(agenda: list[Any]) -> None:
        agenda[:] = [dict(entry) for entry in entries]

    return _changed(text, replace, lambda lines: lines.replace(entries))


def find(agenda: list[Any], block: str) -> int:
    """Return the index of the block with this number (from 1), id (`b3`), exercise or title.

    Raises:
        EditError: There is none, or more than one.
    """
    if match := re.fullmatch(r"b?(\d{1,4})", block):
        if 0 < int(match[1]) <= len(agenda):
            return int(match[1]) - 1
        raise EditError(f"there is no block {block}: the agenda has {len(agenda)}")
    names = [_names(entry) for entry in agenda]
    found = [i for i, own in enumerate(names) if block.casefold() in own]
    if len(found) == 1:
        return found[0]
    if found:
        raise EditError(f"{block!r} could be {', '.join(str(i + 1) for i in found)}: use one of these numbers")
    raise EditError(f"there is no block {block!r}: {nearest(block, [name for own in names for name in own])}")


def _names(entry: Any) -> list[str]:  # noqa: ANN401 - whatever a file holds
    if not isinstance(entry, dict):
        return []
    values = [entry.get(key) for key in ("exercise", "title", "break", "talk")]
    values = [in_language(v, "en") if isinstance(v, dict) and v else v for v in values]
    return [value.casefold() for value in values if isinstance(value, str)]


def _agenda(text: str) -> list[Any]:
    agenda = loaded(text).get("agenda")
    if not isinstance(agenda, list) or not all(isinstance(entry, dict) for entry in agenda):
        raise InputError([Problem("workshop.yaml", 0, 0, "there is no agenda to change: begin it with `agenda:`")])
    return agenda


def _changed(text: str, change: Callable[[list[Any]], object], change_lines: Callable[[Lines], object]) -> str:
    """Return the text after a change, by lines if that comes to the same."""
    wanted = loaded(text)
    change(wanted["agenda"])
    lines = Lines.of(text)
    if lines is not None:
        change_lines(lines)
        after = lines.text()
        try:
            if loaded(after) == wanted:
                return after
        except InputError:
            pass  # the lines did not fit together: the values do
    return dumped(text, wanted["agenda"])
