"""Correcting commitments aloud, reading them back, and saying the next time what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import nearest
from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.commitment_events import AskSet, DueSet, Kept, OwnerSet, ReadAloud
from toolkit.session.commitment_state import CLOSED
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.read_back import commitment_line, next_line, read_lines
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from toolkit.session.commitment_state import Commitment
    from toolkit.session.events import Event
    from toolkit.session.words import View

CommitmentId = Annotated[str, Param(words.COMMITMENT, label="Commitment")]
BEFORE = "-"
ANSWERS = ("yes", "partly", "no", "moved", "dropped")


def _standing(ref: str, room: Room) -> Commitment:
    """Return a commitment whose words were not erased."""
    ref = str(words.COMMITMENT.read(ref, room.view))
    found = next(commitment for commitment in room.state.commitments if commitment.id == ref)
    if found.text is None:
        raise Refusal(f"{ref} has been struck: nothing is left to correct")
    return found


def _line(ref: str, view: View) -> str:
    """Return a commitment as it stands now, to be read aloud."""
    return next((commitment_line(c, view) for c in view.state.commitments if c.id == ref), ref)


@action("owner", "Change the owner", example="owner k2 Anna")
@value()
class SetOwner(Action):
    """Say whose commitment it is. `-`: nobody's yet."""

    commitment: CommitmentId
    owner: Annotated[str | None, Param(words.OWNER, label="Owner")]

    def decide(self, room: Room) -> OwnerSet:
        """Name somebody else."""
        return OwnerSet(_standing(self.commitment, room).id, self.owner)

    def reply(self, event: Event, view: View) -> str:
        """Say the whole line."""
        return _line(self.commitment, view)


@action("due", "Change the date", example="due k2 friday")
@value()
class SetDue(Action):
    """Say by when it will be done. `-`: no date yet."""

    commitment: CommitmentId
    due: Annotated[str | None, Param(words.DATE_OR_NONE, label="By when")]

    def decide(self, room: Room) -> DueSet:
        """Set another day."""
        return DueSet(_standing(self.commitment, room).id, self.due)

    def reply(self, event: Event, view: View) -> str:
        """Say the whole line, and whether the day has passed."""
        return _line(self.commitment, view) + words.passed(self.due, view)


@action("ask", "Change whom to ask", example="ask k2 the data protection officer")
@value()
class SetAsk(Action):
    """Say whom the owner must ask first. `-`: nobody."""

    commitment: CommitmentId
    ask: Annotated[str | None, Param(words.WHOM_OR_NOBODY, "rest", label="Must ask")]

    def decide(self, room: Room) -> AskSet:
        """Name somebody else."""
        return AskSet(_standing(self.commitment, room).id, self.ask)

    def reply(self, event: Event, view: View) -> str:
        """Say the whole line."""
        return _line(self.commitment, view)


@action("kept", "Say what became of a commitment", example="kept k1 moved --by +14 the council meets later")
@value()
class Keep(Action):
    """Record whether a commitment was kept. `moved` needs the new date, or `-`; `dropped`: it will not be done."""

    commitment: CommitmentId
    answer: Annotated[str, Param(words.choice("|".join(ANSWERS), *ANSWERS), label="Kept?")]
    by: Annotated[str | None, Param(words.NEW_DATE, "option", "--by", label="New date")] = None
    text: Annotated[str | None, Param(words.TEXT, "rest", label="In words")] = None

    def decide(self, room: Room) -> Kept:
        """Record the answer; the latest counts."""
        found, by, text = _standing(self.commitment, room), self.by, self.text
        if by is not None and self.answer in CLOSED:
            raise Refusal(f"what is {'done' if self.answer == 'yes' else 'dropped'} has no new date: leave it out")
        if self.answer == "moved" and by is None:
            by, text = _day(found, text or "", room), None
        return Kept(found.id, self.answer, text, by)

    def reply(self, event: Event, view: View) -> str:
        """Say the whole line, and whether the new date has passed."""
        assert isinstance(event.body, Kept)
        return _line(self.commitment, view) + words.passed(event.body.due, view)


def _day(found: Commitment, text: str, room: Room) -> str:
    """Return the day that a commitment moved to, where it stands alone in the place of the words, as after `due`."""
    try:
        return str(words.NEW_DATE.read(text, room.view))
    except Refusal:
        raise Refusal(
            f"{found.id} needs the day that it moved to, or - while nobody knows it",
            f"kept {found.id} moved --by friday",
        ) from None


@action("read", "Read the next line back", keys=("j",), example="read k2")
@value()
class Read(Action):
    """Read the next line back, or the one you name; `-`: the one before. The room's screen follows."""

    ref: Annotated[str | None, Param(words.LINE, label="Line")] = None

    def decide(self, room: Room) -> ReadAloud:
        """Find the line among those of the step."""
        refs = [line.ref for line in read_lines(room.view) if line.ref]
        if not refs:
            raise Refusal("nothing is read back in this step")
        if self.ref in (None, BEFORE):
            return ReadAloud(next_line(room.view, -1 if self.ref else 1) or refs[0])
        if self.ref not in refs:
            raise Refusal(f"{self.ref} is not read back in this step: {nearest(self.ref, refs)}")
        return ReadAloud(self.ref)

    def reply(self, event: Event, view: View) -> str:
        """Say the line, to be read aloud."""
        return next((line.text for line in read_lines(view) if line.ref == view.state.reading), "done")
