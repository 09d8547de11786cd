"""`workshop commitments`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument, rehearsal_argument
from toolkit.cli.exports import formats_of, remember_export

if TYPE_CHECKING:
    import argparse

    from toolkit.exchange.commitments import CommitmentRow
    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder

NAMES = ("md", "csv", "ics", "json")
"""The formats, known here without importing them."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    known = f"with commas between: {', '.join(NAMES)}; the default is md"
    parser.add_argument("--format", default="md", metavar="FORMATS", help=known)
    parser.add_argument(
        "--out", metavar="DIR", help="where the files go; - is standard output; the default is DIR/out/commitments"
    )
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--anonymous", action="store_true", help="name nobody, in free text neither (the default)")
    told.add_argument("--everything", action="store_true", help="name the owners, and every owner's domain")
    rehearsal_argument(parser)
    parser.set_defaults(usage_error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write a workshop's commitments, all formats or none."""
    from toolkit.cli.session_files import current_state, names_of, without_names
    from toolkit.exchange.commitments import commitment_rows, dated
    from toolkit.workshop.folder import Folder

    formats = _formats(options)
    folder = Folder(options.dir).require()
    state, _ = current_state(folder, rehearsal=options.rehearsal)
    if not options.everything:
        state = without_names(folder, state, rehearsal=options.rehearsal)
    rows = commitment_rows(state, names_of(folder, state), everything=options.everything)
    texts = {format_: _written(format_, rows, state, everything=options.everything) for format_ in formats}
    _put(texts, folder, options)
    left = sum(not dated(row) and row.kept not in ("yes", "dropped") for row in rows)
    dateless = f"; {left} without a date, which no calendar shows" if left and "ics" in formats else ""
    print(f"{len(rows)} commitment{'s' * (len(rows) != 1)}{dateless}", file=sys.stderr)
    return 0


def _formats(options: argparse.Namespace) -> list[str]:
    formats = formats_of(options, NAMES)
    if not formats or (options.out == "-" and len(formats) != 1):
        options.usage_error(f"name one of {', '.join(NAMES)}, or a folder for several with --out DIR")
    return formats


def _written(format_: str, rows: list[CommitmentRow], state: State, *, everything: bool) -> str:
    from toolkit.exchange import commitments as made

    if format_ == "csv":
        return made.to_csv(rows)
    if format_ == "json":
        return made.to_json(rows, state, everything=everything)
    if format_ == "ics":
        import datetime as dt

        return made.to_calendar(rows, state, dt.datetime.now(dt.UTC))
    return made.to_markdown(rows, state)


def _put(texts: dict[str, str], folder: Folder, options: argparse.Namespace) -> None:
    """Write the texts, and say where; a file with names in it says so by its name."""
    from toolkit.exchange.store import write_files

    if options.out == "-":
        sys.stdout.write("".join(texts.values()))
        return
    stem = "commitments-with-names" if options.everything else "commitments"
    out = Path(options.out) if options.out else folder.out / "commitments"
    files = write_files(out, {f"{stem}.{format_}": text for format_, text in texts.items()})
    for path in files:
        print(path)
    remember_export(folder, "commitments", options, list(texts), files)
