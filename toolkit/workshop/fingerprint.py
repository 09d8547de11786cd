"""Whether anything changed that a plan was read from, without reading it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit import __version__
from toolkit.files.places import CONTENT_FOLDERS, user_data

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


def fingerprint(folder: Folder) -> int:
    """Return a number of 62 bits that differs when the workshop's files, the user's content or the toolkit do."""
    import hashlib  # deferred: files are compared only once the first picture is there

    digest = hashlib.blake2b(__version__.encode(), digest_size=8)
    files = [folder.file, *sorted(folder.path.glob("*.csv")), *sorted(folder.path.glob("*.xlsx"))]
    for root in (folder.path, user_data()):
        for name in CONTENT_FOLDERS:
            files += sorted((root / name).glob("*.yaml"))
    for file in files:
        digest.update(f"\0{file.name}\0".encode("utf-8", "surrogateescape"))
        try:
            digest.update(file.read_bytes())
        except OSError:
            digest.update(b"\0unreadable")
    return int.from_bytes(digest.digest(), "big") >> 2
