"""What the commands share that write several formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from toolkit.workshop.folder import Folder


def formats_of(options: argparse.Namespace, known: Sequence[str]) -> list[str]:
    """Return the formats that are asked for, each once; one that is not known is a fault of usage."""
    formats = list(dict.fromkeys(name.strip() for name in options.format.split(",") if name.strip()))
    for name in formats:
        if name not in known:
            options.usage_error(f"there is no format {name!r}: use some of {', '.join(known)}")
    return formats


def remember_export(
    folder: Folder,
    command: str,
    options: argparse.Namespace,
    formats: Sequence[str],
    files: Iterable[Path],
    more: Sequence[str] = (),
) -> None:
    """Remember how files of an export were made; `more` is what only this command is given."""
    from toolkit.workshop.made import given_out, remember_made

    given = ["--format", ",".join(formats), *given_out(folder, Path(options.out) if options.out else None), *more]
    given += ["--everything"] if options.everything else []
    given += ["--rehearsal"] if options.rehearsal else []
    remember_made(folder, command, given, files)
