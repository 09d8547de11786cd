"""`r`: up to three ways to go on, one key to do one, and `u` to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.console import console
from toolkit.session.actions.clock import Goto, Wait

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
        assert "1 " in live.text
        assert " min" in live.text
        await live.press("enter")
        state = live.screen.session.state
        assert state.agreed != before
        await live.press("u")
        assert live.screen.session.state.agreed == before


async def test_a_room_on_time_is_told_so(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "r")
        assert "nothing needs to" in " ".join(live.text.split())


async def test_escape_leaves_everything_as_it_is(demo: Folder) -> None:
    async with console(demo) as live:
        for action in (Goto("b1.s1"), Goto("b2.s1"), Wait(40)):
            live.screen.desk.do(action)
        await live.idle()
        seq = live.screen.session.state.seq
        await live.press("r", "escape")
        assert live.screen.session.state.seq == seq
