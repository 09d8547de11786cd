"""What is known of the people in the room: values only."""

from __future__ import annotations

from toolkit.files.value import value


@value(slots=True)
class Presence:
    """Whether a person is here, and under which hat."""

    domain: str | None
    arrived: int | None = None
    left: int | None = None

    @property
    def here(self) -> bool:
        """Tell whether the person came and has not left."""
        return self.arrived is not None and self.left is None


@value(slots=True)
class Seating:
    """Who sat at which table, since an instant; of the latest, who sits there now."""

    at: int
    arrangement: str
    size: int
    tables: tuple[tuple[str, ...], ...]
    seed: int = 0
    number: int | None = None
    """How many tables were asked for, where not their size was."""

    def table_of(self, person: str) -> int | None:
        """Return the number of somebody's table, from 1; None where they have none."""
        return next((n for n, ids in enumerate(self.tables, 1) if person in ids), None)


@value(slots=True)
class Sheet:
    """One filled-in sheet of statements."""

    when: str
    code: str
    domain: str
    answers: tuple[int, ...]
    """For each statement 1 to 5, or 0 where nothing was ticked."""
