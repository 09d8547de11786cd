"""What the live screen does when time runs out: shows up to three ways to go on, and does the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.actions import ACTIONS
from toolkit.session.replanning import nothing_to_do, proposals
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.sheet import Sheet
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.proposal import Proposal

MOST_CHANGES = 6
"""Changes named one by one; more are counted."""


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

    rows = [(str(proposal.n), "\n".join(told(proposal, shown.plan))) for proposal in found]
    title = "Which? u takes it back.    Enter does it   Esc leaves everything as it is"
    await put(Menu(title, rows, answer))


def told(proposal: Proposal, plan: Plan) -> Iterator[str]:
    """Yield a proposal as it is read: what it does, then each change with its minutes."""
    yield proposal.line(plan)
    for change in proposal.changes[:MOST_CHANGES]:
        before, after = change.before / 60, change.after / 60
        place = f"{change.step}  " if change.step else ""
        yield f"     {place}{change.title}: " + (
            f"{before:g} to {after:g} min" if after else f"{before:g} min, dropped"
        )
    if len(proposal.changes) > MOST_CHANGES:
        yield f"     and {len(proposal.changes) - MOST_CHANGES} more"
    starts = [
        f"{clock(times.start, plan.tz)} {block.title}"
        for block, times in zip(plan.blocks, proposal.blocks, strict=False)
        if times.stage == "ahead"
    ]
    if starts:
        yield f"     then: {'; '.join(starts[:4])}" + ("; …" if len(starts) > 4 else "")
