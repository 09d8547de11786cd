"""Keeping what people say: notes, the parking lot, commitments, turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.events import Checked, Committed, Noted, Parked, Spoke
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View

Text = Annotated[str, Param(words.TEXT, "rest", label="Words")]
SaidBy = Annotated[str | None, Param(words.DOMAIN, "before", "from", label="Domain")]
SaidAt = Annotated[int | None, Param(words.CLOCK, "before", "at", label="At HH:MM")]

MAX_TEXT = 100_000


def checked_text(text: str) -> str:
    """Return a text as it is, if there is one."""
    if not text.strip():
        raise Refusal("there is no text to keep")
    if len(text) > MAX_TEXT:
        raise Refusal(f"longer than {MAX_TEXT:,} characters: keep it in parts")
    return text


def _said_at(room: Room, at: int | None) -> int:
    """Return the instant at which something was said; a clock time means the last time it was that late."""
    return room.now if at is None else room.past(at)


@action("note", "Capture a note", keys=("c", "f2"), example="note who is “we” in this sentence?")
@value()
class Note(Action):
    """Keep what was said, word for word."""

    REF: ClassVar[str] = "note"
    text: Text
    domain: SaidBy = None
    at: SaidAt = None

    def decide(self, room: Room) -> Noted:
        """Give the note its number, and the step that the room was in."""
        at = _said_at(room, self.at)
        id_ = room.state.next_id("n")
        return Noted(id_, checked_text(self.text), at, room.state.step_at(at), self.domain)


@action("park", "Park a matter", keys=("x", "f4"), example="park who pays for the translation?")
@value()
class Park(Action):
    """Keep a matter for later, on the parking lot."""

    REF: ClassVar[str] = "item"
    text: Text
    domain: SaidBy = None
    at: SaidAt = None

    def decide(self, room: Room) -> Parked:
        """Give the matter its number."""
        at = _said_at(room, self.at)
        return Parked(room.state.next_id("x"), checked_text(self.text), at, room.state.step_at(at), self.domain)


@action(
    "commit",
    "Record a commitment",
    keys=("k", "f6"),
    example="commit Anna --by friday --ask treasury draft the budget line",
)
@value()
class Commit(Action):
    """Record who does what by when, and whom they must ask. `-` as the owner: nobody yet."""

    REF: ClassVar[str] = "commitment"
    owner: Annotated[str | None, Param(words.OWNER, label="Owner")]
    text: Annotated[str, Param(words.TEXT, "rest", label="Does what")]
    by: Annotated[str | None, Param(words.DATE, "option", "--by", label="By when")] = None
    ask: Annotated[str | None, Param(words.WHOM, "option", "--ask", label="Must ask")] = None
    at: SaidAt = None

    def decide(self, room: Room) -> Committed:
        """Give the commitment its number."""
        text = checked_text(self.text)
        at = _said_at(room, self.at)
        return Committed(room.state.next_id("k"), text, at, self.owner, self.by, self.ask)


@action("checked", "Check a commitment", keys=("y",), example="checked k2 budget yes")
@value()
class Check(Action):
    """Say whether budget, legal basis or people are there for a commitment."""

    commitment: Annotated[str, Param(words.COMMITMENT, label="Commitment")]
    what: Annotated[str, Param(words.choice("budget|law|people", "budget", "law", "people"), label="Check")]
    answer: Annotated[str, Param(words.choice("yes|no|unknown", "yes", "no", "unknown"), label="Answer")]

    def decide(self, room: Room) -> Checked:
        """Record the answer; the latest counts."""
        return Checked(str(words.COMMITMENT.read(self.commitment, room.view)), self.what, self.answer)

    def reply(self, event: Event, view: View) -> str:
        """Say all answers so far."""
        found = next((c for c in view.state.commitments if c.id == self.commitment), None)
        checks = ", ".join(f"{what} {answer}" for what, answer in (found.checks if found else ()))
        return f"{self.commitment}: {checks}"


@action("spoke", "A domain spoke", example="spoke design")
@value()
class Speak(Action):
    """Count a turn of a domain, never of a person. Keys 1 to 9 in the console."""

    domain: Annotated[str, Param(words.DOMAIN, label="Domain")]

    def decide(self, room: Room) -> Spoke:
        """Count one turn."""
        return Spoke(self.domain)

    def reply(self, event: Event, view: View) -> str:
        """Say how many turns each domain had."""
        turns = view.state.turns
        return " ".join(f"{domain.code} {turns.get(domain.id, 0)}" for domain in view.plan.domains)
