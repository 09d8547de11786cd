"""Printables: paper products declared as data. Measures are millimetres from the top left, sizes points."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from toolkit.library.fields import Id, Line, LocalText, Model
from toolkit.library.flow import Flow, Name
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
    write_in: bool = Field(False, description="Leave a line to write on where there is no text, as on blank cards.")


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
    """One paper product: a card of boxes (`front`, perhaps `back`), or a document that flows (`flow`)."""

    id: Id
    title: LocalText
    about: LocalText
    per: Literal["participant", "term", "exercise", "workshop"] = Field(description="What there is one of each for.")
    each: Name | None = Field(
        None, description="One for each of a list of values as well: a card per case, a slip per domain."
    )
    needs: Name | None = Field(None, description="A value or list without which there is nothing to print.")
    pack: bool = Field(False, description="In every workshop's pack; otherwise where an exercise asks for it.")
    copies: Annotated[int, Field(ge=1, le=100)] = Field(1, description="How many of each.")
    spares: Annotated[int, Field(ge=0, le=100)] = Field(0, description="Blank ones for walk-ins, in per cent.")
    sheet: Id = Field(description="The sheet it is made for; another can be asked for when printing.")
    large_print: Id | None = Field(None, description="The sheet for large print, with slots for text of 18 pt.")
    size: Pair | None = Field(
        None, description="[width, height] that a card's boxes are measured on; slots scale them."
    )
    duplex: Literal["long", "short", "fold", "none"] | None = Field(
        None, description="Which edge the paper is flipped on; `long` for cards with a back, else `none`."
    )
    tent: bool = Field(False, description="The front stands on both halves of each slot, on the upper one upside down.")
    front: Side | None = None
    back: Side | None = None
    flow: Flow | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.front is None) == (self.flow is None):
            raise ValueError("a printable has a `front` (a card) or a `flow` (a document): write one of them")
        if self.front is not None and self.size is None:
            raise ValueError("size is missing: add the [width, height] that the boxes are measured on")
        return self
