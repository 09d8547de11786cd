"""`workshop groups`."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.files.problems import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.groups import Groups

MOST = 1_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    by = parser.add_mutually_exclusive_group(required=True)
    by.add_argument("--size", type=_number, metavar="N", help="how many sit at a table at most")
    by.add_argument("--number", type=_number, metavar="N", help="how many tables there are")
    parser.add_argument("--rounds", type=_number, default=1, metavar="R", help="how often people sit down anew")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which of the equally good seatings")
    parser.add_argument("--arrange", choices=("mixed", "domain"), default="mixed", help="default: mixed")
    parser.add_argument("--json", action="store_true", help="as JSON")
    rehearsal_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print tables for rounds, of those who are here; before anybody came, of the whole roster. Nothing is recorded."""
    from toolkit.workshop.group_outcome import outcome
    from toolkit.workshop.groups import arrange

    people, names, called = _people(options)
    if not people:
        print(f"{options.dir}: nobody is on the roster yet: put people into it", file=sys.stderr)
        return 1
    groups = arrange(
        people.values(),
        size=options.size,
        number=options.number,
        rounds=options.rounds,
        arrangement=options.arrange,
        seed=options.seed,
    )
    groups = outcome(groups.rounds, people, arrangement=options.arrange, names={**called, **names})
    if options.json:
        print(json.dumps(_values(groups, names)))
        return 0
    for r, tables in enumerate(groups.rounds, 1):
        print(f"Round {r}")
        for t, table in enumerate(tables, 1):
            print(f"  Table {t}: {', '.join(printable(names.get(id_, id_), 80) for id_ in table)}")
    for line in groups.broken:
        print(line, file=sys.stderr)
    return 0


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= MOST):
        raise argparse.ArgumentTypeError(f"{printable(text, 40)!r} is no number from 1 to {MOST}")
    return int(text)


def _people(options: argparse.Namespace) -> tuple[dict[str, Guest], dict[str, str], dict[str, str]]:
    """Return who is to be seated, everybody's name by id, and how domains are called."""
    from toolkit.cli.session_files import current_state
    from toolkit.session.seating import guests_of
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.guests import guests
    from toolkit.workshop.prepare import prepare

    folder = Folder(options.dir).require()
    resolved = prepare(folder)
    for problem in resolved.roster.problems:
        print(problem, file=sys.stderr)
    state, _ = current_state(folder, rehearsal=options.rehearsal)
    known = guests_of(state, guests(resolved.roster.people))
    called = {domain.id: domain.label for domain in resolved.plan.domains}
    return {id_: known[id_] for id_ in state.here if id_ in known}, resolved.roster.names(), called


def _values(groups: Groups, names: Mapping[str, str]) -> dict[str, Any]:
    """Return what scripts read: names at tables, and what could not be had."""
    seated = {id_ for tables in groups.rounds for table in tables for id_ in table}
    return {
        "rounds": [[[names.get(id_, id_) for id_ in table] for table in tables] for tables in groups.rounds],
        "people": {id_: names.get(id_, id_) for id_ in sorted(seated)},
        "repeats": len(groups.repeats),
        "domains_per_group": [list(counts) for counts in groups.domains_per_group],
        "broken": list(groups.broken),
    }
