"""Arguments that several commands have. Nothing here is slow to import: the console's first picture waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def folder_argument(parser: argparse.ArgumentParser) -> None:
    """Declare the workshop's folder."""
    parser.add_argument("dir", type=Path, metavar="DIR", help="the workshop's folder")


def rehearsal_argument(parser: argparse.ArgumentParser) -> None:
    """Declare that the rehearsal is meant."""
    parser.add_argument("--rehearsal", action="store_true", help="read the rehearsal's journal instead")


def anonymous_argument(parser: argparse.ArgumentParser) -> None:
    """Declare that what is told is to leave the folder."""
    shared = "to be shared: without anything that domains of under four people said"
    parser.add_argument("--anonymous", action="store_true", help=shared)
