"""ReportLab's canvas without what it would leave in a document: a font that nobody embeds, ASCII85, half a file."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable


PdfDocument: TypeAlias = Any
"""ReportLab's document: untyped there."""
PdfPage: TypeAlias = Any


def name(text: str) -> str:
    """Return a PDF name."""
    return pdfdoc.PDFName(text)


def dictionary(**entries: Any) -> pdfdoc.PDFDictionary:  # noqa: ANN401 - whatever PDF holds
    """Return a PDF dictionary."""
    return pdfdoc.PDFDictionary(entries)


def array(*items: object) -> pdfdoc.PDFArray:
    """Return a PDF array."""
    return pdfdoc.PDFArray(list(items))


def stream(content: bytes, **entries: Any) -> pdfdoc.PDFStream:  # noqa: ANN401
    """Return a compressed stream; ReportLab would add ASCII85, which costs a fifth of the file."""
    entries["Filter"] = name("FlateDecode")
    return pdfdoc.PDFStream(dictionary(**entries), zlib.compress(content, 6))


class Raw(pdfdoc.PDFObject):
    """An object whose bytes are known: ten thousand structure elements are quicker written than built."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: object) -> bytes:
        """Return the object as it will stand."""
        return self.text.encode("latin-1")


class Paper(Canvas):
    """A canvas that writes into memory and tells when a page ends."""

    def __init__(self, size: tuple[float, float], on_page: Callable[[PdfPage], None]) -> None:
        self._on_page = on_page
        super().__init__(io.BytesIO(), pagesize=size, invariant=1, pageCompression=0, pdfVersion=(1, 7))

    @property
    def document(self) -> PdfDocument:
        """ReportLab's document, with its objects and its catalogue."""
        return self._doc  # type: ignore[attr-defined]  # not in the stubs

    def write(self, operators: str) -> None:
        """Append operators to the page."""
        self._code.append(operators)  # type: ignore[attr-defined]  # not in the stubs

    def _make_preamble(self) -> None:
        """Begin pages without naming a font; ReportLab names Helvetica, which nobody embeds."""
        self._preamble = ""

    def _setAnnotations(self, page: PdfPage) -> None:  # noqa: N802 - ReportLab's name
        """Note the last moment at which a page can be changed. Forms pass here too."""
        super()._setAnnotations(page)  # type: ignore[misc]  # not in the stubs
        code = page.stream if isinstance(page.stream, bytes) else page.stream.encode("latin-1")
        page.Contents, page.stream = stream(code), None
        if isinstance(page, pdfdoc.PDFPage):
            self._on_page(page)

    def data(self) -> bytes:
        """Return the document, and be done."""
        return bytes(self.getpdfdata())  # type: ignore[no-untyped-call]
