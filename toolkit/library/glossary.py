"""Glossaries: words in dispute, what each domain means by them, and cases that tell the meanings apart."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from toolkit.library.fields import Id, Language, Line, LocalText, MaybeReview, Model, PlacedError, Source

Origin = Annotated[Line, Field(description="The workshop that it comes from; what ships has none.")]


class Facet(Model):
    """A short answer to one of the three questions: a code that can clash, and free words that cannot."""

    code: Id = Field(description="From glossaries/facets.yaml.")
    text: LocalText | None = None


class Sense(Model):
    """What a term means in one domain: written from sources, or by a table of that domain in a workshop."""

    id: Id | None = None
    domain: Id
    definition: LocalText
    decides: Facet | None = Field(None, description="Who decides.")
    by_when: Facet | None = Field(None, description="How fast, or by when.")
    follows: Facet | None = Field(None, description="What follows if it goes wrong.")
    example: LocalText | None = None
    sources: list[Source] = Field(default_factory=list)
    origin: Origin | None = None
    review: MaybeReview = "none"

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """What no workshop wrote can be complete: a table in a room had ten minutes."""
        wanted = ("decides", "by_when", "follows", "example", "sources")
        missing = [repr(name) for name in wanted if not getattr(self, name)]
        if missing and self.origin is None:
            one = len(missing) == 1
            raise PlacedError(
                (), f"{', '.join(missing)} {'is' if one else 'are'} missing: add {'it' if one else 'them'}"
            )
        return self


class Counts(Model):
    """How many of a domain answered yes, no and unsure."""

    yes: Annotated[int, Field(ge=0)] = 0
    no: Annotated[int, Field(ge=0)] = 0
    unsure: Annotated[int, Field(ge=0)] = 0


class Case(Model):
    """One concrete situation: would your world call this by the term?"""

    id: Id
    text: LocalText
    expect: Literal["yes", "no", "borderline"] | None = Field(
        None, description="What most rooms will say; never shown. Only a room's own case may leave it open."
    )
    splits: LocalText | None = Field(None, description="Which domains it is expected to divide, and why.")
    verdicts: dict[Id, Counts] = Field(default_factory=dict, description="What a workshop answered, by domain.")
    origin: Origin | None = None
    review: MaybeReview = "none"

    @model_validator(mode="after")
    def _expected(self) -> Self:
        if self.expect is None and self.origin is None:
            raise PlacedError((), "'expect' is missing: add it")
        return self


class Pair(Model):
    """How far a workshop found two domains apart on a word."""

    a: Line = Field(description="A domain, or several that were counted as one, joined by +.")
    b: Line
    state: Literal["consensus", "conflict", "vague", "undecided"]
    mismatch: Annotated[float, Field(ge=-1, le=1)] | None = None
    p_adjusted: Annotated[float, Field(ge=0, le=1)] | None = None
    evidence: Literal["named", "tally", "mixed"]
    deciding_case: Id | None = None


class Outcome(Model):
    """What a workshop decided about a word."""

    decision: Literal["adopt", "prefix", "rename", "park"]
    text: LocalText


class Dissent(Model):
    """Why a domain does not go along with the outcome."""

    domain: Id
    text: LocalText


class Term(Model):
    """A word in dispute."""

    id: Id
    labels: Annotated[dict[Language, Line], Field(min_length=1, description="The word by language.")]
    note: LocalText | None = Field(None, description="For instance where one label straddles two terms.")
    senses: list[Sense] = Field(default_factory=list)
    cases: list[Case] = Field(default_factory=list)
    pairs: list[Pair] = Field(default_factory=list, description="What a workshop's verdicts came to.")
    outcome: Outcome | None = None
    dissents: list[Dissent] = Field(default_factory=list)


class Held(Model):
    """The workshop that a glossary was made in."""

    workshop: Line
    on: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    place: Line | None = None


class Glossary(Model):
    """A file of terms."""

    title: LocalText
    held: Held | None = None
    terms: Annotated[list[Term], Field(min_length=1)]


class FacetCode(Model):
    """One answer that a facet can have."""

    id: Id
    label: LocalText
    about: LocalText | None = None


class Facets(Model):
    """The file `glossaries/facets.yaml`: the possible answers to the three questions."""

    decides: Annotated[list[FacetCode], Field(min_length=2)]
    by_when: Annotated[list[FacetCode], Field(min_length=2)]
    follows: Annotated[list[FacetCode], Field(min_length=2)]
