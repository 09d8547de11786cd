"""Glossaries: words in dispute, what each domain means by them, and cases that tell the meanings apart."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.library.fields import Id, Language, Line, LocalText, MaybeReview, Model, Source


class Facet(Model):
    """A short answer to one of the three questions: a code that can clash, and free words that cannot."""

    code: Id = Field(description="From glossaries/facets.yaml.")
    text: LocalText | None = None


class Sense(Model):
    """What a term means in one domain."""

    id: Id | None = None
    domain: Id
    definition: LocalText
    decides: Facet = Field(description="Who decides.")
    by_when: Facet = Field(description="How fast, or by when.")
    follows: Facet = Field(description="What follows if it goes wrong.")
    example: LocalText
    sources: Annotated[list[Source], Field(min_length=1)]
    review: MaybeReview = "none"


class Case(Model):
    """One concrete situation: would your world call this by the term?"""

    id: Id
    text: LocalText
    expect: Literal["yes", "no", "borderline"] = Field(description="What most rooms will say; never shown.")
    splits: LocalText | None = Field(None, description="Which domains it is expected to divide, and why.")
    review: MaybeReview = "none"


class Term(Model):
    """A word in dispute."""

    id: Id
    labels: Annotated[dict[Language, Line], Field(min_length=1, description="The word by language.")]
    note: LocalText | None = Field(None, description="For instance where one label straddles two terms.")
    senses: list[Sense] = Field(default_factory=list)
    cases: list[Case] = Field(default_factory=list)


class Glossary(Model):
    """A file of terms."""

    title: LocalText
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
