"""Tables and people who were not expected, in the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.console import console

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
