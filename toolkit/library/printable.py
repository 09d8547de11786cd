"""Printables: paper products declared as data. Measures are millimetres from the top left, sizes points."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, Strict, model_validator

from toolkit.library.fields import Id, Line, LocalText, Model

Millimetres = Annotated[float, Field(ge=0, le=1200)]
Points = Annotated[float, Field(ge=4, le=200)]
_FROM_LIST = Strict(strict=False)
"""YAML has lists, not tuples."""
Pair = Annotated[tuple[Millimetres, Millimetres], _FROM_LIST]
Box = Annotated[
    tuple[Millimetres, Millimetres, Millimetres, Millimetres],
    _FROM_LIST,
    Field(description="[x, y, width, height] in mm"),
]


class Sheet(Model):
    """A page and the slots on it."""

    page: Literal["A4", "letter"]
    columns: Annotated[int, Field(ge=1, le=20)]
    rows: Annotated[int, Field(ge=1, le=40)]
    slot: Annotated[Pair, Field(description="[width, height]")]
    margin: Annotated[Pair, Field(description="[left, top]")]
    gap: Annotated[Pair, Field(description="[across, down]")] = (0, 0)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        width, height = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}[self.page]
        right = self.margin[0] + self.columns * self.slot[0] + (self.columns - 1) * self.gap[0]
        bottom = self.margin[1] + self.rows * self.slot[1] + (self.rows - 1) * self.gap[1]
        if right > width + 0.01 or bottom > height + 0.01:
            raise ValueError(
                f"the slots reach {right:g} by {bottom:g} mm, the page has {width:g} by {height:g}: make them smaller"
            )
        return self


class Size(Model):
    """How large a text is set: as large as fits, between two bounds."""

    ideal: Points
    min: Points

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.ideal:
            raise ValueError("min is larger than ideal: put them in order")
        return self


class Text(Model):
    """A text in a box. {name}, {affiliation}, {pronouns}, {domain}, {code} and {id} are filled in."""

    text: Line
    at: Box
    size: Size
    bold: bool = False
    lines: Annotated[int, Field(ge=1, le=12)] = 1
    align: Literal["left", "centre", "right"] = "left"


class Band(Model):
    """A band in the domain's colour and pattern, with its label and code."""

    band: Literal["domain"]
    at: Box


class Printable(Model):
    """One paper product."""

    id: Id
    title: LocalText
    about: LocalText
    per: Literal["participant", "term", "exercise", "workshop"] = Field(description="What there is one of each for.")
    sheet: Sheet
    texts: list[Text] = Field(default_factory=list)
    bands: list[Band] = Field(default_factory=list)
