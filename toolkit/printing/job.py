"""What is asked for when printing, what was made, and the layout that follows from both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.printing.sheets.impose import Layout

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.files.problems import Problem
    from toolkit.library.printable import Printable
    from toolkit.library.sheet import Sheet
    from toolkit.printing.cards import Variant
    from toolkit.printing.sheets.geometry import Duplex
    from toolkit.printing.sheets.impose import Marks


@dataclass(frozen=True)
class Options:
    """What can be asked for when printing; None where the printable or its sheet decides."""

    sheet: str | None = None
    start_at: int = 1
    copies: int = 1
    duplex: Duplex | None = None
    offset_front: tuple[float, float] = (0, 0)
    offset_back: tuple[float, float] = (0, 0)
    marks: Marks | None = None
    guides: bool = False
    mono: bool = False
    variant: Variant = "plain"
    spares: int | None = None
    """Blank ones for walk-ins."""
    only: tuple[str, ...] = ()
    """Only for these people, terms, exercises or domains, by id."""


@dataclass(frozen=True)
class Made:
    """A PDF that was written."""

    path: Path
    title: str
    cards: int
    pages: int
    page: str
    duplex: Duplex
    stock: str
    """The maker and number of stock to load; empty for plain paper."""
    problems: tuple[Problem, ...] = ()
    """What did not fit or has no font, by the roster's line; rows that were left out."""
    flows: bool = False
    """Whether it is a document, not cards."""

    @property
    def paper(self) -> str:
        """What to load into the printer."""
        return self.stock or self.page

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return -(-self.pages // 2) if self.duplex in ("long", "short") else self.pages


def layout_of(printable: Printable, sheet: Sheet, options: Options) -> Layout:
    """Return how a printable is laid out on a sheet."""
    duplex = options.duplex or printable.duplex or ("long" if printable.back else "none")
    whole_page = sheet.columns == sheet.rows == 1
    if printable.back is None and not (printable.flow and whole_page):
        duplex = "none"  # a card without a back, or slips: what is on the other side of one would be another
    if printable.tent and sheet.fold == "none":
        sheet = sheet.model_copy(update={"fold": "across"})
    plain: Marks = "none" if sheet.maker or (printable.flow and whole_page) else "cut"
    return Layout(
        sheet,
        "none" if printable.flow and duplex == "fold" else duplex,
        options.start_at,
        options.copies * printable.copies,
        options.offset_front,
        options.offset_back,
        options.marks or plain,
        options.guides,
    )


def made_of(path: Path, title: str, cards: int, pages: int, layout: Layout) -> Made:
    """Return what was made, without problems."""
    sheet = layout.sheet
    stock = f"{sheet.maker} {sheet.parts[0]}" if sheet.maker and sheet.parts else ""
    return Made(path, title, cards, pages, sheet.page, layout.duplex, stock)
