"""Where slots lie on a page, and where the back of each comes to lie. Millimetres from the upper left; no PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from toolkit.library.sheet import PAGES

if TYPE_CHECKING:
    from toolkit.library.sheet import Sheet

Duplex = Literal["long", "short", "fold", "none"]


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def moved(self, across: float, down: float) -> Box:
        """Return it moved to the right and down."""
        return self._replace(left=self.left + across, top=self.top + down)

    def inset(self, by: float) -> Box:
        """Return it smaller by so much on each side; larger where `by` is negative."""
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def touches(self, other: Box, nearly: float = 0.03) -> bool:
        """Tell whether two boxes overlap by more than rounding."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > nearly and down > nearly


def page_size(sheet: Sheet) -> tuple[float, float]:
    """Return the width and height of the page."""
    return PAGES[sheet.page]


def slots(sheet: Sheet) -> tuple[Box, ...]:
    """Return the slots of a page, row by row."""
    (left, top), (across, down) = sheet.margin, sheet.step
    return tuple(
        Box(left + column * across, top + row * down, *sheet.slot)
        for row in range(sheet.rows)
        for column in range(sheet.columns)
    )


def back_of(box: Box, page: tuple[float, float], duplex: Duplex) -> tuple[Box, bool]:
    """Return where the back of a slot is on the page's other side, and whether it stands on its head there.

    Paper that is flipped on an upright edge comes out mirrored from left to right, upright; flipped on a level edge,
    from top to bottom and upside down. Which of its edges is long depends on the page.
    """
    width, height = page
    upright_edge = (duplex == "long") == (width <= height)
    if upright_edge:
        return box._replace(left=width - box.right), False
    return box._replace(top=height - box.bottom), True
