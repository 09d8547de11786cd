"""The arguments of `workshop print` that say how things lie on paper."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.printing.job import Options
    from toolkit.printing.values import Rounds


def layout_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare sheet, slots, sides, marks."""
    parser.add_argument("--sheet", metavar="SHEET", help="id of a sheet or number of a label stock, such as L4785")
    parser.add_argument("--start-at", type=count, default=1, metavar="K", help="first free slot of a part-used sheet")
    parser.add_argument("--copies", type=count, default=1, metavar="N", help="how many of each card")
    parser.add_argument(
        "--duplex",
        choices=("long", "short", "fold", "none"),
        help="the edge the printer flips on; fold: backs beside fronts",
    )
    parser.add_argument(
        "--offset-front", type=_offset, default=(0, 0), metavar="DX,DY", help="move fronts right, down: mm"
    )
    parser.add_argument(
        "--offset-back", type=_offset, default=(0, 0), metavar="DX,DY", help="move backs right, down: mm"
    )
    parser.add_argument("--marks", choices=("crop", "cut", "none"), help="crop marks, lines to cut along, or nothing")
    parser.add_argument("--guides", action="store_true", help="draw safe zone and bleed, for a trial on plain paper")
    parser.add_argument("--mono", action="store_true", help="patterns instead of colours")
    parser.add_argument(
        "--calibration", action="store_true", help="a page with rulers, to find the offsets; nothing else"
    )


def options_from(given: argparse.Namespace) -> Options:
    """Return the options that were given.

    Raises:
        UserError: A sheet is asked for, and not what is to be printed on it.
    """
    from toolkit.files.problems import UserError
    from toolkit.printing.job import Options

    whole_pack = not given.printables and not given.calibration
    for name in ("sheet", "start_at"):
        if whole_pack and getattr(given, name) not in (None, 1):
            flag = name.replace("_", "-")
            raise UserError(f"--{flag} is for one printable: name it, as in `workshop print DIR badge --{flag} …`")
    return Options(
        given.sheet, given.start_at, given.copies, given.duplex, given.offset_front, given.offset_back,
        given.marks, given.guides, given.mono, given.variant, given.spares, tuple(given.only),
    )  # fmt: skip


def read_rounds(path: Path) -> Rounds:
    """Read what `workshop groups --json` wrote.

    Raises:
        InputError: It is something else.
        OSError: It cannot be read.
    """
    from toolkit.files.problems import InputError, Problem

    try:
        rounds = json.loads(path.read_bytes())["rounds"]
        every = [table for tables in rounds for table in tables]
        if every and all(isinstance(table, list) and all(isinstance(p, str) for p in table) for table in every):
            return [[list(table) for table in tables] for tables in rounds]
    except (ValueError, TypeError, KeyError):
        pass
    what = "has no rounds of tables: write it with `workshop groups DIR --size 4 --rounds 3 --json`"
    raise InputError([Problem(str(path), 0, 0, what)])


def count(text: str, least: int = 1) -> int:
    """Read a number of things.

    Raises:
        ArgumentTypeError: It is none.
    """
    if not text.isdecimal() or not least <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} to 10000")
    return int(text)


def count_or_none(text: str) -> int:
    """Read a number of things that may be none.

    Raises:
        ArgumentTypeError: It is no such number.
    """
    return count(text, 0)


def _offset(text: str) -> tuple[float, float]:
    try:
        across, down = map(float, text.split(","))
    except ValueError:
        across = down = float("nan")
    if not (abs(across) <= 50 and abs(down) <= 50):
        raise argparse.ArgumentTypeError(f"{text!r} is no offset: write two numbers of millimetres, such as 0.5,-1")
    return across, down
