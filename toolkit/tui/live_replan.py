"""What the live screen does when time runs out: shows up to three ways to go on, and does the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from toolkit.session.actions import ACTIONS
from toolkit.session.replanning import nothing_to_do, proposals
from toolkit.workshop.proposal import gone_words, minutes
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.sheet import Sheet
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.proposal import Change, Proposal

LONGEST = 26
"""Letters of a title; a title that is longer ends in an ellipsis."""
LABEL = 9
"""Columns of what a line is about."""
FRAME = 8
"""Columns that the sheet's frame and its rows' numbers take."""


async def offer(screen: LiveScreen, put: Callable[[Sheet], Awaitable[None]]) -> None:
    """Ask which proposal to put in force; what is chosen is what was shown, or is refused."""
    from toolkit.tui.widgets.menu import Menu

    shown = screen.session.view
    found = proposals(shown.state, shown.now)
    if not found:
        screen.tell(nothing_to_do(shown.state, shown.now))
        return

    async def answer(number: str) -> None:
        if number:
            screen.desk.do(ACTIONS["replan"].build({"number": number}, shown))

    width = screen.size.width - FRAME
    rows = [(str(proposal.n), "\n".join(told(proposal, shown.plan, width))) for proposal in found]
    title = "Which? u takes it back.    Enter does it   Esc leaves everything as it is"
    await put(Menu(title, rows, answer))


def told(proposal: Proposal, plan: Plan, width: int = 72) -> Iterator[str]:
    """Yield a proposal as it is read at a glance: when it ends, what goes, what gets another length, the times then.

    All that goes is named; of the rest, what does not fit on its line is counted.
    """
    yield f"{proposal.n}  {' · '.join(filter(None, _heading(proposal, plan)))}"
    by_how = {how: [c for c in proposal.changes if c.how == how] for how in ("drop", "shorten", "extend")}
    dropped = list(gone_words(plan, by_how["drop"], proposal.blocks))
    while dropped:
        line, dropped = _filled(dropped, width - LABEL)
        yield f"   {'drop':<{LABEL}}{line}"
    lines = (
        ("shorten", list(_lengths(by_how["shorten"]))),
        ("lengthen", list(_lengths(by_how["extend"]))),
        ("then", list(_starts(proposal, plan))),
    )
    for label, parts in lines:
        if parts:
            yield f"   {label:<{LABEL}}{as_many_as_fit(parts, width - LABEL)}"


def _filled(parts: list[str], width: int) -> tuple[str, list[str]]:
    """Return as many parts as one line takes, at least one, and those that are left."""
    count = 1
    while count < len(parts) and cell_len(" · ".join(parts[: count + 1])) <= width:
        count += 1
    return " · ".join(parts[:count]), parts[count:]


def _heading(proposal: Proposal, plan: Plan) -> Iterator[str]:
    yield f"ends {clock(proposal.ends_at, plan.tz)}"
    yield from (f"moves the end by {minutes(c.after - c.before)} min" for c in proposal.changes if c.how == "move")
    if proposal.kind in ("restore", "early"):
        yield proposal.why
    else:
        yield proposal.missed


def _lengths(changes: Iterable[Change]) -> Iterator[str]:
    """Yield steps with their minutes before and after, those that change most first."""
    for change in sorted(changes, key=lambda c: -abs(c.after - c.before)):
        yield f"{short(change.title)} {minutes(change.before)} → {minutes(change.after)}"


def _starts(proposal: Proposal, plan: Plan) -> Iterator[str]:
    for times, block in zip(proposal.blocks, plan.blocks, strict=True):
        if times.stage == "ahead":
            yield f"{clock(times.start, plan.tz)} {short(block.title)}"


def short(title: str) -> str:
    """Return a title that leaves room for others on its line."""
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def as_many_as_fit(parts: Sequence[str], width: int) -> str:
    """Return parts on one line, and how many did not find room on it."""
    for count in range(len(parts), 1, -1):
        left = [f"{len(parts) - count} more"] if count < len(parts) else []
        line = " · ".join([*parts[:count], *left])
        if cell_len(line) <= width:
            return line
    return " · ".join([parts[0], *([f"{len(parts) - 1} more"] if len(parts) > 1 else [])])
