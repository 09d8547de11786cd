"""Put the files of an export where they belong, all of them or none."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_files(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write files below `folder` and return where they are.

    All are on the disk, in a folder of their own, before the first of them takes its place: what can fail (no room, no
    right to write) fails before anything that was there is replaced.

    Raises:
        OSError: The folder cannot be written to; what was in it is as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".part-") as name:
        parts = Path(name)
        for path, text in files.items():
            (parts / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(parts / path, text)
        for path in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        return [(parts / path).replace(folder / path) for path in files]
