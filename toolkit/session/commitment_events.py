"""What can happen to commitments after they were made: corrected aloud, read back, and looked at the next time."""

from __future__ import annotations

from typing import ClassVar

from toolkit.files.value import value
from toolkit.session.body import Body


@value(slots=True)
class OwnerSet(Body):
    """A commitment is somebody else's, or nobody's yet."""

    ABOUT: ClassVar[str] = "commitment"
    commitment: str
    owner: str | None


@value(slots=True)
class DueSet(Body):
    """A commitment is to be kept by another day, or by none that is known."""

    ABOUT: ClassVar[str] = "commitment"
    commitment: str
    due: str | None


@value(slots=True)
class AskSet(Body):
    """The owner must ask somebody else first, or nobody."""

    TEXTS: ClassVar[tuple[str, ...]] = ("ask",)
    ABOUT: ClassVar[str] = "commitment"
    commitment: str
    ask: str | None


@value(slots=True)
class Kept(Body):
    """What became of a commitment; the latest answer counts."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    ABOUT: ClassVar[str] = "commitment"
    commitment: str
    answer: str
    """`yes`, `partly`, `no`, `moved` or `dropped`."""
    text: str | None = None
    due: str | None = None
    """The day it was moved to; empty where no day is known any more, None where the day is as before."""


@value(slots=True)
class ReadAloud(Body):
    """The line that is being read back: every window of the room's screen shows the page it is on.

    It adds nothing to what it names and cannot be undone, so that `undo` after a correction takes the correction back.
    """

    UNDOABLE: ClassVar[bool] = False
    ref: str


COMMITMENT_KINDS: dict[str, type[Body]] = {
    "owner-set": OwnerSet,
    "due-set": DueSet,
    "ask-set": AskSet,
    "kept": Kept,
    "read-aloud": ReadAloud,
}
"""The name under which each of these kinds stands in the journal."""
