"""`workshop plan`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument

if TYPE_CHECKING:
    import argparse

    from toolkit.workshop.folder import Folder

EDITS = ("add", "remove", "move", "duplicate", "lock", "unlock", "priority")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--open", action="store_true", help="in the console: see it, change it, have one suggested")
    edits = parser.add_argument_group(
        "edits, one at a time; a BLOCK is its number, exercise or title, and `end` is the end of the agenda"
    )
    edits.add_argument(
        "--add",
        metavar="EXERCISE",
        help="an exercise; `break:TITLE` or `talk:TITLE` with --minutes; `parallel:TITLE` with a --track for each",
    )
    edits.add_argument("--before", metavar="BLOCK", help="with --add: where; the default is the end")
    edits.add_argument("--at", metavar="HH:MM", help="with --add: a locked start")
    edits.add_argument("--term", action="append", default=[], metavar="ID", help="with --add: a word it is about")
    edits.add_argument(
        "--track",
        action="append",
        default=[],
        metavar="TRACK",
        help="with --add parallel: 'TITLE: EXERCISE or what it is about @ PLACE (WHO LEADS)', once for each",
    )
    edits.add_argument("--remove", metavar="BLOCK")
    edits.add_argument("--move", nargs=2, metavar=("BLOCK", "BEFORE"))
    edits.add_argument("--duplicate", metavar="BLOCK")
    edits.add_argument("--lock", nargs=2, metavar=("BLOCK", "HH:MM"), help="re-planning never moves it")
    edits.add_argument("--unlock", metavar="BLOCK")
    edits.add_argument(
        "--priority", nargs=2, metavar=("BLOCK", "HOW"), help="keep, normal or first-to-go: what is cut when it is late"
    )
    edits.add_argument(
        "--minutes", nargs="+", metavar="N", help="BLOCK N: its length; with --add or --suggest, N alone"
    )
    _suggest_arguments(parser.add_argument_group("suggestions"))
    files = parser.add_argument_group("for the invitation")
    files.add_argument("--ics", type=Path, metavar="FILE", help="write a calendar file")
    files.add_argument("--markdown", type=Path, metavar="FILE", help="write the agenda in Markdown")


def _suggest_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--suggest", action="store_true", help="agendas from the library, with a reason for each block")
    group.add_argument("--people", type=int, metavar="N", help="how many; the default is the roster's")
    group.add_argument("--mode", metavar="MODE", help="in-person, online or hybrid; the default is the workshop's")
    group.add_argument(
        "--domain", action="append", default=[], metavar="ID", help="one in the room; the default is the workshop's"
    )
    group.add_argument("--tension", action="append", default=[], metavar="ID", help="one that matters; may be repeated")
    group.add_argument("--seed", type=int, default=0, metavar="S", help="another number, other choices among equals")
    group.add_argument("--take", type=int, metavar="N", help="put suggestion N into workshop.yaml")


def run(options: argparse.Namespace) -> int:
    """Change the agenda if that is asked for, then show it."""
    from toolkit.workshop.folder import Folder

    if fault := _usage(options):
        print(fault, file=sys.stderr)
        return 2
    folder = Folder(options.dir).require()
    if options.open:
        return _open(folder)
    if options.suggest:
        from toolkit.cli.plan_suggest import run_suggest

        return run_suggest(folder, options)
    if any(getattr(options, name) is not None for name in (*EDITS, "minutes")):
        from toolkit.cli.plan_edit import run_edit

        run_edit(folder, options)
    return _show(folder, options)


def _open(folder: Folder) -> int:
    from toolkit.cli.people import facilitator
    from toolkit.cli.terminal import has_terminal, refuse

    if not has_terminal():
        return refuse("workshop plan --open", "workshop plan DIR")
    from toolkit.tui.start import run_plan

    return run_plan(folder, facilitator(None))


def _usage(options: argparse.Namespace) -> str:
    """Return what is wrong with the flags together, or nothing."""
    verbs = [name for name in EDITS if getattr(options, name) is not None]
    lengths = options.minutes or []
    alone = options.add is not None or options.suggest
    if lengths and not alone:
        verbs.append("minutes")
    if len(verbs) + options.suggest > 1:
        return f"one change at a time: --{', --'.join([*verbs, *(['suggest'] if options.suggest else [])])}"
    if lengths and len(lengths) != (1 if alone else 2):
        return "--minutes takes BLOCK N; with --add or --suggest, N alone"
    if (options.before or options.at or options.term or options.track) and options.add is None:
        return "--before, --at, --term and --track go with --add"
    if options.open and (verbs or options.suggest or options.json or options.ics or options.markdown):
        return "--open goes alone: everything else can be done there"
    if options.take is not None and not options.suggest:
        return "--take goes with --suggest"
    return ""


def _show(folder: Folder, options: argparse.Namespace) -> int:
    from toolkit.cli.plan_show import plan_json, plan_lines, write_files
    from toolkit.files.problems import printable
    from toolkit.workshop.resolve import resolve

    resolved = resolve(folder)
    for problem in resolved.problems:
        print(problem, file=sys.stderr)
    if options.ics or options.markdown:
        write_files(resolved.plan, ics=options.ics, markdown=options.markdown)
        return 0
    if options.json:
        print(json.dumps(plan_json(folder, resolved.plan)))
        return 0
    for line in plan_lines(folder, resolved.plan):
        print(printable(line))
    return 0
