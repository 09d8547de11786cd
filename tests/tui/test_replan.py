"""`r`: up to three ways to go on, one key to do one, and `u` to take it back."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tests.tui.console import console
from tests.workshop.days import day, under_way
from toolkit.session.actions.clock import Goto, Wait
from toolkit.session.replanning import proposals
from toolkit.tui.live_replan import FRAME, told
from toolkit.workshop.replan import replan
from toolkit.workshop.times import clock

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


async def test_a_late_room_is_offered_ways_to_end_on_time_and_can_take_one_back(demo: Folder) -> None:
    async with console(demo) as live:
        for action in (Goto("b1.s1"), Goto("b2.s1"), Wait(40)):
            live.screen.desk.do(action)
        await live.idle()
        before = live.screen.session.state.agreed
        await live.press("r")
        assert "Which? u takes it back." in live.text
        assert "1  ends " in live.text
        assert " → " in live.text
        await live.press("enter")
        state = live.screen.session.state
        assert state.agreed != before
        await live.press("u")
        assert live.screen.session.state.agreed == before


async def test_a_room_on_time_is_told_so(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "r")
        assert "nothing needs to" in " ".join(live.text.split())


async def test_a_digit_takes_the_proposal_with_that_number_and_counts_no_turn(demo: Folder) -> None:
    async with console(demo) as live:
        for action in (Goto("b1.s1"), Goto("b2.s1"), Wait(50)):
            live.screen.desk.do(action)
        await live.idle()
        shown = live.screen.session.state
        second = proposals(shown, live.screen.session.now)[1]
        await live.press("r", "9", "2")
        state = live.screen.session.state
        assert state.turns == shown.turns
        assert state.agreed != shown.agreed
        assert state.projection(live.screen.session.now).ends_at == second.ends_at


async def test_escape_leaves_everything_as_it_is(demo: Folder) -> None:
    async with console(demo) as live:
        for action in (Goto("b1.s1"), Goto("b2.s1"), Wait(40)):
            live.screen.desk.do(action)
        await live.idle()
        seq = live.screen.session.state.seq
        await live.press("r", "escape")
        assert live.screen.session.state.seq == seq


def test_three_proposals_are_seen_at_once_and_all_that_goes_is_named() -> None:
    width = 80 - FRAME
    seen = set()
    for seed in range(300):
        rng = Random(seed)
        plan = day(rng)
        progress, now = under_way(rng, plan)
        for proposal in replan(plan, progress, now):
            lines = list(told(proposal, plan, width))
            seen.add(proposal.kind)
            assert lines[0].startswith(f"{proposal.n}  ends {clock(proposal.ends_at, plan.tz)}")
            assert max(map(cell_len, lines)) <= width + 3, lines
            assert sum(not line.startswith("   drop") for line in lines) <= 4
            named = " ".join(line for line in lines if line.startswith("   drop"))
            whole = {times.id for times in proposal.blocks if times.stage == "dropped"}
            for change in proposal.changes:
                assert change.how != "drop" or change.block in whole or change.title in named
    assert seen >= {"shorten", "drop", "move", "extend", "early"}
