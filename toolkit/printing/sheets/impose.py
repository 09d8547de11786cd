"""Imposition: which card comes into which slot of which page. Values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from toolkit.files.problems import UserError
from toolkit.printing.sheets.geometry import Box, Duplex, back_of, page_size, slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.library.sheet import Sheet

Marks = Literal["crop", "cut", "none"]


@dataclass(frozen=True)
class Layout:
    """How cards are laid out on a sheet."""

    sheet: Sheet
    duplex: Duplex = "none"
    start_at: int = 1
    """The first free slot of a part-used sheet, counted from 1."""
    copies: int = 1
    offset_front: tuple[float, float] = (0, 0)
    """How far the printer's front is moved to the right and down, in mm."""
    offset_back: tuple[float, float] = (0, 0)
    marks: Marks = "none"
    guides: bool = False
    """Whether safe zone and bleed are drawn, for a trial on plain paper."""


class Place(NamedTuple):
    """Where one side of one card is drawn."""

    page: int
    """Sides of paper, counted from 0."""
    box: Box
    turned: bool = False
    """Whether it stands on its head."""


class Placed(NamedTuple):
    """One card on paper."""

    card: int
    """Which, counted from 0."""
    front: Place
    back: Place | None


def pairs(layout: Layout) -> list[tuple[Box, Box | None, bool]]:
    """Return for each card of a sheet the slot of its front, that of its back, and whether the back is upside down.

    Where front and back are printed side by side and folded, the back is in the next slot across, upright; on a sheet
    of one column in the next slot down, upside down.

    Raises:
        UserError: The sheet has no two slots that can be folded onto each other.
    """
    sheet, boxes = layout.sheet, slots(layout.sheet)
    if layout.duplex == "none":
        return [(box, None, False) for box in boxes]
    if layout.duplex != "fold":
        return [(box, *back_of(box, page_size(sheet), layout.duplex)) for box in boxes]
    if sheet.columns % 2 == 0:
        return [(boxes[i], boxes[i + 1], False) for i in range(0, len(boxes), 2)]
    if sheet.columns == 1 and sheet.rows % 2 == 0:
        return [(boxes[i], boxes[i + 1], True) for i in range(0, len(boxes), 2)]
    raise UserError(f"sheet {sheet.id} has no two slots side by side to fold: use --duplex long, short or none")


def impose(cards: int, layout: Layout) -> Iterator[Placed]:
    """Yield where each copy of each card comes to lie, in the order of the pages.

    Raises:
        UserError: `start_at` is no slot of the sheet, or the sheet cannot be folded.
    """
    places = pairs(layout)
    check_start(layout, len(places))
    two_sided = layout.duplex in ("long", "short")
    for i in range(cards * layout.copies):
        sheet, slot = divmod(layout.start_at - 1 + i, len(places))
        front, back, turned = places[slot]
        page = sheet * (2 if two_sided else 1)
        shifted = front.moved(*layout.offset_front)
        if back is None:
            yield Placed(i // layout.copies, Place(page, shifted), None)
            continue
        offset = layout.offset_back if two_sided else layout.offset_front
        behind = Place(page + 1 if two_sided else page, back.moved(*offset), turned)
        yield Placed(i // layout.copies, Place(page, shifted), behind)


def check_start(layout: Layout, count: int) -> None:
    """Refuse a first slot that the sheet does not have.

    Raises:
        UserError: It has fewer.
    """
    if not 1 <= layout.start_at <= count:
        raise UserError(f"--start-at {layout.start_at}: the sheet has slots 1 to {count}")


def fold_lines(layout: Layout) -> list[tuple[float, float, float, float]]:
    """Return lines (x1, y1, x2, y2) along which the paper is folded: between fronts and backs, or across tent cards."""
    found = []
    if layout.sheet.fold == "across":
        for box in slots(layout.sheet):
            middle = box.top + box.height / 2
            found.append((box.left, middle, box.right, middle))
    if layout.duplex == "fold":
        for front, back, turned in pairs(layout):
            if back and turned:
                found.append((front.left, (front.bottom + back.top) / 2, front.right, (front.bottom + back.top) / 2))
            elif back:
                found.append(((front.right + back.left) / 2, front.top, (front.right + back.left) / 2, front.bottom))
    return found


def crop_marks(layout: Layout, length: float = 4, gap: float = 1) -> list[tuple[float, float, float, float]]:
    """Return lines (x1, y1, x2, y2) beside the corners of slots, where scissors go; none of them touches a slot.

    Args:
        layout: What is printed.
        length: How long a mark is, in mm.
        gap: How far from the bleed it begins.
    """
    boxes = slots(layout.sheet)
    away = layout.sheet.bleed + gap
    found = []
    for box in boxes:
        for x in (box.left, box.right):
            found += [
                (x, box.top - away - length, x, box.top - away),
                (x, box.bottom + away, x, box.bottom + away + length),
            ]
        for y in (box.top, box.bottom):
            found += [
                (box.left - away - length, y, box.left - away, y),
                (box.right + away, y, box.right + away + length, y),
            ]
    return sorted({line for line in found if not any(_crosses(line, box) for box in boxes)})


def _crosses(line: tuple[float, float, float, float], box: Box) -> bool:
    x1, y1, x2, y2 = line
    return Box(x1 - 0.1, y1 - 0.1, x2 - x1 + 0.2, y2 - y1 + 0.2).touches(box.inset(-0.2))
