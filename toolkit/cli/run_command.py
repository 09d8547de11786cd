"""`workshop run`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument
from toolkit.cli.people import facilitator
from toolkit.cli.terminal import has_terminal, refuse

if TYPE_CHECKING:
    import argparse

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    parser.add_argument("--plain", action="store_true", help="read commands from standard input, one per line")
    parser.add_argument("--rehearse", action="store_true", help="with a journal and a simulated clock of its own")
    parser.add_argument("--restart", action="store_true", help="with --rehearse: forget the rehearsal so far")
    parser.add_argument("--as", dest="name", metavar="NAME", help="who you are; the default is your user name")


def run(options: argparse.Namespace) -> int:
    """Run the workshop."""
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    if options.restart and not options.rehearse:
        print("--restart goes with --rehearse: a real session is never forgotten", file=sys.stderr)
        return 2
    if options.plain:
        return _plain(folder, facilitator(options.name), options)
    if not has_terminal():
        return refuse("workshop run")
    from toolkit.tui.start import run_console

    return run_console(folder, facilitator(options.name), rehearsal=options.rehearse, restart=options.restart)


def _plain(folder: Folder, by: str, options: argparse.Namespace) -> int:
    from toolkit.plain.converse import converse
    from toolkit.session.opening import open_session
    from toolkit.session.register import know_people
    from toolkit.workshop.recent import remember

    opened = open_session(folder, by, lambda: _plan(folder), rehearsal=options.rehearse, restart=options.restart)
    try:
        know_people(opened.desk, folder)
        if not options.rehearse:
            remember(folder, opened.desk.view.plan)  # home lists it, and planning learns from it
        converse(sys.stdin.buffer, opened.desk, by, out=sys.stdout, err=sys.stderr)
    finally:
        opened.close()
    return 0


def _plan(folder: Folder) -> Plan:
    """Read the plan from the files, and say what was left out."""
    from toolkit.workshop.prepare import prepare

    resolved = prepare(folder)
    for problem in resolved.problems:
        print(problem, file=sys.stderr)
    return resolved.plan
