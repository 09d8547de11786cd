"""Documents that flow: parts one below another, over as many slots as they need. Sizes are points, lengths mm."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator

from toolkit.library.fields import Line, LocalText, Model

Look = Literal["plain", "strong", "large", "small"]
Name = Annotated[
    str,
    Field(pattern=r"^[a-z][a-z_]*$", description="A list of values: cases, domains, steps, … (docs/print.md)."),
]
Length = Annotated[float, Field(ge=0, le=400)]
Points = Annotated[float, Field(ge=4, le=400)]


class Heading(Model):
    """A heading. Left out, like any text, where every {placeholder} in it comes out empty."""

    heading: LocalText
    level: Annotated[int, Field(ge=1, le=3)] = 2
    size: Points | None = None


class Paragraph(Model):
    """A paragraph."""

    text: LocalText
    look: Look = "plain"
    size: Points | None = None
    align: Literal["left", "centre", "right"] = "left"
    indent: Length = 0
    lead: LocalText | None = Field(None, description="A word in bold before it; `indent` is its width.")
    write_in: Annotated[int, Field(ge=0, le=10)] = Field(
        0, description="Lines to write on where the text comes out empty; without any, it is left out."
    )


class Items(Model):
    """A list of short texts: those written out, or one for each of a list of values."""

    items: list[LocalText] = Field(default_factory=list)
    items_of: Name | None = None
    text: LocalText = Field("{text}", description="What one of them says, where they come from values.")
    numbered: bool = False
    tick: bool = Field(False, description="A box to tick in place of the bullet.")
    look: Look = "plain"

    @model_validator(mode="after")
    def _some(self) -> Self:
        if bool(self.items) == bool(self.items_of):
            raise ValueError("write `items` (texts) or `items_of` (the name of a list), one of them")
        return self


class WriteIn(Model):
    """Lines to write on."""

    write: Annotated[int, Field(ge=1, le=40, description="How many lines.")]
    label: LocalText | None = Field(None, description="What is asked; before a single line, above several.")
    look: Look = "plain"
    pitch: Length = Field(10, description="From one line to the next.")


class Ticks(Model):
    """Boxes to tick in a row, each with its label: those written out, or one for each of a list of values."""

    ticks: list[LocalText] = Field(default_factory=list)
    ticks_of: Name | None = None
    text: LocalText = Field("{label}", description="What a label says, where they come from values.")
    label: LocalText | None = Field(None, description="What is asked, above them.")
    across: Annotated[int, Field(ge=1, le=12, description="How many beside each other.")] = 3


class Column(Model):
    """One column of a table."""

    head: LocalText | None = None
    text: LocalText | None = Field(None, description="{row} is the row's number; without a text, room to write.")
    wide: Annotated[float, Field(gt=0, le=100)] = Field(1, description="Its share of the width.")
    tick: bool = Field(False, description="A box to tick.")
    look: Look = "plain"
    align: Literal["left", "centre"] = "left"


class Table(Model):
    """A table: a row for each of a list of values, and empty rows up to `rows`."""

    columns: Annotated[list[Column], Field(min_length=1, max_length=12)]
    table: Name | None = Field(description="The list of values; nothing (`null`) for empty rows only.")
    rows: Annotated[int, Field(ge=0, le=60)] = Field(0, description="At least so many rows.")
    tall: Length = Field(0, description="The least height of a row.")


class Each(Model):
    """The same parts for each of a list of values."""

    each: Name
    parts: list[Part]
    keep: bool = Field(False, description="Whether what belongs to one of them stays together.")


class Beside(Model):
    """Parts beside each other, in columns of one width."""

    beside: Annotated[list[list[Part]], Field(min_length=2, max_length=4)]


class Drawing(Model):
    """A drawing made from values."""

    draw: Literal["heat-map"] = Field(description="heat-map: how far any two domains are apart on a term.")


class FlowBand(Model):
    """The domain's band, across the slot."""

    band: Literal["domain"]
    height: Length = 12


class FlowCode(Model):
    """A QR code."""

    qr: Line
    size: Length = 30


class Rule(Model):
    """A line across."""

    rule: Literal[True]


class Space(Model):
    """Some empty height."""

    space: Length


_SIGNS = {
    "heading": "<heading>", "text": "<text>", "items": "<items>", "items_of": "<items>", "write": "<write>",
    "ticks": "<ticks>", "ticks_of": "<ticks>", "table": "<table>", "each": "<each>", "beside": "<beside>",
    "draw": "<draw>", "band": "<band>", "qr": "<qr>",
    "rule": "<rule>", "space": "<space>",
}  # fmt: skip
_FIRST = ("items", "items_of", "ticks", "ticks_of", "table", "each")
"""Signs of parts that may have a `text` as well."""


def _kind(value: Any) -> str:  # noqa: ANN401 - whatever a file holds
    """Return the tag of the part that has the field by which parts are told apart; a paragraph's without any."""
    has = value if isinstance(value, dict) else getattr(type(value), "model_fields", {})
    return next((_SIGNS[sign] for sign in (*_FIRST, *_SIGNS) if sign in has), "<text>")


Part: TypeAlias = Annotated[
    Annotated[Heading, Tag("<heading>")]
    | Annotated[Paragraph, Tag("<text>")]
    | Annotated[Items, Tag("<items>")]
    | Annotated[WriteIn, Tag("<write>")]
    | Annotated[Ticks, Tag("<ticks>")]
    | Annotated[Table, Tag("<table>")]
    | Annotated[Each, Tag("<each>")]
    | Annotated[Beside, Tag("<beside>")]
    | Annotated[Drawing, Tag("<draw>")]
    | Annotated[FlowBand, Tag("<band>")]
    | Annotated[FlowCode, Tag("<qr>")]
    | Annotated[Rule, Tag("<rule>")]
    | Annotated[Space, Tag("<space>")],
    Discriminator(_kind),
]
"""One part of a document, told by the one field that only its kind has. Tags cannot be fields of a file."""


class Flow(Model):
    """A document: its parts, and how it is set."""

    parts: Annotated[list[Part], Field(min_length=1)]
    size: Points = Field(11, description="Of plain text; everything else follows from it.")
    leading: Annotated[float, Field(ge=1, le=2)] = 1.35
    whole: bool = Field(
        False,
        description="Whether one slot holds all of it: it grows or shrinks by up to a third; then it is reported.",
    )


for _model in (Each, Beside, Flow):
    _model.model_rebuild()
