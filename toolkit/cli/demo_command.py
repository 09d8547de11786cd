"""`workshop demo`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.people import facilitator
from toolkit.cli.terminal import has_terminal, refuse

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "dir", nargs="?", type=Path, default=Path("workshop-demo"), metavar="DIR", help="default: workshop-demo"
    )
    parser.add_argument("--no-open", action="store_true", help="only write the folder")


def run(options: argparse.Namespace) -> int:
    """Write the sample workshop, unless it is there, and open it."""
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir)
    if not folder.file.exists():
        from toolkit.library.schemas import schema_text
        from toolkit.workshop.create import create_demo
        from toolkit.workshop.kinds import WORKSHOP

        create_demo(options.dir, dt.datetime.now().astimezone(), schema_text(WORKSHOP.name, WORKSHOP.model))
        print(f"the sample workshop is in {options.dir}", file=sys.stderr)
    if options.no_open:
        return 0
    if not has_terminal():
        return refuse("workshop demo")
    from toolkit.tui.start import run_console

    return run_console(folder, facilitator(None))
