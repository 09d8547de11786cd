"""Who is at the keyboard."""

from __future__ import annotations

import getpass


def facilitator(name: str | None) -> str:
    """Return the name that events carry: as given, else the user's own."""
    if name and name.strip():
        return name.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or no such notion on this system
        return "facilitator"
