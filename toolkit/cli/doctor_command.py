"""`workshop doctor`."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from toolkit import __version__
from toolkit.files.places import CONTENT_FOLDERS, built_in, memory, settings_file, user_data

if TYPE_CHECKING:
    import argparse

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
    print(_fonts())
    size = shutil.get_terminal_size()
    print(f"terminal {size.columns}x{size.lines}, output {sys.stdout.encoding}")
    for folder in CONTENT_FOLDERS:
        print(f"{folder}: {built_in(folder)} {'found' if built_in(folder).is_dir() else 'MISSING'}")
    for name, path in (("own content", user_data()), ("settings", settings_file()), ("memory", memory())):
        print(f"{name}: {path} {'found' if path.exists() else 'not there'}")
    return 0


def _fonts() -> str:
    """Return how many faces printing can choose from."""
    from toolkit.printing.fonts.find import PACKAGES as FONTS  # deferred: half a second on some machines
    from toolkit.printing.fonts.find import installed, packaged

    missing = [name for name in FONTS if find_spec(name) is None]
    absent = f", without {', '.join(missing)}" if missing else ""
    return f"fonts: {len(packaged())} faces in packages{absent}, {len(installed())} in the system's folders"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "MISSING"
