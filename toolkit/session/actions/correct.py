"""Taking back: undo, redo, and strike, which erases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import nearest
from toolkit.files.value import value
from toolkit.session import events as ev
from toolkit.session import people_events as people
from toolkit.session import term_events as terms
from toolkit.session import words
from toolkit.session.actions.capture import checked_text
from toolkit.session.actions.roster import edit_behind, turn
from toolkit.session.commitment_events import AskSet, DueSet, Kept, OwnerSet
from toolkit.session.events import NAMES, Amended, Event, Struck, Undone
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from toolkit.session.body import Body
    from toolkit.session.words import View

UNDONE, EDITED, PLAN_CHANGED = (NAMES[kind] for kind in (Undone, people.PersonEdited, ev.PlanChanged))


@action("undo", "Undo", keys=("u",), example="undo")
@value()
class Undo(Action):
    """Take back your own latest action, if nothing of others depends on it."""

    def decide(self, room: Room) -> Undone:
        """Find the latest event of this facilitator that counts and can be taken back."""
        dead: set[int] = set()
        struck: set[str] = set()
        younger: list[Event] = []
        for event in room.history():
            body = event.body
            if event.seq in dead:
                continue
            if isinstance(body, Undone):
                dead.add(body.seq)
            elif isinstance(body, Struck):
                struck.add(body.ref)
            elif event.by == room.by and body.UNDOABLE and not _worded(body) & struck and _known(room, event):
                if reason := dependent(event, younger):
                    raise Refusal(reason)
                if edit := edit_behind(room, event):
                    turn(room, edit, back=True)
                return Undone(event.seq, NAMES[type(body)])
            else:
                younger.append(event)
        raise Refusal("there is nothing of yours to undo")

    def reply(self, event: Event, view: View) -> str:
        """Say what was taken back."""
        assert isinstance(event.body, Undone)
        return f"undone: {event.body.kind} (event {event.body.seq})"


@action("redo", "Redo", keys=("U",), example="redo")
@value()
class Redo(Action):
    """Take back your own latest undo, if you have done nothing since."""

    def decide(self, room: Room) -> Undone:
        """Find the latest undo of this facilitator that counts and has nothing of theirs after it."""
        turned: dict[int, str] = {}
        """The kinds of events that were undone or redone since."""
        younger: list[Event] = []
        for event in room.history():
            body = event.body
            if turned.pop(event.seq, None) is not None:
                continue
            if isinstance(body, Undone) and (body.kind == UNDONE or event.by != room.by):
                turned[body.seq] = body.kind
            elif isinstance(body, Undone):
                if reason := _stale(body.kind, set(turned.values()), younger):
                    raise Refusal(reason)
                if body.kind == EDITED:
                    _edit_again(room, body.seq, younger)
                return Undone(event.seq, UNDONE)
            elif event.by == room.by and body.UNDOABLE:
                break
            else:
                younger.append(event)
        raise Refusal("there is nothing of yours to redo")

    def reply(self, event: Event, view: View) -> str:
        """Say that it counts again."""
        return "redone"


def _known(room: Room, event: Event) -> bool:
    """Tell whether it is known what an event did outside the journal: to the roster, which must be written to again."""
    return not isinstance(event.body, people.PersonEdited) or edit_behind(room, event) is not None


def _stale(kind: str, turned: set[str], younger: list[Event]) -> str | None:
    """Return why an event of a kind cannot count again, if the clock or the plan is not what it was when it did."""
    if not _plans(ev.KINDS[kind]):
        return None
    since = [*(ev.KINDS[other] for other in turned), *(type(event.body) for event in younger)]
    outdated = kind == PLAN_CHANGED and EDITED in turned  # its files were read while the roster was another
    if UNDONE in turned or outdated or any(map(_plans, since)):
        return "the clock or the plan has changed since: go to the step you want"
    return None


def _edit_again(room: Room, seq: int, younger: list[Event]) -> None:
    """Write into the roster once more what an edit made of it.

    Raises:
        Refusal: It is not known any more, or something was changed since that this would undo.
    """
    event = next(event for event in room.history() if event.seq == seq)
    edit = edit_behind(room, event)
    if edit is None:
        raise Refusal("what the roster was changed to is not known any more: change it anew")
    if reason := dependent(event, younger):
        raise Refusal(reason)
    turn(room, edit, back=False)


def _turns(kind: type[Body]) -> bool:
    """Tell whether events of a kind mean something else when the steps that the room is or was in are others."""
    return kind.CLOCK or kind is ev.PlanChanged


def _plans(kind: type[Body]) -> bool:
    """Tell whether events of a kind turn the clock, or say what comes: what was planned before may not fit after."""
    return _turns(kind) or kind is ev.Replanned


def _worded(body: Body) -> set[str]:
    """Return the ids of what an event gave words to: once one is struck, there is nothing to bring back."""
    ids = (body.given, *body.rests_on) if body.TEXTS else ()
    return {id_ for id_ in ids if id_}


def dependent(event: Event, younger: list[Event]) -> str | None:
    """Return why an event cannot be undone, if something that came after it rests on it."""
    body = event.body
    for later in younger:
        after = later.body
        if _turns(type(body)) and _turns(type(after)):
            what = "moved the clock" if after.CLOCK else "taken changed files over"
            return f"{later.by} has {what} since ({NAMES[type(after)]}): go to the step you want"
        if isinstance(body, ev.Replanned | ev.PlanChanged) and isinstance(after, ev.Replanned):
            return f"{later.by} has re-planned since: undo that first"
        if (given := body.given) is not None and given in after.rests_on:
            return f"{given} has been {_added(after)} since, by {later.by}: undo that first"
        if isinstance(body, terms.Pooled) and isinstance(after, terms.Revealed) and after.term == body.term:
            return f"{later.by} has revealed {body.term} since: undo that first"
        if isinstance(body, ev.Arrived) and isinstance(after, ev.Left | ev.Arrived) and after.person == body.person:
            return f"{body.person} has come or gone since, as {later.by} recorded: undo that first"
        if isinstance(body, people.PersonEdited) and (reason := _edited_since(body, later)):
            return reason
        if isinstance(body, people.WalkedIn) and body.person in _named(after):
            return f"{later.by} has recorded something of {body.person} since ({NAMES[type(after)]}): undo that first"
    return None


def _edited_since(body: people.PersonEdited, later: Event) -> str | None:
    """Return why an edit of the roster cannot be taken back, or made again, if a later event had to do with it."""
    after = later.body
    if isinstance(after, people.PersonEdited) and after.person == body.person and set(after.fields) & set(body.fields):
        column = next(column for column in body.fields if column in after.fields)
        return f"{later.by} has changed the {column} of {body.person} since: undo that first"
    if isinstance(after, ev.PlanChanged) and body.domain is not None:
        return f"{later.by} has taken changed files over since: change the domain of {body.person} anew"
    return None


def _named(body: Body) -> set[str]:
    """Return the ids of the people whom an event names; what the roster has of them rests on nothing here."""
    if isinstance(body, people.PersonEdited):
        return set()
    if isinstance(body, people.GroupsMade):
        return {id_ for tables in (body.tables, *body.later) for table in tables for id_ in table}
    return {getattr(body, field, None) or "" for field in ("person", "owner")}


def _added(body: Body) -> str:
    """Return in a word what an event did to what it rests on."""
    if isinstance(body, ev.Checked):
        return "checked"
    if isinstance(body, terms.Judged | terms.Tallied):
        return "judged"
    if isinstance(body, terms.Rated | terms.RateTallied):
        return "rated"
    if isinstance(body, Kept):
        return "reported on"
    return "corrected" if isinstance(body, Amended | OwnerSet | DueSet | AskSet) else "added to"


@action("amend", "Correct the words", keys=("e",), example="amend k2 find a room for May, not June")
@value()
class Amend(Action):
    """Put the words of anything that has an id right; the log keeps what stood there before."""

    ref: Annotated[str, Param(words.RECORDED, label="What")]
    text: Annotated[str, Param(words.TEXT, "rest", label="Words")]

    def decide(self, room: Room) -> Amended:
        """Change what is there and has not been struck; a case only until its wall is frozen."""
        texts = room.state.recorded
        if self.ref not in texts:
            raise Refusal(f"there is no {self.ref}: {nearest(self.ref, texts)}")
        if texts[self.ref] is None:
            raise Refusal(f"{self.ref} has been struck: nothing is left to correct")
        for term, known in room.state.terms.items():
            if known.fixed and self.ref in {case.id for case in known.cases}:
                raise Refusal(f"the cases of {term} are frozen: what was judged must stay as it was read")
        return Amended(self.ref, checked_text(self.text))

    def reply(self, event: Event, view: View) -> str:
        """Say what was corrected."""
        return f"{self.ref} is corrected"


@action("strike", "Strike from the record", keys=("d",), example="strike n7")
@value()
class Strike(Action):
    """Erase the words of anything that has an id for good; that there was something stays on record."""

    ref: Annotated[str, Param(words.RECORDED, label="What")]

    def decide(self, room: Room) -> Struck:
        """Find the event, undone or not: its words are on the disk either way."""
        for event in room.history():
            if isinstance(event.body, Struck) and event.body.ref == self.ref:
                raise Refusal(f"{self.ref} has been struck already")
            opened = isinstance(event.body, ev.WorkshopOpened) and event.body.words_of(self.ref)
            if opened or event.body.given == self.ref:
                return Struck(self.ref, event.seq)
        raise Refusal(f"there is no {self.ref}: see the log for what there is")

    def reply(self, event: Event, view: View) -> str:
        """Say that the words are gone, and where the files still have them."""
        brought = any(old.id == self.ref for old in view.plan.brought)
        files = "; workshop.yaml still has them under `carried:`" if brought else ""
        return f"{self.ref} is struck: its words are erased{files}"
