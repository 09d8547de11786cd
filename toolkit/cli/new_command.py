"""`workshop new`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.terminal import has_terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from toolkit.session.state import State
    from toolkit.workshop.after import After


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
    from toolkit.workshop.create import QUESTIONS, answers_from, create_checked

    before, state = _earlier(options.after) if options.after else (None, None)
    words = {question.name: getattr(options, question.name) or "" for question in QUESTIONS}
    known = {question.name: question.default for question in QUESTIONS} | (before.defaults() if before else {})
    if has_terminal() and not options.yes and not any(words.values()):
        for question in QUESTIONS:
            print(f"{question.title} [{known[question.name] or '-'}]: ", end="", file=sys.stderr, flush=True)
            words[question.name] = sys.stdin.readline().strip()
    answers = answers_from({name: words[name] or known[name] for name in words})
    create_checked(options.dir, before.answers(answers, words) if before else answers, before)
    for line in _along(before, state) if before else ():
        print(line, file=sys.stderr)
    people = f"look through {before.file.roster}" if before else "put people into roster.csv"
    print(f"made {options.dir}: {people}, then `workshop plan {options.dir} --open`", file=sys.stderr)
    return 0


def _earlier(path: Path) -> tuple[After, State | None]:
    """Return an earlier workshop with what its session left to do, and the session; None if none was held."""
    from toolkit.cli.session_files import read_events
    from toolkit.session.after import left_to_do
    from toolkit.session.fold import fold
    from toolkit.workshop.after import after
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.resolve import resolve

    before, state = after(Folder(path)), fold(read_events(Folder(path), rehearsal=False))
    if state.plan is None:
        plan = resolve(Folder(path)).plan  # what was promised before is still to be asked after
        return replace(before, carried=plan.carried, left_open=plan.left_open), None
    left = left_to_do(state, before.people)
    return replace(before, carried=left.carried, left_open=left.left_open, terms=left.terms), state


def _along(before: After, state: State | None) -> Iterator[str]:
    """Yield what comes along, and what does not."""
    old = before.folder.path
    if state is None:
        yield f"no session was held in {old}: nothing new was promised there"
    promises, left = len(before.carried), len(before.left_open)
    yield f"{promises} promise{'s' * (promises != 1)} and {left} open matter{'s' * (left != 1)} come along"
    if state and state.segments and state.finished is None:
        yield f"the session in {old} has not ended: what is recorded there from now on does not come along"
