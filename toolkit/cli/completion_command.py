"""`workshop completion`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="the shell to write for")


def run(options: argparse.Namespace) -> int:
    """Print a completion script."""
    import shtab

    from toolkit.cli.main import COMMANDS, build_parser

    print(shtab.complete(build_parser([command.name for command in COMMANDS]), options.shell))
    return 0
