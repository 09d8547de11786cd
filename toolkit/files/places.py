"""Where things are: content that ships, the user's own content, settings, and what the tool remembers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

APP = "workshop-toolkit"
HOME_VARIABLE = "WORKSHOP_HOME"
"""Set it to keep settings, own content and memory in one folder: for a USB stick, or for tests."""

ContentFolder = Literal["exercises", "glossaries", "printables", "printables/sheets"]
CONTENT_FOLDERS: tuple[ContentFolder, ...] = ("exercises", "glossaries", "printables", "printables/sheets")


def built_in(folder: ContentFolder) -> Path:
    """Return the folder of content that ships: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_data" / folder
    return shipped if shipped.is_dir() else package.parent / folder


def user_data() -> Path:
    """Return the folder of the user's own exercises, glossaries and printables."""
    return _place("data")


def settings_file() -> Path:
    """Return the path of the settings file, which need not exist."""
    return _place("config") / "settings.yaml"


def memory() -> Path:
    """Return the folder of what the tool remembers between runs, such as recent workshops."""
    return _place("state")


def _place(kind: Literal["data", "config", "state"]) -> Path:
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home) / kind
    import platformdirs  # deferred: `--version` and `--help` need no folder

    return Path(
        {
            "data": platformdirs.user_data_dir,
            "config": platformdirs.user_config_dir,
            "state": platformdirs.user_state_dir,
        }[kind](APP)
    )
