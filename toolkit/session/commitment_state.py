"""What somebody promised: a value, never changed in place."""

from __future__ import annotations

from toolkit.files.value import value

CHECKS = ("budget", "law", "people")
"""What may be lacking, in the order in which it is asked."""
CLOSED = ("yes", "dropped")
"""Answers to what became of a commitment after which nothing is left to do."""


@value(slots=True)
class Commitment:
    """Who does what by when, whom they must ask, and whether budget, law and people are there."""

    id: str
    text: str | None
    at: int
    by: str
    seq: int
    owner: str | None = None
    due: str | None = None
    ask: str | None = None
    checks: tuple[tuple[str, str], ...] = ()
    """`budget`, `law` and `people`, each with `yes`, `no` or `unknown`, in the order they were first answered."""
    promised: str = ""
    """The day of the workshop in which it was made, where it was brought along from an earlier one."""
    kept: str | None = None
    """What became of it, as `commitment_events.Kept` has it."""
    kept_text: str | None = None

    @property
    def open(self) -> bool:
        """Tell whether there is still something to do."""
        return self.text is not None and self.kept not in CLOSED
