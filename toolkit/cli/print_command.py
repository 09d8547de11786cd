"""`workshop print`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument

if TYPE_CHECKING:
    from toolkit.printing.products import Made, Options

_FLIP = {
    "long": "on both sides, flipped on the long edge",
    "short": "on both sides, flipped on the short edge",
    "fold": "on one side; fold each front onto its back",
    "none": "on one side",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    parser.add_argument("printables", nargs="*", metavar="PRINTABLE", help="ids; without any, everything there is")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the PDFs go; the default is DIR/out")
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything did not fit or has no font")
    parser.add_argument("--sheet", metavar="SHEET", help="id of a sheet or number of a label stock, such as L4785")
    parser.add_argument("--start-at", type=_count, default=1, metavar="K", help="first free slot of a part-used sheet")
    parser.add_argument("--copies", type=_count, default=1, metavar="N", help="how many of each card")
    parser.add_argument(
        "--duplex", choices=tuple(_FLIP), help="the edge the printer flips on; fold: backs beside fronts"
    )
    parser.add_argument(
        "--offset-front", type=_offset, default=(0, 0), metavar="DX,DY", help="move fronts right, down: mm"
    )
    parser.add_argument(
        "--offset-back", type=_offset, default=(0, 0), metavar="DX,DY", help="move backs right, down: mm"
    )
    parser.add_argument("--marks", choices=("crop", "cut", "none"), help="crop marks, lines to cut along, or nothing")
    parser.add_argument("--guides", action="store_true", help="draw safe zone and bleed, for a trial on plain paper")
    parser.add_argument("--mono", action="store_true", help="patterns instead of colours")
    parser.add_argument(
        "--calibration", action="store_true", help="a page with rulers, to find the offsets; nothing else"
    )


def run(options: argparse.Namespace) -> int:
    """Make the PDFs, and say what was made of them."""
    from toolkit.library.catalogue import Catalogue
    from toolkit.printing.products import print_calibration, print_product
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    wanted = _wanted(options)
    if options.calibration:
        _tell(print_calibration(folder, options.out, wanted), "calibration page")
        return 0
    faults = 0
    for name in options.printables or list(Catalogue(folder.path).printables()):
        made = print_product(folder, name, options.out, wanted)
        _tell(made, "cards")
        faults += len(made.problems)
    return 1 if faults and options.strict else 0


def _wanted(options: argparse.Namespace) -> Options:
    from toolkit.printing.products import Options

    return Options(
        options.sheet, options.start_at, options.copies, options.duplex, options.offset_front, options.offset_back,
        options.marks, options.guides, options.mono,
    )  # fmt: skip


def _tell(made: Made, what: str) -> None:
    paper = made.stock or made.page
    print(made.path)
    print(
        f"{made.cards} {what} on {made.pages} pages {made.page}: load {paper}, print at actual size, "
        f"{_FLIP[made.duplex]}",
        file=sys.stderr,
    )
    for problem in made.problems:
        print(problem, file=sys.stderr)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 10000")
    return int(text)


def _offset(text: str) -> tuple[float, float]:
    try:
        across, down = map(float, text.split(","))
    except ValueError:
        across = down = float("nan")
    if not (abs(across) <= 50 and abs(down) <= 50):
        raise argparse.ArgumentTypeError(f"{text!r} is no offset: write two numbers of millimetres, such as 0.5,-1")
    return across, down
