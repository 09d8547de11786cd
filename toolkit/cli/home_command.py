"""`workshop` without a command: the console at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cli.people import facilitator
from toolkit.cli.terminal import has_terminal, refuse

if TYPE_CHECKING:
    import argparse


def run(_options: argparse.Namespace) -> int:
    """Open the console at home."""
    if not has_terminal():
        return refuse("workshop")
    from toolkit.tui.start import run_home

    return run_home(facilitator(None))
