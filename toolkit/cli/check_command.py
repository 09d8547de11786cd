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
    """Print every fault and warning; return 1 if there is a fault."""
    from toolkit.workshop.check import check

    reports = [check(path) for path in options.paths or [Path()]]
    for report in reports:
        for problem in report.problems:
            print(problem)
    faults, warnings = (sum(getattr(report, kind) for report in reports) for kind in ("faults", "warnings"))
    parts = [f"{_count(sum(report.files for report in reports), 'file')} checked", _count(faults, "fault")]
    print(", ".join(parts + [_count(warnings, "warning")] * bool(warnings)), file=sys.stderr)
    return 1 if faults else 0


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'s' * (number != 1)}"
