"""`workshop doctor`."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from toolkit import __version__
from toolkit.files.places import CONTENT_FOLDERS, built_in, memory, settings_file, user_data

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

PACKAGES = ("textual", "rich", "pydantic", "PyYAML", "reportlab", "uharfbuzz", "platformdirs")


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare no arguments."""


def run(_options: argparse.Namespace) -> int:
    """Print a report that can be pasted into an issue; it names no person and no workshop."""
    print(f"workshop-toolkit {__version__}")
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
    for package in PACKAGES:
        print(f"{package} {_version(package)}")
    for name in ("TERM", "COLORTERM", "LANG", "NO_COLOR", "TMUX", "SSH_TTY"):
        print(f"{name}={os.environ.get(name, '')}")
    print(*_fonts(), sep="\n")
    size = shutil.get_terminal_size()
    print(f"terminal {size.columns}x{size.lines}, output {sys.stdout.encoding}")
    for folder in CONTENT_FOLDERS:
        print(f"{folder}: {built_in(folder)} {'found' if built_in(folder).is_dir() else 'MISSING'}")
    for name, path in (("own content", user_data()), ("settings", settings_file()), ("memory", memory())):
        print(f"{name}: {path} {'found' if path.exists() else 'not there'}")
    return 0


def _fonts() -> Iterator[str]:
    """Yield how many faces printing can choose from, which scripts they cover, and what to do about the others."""
    from toolkit.printing.fonts.coverage import coverage  # deferred: half a second on some machines
    from toolkit.printing.fonts.find import absent, installed, packaged, remedy

    without = f", without {', '.join(absent())}" if absent() else ""
    yield f"fonts: {len(packaged())} faces in packages{without}, {len(installed())} in the system's folders"
    scripts = coverage()
    yield f"scripts in packages: {', '.join(scripts.packages) or 'none'}"
    yield f"scripts in the system's fonts: {', '.join(scripts.system) or 'no others'}"
    if scripts.nowhere:
        yield f"scripts without a font: {', '.join(scripts.nowhere)}: {remedy()}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "MISSING"
