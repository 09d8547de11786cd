"""Documents that flow: parts one below another, over as many slots as they need. Sizes are points, lengths mm."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from toolkit.library.fields import Line, LocalText, Model
from toolkit.library.wording import OWN_WORDS

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
    """A list of short texts."""

    items: Annotated[list[LocalText], Field(min_length=1)]
    numbered: bool = False
    tick: bool = Field(False, description="A box to tick in place of the bullet.")
    look: Look = "plain"


class ItemsOf(Model):
    """A list with an entry for each of a list of values."""

    items_of: Name
    text: LocalText = Field("{text}", description="What an entry says.")
    numbered: bool = False
    tick: bool = Field(False, description="A box to tick in place of the bullet.")
    look: Look = "plain"


class WriteIn(Model):
    """Lines to write on."""

    write: Annotated[int, Field(ge=1, le=40, description="How many lines.")]
    label: LocalText | None = Field(None, description="What is asked; before a single line, above several.")
    look: Look = "plain"
    pitch: Length = Field(10, description="From one line to the next.")


class Ticks(Model):
    """Boxes to tick in a row, each with its label."""

    ticks: Annotated[list[LocalText], Field(min_length=1)]
    label: LocalText | None = Field(None, description="What is asked, above them.")
    across: Annotated[int, Field(ge=1, le=12, description="How many beside each other.")] = 3


class TicksOf(Model):
    """Boxes to tick, one for each of a list of values."""

    ticks_of: Name
    text: LocalText = Field("{label}", description="What a label says.")
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
    rows_of: Name | None = Field(None, description="The list of values; without it, there are empty rows only.")
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


_SIGNS: dict[str, type[Model]] = {
    "heading": Heading, "items_of": ItemsOf, "ticks_of": TicksOf, "text": Paragraph, "items": Items, "write": WriteIn,
    "ticks": Ticks, "columns": Table, "each": Each, "beside": Beside, "draw": Drawing, "band": FlowBand, "qr": FlowCode,
    "rule": Rule, "space": Space,
}  # fmt: skip
"""The field by which each kind of part is told; entries of values have a `text` as well, and come before it."""


def _kind(value: object) -> str | None:
    """Return the tag of the part that a mapping is: by the field that only its kind has, or nearly has."""
    if not isinstance(value, dict):
        return next((f"<{sign}>" for sign, model in _SIGNS.items() if isinstance(value, model)), None)
    names = {name for name in value if isinstance(name, str)}
    meant = next((sign for sign in _SIGNS if sign in names), None) or _nearly(names)
    if meant == "text" and not names <= set(Paragraph.model_fields):  # of a list that it does not name
        meant = next((sign for sign in ("items_of", "ticks_of") if names <= set(_SIGNS[sign].model_fields)), meant)
    return f"<{meant}>" if meant else None


def _nearly(names: set[str]) -> str | None:
    """Return the sign that one of the names was meant to be; no name that another field has is taken for one."""
    fields = {name for model in _SIGNS.values() for name in model.model_fields}
    found = (get_close_matches(name, _SIGNS, n=1, cutoff=0.8) for name in sorted(names - fields))
    return next((close[0] for close in found if close), None)


Part: TypeAlias = Annotated[
    Annotated[Heading, Tag("<heading>")]
    | Annotated[Paragraph, Tag("<text>")]
    | Annotated[Items, Tag("<items>")]
    | Annotated[ItemsOf, Tag("<items_of>")]
    | Annotated[WriteIn, Tag("<write>")]
    | Annotated[Ticks, Tag("<ticks>")]
    | Annotated[TicksOf, Tag("<ticks_of>")]
    | Annotated[Table, Tag("<columns>")]
    | Annotated[Each, Tag("<each>")]
    | Annotated[Beside, Tag("<beside>")]
    | Annotated[Drawing, Tag("<draw>")]
    | Annotated[FlowBand, Tag("<band>")]
    | Annotated[FlowCode, Tag("<qr>")]
    | Annotated[Rule, Tag("<rule>")]
    | Annotated[Space, Tag("<space>")],
    Discriminator(
        _kind,
        custom_error_type=OWN_WORDS,
        custom_error_message=f"it is not said what this part is, by one of {', '.join(_SIGNS)}: add what is missing",
    ),
]
"""One part of a document. Tags are in angle brackets: they cannot be fields of a file."""


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
