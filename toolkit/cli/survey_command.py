"""`workshop survey`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from toolkit.cli.common import anonymous_argument, folder_argument, rehearsal_argument
from toolkit.cli.session_files import current_state, without_names
from toolkit.files.problems import printable
from toolkit.session.privacy import sides_told
from toolkit.session.sharing import to_share
from toolkit.session.survey import survey_lines, survey_values
from toolkit.workshop.folder import Folder

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    anonymous_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print what the sheets before and after say."""
    folder = Folder(options.dir)
    state, _ = current_state(folder, rehearsal=options.rehearsal)
    sides = None
    if options.anonymous:
        sides = sides_told(state)
        state = without_names(folder, to_share(state), rehearsal=options.rehearsal)
    if options.json:
        print(json.dumps(survey_values(state, sides)))
        return 0
    if not state.plan or not state.plan.survey:
        print("workshop.yaml has no survey: write three to eight statements there", file=sys.stderr)
    for line in survey_lines(state, sides):
        print(printable(line, 4_000))
    return 0
