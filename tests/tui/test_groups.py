"""Tables and people who were not expected, in the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.console import CLASSIC, console

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


async def test_tables_are_made_from_the_key_and_shown_to_the_room(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "g")
        assert "Make groups" in live.text
        await live.type("4")
        await live.press("enter")
        seating = live.screen.session.state.seating
        assert seating is not None
        assert sorted(id_ for table in seating.tables for id_ in table) == sorted(live.screen.session.state.here)


async def test_who_was_not_expected_is_on_the_roster_and_here_at_once(demo: Folder) -> None:
    async with console(demo, rehearsal=False) as live:
        await live.screen.commands.perform("walk-in", {"name": "Dee [sic]", "domain": "design"})
        await live.idle()
        session = live.screen.session
        (came,) = [id_ for id_, known in session.state.presence.items() if known.here]
        assert session.names[came] == "Dee [sic]"
        assert "Dee [sic]" in (demo.path / "roster.csv").read_text(encoding="utf-8")


async def test_tables_are_shown_with_names_and_domains_and_rounds_to_page(demo: Folder) -> None:
    async with console(demo, size=(160, 50)) as live:
        await live.screen.commands.perform("groups", {"size": "4", "rounds": "3"})
        await live.idle()
        assert live.screen.pane.NAME == "groups"
        state, names = live.screen.session.state, live.screen.session.names
        assert "Round 3 to come" in live.text
        assert "Table 6" in live.text
        for id_ in state.rounds[0].tables[0]:
            assert names[id_].split()[0] in live.text
        assert "up to 2 of Open source sit at one table" in live.text
        first = live.text
        await live.press("down")
        assert live.text != first
        await live.press("G")
        assert set(map(frozenset, live.screen.session.state.rounds[0].tables)) != set(
            map(frozenset, state.rounds[0].tables)
        )
        await live.press("u")
        assert live.screen.session.state.rounds == state.rounds


async def test_the_list_beside_the_tables_does_what_it_says(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.screen.commands.perform("groups", {"size": "4", "rounds": "2"})
        await live.idle()
        assert "Begin round 2" in live.text
        await live.press("down", "down", "enter")
        assert len(live.screen.session.state.seatings) == 2
        assert "▶ Round 2" in live.text
        await live.press("down", "enter")
        assert live.screen.session.state.tables_shown
        await live.press("b")
        assert "Table 1" in live.text
        assert "Other tables" not in live.text
        await live.press("escape", "u")
        assert not live.screen.session.state.tables_shown


async def test_before_any_are_made_one_key_makes_them(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.press("h")
        assert "No tables have been made yet" in live.text
        await live.press("enter")
        assert "4 at a table: 6 tables" in live.text
        await live.type("5-tables")
        await live.press("enter")
        assert live.screen.session.state.seating is not None
        assert len(live.screen.session.state.seating.tables) == 5
