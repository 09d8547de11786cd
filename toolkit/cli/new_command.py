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
    old = "an earlier workshop's folder: its people, domains and open words come along, and what was promised"
    parser.add_argument("--after", type=Path, metavar="OLD", help=old)
    for question in QUESTIONS:
        default = f" (default: {question.default})" if question.default else ""
        parser.add_argument(f"--{question.name}", metavar=question.name.upper(), help=f"{question.title}{default}")


def run(options: argparse.Namespace) -> int:
    """Make the folder; at a terminal, ask what no flag says."""
    from toolkit.session.after import along, as_left
    from toolkit.workshop.after import after
    from toolkit.workshop.create import QUESTIONS, answers_from, create_checked
    from toolkit.workshop.folder import Folder

    before, state = as_left(after(Folder(options.after))) if options.after else (None, None)
    words = {question.name: getattr(options, question.name) or "" for question in QUESTIONS}
    known = {question.name: question.default for question in QUESTIONS} | (before.defaults() if before else {})
    if has_terminal() and not options.yes and not any(words.values()):
        for question in QUESTIONS:
            print(f"{question.title} [{known[question.name] or '-'}]: ", end="", file=sys.stderr, flush=True)
            words[question.name] = sys.stdin.readline().strip()
    answers = answers_from({name: words[name] or known[name] for name in words})
    create_checked(options.dir, before.answers(answers, words) if before else answers, before)
    for line in along(before, state) if before else ():
        print(line, file=sys.stderr)
    people = f"look through {before.file.roster}" if before else "put people into roster.csv"
    print(f"made {options.dir}: {people}, then `workshop plan {options.dir} --open`", file=sys.stderr)
    return 0
