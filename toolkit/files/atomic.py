"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes | str) -> None:
    """Replace `path` with `content`, or leave it as it was.

    The content is written to a temporary file beside the target, flushed to the disk and renamed over it, so
    that a reader (or a crash, or a full disk) sees the old file or the new one, never a part. Text is UTF-8.

    Raises:
        OSError: The folder cannot be written to; the target is untouched.
    """
    data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
    target = path.resolve()
    try:
        _replace(target, data)
    except OSError as error:  # tell the file that was meant, not the one beside it; a full disk tells none
        error.filename, error.filename2 = str(path), None
        raise
    _sync_folder(target.parent)


def parts(folder: Path) -> list[Path]:
    """Return what processes left below a folder that died while they wrote a file."""
    return sorted(folder.rglob(".*.part"))


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """Keep an existing file's permissions; a new file gets what the umask leaves."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can (Windows cannot open a folder)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
