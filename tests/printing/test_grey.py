"""Domains are told apart without colour."""

from __future__ import annotations

from statistics import mean
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.printing.material import press
from tests.printing.pages import picture
from toolkit.printing.job import Options
from toolkit.printing.products import print_some

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


def lightness(level: float) -> float:
    """Return L* (CIE 1976) of a grey of the sRGB screen, 0 to 255."""
    share = level / 255
    y = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return float(116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y)


@pytest.mark.parametrize("mono", [False, True])
def test_bands_in_grey_differ_by_pattern_and_by_lightness_or_carry_the_code(demo: Folder, *, mono: bool) -> None:
    (made,) = print_some(press(demo), ["sense-worksheet"], None, Options(mono=mono))
    pdf = made.path.read_bytes()
    domains = press(demo).material.plan.domains
    assert len({domain.pattern for domain in domains}) == 6
    levels = []
    for number, domain in enumerate(domains):
        assert PdfReader(made.path).pages[number].extract_text().startswith(f"{domain.code} ")
        band = picture(pdf, number, 144, grey=True).crop((700, 80, 1100, 160))
        levels.append(lightness(mean(band.tobytes())))
    apart = [abs(a - b) for i, a in enumerate(levels) for b in levels[:i]]
    assert sum(gap >= 15 for gap in apart) >= (0 if mono else 10)
