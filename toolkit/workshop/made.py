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
    entries = {str(path.relative_to(out)): [command, *arguments] for path in own if path.is_relative_to(out)}
    if entries:
        with suppress(OSError):
            write_whole(folder.out / LIST, json.dumps({**_read(folder), **entries}, indent=0) + "\n")


def how_made(folder: Folder) -> Mapping[str, Command]:
    """Return by file, as a path below `out/`, the command that made it."""
    return {name: Command(words[0], tuple(words[1:])) for name, words in _read(folder).items()}


def _read(folder: Folder) -> dict[str, list[str]]:
    try:
        found = json.loads((folder.out / LIST).read_text(encoding="utf-8"))
        return {name: list(map(str, words)) for name, words in found.items() if words}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # a list that cannot be read is an empty one
