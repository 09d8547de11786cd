"""The structure tree: what a reader hears, in which order, and where on the pages it stands (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from toolkit.printing.pdf.paper import PdfDocument, Raw, dictionary

Role = Literal["Document", "Sect", "H1", "H2", "H3", "P", "Figure", "L", "LI", "LBody", "Table", "TR", "TH", "TD"]


@dataclass(slots=True)
class Element:
    """One element: a group of others, or marked content on one page."""

    role: Role
    parent: Element | None = None
    kids: list[Element] = field(default_factory=list)
    alt: str = ""
    """What a figure shows, in words."""
    text: str = ""
    """What it says in reading order, where the page has it in another."""
    language: str = ""
    page: int = -1
    """The page that its marked content is on, counted from 0; a group has none."""
    marks: list[int] = field(default_factory=list)
    """The numbers of its marked content on that page."""
    box: tuple[float, float, float, float] | None = None
    """Where a figure is: left, bottom, right, top, in points."""
    attributes: str = ""
    """More attributes, as PDF has them."""

    def add(self, role: Role, **more: str) -> Element:
        """Add an element within this one."""
        kid = Element(role, self, **more)  # type: ignore[arg-type]  # alt, language, attributes
        self.kids.append(kid)
        return kid


def write_tree(root: Element, document: PdfDocument, pages: list[str]) -> None:
    """Write the tree into the document.

    Args:
        root: The element `Document`.
        document: ReportLab's document.
        pages: What the document calls its pages.
    """
    tree, elements = Raw(), _ordered(root)
    tree_reference = document.Reference(tree, "StructTree")
    written = [Raw() for _ in elements]
    numbers: dict[int, int] = {}
    for i, (element, raw) in enumerate(zip(elements, written, strict=True)):
        document.Reference(raw, f"Element{i}")
        numbers[id(element)] = _number(document, f"Element{i}")
    tree_number, page_numbers = _number(document, "StructTree"), [_number(document, page) for page in pages]
    owners: list[dict[int, int]] = [{} for _ in pages]
    for element, raw in zip(elements, written, strict=True):
        above = numbers[id(element.parent)] if element.parent else tree_number
        raw.text = _written(element, above, numbers, page_numbers)
        for mark in element.marks:
            owners[element.page][mark] = numbers[id(element)]
    tree.text = (
        f"<< /Type /StructTreeRoot /K [{numbers[id(root)]} 0 R] /ParentTree << /Nums [{_parents(owners)}] >>"
        f" /ParentTreeNextKey {len(pages)} >>"
    )
    document.Catalog.StructTreeRoot = tree_reference
    document.Catalog.MarkInfo = dictionary(Marked="true")


def _ordered(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += reversed(element.kids)
    return found


def _number(document: PdfDocument, name: str) -> int:
    return int(document.idToObjectNumberAndVersion[name][0])


def _parents(owners: list[dict[int, int]]) -> str:
    """Return for each page which element its pieces of marked content belong to."""
    return " ".join(
        f"{page} [{' '.join(f'{owner[mark]} 0 R' for mark in sorted(owner))}]" for page, owner in enumerate(owners)
    )


def _written(element: Element, above: int, numbers: dict[int, int], pages: list[int]) -> str:
    parts = [f"<< /Type /StructElem /S /{element.role} /P {above} 0 R"]
    if element.page >= 0:
        parts.append(f"/Pg {pages[element.page]} 0 R")
    kids = [*map(str, element.marks), *(f"{numbers[id(kid)]} 0 R" for kid in element.kids)]
    parts.append(f"/K [{' '.join(kids)}]")
    if element.alt:
        parts.append(f"/Alt {_text(element.alt)}")
    if element.text:
        parts.append(f"/ActualText {_text(element.text)}")
    if element.language:
        parts.append(f"/Lang {_text(element.language)}")
    if element.box:
        parts.append(f"/A << /O /Layout /Placement /Block /BBox [{' '.join(f'{edge:.2f}' for edge in element.box)}] >>")
    elif element.attributes:
        parts.append(f"/A {element.attributes}")
    return " ".join(parts) + " >>"


def _text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
