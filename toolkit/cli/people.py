"""Who is at the keyboard."""

from __future__ import annotations

import getpass

from toolkit.files.problems import printable


def facilitator(name: str | None) -> str:
    """Return the name that events carry: as given, else the user's own."""
    if name and name.strip():
        return printable(name.strip(), 80)
    try:
        return printable(getpass.getuser(), 80)
    except (OSError, KeyError, ImportError):  # no such user, or no such notion on this system
        return "facilitator"
