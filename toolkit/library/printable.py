"""Printables: paper products declared as data. Measures are millimetres from the top left, sizes points."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from toolkit.library.fields import Id, Line, LocalText, Model
from toolkit.library.sheet import FROM_LIST, Millimetres, Pair

Points = Annotated[float, Field(ge=4, le=400)]
Box = Annotated[
    tuple[Millimetres, Millimetres, Millimetres, Millimetres],
    FROM_LIST,
    Field(description="[x, y, width, height] in mm"),
]


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
    """A text in a box. {name}, {affiliation}, {pronouns}, {domain}, {code}, {id}, {agenda}, … are filled in."""

    text: LocalText
    at: Box
    size: Size
    bold: bool = False
    lines: Annotated[int, Field(ge=1, le=60)] = 1
    leading: Annotated[float, Field(ge=1, le=2)] = 1.2
    align: Literal["left", "centre", "right"] = Field("left", description="`left` is where the line begins.")
    stand: Literal["top", "middle", "bottom"] = Field("top", description="Where a text stands that leaves room.")
    hang: bool = Field(False, description="Further lines of a paragraph are indented by its first word.")
    heading: bool = Field(False, description="Whether a screen reader offers it as a heading.")


class Band(Model):
    """A band in the domain's colour and pattern, with its label and code."""

    band: Literal["domain"]
    at: Box


class Code(Model):
    """A QR code, with the quiet zone within its box."""

    qr: Line
    at: Box


class Side(Model):
    """What is on one side of a card."""

    texts: list[Text] = Field(default_factory=list)
    bands: list[Band] = Field(default_factory=list)
    codes: list[Code] = Field(default_factory=list)


class Printable(Model):
    """One paper product."""

    id: Id
    title: LocalText
    about: LocalText
    per: Literal["participant", "term", "exercise", "workshop"] = Field(description="What there is one of each for.")
    sheet: Id = Field(description="The sheet it is made for; another can be asked for when printing.")
    size: Pair = Field(description="[width, height] that its boxes are measured on; another slot scales them.")
    duplex: Literal["long", "short", "fold", "none"] = Field("long", description="Which edge the paper is flipped on.")
    front: Side
    back: Side | None = None
