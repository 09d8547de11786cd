"""`workshop replan`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.cli.session_files import current_state
from toolkit.files.problems import printable
from toolkit.session.replanning import nothing_to_do, proposals, replan_json
from toolkit.workshop.folder import Folder
from toolkit.workshop.proposal import minutes
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from toolkit.session.state import State
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.proposal import Proposal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Print what could be changed now; nothing is."""
    state, now = current_state(Folder(options.dir), rehearsal=options.rehearsal)
    if options.json:
        print(json.dumps(replan_json(state, now)))
        return 0
    for line in _lines(state, now):
        print(printable(line))
    return 0


def _lines(state: State, now: int) -> Iterator[str]:
    plan = state.plan
    assert plan is not None
    found = proposals(state, now)
    if not found:
        yield nothing_to_do(state, now)
    for proposal in found:
        yield proposal.line(plan)
        yield from _changes(proposal)
        yield from _times(plan, proposal)


def _changes(proposal: Proposal) -> Iterator[str]:
    for change in proposal.changes:
        what = f"{change.step} {change.title}" if change.step else "the whole workshop"
        after = f"to {minutes(change.after)} min" if change.how != "drop" else ""
        yield f"    {change.how} {what}: {minutes(change.before)} {after}".rstrip() + ("" if after else " min lost")


def _times(plan: Plan, proposal: Proposal) -> Iterator[str]:
    titles = {block.id: block.title for block in plan.blocks}
    for times in proposal.blocks:
        if times.stage in ("now", "ahead"):
            yield f"    {clock(times.start, plan.tz)} {titles[times.id]}, until {clock(times.end, plan.tz)}"
