"""`workshop report`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)
    shared = "to be shared: no names, nothing that domains of under four people said"
    parser.add_argument("--anonymous", action="store_true", help=shared)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the files go; the default is DIR/out")
    parser.add_argument("--open", action="store_true", help="open the PDF")


def run(options: argparse.Namespace) -> int:
    """Write the report as PDF and Markdown, and say where."""
    from toolkit.report.write import write_report
    from toolkit.session.reading import read_events
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    events = read_events(folder, rehearsal=options.rehearsal)
    print(f"writing the report of {len(events)} events …", file=sys.stderr, flush=True)
    written = write_report(folder, events, anonymous=options.anonymous, rehearsal=options.rehearsal, out=options.out)
    print(written.pdf)
    print(written.markdown)
    for problem in written.problems:
        print(problem, file=sys.stderr)
    if options.open:
        _open(written.pdf)
    return 0


def _open(pdf: Path) -> None:
    from toolkit.files.open_with import open_path

    if fault := open_path(pdf):
        print(fault, file=sys.stderr)
