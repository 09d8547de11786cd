"""What an earlier workshop left to do: values only, as the plan and so the journal keeps them."""

from __future__ import annotations

from toolkit.files.value import value


@value()
class Carried:
    """A commitment of an earlier workshop that is still open."""

    id: str
    text: str | None
    """None once struck."""
    promised: str = ""
    """The day of the workshop in which it was made."""
    owner: str | None = None
    due: str | None = None
    ask: str | None = None
    checks: tuple[tuple[str, str], ...] = ()


@value()
class LeftOpen:
    """A matter that an earlier workshop left open: it is on the parking lot from the start."""

    id: str
    text: str | None
    """None once struck."""
    domain: str | None = None
    withheld: bool = False
    """Whether it stays in the folder: fewer than four people of the domain were there when it was said."""
