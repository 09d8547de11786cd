"""`workshop status`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.cli.session_files import current_state
from toolkit.files.problems import printable
from toolkit.session.status import status, status_line
from toolkit.workshop.folder import Folder

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Print where the session stands."""
    state, now = current_state(Folder(options.dir), rehearsal=options.rehearsal)
    # ASCII, as in the log: what the terminal's encoding lacks would be written in a way that is no JSON.
    print(json.dumps(status(state, now)) if options.json else printable(status_line(state, now)))
    return 0
