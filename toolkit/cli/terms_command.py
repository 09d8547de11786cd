"""`workshop terms`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.cli.common import anonymous_argument, folder_argument, rehearsal_argument
from toolkit.cli.session_files import current_state, without_names
from toolkit.files.problems import printable
from toolkit.session.analyst import Analyst
from toolkit.session.sharing import to_share
from toolkit.session.term_lines import senses_table, term_lines
from toolkit.session.term_values import terms_values
from toolkit.session.words import View
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
    """Print every word in dispute: senses, counts, what they come to, and what was decided."""
    folder, analyst = Folder(options.dir), Analyst()
    state, now = current_state(folder, rehearsal=options.rehearsal)
    if options.anonymous:
        state = without_names(folder, to_share(state), rehearsal=options.rehearsal)
    if options.json:
        print(json.dumps(terms_values(state, analyst)))
        return 0
    view = View(state, {}, now)
    for term in view.plan.terms:
        lines = term_lines(view, term, analyst, results=True, todo=not options.anonymous)
        print("\n".join([*(printable(line, 4_000) for line in lines), ""]))
    print("\n".join(printable(line, 4_000) for line in senses_table(view)))
    return 0
