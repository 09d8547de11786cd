"""`workshop print`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    parser.add_argument("printables", nargs="*", metavar="PRINTABLE", help="ids; without any, everything there is")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the PDFs go; the default is DIR/out")
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything did not fit or has no font")


def run(options: argparse.Namespace) -> int:
    """Make the PDFs, and say what was made of them."""
    from toolkit.library.catalogue import Catalogue
    from toolkit.printing.products import print_product
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    faults = 0
    for name in options.printables or list(Catalogue(folder.path).printables()):
        made = print_product(folder, name, out=options.out)
        print(made.path)
        print(f"{made.cards} cards on {made.pages} pages {made.page}; print at actual size", file=sys.stderr)
        for problem in made.problems:
            print(problem, file=sys.stderr)
        faults += len(made.problems)
    return 1 if faults and options.strict else 0
