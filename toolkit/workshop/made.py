"""How the files in a workshop's `out/`, and elsewhere in its folder, were made, so that they can be made anew.

The list stands in `out/` and has commands in it, never names. Files are listed as paths below `out/`; others of the
folder begin with `../`. Content of the workshop's own is not listed, whoever wrote it: people go on writing there.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.places import CONTENT_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder

LIST = ".made.json"
ANEW = ".anew.json"
"""What was deleted to be made anew, until it is: whoever was kept from it makes it at the next forgetting."""
OUT, DIR = "{out}", "{dir}"
"""How a remembered command writes the folder `out/`, and the workshop's."""
_UP = "../"
_OWN = (".yaml", ".yml", ".csv", ".xlsx", ".db")
"""Kinds of files beside the plan that people write, or the session is in."""


class Command(NamedTuple):
    """A command of `workshop`, without the folder that it is given."""

    name: str
    arguments: tuple[str, ...] = ()


def as_given(folder: Folder, path: Path) -> str:
    """Return a path as a remembered command has it: the folder may be elsewhere by then."""
    path = path.resolve()
    for word, place in ((OUT, folder.out.resolve()), (DIR, folder.path.resolve())):
        if path.is_relative_to(place):
            return f"{word}/{path.relative_to(place).as_posix()}"
    return str(path)


def given_out(folder: Folder, out: Path | None) -> list[str]:
    """Return how a remembered command is told where its files go, if it was."""
    return ["--out", as_given(folder, out)] if out else []


def in_words(folder: Folder, word: str) -> str:
    """Return an argument of a remembered command as it is given now."""
    return word.replace(OUT, str(folder.out)).replace(DIR, str(folder.path))


def listed_as(folder: Folder, file: Path) -> str | None:
    """Return the name under which a file is listed; None where it is not this folder's, or people write in it."""
    file, out, path = file.parent.resolve() / file.name, folder.out.resolve(), folder.path.resolve()
    if file.is_relative_to(out):
        return file.relative_to(out).as_posix()
    if not file.is_relative_to(path) or _is_own(file.relative_to(path)):
        return None
    return _UP + file.relative_to(path).as_posix()


def _is_own(file: Path) -> bool:
    """Tell whether a file of the folder is, or could be, one that the workshop consists of."""
    first, *more = file.parts
    return first in CONTENT_FOLDERS or (not more and (first.startswith(".") or file.suffix.lower() in _OWN))


def file_of(folder: Folder, name: str) -> Path:
    """Return the file that is listed under a name."""
    return folder.path / name.removeprefix(_UP) if name.startswith(_UP) else folder.out / name


def made_elsewhere(folder: Folder) -> list[Path]:
    """Return the files that are listed and are in the folder, but not in `out/`."""
    files = [file_of(folder, name) for name in how_made(folder) if name.startswith(_UP)]
    return [file for file in files if is_file(file) and (listed_as(folder, file) or "").startswith(_UP)]


def remember_made(folder: Folder, command: str, arguments: Sequence[str], files: Iterable[Path]) -> None:
    """Remember how files were made; those that are elsewhere are not this folder's. A list that is full is no fault.

    Args:
        folder: The workshop's folder.
        command: The command of `workshop`.
        arguments: What it is given besides the folder; no names of people.
        files: What it made.
    """
    made = Command(command, tuple(arguments))
    entries = {name: made for file in files if (name := listed_as(folder, file))}
    if entries:
        with suppress(OSError):
            folder.out.mkdir(exist_ok=True)
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
