"""What every kind of event has in common."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Self

from toolkit.files.value import value


@value(slots=True)
class Body:
    """The part of an event that its kind determines."""

    TEXTS: ClassVar[tuple[str, ...]] = ()
    """The fields that hold what somebody said or wrote: strike erases them, and only them."""
    GIVES: ClassVar[str] = ""
    """The field with the id that the event gives out."""
    ABOUT: ClassVar[str] = ""
    """The field with the id of what the event adds to."""
    CLOCK: ClassVar[bool] = False
    """Whether the event moves the clock; such events can be undone only in reverse order."""
    UNDOABLE: ClassVar[bool] = True

    @property
    def given(self) -> str | None:
        """The id that the event gives out, if it gives one."""
        return getattr(self, self.GIVES) if self.GIVES else None

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of what the event adds to: none of them can be taken back while this stands."""
        return (getattr(self, self.ABOUT),) if self.ABOUT else ()

    def words_of(self, ref: str) -> list[str]:
        """Return what the event says in words of what a person calls `ref`: strike erases them."""
        mine = self.TEXTS and ref in (self.given, *self.rests_on)
        return [text for name in self.TEXTS if (text := getattr(self, name))] if mine else []

    def without_words_of(self, ref: str) -> Self:
        """Return the event without them."""
        return replace(self, **dict.fromkeys(self.TEXTS))
