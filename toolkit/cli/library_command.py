"""`workshop library`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from toolkit.files.problems import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from toolkit.library.listing import Item

FILTERS = (
    ("tension", "ID", "exercises made for it; a part of its name is enough"),
    ("minutes", "N", "30: what can be done in that; 30-45, <=30, >=30: by its best length"),
    ("people", "N", "exercises for a group of this size"),
    ("mode", "MODE", "in-person, online or hybrid"),
    ("domain", "ID", "exercises that name it, terms with a sense of it"),
    ("arrange", "HOW", "with a step solo, in pairs, at tables or in plenary"),
    ("kind", "KIND", "exercise, term or printable"),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", nargs="*", help="words that must all occur; filters may stand here too: people:18")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--full", action="store_true", help="all of each, as the console shows it")
    filters = parser.add_argument_group("filters; given twice, one of the two is enough")
    for name, metavar, text in FILTERS:
        filters.add_argument(f"--{name}", action="append", default=[], metavar=metavar, help=text)


def run(options: argparse.Namespace) -> int:
    """Print what fits."""
    from toolkit.library.catalogue import Catalogue
    from toolkit.library.listing import found_in, listing

    catalogue = Catalogue()
    filters = [(name, written) for name, _, _ in FILTERS for written in getattr(options, name)]
    found = found_in(catalogue, " ".join(options.query), filters)
    if options.json:
        print(json.dumps(listing(catalogue, found), ensure_ascii=False))
    else:
        for item in found:
            for line in _full(item) if options.full else [_line(item)]:
                print(line)
        if not found:
            print("nothing in the library fits: leave a word or a filter out", file=sys.stderr)
    for problem in catalogue.problems:
        print(problem, file=sys.stderr)
    return 1 if catalogue.problems else 0


def _line(item: Item) -> str:
    mark = "" if item.origin == "built-in" else f" [{item.origin}]"
    facts = ""
    if item.minutes and item.group:
        facts = f" ({item.minutes[1]:g} min, {item.group[0]}-{item.group[1]} people, {item.ran})"
    return printable(f"{item.kind:<10} {item.id:<26} {item.title}{mark}{facts}: {item.about}", 300)


def _full(item: Item) -> Iterator[str]:
    for line in item.text.splitlines():
        yield printable(line, len(line))
    yield ""
