"""The kinds of value that content files are made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag


class Model(BaseModel):
    """A part of a content file: nothing unknown is let through, nothing is converted, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False, strict=True)


class PlacedError(ValueError):
    """Raised by a validator for a fault that stands at `trail`, from where the validator looks."""

    def __init__(self, trail: tuple[str | int, ...], what: str) -> None:
        super().__init__(what)
        self.trail = trail


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="Lower-case words joined by hyphens; in a file of its own, the file's name."),
]

Line = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S")]
"""Any text that is not blank."""

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Language = Annotated[
    str,
    StringConstraints(pattern=LANGUAGE_TAG),
    Field(description="A language tag, such as en or zh-Hant."),
]


def _shape(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
    return "<languages>" if isinstance(value, dict) else "<text>"


LocalText: TypeAlias = Annotated[
    Annotated[Line, Tag("<text>")]
    | Annotated[Annotated[dict[Language, Line], Field(min_length=1)], Tag("<languages>")],
    Discriminator(_shape),
    Field(description="A text, or the same text by language: {en: …, zh-Hant: …}."),
]
"""Text that is spoken or printed. Tags are in angle brackets so that no field of a file can be taken for one."""


def in_language(text: str | dict[str, str], language: str) -> str:
    """Return `text` in `language`, else in its nearest relative, else in English, else in the first it has."""
    if isinstance(text, str):
        return text
    tags = {tag.casefold(): tag for tag in text}
    wanted = language.casefold()
    while wanted and wanted not in tags:  # zh-Hant-TW, zh-Hant, zh
        wanted = wanted.rpartition("-")[0]
    base = language.casefold().partition("-")[0]
    kin = tags.get(wanted) or next((tag for tag in text if tag.casefold().partition("-")[0] == base), None)
    return text[kin or tags.get("en") or next(iter(text))]


class Source(Model):
    """Where an idea or a claim comes from."""

    title: Line = Field(description="Author, year and title, as a reader would look it up.")
    address: Line | None = Field(None, description="A web address or DOI.")
    quotation: LocalText | None = Field(None, description="A short quotation, word for word; nothing else is.")
    use: LocalText | None = Field(None, description="What was taken from it.")


class Review(Model):
    """Who checked a sense or a case as a practitioner of its domain."""

    by: Line
    on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def _reviewed(value: Any) -> str:  # noqa: ANN401
    return "<record>" if isinstance(value, dict | Review) else "<none>"


MaybeReview: TypeAlias = Annotated[
    Annotated[Literal["none"], Tag("<none>")] | Annotated[Review, Tag("<record>")],
    Discriminator(_reviewed),
    Field(description="`none` until a practitioner has signed it: {by, on}."),
]
