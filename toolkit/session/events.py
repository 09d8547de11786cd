"""What can happen in a session. Events are facts with absolute targets; they never change once written.

What happens to the words in dispute is in `term_events`, to people in `people_events`, to commitments once they are
made in `commitment_events`. Instants are milliseconds since 1970 in UTC. When fields change, `codec.VERSION` rises and
an upcaster is added.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Self

from toolkit.files.value import value
from toolkit.session.body import Body
from toolkit.session.commitment_events import COMMITMENT_KINDS
from toolkit.session.people_events import PEOPLE_KINDS
from toolkit.session.term_events import TERM_KINDS
from toolkit.workshop.plan import Plan  # noqa: TC001 - looked up when an event is read


@value(slots=True)
class WorkshopOpened(Body):
    """The plan was taken from the files; from here on the journal is enough."""

    UNDOABLE: ClassVar[bool] = False
    plan: Plan

    def words_of(self, ref: str) -> list[str]:
        """Return what was brought along under an id."""
        return self.plan.words_of(ref)

    def without_words_of(self, ref: str) -> Self:
        """Return the event without them."""
        return replace(self, plan=self.plan.without_words_of(ref))


@value(slots=True)
class PlanChanged(Body):
    """Changed files were taken over."""

    plan: Plan

    def words_of(self, ref: str) -> list[str]:
        """Return what was brought along under an id."""
        return self.plan.words_of(ref)

    def without_words_of(self, ref: str) -> Self:
        """Return the event without them."""
        return replace(self, plan=self.plan.without_words_of(ref))


@value(slots=True)
class Entered(Body):
    """The room is in a step, since an instant that may lie before the event."""

    CLOCK: ClassVar[bool] = True
    step: str
    since: int


@value(slots=True)
class Finished(Body):
    """The last step is over."""

    CLOCK: ClassVar[bool] = True
    since: int


@value(slots=True)
class Paused(Body):
    """The step's clock stands still; the afternoon's does not."""

    CLOCK: ClassVar[bool] = True
    step: str


@value(slots=True)
class Resumed(Body):
    """The step's clock runs again."""

    CLOCK: ClassVar[bool] = True
    step: str


@value(slots=True)
class Extended(Body):
    """A step got more time, or less."""

    step: str
    seconds: int


@value(slots=True)
class Replanned(Body):
    """The rest of the afternoon was planned anew. Everything that is in force from here on, whole."""

    kind: str
    """Which proposal it was: `shorten`, `drop`, `move` and so on."""
    seconds: dict[str, int]
    """What each changed step is allotted."""
    dropped: tuple[str, ...]
    ends: int | None
    """The moved hard end, in minutes after midnight."""
    ends_at: int
    """The instant at which the workshop is to end now."""


@value(slots=True)
class Noted(Body):
    """Something that was said."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    GIVES: ClassVar[str] = "note"
    note: str
    text: str | None
    said_at: int
    step: str | None = None
    domain: str | None = None


@value(slots=True)
class Parked(Body):
    """A matter for later, on the parking lot."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    GIVES: ClassVar[str] = "item"
    item: str
    text: str | None
    said_at: int
    step: str | None = None
    domain: str | None = None


@value(slots=True)
class Committed(Body):
    """Somebody will do something; without an owner, nobody yet."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text", "ask")
    GIVES: ClassVar[str] = "commitment"
    commitment: str
    text: str | None
    said_at: int
    owner: str | None = None
    due: str | None = None
    ask: str | None = None
    """Whom the owner must ask first."""


@value(slots=True)
class Checked(Body):
    """Whether budget, legal basis or people are there for a commitment."""

    ABOUT: ClassVar[str] = "commitment"
    commitment: str
    what: str
    answer: str


@value(slots=True)
class Amended(Body):
    """The words of what has an id were put right."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    ABOUT: ClassVar[str] = "ref"
    ref: str
    text: str | None


@value(slots=True)
class Spoke(Body):
    """Somebody of a domain took a turn."""

    domain: str


@value(slots=True)
class Arrived(Body):
    """A person came in, under the hat they declared."""

    person: str
    domain: str | None = None
    table: int | None = None
    """Where they sit, counted from 1, if they came after tables had been made."""
    later: tuple[int, ...] = ()
    """Where they sit in rounds that are made and have not begun; 0 where they have a place already."""


@value(slots=True)
class Left(Body):
    """A person went."""

    person: str


@value(slots=True)
class Struck(Body):
    """Somebody asked not to be recorded: the text of an event is erased, the fact stays."""

    UNDOABLE: ClassVar[bool] = False
    ref: str
    """What a person calls it, such as n7."""
    seq: int


@value(slots=True)
class Undone(Body):
    """An event no longer counts. Undoing this one lets it count again."""

    seq: int
    kind: str
    """The kind of that event; `undone` where this takes an undoing back."""


@value(slots=True)
class Waited(Body):
    """Rehearsal: the simulated clock was moved on."""

    UNDOABLE: ClassVar[bool] = False
    seconds: float


@value(slots=True)
class SpeedSet(Body):
    """Rehearsal: the simulated clock runs this many times as fast as a real one; at 0 it stands still."""

    UNDOABLE: ClassVar[bool] = False
    factor: float


@value(slots=True)
class Event:
    """One line of the journal."""

    seq: int
    at: int
    by: str
    body: Body


KINDS: dict[str, type[Body]] = {
    "workshop-opened": WorkshopOpened,
    "plan-changed": PlanChanged,
    "entered": Entered,
    "finished": Finished,
    "paused": Paused,
    "resumed": Resumed,
    "extended": Extended,
    "replanned": Replanned,
    "noted": Noted,
    "parked": Parked,
    "committed": Committed,
    "checked": Checked,
    "amended": Amended,
    "spoke": Spoke,
    "arrived": Arrived,
    "left": Left,
    "struck": Struck,
    "undone": Undone,
    "waited": Waited,
    "speed-set": SpeedSet,
    **COMMITMENT_KINDS,
    **TERM_KINDS,
    **PEOPLE_KINDS,
}
"""The name under which each kind stands in the journal."""
NAMES: dict[type[Body], str] = {body: name for name, body in KINDS.items()}
