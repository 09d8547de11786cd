"""What the tests of printing share: fonts, a setter, a sheet, pages as pictures."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import pytest

from toolkit.library.catalogue import Catalogue
from toolkit.printing.fonts.choice import Fonts
from toolkit.printing.fonts.find import packaged
from toolkit.printing.text.setter import Setter

if TYPE_CHECKING:
    from toolkit.library.printable import Printable
    from toolkit.library.sheet import Sheet

MADE_WITH = {
    "fontpkg-noto-sans": "2.15",
    "manimgx-fonts": "2026.9.26.post1",
    "justmytype-intl-cjk": "0.1.0",
}
"""The fonts that golden glyphs and pictures were made with."""


def fonts_differ() -> str:
    """Return why goldens cannot be compared here; empty if they can."""
    for name, wanted in MADE_WITH.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            return f"{name} is not installed; CI installs it with the extra `fonts`"
        if found != wanted:
            return f"made with {name} {wanted}, this is {found}; CI has it from constraints.txt"
    return ""


needs_fonts = pytest.mark.skipif(bool(fonts_differ()), reason=fonts_differ() or "-")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The fonts of packages alone: the same on every machine."""
    return Fonts(packaged(), tuple)


@pytest.fixture(scope="session")
def setter(fonts: Fonts) -> Setter:
    """Sets text in these fonts."""
    return Setter(fonts)


@pytest.fixture
def cards() -> Printable:
    """The printable that ships."""
    found = Catalogue().printable("participant-cards")
    assert found
    return found.item


def sheet(id_: str) -> Sheet:
    """Return a sheet that ships."""
    found = Catalogue().sheet(id_)
    assert found, id_
    return found.item


SHEETS = tuple(found.item for found in Catalogue().sheets().values())
