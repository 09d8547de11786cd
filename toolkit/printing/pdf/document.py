"""A tagged document: pages, text, drawings, and what each of them means to a reader who listens."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from toolkit.printing.pdf.embed import Embedded
from toolkit.printing.pdf.glyphs import Glyphs
from toolkit.printing.pdf.metadata import Duplex, write_metadata
from toolkit.printing.pdf.paper import Paper, PdfPage, name
from toolkit.printing.pdf.tags import Element, write_tree
from toolkit.printing.text.setter import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.printing.fonts.harfbuzz import Face
    from toolkit.printing.text.line import Line


class Document:
    """One PDF in the making. Lengths are points from the lower left corner of the page.

    Everything drawn lies within `mark` (an element's content) or `artifact` (what a listener need not know of).
    The same calls give the same bytes, whatever other documents were made before.
    """

    def __init__(self, title: str, language: str, size: tuple[float, float], duplex: Duplex = "none") -> None:
        """Begin a document.

        Args:
            title: What a viewer's window is called.
            language: A language tag.
            size: Width and height of the pages, in points.
            duplex: Which edge the paper is flipped on, for viewers that pass it on to the printer.
        """
        self.size = size
        self.paper = Paper(size, self._end_page)
        self.root = Element("Document")
        self.pages = 0
        self._title, self._language, self._duplex = clean(title) or "Workshop", language, duplex
        self._names: list[str] = []
        self._marks = 0
        self._lines: list[Line] = []
        self._fonts: dict[Face, Embedded] = {}
        self._glyphs = Glyphs(self._embedded)
        self._forms: set[str] = set()
        self._centre: tuple[float, float] | None = None
        """What everything is turned around just now."""

    def end_page(self) -> None:
        """End the page, even an empty one."""
        self.paper.write("")
        self.paper.showPage()

    @contextmanager
    def mark(self, element: Element) -> Iterator[None]:
        """Draw content of `element`."""
        element.page = self.pages
        element.marks.append(self._marks)
        self.paper.write(f"/{element.role} <</MCID {self._marks}>> BDC")
        self._marks += 1
        self._lines = []
        yield
        self.paper.write("EMC")
        if any(run.to_left for line in self._lines for run in line.runs):
            element.text = " ".join(line.text for line in self._lines)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what is not read out: lines, bands, patterns, marks for scissors."""
        self.paper.write("/Artifact BMC")
        yield
        self.paper.write("EMC")

    @contextmanager
    def turned(self, centre: tuple[float, float], *, half: bool) -> Iterator[None]:
        """Draw upside down around a centre, or as it is."""
        if not half:
            yield
            return
        x, y = centre
        self.paper.write(f"q -1 0 0 -1 {2 * x:.3f} {2 * y:.3f} cm")
        self._centre = centre
        yield
        self._centre = None
        self.paper.write("Q")

    def on_page(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return where a rectangle comes to lie on the page, whichever way up it is drawn."""
        if self._centre is None:
            return left, bottom, right, top
        x, y = 2 * self._centre[0], 2 * self._centre[1]
        return x - right, y - top, x - left, y - bottom

    def line(self, line: Line, x: float, y: float, size: float) -> None:
        """Draw a line of text whose baseline begins at (x, y)."""
        self._lines.append(line)
        self.paper.write(self._glyphs.operators(line, x, y, size))

    def form(self, key: str, size: tuple[float, float], draw: Callable[[Paper], None]) -> None:
        """Draw something at (0, 0) that comes again and again: kept once in the document, by `key`."""
        if key not in self._forms:
            self._forms.add(key)
            self.paper.beginForm(key, 0, 0, *size)
            draw(self.paper)
            self.paper.endForm()
        self.paper.doForm(key)

    def data(self) -> bytes:
        """Return the finished document."""
        if not self.pages:
            self.end_page()
        document = self.paper.document
        document.delayedFonts = list(self._fonts.values())
        write_metadata(self.paper, self._title, self._language, self._duplex)
        write_tree(self.root, document, self._names)
        return self.paper.data()

    def _embedded(self, face: Face) -> Embedded:
        if face not in self._fonts:
            self._fonts[face] = Embedded(face, f"F{len(self._fonts)}")
        return self._fonts[face]

    def _end_page(self, page: PdfPage) -> None:
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.pages, name("S")
        self._names.append(self.paper.document.thisPageName())
        self.pages += 1
        self._marks = 0
