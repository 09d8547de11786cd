"""`workshop library`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from toolkit.files.problems import printable

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", nargs="*", help="words that must all occur")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Print what matches."""
    from toolkit.library.catalogue import Catalogue
    from toolkit.library.listing import items, listing

    catalogue, query = Catalogue(), " ".join(options.query)
    if options.json:
        print(json.dumps(listing(catalogue, query), ensure_ascii=False))
    else:
        for item in items(catalogue):
            if item.matches(query):
                mark = "" if item.origin == "built-in" else f" [{item.origin}]"
                print(printable(f"{item.kind:<10} {item.id:<24} {item.title}{mark}: {item.about}", 200))
    for problem in catalogue.problems:
        print(problem, file=sys.stderr)
    return 1 if catalogue.problems else 0
