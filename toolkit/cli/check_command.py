"""`workshop check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a content file, a workshop, or a folder of content",
    )


def run(options: argparse.Namespace) -> int:
    """Print every fault; return 1 if there is any."""
    from toolkit.workshop.check import check

    files = faults = 0
    for path in options.paths or [Path()]:
        report = check(path)
        files, faults = files + report.files, faults + len(report.problems)
        for problem in report.problems:
            print(problem)
    print(f"{files} file{'s' * (files != 1)} checked, {faults or 'no'} fault{'s' * (faults != 1)}", file=sys.stderr)
    return 1 if faults else 0
