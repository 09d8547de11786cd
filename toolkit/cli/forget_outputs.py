"""Delete what was made of a workshop, and make it anew without the names."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

from toolkit.workshop.made import (
    ANEW,
    LIST,
    Command,
    file_of,
    how_made,
    in_words,
    keep_to_make_anew,
    listed_as,
    made_elsewhere,
    to_make_anew,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.name_finder import NameFinder


def outputs(folder: Folder, finder: NameFinder) -> list[Path]:
    """Return what was made: all of `out/`, the lists of how it was made left out, and what names somebody elsewhere."""
    files = [file for file in sorted(folder.out.rglob("*")) if file.is_file() or file.is_symlink()]
    lists = (folder.out / LIST, folder.out / ANEW)
    return [file for file in files if file not in lists] + [
        file for file in made_elsewhere(folder) if _may_name(file, finder)
    ]


def _may_name(file: Path, finder: NameFinder) -> bool:
    """Tell whether a file names somebody; in a PDF nobody can look."""
    return file.suffix.lower() == ".pdf" or bool(finder.found(file.read_bytes().decode("utf-8", "replace")))


def delete_outputs(folder: Folder, finder: NameFinder) -> dict[Path, Command | None]:
    """Delete outputs, and return how each file was made; None where nobody knows.

    What was deleted before and has not been made anew is among them. Before anything goes, the disk has how to make it.
    """
    known, printables, pending = how_made(folder), _printables(folder), to_make_anew(folder)
    found: dict[str, Command | None] = {**pending}
    files = outputs(folder, finder)
    for name in (name for file in files if (name := listed_as(folder, file))):
        of_a_printable = Command("print", (name.removesuffix(".pdf"),)) if name in printables else None
        found[name] = known.get(name) or pending.get(name) or of_a_printable
    keep_to_make_anew(folder, {name: command for name, command in found.items() if command})
    for file in files:
        file.unlink()
        print(f"{file}: deleted", file=sys.stderr)
    return {file_of(folder, name): command for name, command in found.items()}


def delete_parts(folder: Folder) -> None:
    """Delete what a process that died while it wrote a file left beside that file."""
    from toolkit.files.atomic import parts
    from toolkit.files.places import memory

    for place in (folder.path, memory()):
        for part in parts(place):
            part.unlink(missing_ok=True)


def _printables(folder: Folder) -> set[str]:
    from toolkit.library.catalogue import Catalogue

    return {f"{id_}.pdf" for id_ in Catalogue(folder.path).printables()}


def make_anew(folder: Folder, deleted: Mapping[Path, Command | None]) -> None:
    """Make again what can be made, each command once, and say of the rest what is left to do."""
    said: dict[Command, str] = {}
    for command in dict.fromkeys(command for command in deleted.values() if command):
        said[command] = _run(folder, command)
    for file, known in deleted.items():
        if file.exists():
            print(f"{file}: made anew, without the names", file=sys.stderr)
        elif known is None:
            print(f"{file}: not made anew, nothing says how it was made", file=sys.stderr)
        else:
            why = f" ({said[known]})" if said[known] else ""
            print(f"{file}: not made anew{why}: {_written(folder, known)}", file=sys.stderr)
    keep_to_make_anew(folder, {})


def _run(folder: Folder, command: Command) -> str:
    """Run a command quietly, and return the last line that it said if it failed."""
    from toolkit.cli.main import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(list(_words(folder, command)))
        except SystemExit as stopped:  # an option that this version does not know
            code = int(stopped.code or 0)
    lines = err.getvalue().strip().splitlines()
    return lines[-1] if code and lines else ""


def _words(folder: Folder, command: Command) -> Iterator[str]:
    yield from (command.name, str(folder.path))
    yield from (in_words(folder, word) for word in command.arguments)


def _written(folder: Folder, command: Command) -> str:
    return " ".join(["workshop", *_words(folder, command)])
