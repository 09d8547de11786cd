"""Change the workshop file of a folder, if a session can be opened on what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.source import decode_source
from toolkit.files.yaml_reader import parse_yaml
from toolkit.workshop.resolve import Resolved, resolve_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.workshop.folder import Folder


def change(folder: Folder, edited: Callable[[str], str]) -> Resolved:
    """Write what `edited` makes of the workshop file, whole or not at all, and return the workshop as it is then.

    Raises:
        InputError: The file is at fault, before or after the change; it is as it was.
        OSError: It cannot be read or written.
    """
    name = str(folder.file)
    before = decode_source(folder.file.read_bytes(), name)
    after = edited(before)
    resolved = resolve_document(parse_yaml(after, name), folder)
    if after != before:
        write_whole(folder.file, after)
    return resolved
