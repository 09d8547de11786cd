"""PDFs as a person or a judge sees them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import page as judge
import pypdfium2 as pdfium
import pytest
import zxingcpp

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image


def picture(pdf: bytes, page: int = 0, dpi: float = 72, *, grey: bool = False) -> Image:
    """Return a page as a picture."""
    image: Image = pdfium.PdfDocument(pdf)[page].render(scale=dpi / 72, grayscale=grey).to_pil()
    return image


def text_of(pdf: bytes) -> str:
    """Return all text, one space between words, as PDFium copies it."""
    document = pdfium.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def codes_on(image: Image) -> list[tuple[str, tuple[float, float]]]:
    """Return what QR codes say, and the middle of each in pixels."""
    found = []
    for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])):
        corners = [code.position.top_left, code.position.bottom_right]
        middle = (sum(corner.x for corner in corners) / 2, sum(corner.y for corner in corners) / 2)
        found.append((code.text, middle))
    return sorted(found)


def failures(pdf: bytes) -> list[str]:
    """Return what PDF/UA-1 forbids and the document does."""
    report = judge.validate_pdf_bytes(pdf, profile=judge.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def qpdf(path: Path) -> subprocess.CompletedProcess[bytes]:
    """Return what qpdf says of a file's syntax."""
    return _run("qpdf", "--check", str(path))


def font_table(path: Path) -> list[list[str]]:
    """Return poppler's table of fonts: name, …, embedded, subset, with Unicode, object."""
    lines = _run("pdffonts", str(path)).stdout.decode().splitlines()[2:]
    return [line.split() for line in lines]


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed; CI installs it")
    return subprocess.run([program, *arguments], capture_output=True, check=False)
