"""`workshop screen`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.cli.terminal import has_terminal, refuse

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Show the room's screen until q is pressed."""
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    if not has_terminal():
        return refuse("workshop screen")
    from toolkit.tui.start import run_room_screen

    return run_room_screen(folder, rehearsal=options.rehearsal)
