"""Find font files: in installed packages, then in the system's folders. Nothing is opened here but collections."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toolkit.printing.fonts.harfbuzz import Face, count_faces

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("fontpkg_noto_sans", "manimgx_fonts", "justmytype_intl_cjk")
"""Packages that are looked into, the first of them comes with the toolkit, the rest with its extra `fonts`."""
LEGIBLE = "fontpkg_atkinson_hyperlegible"
"""Comes with the toolkit; used where a variant asks for a face made for legibility."""
INSTALL = "pip install 'workshop-toolkit[fonts]'"

_SKIP = re.compile(r"Italic|Oblique|Mono|Serif|Cond|Light|Thin|Black|Medium|SemiBold|ExtraBold|Display|Color|UI-", re.I)
_BOLD = re.compile(r"Bold", re.I)
_REGION = re.compile(r"(SC|TC|HK|JP|KR)\b")
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


class FontFile(NamedTuple):
    """One face of a family, in the weights that there are."""

    path: Path
    bold: Path | None = None
    """Where the bold weight has a file of its own."""
    face: int = 0
    """Which of a collection's faces."""
    region: str = ""
    """Whose forms of Han characters it has: SC, TC, HK, JP, KR; empty for anything else."""
    emoji: bool = False


def absent() -> tuple[str, ...]:
    """Return the packages of fonts that are not installed."""
    return tuple(name for name in PACKAGES if find_spec(name) is None)


def remedy() -> str:
    """Return what to do about a letter that no font has."""
    return INSTALL if absent() else "install a font that has it, such as one of the Noto fonts"


@cache
def packaged() -> tuple[FontFile, ...]:
    """Return the fonts of installed packages, best first."""
    found = [file for name in PACKAGES for file in _in_package(name)]
    return tuple(sorted(found, key=lambda file: file.emoji))  # stable: emoji fonts have digits and letters of their own


@cache
def legible() -> tuple[FontFile, ...]:
    """Return the face made for legibility."""
    return tuple(_in_package(LEGIBLE))


def _in_package(name: str) -> Iterator[FontFile]:
    spec = find_spec(name)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        yield from _in_folder(Path(folder))


@cache
def installed() -> tuple[FontFile, ...]:
    """Return the fonts of the system's folders, those first that have many relatives for other scripts."""
    found = [file for folder in _folders() for file in _in_folder(folder)]
    return tuple(sorted(found, key=_rank))


def _rank(file: FontFile) -> tuple[bool, bool, bool, str]:
    name = file.path.name
    return file.emoji, not name.startswith("NotoSans"), not name.startswith("DejaVuSans"), name


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", Path(local) / "Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    shared = [
        home / ".local/share",
        *map(Path, os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")),
    ]
    return [home / ".fonts", *(folder / "fonts" for folder in shared)]


def _in_folder(folder: Path) -> Iterator[FontFile]:
    """Yield upright faces without serifs below a folder, by name; their bold companions with them."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    by_name = {path.name.lower(): path for path in paths}
    for path in paths:
        if not _SKIP.search(path.stem) and not _BOLD.search(path.stem):
            yield from _faces(path, _companion(path, by_name))


def _companion(path: Path, by_name: dict[str, Path]) -> Path | None:
    stem = path.stem.removesuffix("-Regular")
    names = (f"{stem}-Bold{path.suffix}", f"{stem}bd{path.suffix}", f"{stem} Bold{path.suffix}")
    return next((by_name[name.lower()] for name in names if name.lower() in by_name), None)


def _faces(path: Path, bold: Path | None) -> Iterator[FontFile]:
    """Yield the face of a font, or the faces of a collection that are worth having."""
    emoji = "emoji" in path.name.lower()
    if path.suffix.lower() in (".ttf", ".otf"):
        region = _REGION.search(path.stem)
        yield FontFile(path, bold, 0, region[1] if region else "", emoji)
        return
    for index in range(count_faces(path)):
        family = _family(path, index)
        if family and not _SKIP.search(family):
            region = _REGION.search(family)
            yield FontFile(path, bold, index, region[1] if region else "", emoji)


def _family(path: Path, index: int) -> str:
    try:
        return Face(path, index).family
    except (OSError, ValueError):
        return ""
