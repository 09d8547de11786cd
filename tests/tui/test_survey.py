"""Sheets before and after are keyed with a digit a statement, and what moved is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.console import CLASSIC, Console, console
from toolkit.session.actions.survey import KeySheet
from toolkit.tui.panes.survey import survey_text

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder

SURVEY = "survey: [We mean [the same]., I know whom to ask., It ends well.]\n"


@pytest.fixture
def asked(demo: Folder) -> Folder:
    """The sample with three statements."""
    text = demo.file.read_text(encoding="utf-8")
    demo.file.write_text(text + SURVEY.replace("We mean [the same].", "'We mean [the same].'"), encoding="utf-8")
    return demo


def sheets(live: Console) -> dict[tuple[str, str], tuple[str, tuple[int, ...]]]:
    return {(s.when, s.code): (s.domain, s.answers) for s in live.screen.session.state.sheets}


async def survey(live: Console) -> None:
    await live.screen.commands.run("survey")
    await live.idle()


async def test_a_sheet_is_a_code_a_domain_and_a_digit_a_statement(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        await survey(live)
        await live.press("enter")
        assert "We mean [the same]." in live.text
        await live.type("r4tk")
        await live.press("enter", "3", "4", "minus", "2")
        await live.type("W6TM")
        await live.press("enter", "down", "enter", "1", "2", "3")
        assert sheets(live) == {
            ("before", "R4TK"): ("design", (4, 0, 2)),
            ("before", "W6TM"): ("blockchain", (1, 2, 3)),
        }
        assert "2 keyed" in live.text
        await live.press("escape")
        await survey(live)
        assert "2 codes without one" in live.text
        await live.press("down", "enter")
        assert "only before so far: R4TK W6TM" in live.text
        await live.type("R4TK")
        await live.press("enter")
        assert "Enter: Design, as on the sheet from before" in live.text
        await live.press("3", "5", "5", "5", "1")  # a digit too many answers nothing again
        assert sheets(live)["after", "R4TK"] == ("design", (5, 5, 5))
        assert "only before so far: W6TM" in live.text


async def test_no_letter_is_a_command_in_the_middle_of_a_sheet_and_none_is_lost(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        await survey(live)
        await live.press("enter", *"R4TK", "enter", "3", "1", "n", "x", "6", "4", "up", "up", "down", "down", "5")
        assert live.screen.session.state.step_id is None
        assert sheets(live)["before", "R4TK"][1] == (1, 4, 5)


async def test_a_sheet_that_was_keyed_can_be_corrected(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        live.screen.desk.do(KeySheet("before", "R4TK", "design", "123"))
        await live.idle()
        await survey(live)
        await live.press("enter", *"R4TK", "enter", "enter")
        assert "R4TK, Design" in live.text
        await live.press("down", "5", "enter")
        assert sheets(live)["before", "R4TK"] == ("design", (1, 5, 3))


async def test_somebodys_own_code_is_refused_where_it_was_typed(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        own = live.screen.session.view.plan.people[0].id
        await survey(live)
        await live.press("enter", *own, "enter")
        assert "somebody's own code" in live.text
        assert sheets(live) == {}


async def test_enter_before_the_last_statement_says_which_has_no_answer(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        await survey(live)
        await live.press("enter", *"R4TK", "enter", "1", "5", "enter")
        assert "statement 2 has no answer" in live.text
        assert sheets(live) == {}


async def test_what_moved_is_a_table_that_fits(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        for n in range(5):
            live.screen.desk.do(KeySheet("before", f"AA{n}", "design", "123"))
            live.screen.desk.do(KeySheet("after", f"AA{n}", "design", "234"))
        await live.idle()
        await live.screen.commands.run("show-survey")
        await live.idle()
        row = next(line for line in live.text.splitlines() if line.strip().startswith("DE"))
        assert row.split() == ["DE", *"50000", "1.0", *"05000", "2.0", "5", "0", "0", "+1.0", "p", "0.06"]


async def test_without_statements_it_is_said_where_they_go(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await survey(live)
        await live.until(lambda: "workshop.yaml has no survey" in live.text)


async def test_counts_of_a_large_room_stand_below_each_other(asked: Folder) -> None:
    async with console(asked, size=CLASSIC) as live:
        for number in range(12):
            live.screen.desk.do(KeySheet("before", f"A{number}", "design" if number else "academia", "344"))
            live.screen.desk.do(KeySheet("after", f"A{number}", "design" if number else "academia", "544"))
        await live.idle()
        text = "\n".join(map(str, survey_text(live.screen.session.view)))
        rows = [line for line in text.splitlines() if line.startswith(("  all", "  DE", "  AC"))][:3]
        assert [row[7:22] for row in rows] == [" 0  0 12  0  0 ", " 0  0 11  0  0 ", " 0  0  1  0  0 "]
        assert rows[0].endswith("12    0    0  +2.0 p < 0.01")
        assert max(map(len, text.splitlines())) <= CLASSIC[0]
