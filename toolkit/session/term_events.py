"""What can happen to the words in dispute."""

from __future__ import annotations

from typing import ClassVar

from toolkit.files.value import value
from toolkit.session.body import Body


@value(slots=True)
class CaseHung(Body):
    """A case hangs on the wall of a word, last in the row."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    GIVES: ClassVar[str] = "case"
    case: str
    term: str
    text: str | None
    starter: str | None = None
    """The id of the glossary's case that it is; the room's own have none."""


@value(slots=True)
class CasesFrozen(Body):
    """The wall of a word is complete: from here on its cases stay as they are."""

    term: str


@value(slots=True)
class Judged(Body):
    """A person's verdict on a case, keyed from a ballot; the latest counts."""

    ABOUT: ClassVar[str] = "case"
    case: str
    person: str
    answer: str
    """`yes`, `no` or `unsure`."""
    term: str
    """The word under which the case was judged; it may hang on another word's wall."""
    domain: str
    """The hat that the person wore when the ballot was keyed."""


@value(slots=True)
class CaseTally:
    """How many of a domain answered what, on one case."""

    case: str
    yes: int
    no: int
    unsure: int


@value(slots=True)
class Tallied(Body):
    """A domain counted its own ballots; the latest count of a case stands."""

    term: str
    domain: str
    counts: tuple[CaseTally, ...]

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The cases that were counted."""
        return tuple(count.case for count in self.counts)


@value(slots=True)
class Pooled(Body):
    """Domains of a few people each are counted as one for a word."""

    term: str
    domains: tuple[str, ...]


@value(slots=True)
class Revealed(Body):
    """The room has seen the case on which two sides part most, with their counts as they were then."""

    term: str
    case: str
    a: str
    """A domain, or a pool of domains joined with +."""
    b: str
    counts_a: tuple[int, ...]
    """Yes, no, unsure."""
    counts_b: tuple[int, ...]
    state: str
    """Of the two sides: `consensus`, `conflict`, `vague`; `undecided` where the answers do not tell."""
    indicative: bool


@value(slots=True)
class SenseWritten(Body):
    """What a word means in a domain, as a table of that domain wrote it."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    GIVES: ClassVar[str] = "sense"
    sense: str
    term: str
    domain: str
    text: str | None


@value(slots=True)
class FacetSet(Body):
    """A sense's answer to one of the three questions; the latest counts."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    ABOUT: ClassVar[str] = "sense"
    sense: str
    facet: str
    """One of `toolkit.terms.model.FACETS`."""
    code: str
    text: str | None = None


@value(slots=True)
class ExampleGiven(Body):
    """An example for a sense; the latest counts."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    ABOUT: ClassVar[str] = "sense"
    sense: str
    text: str | None


@value(slots=True)
class Rated(Body):
    """Whether a person could work with a sense, from -2 to 2; the latest counts."""

    ABOUT: ClassVar[str] = "sense"
    sense: str
    person: str
    rating: int


@value(slots=True)
class RateTallied(Body):
    """How many of a domain could work with a sense, pass, or could not: dots on a poster. The latest count stands."""

    ABOUT: ClassVar[str] = "sense"
    sense: str
    domain: str
    agree: int
    passed: int
    disagree: int


@value(slots=True)
class Decided(Body):
    """What the room does about a word; the latest decision stands."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    GIVES: ClassVar[str] = "outcome"
    outcome: str
    term: str
    decision: str
    """`adopt`, `prefix`, `rename` or `park`."""
    text: str | None


@value(slots=True)
class Dissented(Body):
    """Why a domain does not go along with the decision."""

    TEXTS: ClassVar[tuple[str, ...]] = ("text",)
    GIVES: ClassVar[str] = "dissent"
    dissent: str
    term: str
    domain: str
    text: str | None


TERM_KINDS: dict[str, type[Body]] = {
    "case-hung": CaseHung,
    "cases-frozen": CasesFrozen,
    "judged": Judged,
    "tallied": Tallied,
    "pooled": Pooled,
    "revealed": Revealed,
    "sense-written": SenseWritten,
    "facet-set": FacetSet,
    "example-given": ExampleGiven,
    "rated": Rated,
    "rate-tallied": RateTallied,
    "decided": Decided,
    "dissented": Dissented,
}
"""The name under which each of these kinds stands in the journal."""
