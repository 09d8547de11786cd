"""Change the workshop file of a folder, if a session can be opened on what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import UserError
from toolkit.files.source import decode_source
from toolkit.files.yaml_reader import parse_yaml
from toolkit.workshop.resolve import Resolved, resolve_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.workshop.folder import Folder


class ChangedElsewhereError(UserError):
    """The file is no longer what a change was meant for; it is as the other has left it."""


def text_of(folder: Folder) -> str:
    """Return the workshop file as it is on the disk.

    Raises:
        InputError: It is no text.
        OSError: It cannot be read.
    """
    return decode_source(folder.file.read_bytes(), str(folder.file))


def as_edited(folder: Folder, text: str) -> Resolved:
    """Return the workshop as it would be with another text of its file.

    Raises:
        InputError: No session could be opened on it.
    """
    return resolve_document(parse_yaml(text, str(folder.file)), folder)


def change(folder: Folder, edited: Callable[[str], str], expected: str | None = None) -> Resolved:
    """Write what `edited` makes of the workshop file, whole or not at all, and return the workshop as it is then.

    Args:
        folder: The workshop's.
        edited: Text in, text out.
        expected: What the file is thought to say; None takes it as it is.

    Raises:
        InputError: The file is at fault, before or after the change; it is as it was.
        ChangedElsewhereError: It says something else.
        OSError: It cannot be read or written.
    """
    before = text_of(folder)
    if expected is not None and before != expected:
        raise ChangedElsewhereError("workshop.yaml was changed elsewhere and is read anew: do it again")
    after = edited(before)
    resolved = as_edited(folder, after)
    if after != before:
        write_whole(folder.file, after)
    return resolved
