"""Working on a word in the console: the next thing is one key away, a verdict is one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.console import CLASSIC, WIDE, Console, console
from toolkit.session.actions.clock import Goto
from toolkit.session.actions.terms import HangCase, HangStarter
from toolkit.session.term_material import material
from toolkit.terms.model import Counts

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


async def hang(live: Console, own: int = 2) -> None:
    """Have a wall of six, and the room in the ballot."""
    for _ in range(4):
        live.screen.desk.do(HangStarter("governance"))
    for n in range(own):
        live.screen.desk.do(HangCase("governance", f"a case of the room's own, [{n}]"))
    live.screen.desk.do(Goto("b2.s2"))
    await live.idle()


@pytest.mark.parametrize("size", [CLASSIC, WIDE])
async def test_a_slip_of_six_cases_is_eighteen_digits(demo: Folder, size: tuple[int, int]) -> None:
    async with console(demo, size=size) as live:
        await hang(live)
        await live.press("v", "down", "enter")
        assert "Slip of Blockchain, governance" in live.text
        for part in ("yes", "unsure", "a case of the room's own, [1]"):
            assert part in live.text
        await live.type("401311230050122500")
        await live.press("enter")
        state = live.screen.session.state
        assert state.term("governance").tallies["blockchain"]["c3"] == Counts(2, 3, 0)
        assert state.term("governance").tallies["blockchain"]["c6"] == Counts(5, 0, 0)
        assert "Slip of" not in live.text


async def test_what_a_slip_came_to_is_never_said_on_the_rooms_screen(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await hang(live)
        await live.press("v", "enter")
        await live.type("401311230050122500")
        await live.press("enter")
        assert "4/0/1" in live.text
        await live.press("b")
        assert "4/0/1" not in live.text
        await live.press("escape")
        assert "4/0/1" in live.text


async def test_an_incomplete_slip_says_what_is_missing_and_keeps_what_was_typed(demo: Folder) -> None:
    async with console(demo) as live:
        await hang(live)
        await live.press("v", "enter")
        await live.type("40")
        await live.press("enter")
        assert "case 1 lacks a count" in live.text
        assert live.screen.session.state.term("governance").tallies == {}
        await live.press("1", "backspace", "backspace", "backspace", "9", "8", "7")
        assert "24 of 7" in live.text


async def test_a_slip_that_was_keyed_before_can_be_corrected(demo: Folder) -> None:
    async with console(demo) as live:
        await hang(live)
        for digits in ("111" * 6, "2"):
            await live.press("v", "enter")
            await live.type(digits)
            await live.press("enter")
        assert live.screen.session.state.term("governance").tallies["open-source"]["c1"] == Counts(2, 1, 1)


async def test_a_verdict_is_one_key_and_moves_on_by_itself(demo: Folder) -> None:
    async with console(demo) as live:
        await hang(live)
        first, second = [person.id for person in live.screen.session.view.plan.people][:2]
        await live.press("v", "end", "up", "enter")
        await live.type(first.lower())
        await live.press("enter", *"ynuyny")
        assert "done ✓" in live.text
        await live.type(second)
        await live.press("enter", "1", "2")
        verdicts = live.screen.session.state.term("governance").verdicts
        assert verdicts[first] == {"c1": 1, "c2": 0, "c3": None, "c4": 1, "c5": 0, "c6": 1}
        assert verdicts[second] == {"c1": 1, "c2": 0}
        await live.press("up", "n")
        assert live.screen.session.state.term("governance").verdicts[second] == {"c1": 1, "c2": 0}
        await live.press("escape", "v", "end", "up", "enter", "down", "enter")
        assert "case" in live.text


async def test_ballots_replace_the_slip_of_their_domain(demo: Folder) -> None:
    async with console(demo) as live:
        await hang(live)
        person = live.screen.session.view.plan.people[0]
        domains = [domain.id for domain in live.screen.session.view.plan.domains]
        await live.press("v", *["down"] * domains.index(person.domain or ""), "enter")
        await live.type("111" * 6)
        await live.press("enter", "v", "end", "up", "enter")
        await live.type(person.id)
        await live.press("enter", "n")
        counted = material(live.screen.session.state, "governance").ballots[person.domain or ""]
        assert counted.counts("c1") == Counts(0, 1, 0)


async def test_nobody_is_called_that_is_said_where_it_was_typed(demo: Folder) -> None:
    async with console(demo) as live:
        await hang(live)
        await live.press("v", "end", "up", "enter")
        await live.type("zzz")
        await live.press("enter")
        assert "nobody here is called 'zzz'" in live.text
