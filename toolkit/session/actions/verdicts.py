"""Ballots: verdicts, tallies, ratings, and showing what they came to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.session import term_words as tw
from toolkit.session import words
from toolkit.session.actions.terms import Domain, SenseId, Term  # noqa: TC001 - looked up when a line is read
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.status import count_of
from toolkit.session.term_events import CaseTally, Judged, Pooled, Rated, RateTallied, Revealed, Tallied
from toolkit.session.term_material import material
from toolkit.session.term_people import people_of
from toolkit.session.term_state import Shown
from toolkit.session.words import Refusal
from toolkit.terms.model import Counts

if TYPE_CHECKING:
    from toolkit.session.events import Event
    from toolkit.session.words import View
    from toolkit.terms.analysis import TermAnalysis

CaseId = Annotated[str, Param(tw.CASE, label="Case")]
UnderTerm = Annotated[str | None, Param(tw.TERM, label="Under the word")]


def _judged_under(room: Room, case: str, term: str | None) -> tuple[str, str]:
    """Return the case and the word it is judged under: that of its wall, unless another is named."""
    case = str(tw.CASE.read(case, room.view))
    return case, term or tw.all_cases(room.view)[case][0]


@action("verdict", "Key one verdict", example="verdict c1 Anna yes")
@value()
class Verdict(Action):
    """Key a person's answer on a case, from a ballot. Named verdicts replace that domain's tally."""

    case: CaseId
    person: Annotated[str, Param(words.PERSON, label="Who")]
    answer: Annotated[str, Param(tw.ANSWER, label="Answer")]
    term: UnderTerm = None

    def decide(self, room: Room) -> Judged:
        """Keep the answer of somebody who has a domain to be counted in."""
        case, term = _judged_under(room, self.case, self.term)
        hat = room.state.hat(self.person)
        if hat is None:
            raise Refusal(f"{room.view.name(self.person)} has declared no domain", f"arrive {self.person} DOMAIN first")
        return Judged(case, self.person, self.answer, term, hat)

    def reply(self, event: Event, view: View) -> str:
        """Say what was kept, how many ballots of that domain have been keyed, and whether they stand for its slip."""
        assert isinstance(event.body, Judged)
        hat, known = view.state.hat(self.person) or "", view.state.term(event.body.term)
        keyed = sum(view.state.hat(person) == hat for person in known.verdicts)
        instead = "; they count instead of its slip" if hat in known.tallies else ""
        return f"{event.body.case} {self.answer}; {count_of(keyed, 'ballot')} of {hat} keyed{instead}"


@action("tally", "Key one count", example="tally c1 design 3 1 0")
@value()
class Tally(Action):
    """Key how many of a domain said yes, no and unsure to a case, from its own slip."""

    case: CaseId
    domain: Domain
    yes: Annotated[int, Param(tw.YES, label="Yes")]
    no: Annotated[int, Param(tw.NO, label="No")]
    unsure: Annotated[int, Param(tw.UNSURE, label="Unsure")]
    term: UnderTerm = None

    def decide(self, room: Room) -> Tallied:
        """Keep the count; the latest of a case stands."""
        case, term = _judged_under(room, self.case, self.term)
        return Tallied(term, self.domain, (CaseTally(case, self.yes, self.no, self.unsure),))

    def reply(self, event: Event, view: View) -> str:
        """Say what was kept, and whether ballots stand in its place."""
        assert isinstance(event.body, Tallied)
        return tally_reply(event.body, view)


@action("slip", "Key a domain's slip", example="slip governance design 401 311 12-0-1")
@value()
class Slip(Action):
    """Key all of a domain's counts at once: yes, no, unsure for each case, in the order of the wall."""

    term: Term
    domain: Domain
    counts: Annotated[str, Param(words.TEXT, "rest", label="Counts")]

    def decide(self, room: Room) -> Tallied:
        """Keep a count for each case on the wall."""
        wall = tw.wall_of(room.view, self.term)
        triples = slip_counts(self.counts)
        if len(triples) != len(wall):
            raise Refusal(f"{len(wall)} cases hang there and {len(triples)} counts were given: give one for each case")
        counts = tuple(CaseTally(case.id, *triple) for case, triple in zip(wall, triples, strict=True))
        if not counts:
            raise Refusal(f"no case of {self.term} hangs yet: hang some up first")
        return Tallied(self.term, self.domain, counts)

    def reply(self, event: Event, view: View) -> str:
        """Say what was kept, and whether ballots stand in its place."""
        assert isinstance(event.body, Tallied)
        return tally_reply(event.body, view)


def slip_counts(text: str) -> list[tuple[int, int, int]]:
    """Read counts: three digits a case such as `401`, three numbers joined such as `12-0-1`, or all apart.

    Raises:
        Refusal: They are not three a case.
    """
    parts = text.split()
    joined = [re.split(r"[,;/-]", part) if not part.isdecimal() else [*part] for part in parts]
    if all(len(part) == 3 for part in joined):
        return [(tw.count(part[0]), tw.count(part[1]), tw.count(part[2])) for part in joined]
    numbers = [tw.count(part) for part in parts]
    if len(numbers) % 3:
        raise Refusal(f"{printable(text, 40)!r} is not three numbers for each case: write them like 401 or 12-0-1")
    return [(numbers[i], numbers[i + 1], numbers[i + 2]) for i in range(0, len(numbers), 3)]


def tally_reply(body: Tallied, view: View) -> str:
    """Return what a slip came to; where ballots of the domain were keyed, they count and the slip does not."""
    most = max(count.yes + count.no + count.unsure for count in body.counts)
    known = people_of(view, body.domain)
    more = f"; {most} answers and {count_of(known, 'person')} known: look at the slip again" if most > known > 0 else ""
    counted = ", ".join(f"{count.case} {count.yes}/{count.no}/{count.unsure}" for count in body.counts)
    named = any(view.state.hat(person) == body.domain for person in view.state.term(body.term).verdicts)
    return (
        f"{body.domain}: {counted}"
        + ("; its ballots were keyed one by one, they count instead" if named else "")
        + more
    )


@action("pool", "Count small domains as one", example="pool governance design open-source")
@value()
class Pool(Action):
    """Count domains of a few people each as one for a word, before the reveal; that is recorded."""

    term: Term
    domains: Annotated[str, Param(words.TEXT, "rest", label="Domains")]

    def decide(self, room: Room) -> Pooled:
        """Keep two or more different domains together."""
        if room.state.term(self.term).revealed is not None:
            raise Refusal(f"{self.term} has been revealed: domains are pooled before that")
        found = tuple(dict.fromkeys(str(words.DOMAIN.read(word, room.view)) for word in self.domains.split()))
        if len(found) < 2:
            raise Refusal("give two domains at least: pool TERM DOMAIN DOMAIN")
        return Pooled(self.term, found)

    def reply(self, event: Event, view: View) -> str:
        """Say who is counted together."""
        assert isinstance(event.body, Pooled)
        return f"counted as one: {', '.join(event.body.domains)}"


@action("reveal", "Reveal to the room", example="reveal governance")
@value()
class Reveal(Action):
    """Let the room's screen show the case on which two domains part most, with the counts."""

    term: Term

    def decide(self, room: Room) -> Revealed:
        """Reveal once there is something to show, and again once that would be something else."""
        from toolkit.terms.analysis import analyse  # deferred: nothing is measured before the first picture

        known = material(room.state, self.term)
        spoken = [domain for domain, ballots in known.ballots.items() if not ballots.empty]
        if len(spoken) < 2:
            raise Refusal(f"{len(spoken)} of two domains at least have answered on {self.term}: key their slips first")
        if (event := revealed(self.term, analyse(known))) is None:
            raise Refusal(f"no case of {self.term} was answered in two domains: there is nothing to show")
        shown = room.state.term(self.term).shown
        if shown and Shown(event.case, event.a, event.b, *_counts(event), event.state, event.indicative) == shown:
            raise Refusal(f"{self.term} has been revealed already, and nothing has changed since")
        return event

    def reply(self, event: Event, view: View) -> str:
        """Say that it can be seen."""
        return f"{self.term} is revealed"


def revealed(term: str, found: TermAnalysis) -> Revealed | None:
    """Return what the room is shown of an analysis; None where no case was answered in two domains."""
    pair = found.deciding_pair
    if pair is None or pair.deciding is None:
        return None
    a, b = ((one.yes, one.no, one.unsure) for one in (pair.deciding.a, pair.deciding.b))
    return Revealed(term, pair.deciding.case, pair.a, pair.b, a, b, pair.state.value, pair.indicative)


def _counts(event: Revealed) -> tuple[Counts, Counts]:
    return Counts(*event.counts_a), Counts(*event.counts_b)


MOST_RATED = 3


def _rated_few(room: Room, sense: str) -> None:
    """Refuse a fourth sense of a word: a room can weigh three."""
    term, _ = tw.all_senses(room.view)[str(tw.SENSE.read(sense, room.view))]
    rated = [s.id for s in room.state.term(term).senses if s.ratings or s.rate_tallies]
    if sense not in rated and len(rated) >= MOST_RATED:
        raise Refusal(f"{', '.join(rated)} of {term} are being rated: a room can weigh {MOST_RATED}, not more")


@action("rate", "Rate a sense", example="rate s1 Anna 2")
@value()
class Rate(Action):
    """Key whether a person could work with a sense, from -2 (not at all) to 2 (gladly)."""

    sense: SenseId
    person: Annotated[str, Param(words.PERSON, label="Who")]
    rating: Annotated[int, Param(tw.RATING, label="Rating")]

    def decide(self, room: Room) -> Rated:
        """Keep the rating; the latest counts."""
        _rated_few(room, self.sense)
        if room.state.hat(self.person) is None:
            raise Refusal(f"{room.view.name(self.person)} has declared no domain", f"arrive {self.person} DOMAIN first")
        return Rated(str(tw.SENSE.read(self.sense, room.view)), self.person, self.rating)

    def reply(self, event: Event, view: View) -> str:
        """Say what was kept."""
        return f"{self.sense} {self.rating:+d}"


@action("rate-tally", "Key dots on a poster", example="rate-tally s1 design 3 1 0")
@value()
class RateTally(Action):
    """Key how many of a domain could work with a sense, pass, or could not."""

    sense: SenseId
    domain: Domain
    agree: Annotated[int, Param(tw.AGREE, label="Could")]
    passed: Annotated[int, Param(tw.PASS, label="Pass")]
    disagree: Annotated[int, Param(tw.DISAGREE, label="Could not")]

    def decide(self, room: Room) -> RateTallied:
        """Keep the count; the latest stands."""
        _rated_few(room, self.sense)
        sense = str(tw.SENSE.read(self.sense, room.view))
        return RateTallied(sense, self.domain, self.agree, self.passed, self.disagree)

    def reply(self, event: Event, view: View) -> str:
        """Say what was kept."""
        return f"{self.sense} {self.domain} {self.agree}/{self.passed}/{self.disagree}"
