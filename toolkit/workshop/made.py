"""How the files in a workshop's `out/` were made, so that they can be made anew.

The list stands in `out/` itself and has commands in it, never names.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder

LIST = ".made.json"
ANEW = ".anew.json"
"""What was deleted to be made anew, until it is: whoever was kept from it makes it at the next forgetting."""
OUT = "{out}"
"""How a remembered command writes the folder `out/`."""


class Command(NamedTuple):
    """A command of `workshop`, without the folder that it is given."""

    name: str
    arguments: tuple[str, ...] = ()


def below_out(folder: Folder, path: Path) -> str:
    """Return a path as a remembered command has it; one that is elsewhere is remembered by none."""
    path, out = path.resolve(), folder.out.resolve()
    return f"{OUT}/{path.relative_to(out).as_posix()}" if path.is_relative_to(out) else str(path)


def remember_made(folder: Folder, command: str, arguments: Sequence[str], files: Iterable[Path]) -> None:
    """Remember how files were made; those that are elsewhere are not this folder's. A list that is full is no fault.

    Args:
        folder: The workshop's folder.
        command: The command of `workshop`.
        arguments: What it is given besides the folder; no names of people.
        files: What it made.
    """
    out = folder.out.resolve()
    own = [path.resolve() for path in files]
    made = Command(command, tuple(arguments))
    entries = {path.relative_to(out).as_posix(): made for path in own if path.is_relative_to(out)}
    if entries:
        with suppress(OSError):
            _write(folder, LIST, {**_read(folder, LIST), **entries})


def how_made(folder: Folder) -> dict[str, Command]:
    """Return by file, as a path below `out/`, the command that made it."""
    return _read(folder, LIST)


def to_make_anew(folder: Folder) -> dict[str, Command]:
    """Return by file, as a path below `out/`, the command for what was deleted and has not been made anew."""
    return _read(folder, ANEW)


def keep_to_make_anew(folder: Folder, commands: Mapping[str, Command]) -> None:
    """Keep by which commands files are made anew that are about to be deleted; without any, forget it.

    Raises:
        OSError: The list cannot be written; nothing may be deleted then.
    """
    if commands:
        _write(folder, ANEW, commands)
    else:
        (folder.out / ANEW).unlink(missing_ok=True)


def _write(folder: Folder, name: str, commands: Mapping[str, Command]) -> None:
    lists = {file: [command.name, *command.arguments] for file, command in commands.items()}
    write_whole(folder.out / name, json.dumps(lists, indent=0) + "\n")


def _read(folder: Folder, name: str) -> dict[str, Command]:
    try:
        found = json.loads((folder.out / name).read_text(encoding="utf-8"))
        return {file: Command(words[0], tuple(map(str, words[1:]))) for file, words in found.items() if words}
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return {}  # a list that cannot be read is an empty one
