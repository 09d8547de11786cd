"""`workshop new`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.terminal import has_terminal

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare a flag for each question."""
    from toolkit.workshop.create import QUESTIONS

    parser.add_argument("dir", type=Path, metavar="DIR", help="the folder to make")
    parser.add_argument("--yes", action="store_true", help="ask nothing: take the defaults for what no flag says")
    for question in QUESTIONS:
        default = f" (default: {question.default})" if question.default else ""
        parser.add_argument(f"--{question.name}", metavar=question.name.upper(), help=f"{question.title}{default}")


def run(options: argparse.Namespace) -> int:
    """Make the folder; at a terminal, ask what no flag says."""
    from toolkit.workshop.create import QUESTIONS, answers_from, create_checked

    words = {question.name: getattr(options, question.name) or "" for question in QUESTIONS}
    if has_terminal() and not options.yes and not any(words.values()):
        for question in QUESTIONS:
            print(f"{question.title} [{question.default or '-'}]: ", end="", file=sys.stderr, flush=True)
            words[question.name] = sys.stdin.readline().strip()
    create_checked(options.dir, answers_from(words))
    print(f"made {options.dir}: put people into roster.csv, then `workshop plan {options.dir} --open`", file=sys.stderr)
    return 0
