"""Whether the console can be opened here."""

from __future__ import annotations

import sys


def has_terminal() -> bool:
    """Tell whether somebody is at a terminal, both to read and to write."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def refuse(command: str, instead: str = "workshop run DIR --plain") -> int:
    """Say that a command needs a terminal, and what does not; return the exit code."""
    print(f"`{command}` opens the console and needs a terminal: use `{instead}` instead", file=sys.stderr)
    return 2
