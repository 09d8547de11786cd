"""`workshop schema`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    names = ("exercise", "glossary", "printable", "sheet", "workshop", "domains", "tensions", "facets")
    parser.add_argument("kind", choices=names, help="the kind of file")


def run(options: argparse.Namespace) -> int:
    """Print the schema of one kind of file."""
    from toolkit.library.schemas import schema_text
    from toolkit.workshop.kinds import KINDS

    kind = next(kind for kind in KINDS if kind.name == options.kind)
    sys.stdout.write(schema_text(kind.name, kind.model))
    return 0
