"""`workshop log`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.files.problems import printable
from toolkit.files.values import to_value
from toolkit.session.events import NAMES
from toolkit.session.fold import fold, undone
from toolkit.session.reading import read_events
from toolkit.workshop.folder import Folder
from toolkit.workshop.times import clock, iso

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from toolkit.session.events import Event


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    rehearsal_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line: seq, at, kind, by, body, undone")


def run(options: argparse.Namespace) -> int:
    """Print the journal."""
    events = read_events(Folder(options.dir), rehearsal=options.rehearsal)
    plan = fold(events).plan
    tz = plan.tz if plan else None
    dead = undone(events)
    for event in events:
        print(_json(event, tz, dead) if options.json else _line(event, tz, dead))
    return 0


def _json(event: Event, tz: dt.tzinfo | None, dead: set[int]) -> str:
    record = {
        "seq": event.seq,
        "at": iso(event.at, tz),
        "kind": NAMES[type(event.body)],
        "by": event.by,
        "body": to_value(event.body),
        "undone": event.seq in dead,
    }
    # ASCII, because a note may hold what no encoding can carry (half a surrogate pair, say).
    return json.dumps(record)


def _line(event: Event, tz: dt.tzinfo | None, dead: set[int]) -> str:
    kind = NAMES[type(event.body)]
    body = {} if kind in ("workshop-opened", "plan-changed") else to_value(event.body)
    words = " ".join(str(value) for key, value in body.items() if value is not None and key not in ("since", "said_at"))
    gone = " (undone)" if event.seq in dead else ""
    return printable(f"{event.seq:>5}  {clock(event.at, tz)}  {event.by}  {kind}{gone}  {words}", 2_000)
