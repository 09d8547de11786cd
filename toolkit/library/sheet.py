"""Sheets of paper and the slots on them, declared as data. Millimetres, from the upper left corner of the page."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, Strict, model_validator

from toolkit.library.fields import Id, Line, LocalText, Model

FROM_LIST = Strict(strict=False)
"""YAML has lists, not tuples."""
Millimetres = Annotated[float, Field(ge=0, le=1200)]
Pair = Annotated[tuple[Millimetres, Millimetres], FROM_LIST]

PAGES = {
    "A3": (297.0, 420.0), "A4": (210.0, 297.0), "A5": (148.0, 210.0), "A6": (105.0, 148.0), "letter": (215.9, 279.4),
}  # fmt: skip
"""Width and height in mm: ISO 216, and 8½ by 11 inches."""
_NEARLY = 0.02
"""Millimetres by which inches, rounded, may be off."""


class Sheet(Model):
    """A page and the slots on it: plain paper to be cut, or stock that is cut already."""

    id: Id
    title: LocalText
    source: Line = Field(description="Where the measures come from.")
    maker: Line | None = Field(None, description="Who makes the stock; none for plain paper.")
    parts: list[Line] = Field(default_factory=list, description="The maker's numbers of stock with these measures.")
    page: Literal["A3", "A4", "A5", "A6", "letter"]
    columns: Annotated[int, Field(ge=1, le=20)] = 1
    rows: Annotated[int, Field(ge=1, le=40)] = 1
    slot: Pair = Field(description="[width, height] of one card or label.")
    margin: Pair = Field(description="[left, top] of the first slot.")
    pitch: Annotated[
        Pair | None, Field(description="[across, down] from one slot to the next; touching otherwise.")
    ] = None
    corner: Millimetres = Field(0, description="Radius of the slots' corners.")
    bleed: Millimetres = Field(0, description="How far colour may run over the cut.")
    safe: Millimetres = Field(3, description="How far inside the cut everything that is to be read stays.")
    edge: Millimetres = Field(4, description="What printers leave white at the edges of the page.")
    fold: Literal["none", "across"] = Field(
        "none", description="`across`: each slot is folded in the middle, to stand."
    )

    @property
    def step(self) -> tuple[float, float]:
        """How far one slot is from the next, across and down."""
        return self.pitch or self.slot

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for axis, count, name in ((0, self.columns, "across"), (1, self.rows, "down")):
            self._fits_along(axis, count, name)
        return self

    def _fits_along(self, axis: int, count: int, name: str) -> None:
        size, slot, start = PAGES[self.page][axis], self.slot[axis], self.margin[axis]
        if count > 1 and self.step[axis] < slot - _NEARLY:
            raise ValueError(f"pitch {name} is less than a slot: slots would overlap; make it {slot:g} or more")
        end = start + (count - 1) * self.step[axis] + slot
        if end > size + _NEARLY:
            raise ValueError(f"the slots reach {end:g} mm {name}, the page has {size:g}: make them smaller")
        if min(start, size - end) + self.safe < self.edge - _NEARLY:
            raise ValueError(
                f"a slot's safe area {name} begins {min(start, size - end) + self.safe:g} mm from the page's edge, "
                f"where printers leave {self.edge:g} mm white: make `safe` larger"
            )
