"""Look at a path that may be too long, loop through links, or stand in a closed folder: then nothing is there."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_file(path: Path) -> bool:
    """Tell whether a file can be seen at `path`."""
    with suppress(OSError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder can be seen at `path`."""
    with suppress(OSError):
        return path.is_dir()
    return False
