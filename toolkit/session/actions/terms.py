"""Working on a word in dispute: its cases, its senses, and what the room decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from toolkit.files.problems import nearest, printable
from toolkit.files.value import value
from toolkit.session import term_words as tw
from toolkit.session import words
from toolkit.session.actions.capture import checked_text
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.status import count_of
from toolkit.session.term_events import (
    CaseHung,
    CasesFrozen,
    Decided,
    Dissented,
    ExampleGiven,
    FacetSet,
    SenseWritten,
)
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View
    from toolkit.workshop.plan import StarterCase

Term = Annotated[str, Param(tw.TERM, label="Word")]
SenseId = Annotated[str, Param(tw.SENSE, label="Sense")]
Domain = Annotated[str, Param(words.DOMAIN, label="Domain")]
Text = Annotated[str, Param(words.TEXT, "rest", label="Words")]

STARTERS = 4
"""Starter cases on a wall of six; the other two are the room's own."""


def _open_wall(room: Room, term: str) -> None:
    """Refuse a change to a wall that is frozen."""
    state = room.state.term(term)
    if state.judged:
        raise Refusal(f"the ballot on {term} has begun: its cases stay as they are")
    if state.frozen:
        raise Refusal(f"the cases of {term} are frozen: undo that first")


@action("case", "Hang up a case", example="case governance A minister signs an order; nobody was asked.")
@value()
class HangCase(Action):
    """Put a case of the room on a word's wall, where every world says whether it would call this by the word."""

    REF: ClassVar[str] = "case"
    term: Term
    text: Text

    def decide(self, room: Room) -> CaseHung:
        """Give the case its number, if the wall can still change."""
        _open_wall(room, self.term)
        return CaseHung(room.state.next_id("c"), self.term, checked_text(self.text))


@action("starter", "Hang up a starter case", example="starter governance")
@value()
class HangStarter(Action):
    """Put a case of the glossary on a word's wall: the next of the usual four, or the one you name."""

    term: Term
    case: Annotated[str | None, Param(tw.STARTER, label="Which")] = None

    def decide(self, room: Room) -> CaseHung:
        """Take the case that is named, else one that all accept, one that all refuse, then two that divide."""
        _open_wall(room, self.term)
        starter = next(iter(starters_left(room.view, self.term, self.case)), None)
        if starter is None:
            what = f"{self.case} hangs there already, or belongs to another word" if self.case else "no starter is left"
            raise Refusal(f"{what}: write a case of the room's own with case")
        return CaseHung(room.state.next_id("c"), self.term, starter.text, starter.id)

    def reply(self, event: Event, view: View) -> str:
        """Say the id, and the case."""
        assert isinstance(event.body, CaseHung)
        return f"{event.body.case} {event.body.text}"


def starters(view: View, term: str) -> int:
    """Return how many starter cases a word's wall has room for: all of those that an exercise brings along."""
    info = view.plan.term(term)
    return len(info.cases) if info and info.exercise else STARTERS


def starters_left(view: View, term: str, wanted: str | None = None) -> list[StarterCase]:
    """Return the starter cases of a term that do not hang yet, in the order in which they are best hung."""
    info = view.plan.term(term)
    hung = {case.starter for case in view.state.term(term).cases}
    cases = [case for case in (info.cases if info else ()) if case.id not in hung]
    if wanted:
        return [case for case in cases if case.id == wanted]
    if info and info.exercise:  # its wall is as the exercise has it
        return cases
    kinds = [case.expect for case in (info.cases if info else ()) if case.id in hung]
    first = [kind for kind in ("yes", "no") if kind not in kinds]
    best = [next((case for case in cases if case.expect == kind), None) for kind in first]
    chosen = [case for case in best if case]
    return chosen + [case for case in cases if case not in chosen and case.expect == "borderline"]


@action("freeze", "Freeze the cases", example="freeze governance")
@value()
class Freeze(Action):
    """Say that a word's wall is complete; the ballot begins, and no case is added or changed."""

    term: Term

    def decide(self, room: Room) -> CasesFrozen:
        """Freeze what hangs there."""
        state = room.state.term(self.term)
        if not state.cases:
            raise Refusal(f"no case of {self.term} hangs yet: hang some up first")
        if state.fixed:
            raise Refusal(f"the cases of {self.term} are frozen already")
        return CasesFrozen(self.term)

    def reply(self, event: Event, view: View) -> str:
        """Say how many there are."""
        wall = view.state.term(self.term).cases
        return f"frozen for {self.term}: {count_of(len(wall), 'case')}"


@action("sense", "Write down a sense", example="sense governance design The agreed path by which a system grows.")
@value()
class WriteSense(Action):
    """Keep what a word means in a domain, as its table wrote it. A domain may have several."""

    REF: ClassVar[str] = "sense"
    term: Term
    domain: Domain
    text: Text

    def decide(self, room: Room) -> SenseWritten:
        """Give the sense its number."""
        return SenseWritten(room.state.next_id("s"), self.term, self.domain, checked_text(self.text))


@action("facet", "Answer who, when, what follows", example="facet s1 decides token-holders whoever locks tokens")
@value()
class SetFacet(Action):
    """Say for a sense who decides, by when, or what follows if it goes wrong: a code, and words of your own."""

    sense: SenseId
    facet: Annotated[str, Param(tw.FACET, label="Question")]
    code: Annotated[str, Param(tw.CODE, label="Answer")]
    text: Annotated[str | None, Param(words.TEXT, "rest", label="In words")] = None

    def decide(self, room: Room) -> FacetSet:
        """Keep the answer, if the code is one to that question."""
        sense = str(tw.SENSE.read(self.sense, room.view))
        known = {code.id for code in room.view.plan.facets if code.facet == self.facet}
        if known and self.code not in known:
            question = self.facet.replace("_", "-")
            raise Refusal(f"{printable(self.code, 40)!r} is no answer to {question}: {nearest(self.code, known)}")
        return FacetSet(sense, self.facet, self.code, self.text)

    def reply(self, event: Event, view: View) -> str:
        """Say all answers of the sense so far."""
        sense = tw.all_senses(view)[self.sense][1]
        return f"{self.sense}: " + ", ".join(f"{facet.replace('_', '-')} {a.code}" for facet, a in sense.facets.items())


@action("example", "Give an example for a sense", example="example s1 A council votes, and the software changes.")
@value()
class GiveExample(Action):
    """Keep an example for a sense."""

    sense: SenseId
    text: Text

    def decide(self, room: Room) -> ExampleGiven:
        """Keep it."""
        return ExampleGiven(str(tw.SENSE.read(self.sense, room.view)), checked_text(self.text))

    def reply(self, event: Event, view: View) -> str:
        """Say which sense has it."""
        return f"{self.sense} has an example"


@action("outcome", "Record the outcome", example="outcome governance prefix protocol and public governance")
@value()
class DecideOutcome(Action):
    """Record what the room does about a word: adopt one sense, keep both with prefixes, rename, or park it."""

    REF: ClassVar[str] = "outcome"
    term: Term
    decision: Annotated[str, Param(tw.DECISION, label="Decision")]
    text: Text

    def decide(self, room: Room) -> Decided:
        """Give the outcome its number; the latest stands."""
        return Decided(room.state.next_id("o"), self.term, self.decision, checked_text(self.text))


@action("dissent", "Record a dissent", example="dissent governance design no user was heard")
@value()
class Dissent(Action):
    """Record why a domain does not go along, in its own words."""

    REF: ClassVar[str] = "dissent"
    term: Term
    domain: Domain
    text: Text

    def decide(self, room: Room) -> Dissented:
        """Give the dissent its number."""
        return Dissented(room.state.next_id("d"), self.term, self.domain, checked_text(self.text))
