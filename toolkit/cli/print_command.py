"""`workshop print`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.cli.print_arguments import count_or_none, layout_arguments, options_from

if TYPE_CHECKING:
    import argparse

    from toolkit.files.problems import Problem
    from toolkit.printing.job import Made
    from toolkit.printing.press import Press
    from toolkit.workshop.folder import Folder

_PATIENCE = 1.0
"""Seconds after which it is said what is being made."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)
    parser.add_argument("printables", nargs="*", metavar="PRINTABLE", help="ids; without any, the whole pack")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the PDFs go; the default is DIR/out")
    parser.add_argument("--open", action="store_true", help="open what was made, to print it from there")
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything did not fit or has no font")
    parser.add_argument(
        "--spares", type=count_or_none, metavar="N", help="how many blank ones for walk-ins; default a fifth"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="ID", help="only for this person, term, exercise or domain"
    )
    parser.add_argument(
        "--variant",
        choices=("plain", "large-print", "legible"),
        default="plain",
        help="18 points and up; or a face made for legibility",
    )
    layout_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Make the PDFs, and say what was made and how to print it."""
    from toolkit.printing.products import left_out, print_calibration, print_some
    from toolkit.workshop.folder import Folder

    folder, wanted = Folder(options.dir).require(), options_from(options)
    faults: tuple[Problem, ...] = ()
    if options.calibration:
        made = [print_calibration(folder, options.out, wanted)]
        _tell(made[0])
    else:
        press, progress, made = _press(folder, options), _Progress(), []
        for one in print_some(press, options.printables, options.out, wanted, progress.tell):
            made.append(one)
            _tell(one)
        faults = press.left_out
        if not options.printables:
            for line in left_out(press, [one.path.stem for one in made]):
                print(line, file=sys.stderr)
    for problem in faults:
        print(problem, file=sys.stderr)
    if options.open:
        _open(made)
    return 1 if options.strict and (faults or any(one.problems for one in made)) else 0


def _press(folder: Folder, options: argparse.Namespace) -> Press:
    """Read the workshop, and what its session has come to."""
    from toolkit.cli.session_files import current_state
    from toolkit.printing.press import Press
    from toolkit.session.analyst import Analyst
    from toolkit.session.said import said_of

    path = folder.journal(rehearsal=options.rehearsal)
    if not path.exists():
        return Press(folder)
    state, _ = current_state(folder, rehearsal=options.rehearsal)
    return Press(folder, said_of(state, Analyst()))


class _Progress:
    """Says on standard error what is being made, once that takes longer than a person waits without asking."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def tell(self, number: int, of: int, name: str) -> None:
        """Say that a printable is being made."""
        if time.monotonic() - self._began > _PATIENCE:
            print(f"{number} of {of}: {name} …", file=sys.stderr, flush=True)


def _tell(made: Made) -> None:
    from toolkit.printing.packing import how_to_print

    sys.stdout.flush()
    print(made.path)
    print(how_to_print(made), file=sys.stderr)
    for problem in made.problems:
        print(problem, file=sys.stderr)


def _open(made: list[Made]) -> None:
    """Open the one file that was made, else the folder of all."""
    from toolkit.files.open_with import open_path

    if made:
        path = made[0].path if len(made) == 1 else made[0].path.parent
        if fault := open_path(path):
            print(fault, file=sys.stderr)
