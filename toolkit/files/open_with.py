"""Open a file or folder with what the system opens it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def open_path(path: Path) -> str:
    """Open a path in the program that the system has for it; return why not, or nothing.

    The program goes on without us: nothing is waited for, and what it prints is not shown.
    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the path was made here
        return ""
    program = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(program)
    if found is None:
        return f"{program} is not here to open {path}: open it yourself"
    quiet = subprocess.DEVNULL
    subprocess.Popen([found, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603
    return ""
