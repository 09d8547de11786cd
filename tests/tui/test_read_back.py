"""The read-back: a list in the console, the room's screen in a second window, corrections that both show at once."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.afternoon import read_back, read_on
from tests.tui.console import CLASSIC, console
from tests.tui.test_room import shown, until
from toolkit.session.actions.correct import Strike
from toolkit.session.desk import Desk, Done
from toolkit.session.journal import Journal
from toolkit.session.read_back import read_lines
from toolkit.session.room_view import RoomView
from toolkit.tui.app import WorkshopApp
from toolkit.tui.screens.follow import FollowScreen
from toolkit.tui.settings import Settings
from toolkit.tui.widgets.form import ActionForm
from toolkit.tui.widgets.read_back_view import ReadBackView
from toolkit.tui.widgets.room_layout import height, layout
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tests.tui.console import Console
    from toolkit.workshop.folder import Folder

SMALL = (40, 12)


def follower(demo: Folder) -> WorkshopApp:
    return WorkshopApp(lambda app: app.push_screen(FollowScreen(demo, rehearsal=True)), Settings())


async def read_to(live: Console, ref: str) -> None:
    """Go down to a line."""
    for _ in range(20):
        if live.screen.query_one(ReadBackView).ref == ref:
            return
        await live.press("down")
    raise AssertionError(live.text)


@pytest.mark.parametrize("size", [CLASSIC, (160, 50)])
async def test_what_is_read_back_stands_in_the_console_with_its_ids(demo: Folder, size: tuple[int, int]) -> None:
    read_back(demo)
    async with console(demo, size=size) as live:
        assert "o1  governance: we keep both" in live.text
        assert "SAY" in live.text
        assert "left of" in live.text
        for line in read_lines(live.screen.session.view):
            await read_to(live, str(line.ref))
            assert live.screen.session.state.reading == line.ref
            assert str(line.ref) in live.text


async def test_a_correction_is_on_the_second_screen_at_once_and_so_is_taking_it_back(demo: Folder) -> None:
    read_back(demo)
    app = follower(demo)
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, "5:00")
        async with console(demo) as live:
            await read_to(live, "k1")
            await until(pilot, "▸ k1 Anna Łuczak: draft the budget line, by 2026-12-11")
            await live.press("enter")
            await live.press("down", "enter")
            await live.type("Priya")
            await live.press("enter")
            await until(pilot, "▸ k1 Priya Raghunathan: draft")
            await live.press("u")
            await until(pilot, "▸ k1 Anna Łuczak: draft")
            await live.press("e")
            form = live.screen.query_one(ActionForm)
            assert form.text == "draft the budget line"
            await live.press("ctrl+u")
            await live.type("write it")
            await live.press("enter")
            await until(pilot, "▸ k1 Anna Łuczak: write it, by")
            await read_to(live, "d1")
            await until(pilot, "▸ d1 governance: Design does not go along")
        assert "k1" not in shown(app).split("▸")[0]


async def test_nothing_about_the_line_under_the_cursor_is_done_without_being_asked(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        await read_to(live, "k2")
        await live.press("d")
        assert "k2" in [line.ref for line in read_lines(live.screen.session.view)]
        await live.press("enter")
        assert "k2" not in [line.ref for line in read_lines(live.screen.session.view)]


async def test_after_the_line_that_is_read_is_struck_the_reading_goes_on_here_and_on_the_second_screen(
    demo: Folder,
) -> None:
    read_back(demo)
    app = follower(demo)
    async with app.run_test(size=SMALL) as pilot, console(demo) as live:
        await read_to(live, "k1")
        await live.press("d", "enter")
        await live.until(lambda: live.screen.session.state.reading == "k2")
        assert live.screen.query_one(ReadBackView).ref == "k2"
        await until(pilot, "▸ k2")
        await live.press("j")
        await until(pilot, "▸ k3")
        await live.press("d", "enter")
        await live.until(lambda: live.screen.session.state.reading == "k2")
        await live.press("up")
        assert live.screen.session.state.reading == "o2"


async def test_what_another_console_strikes_leaves_the_cursor_on_the_line_that_followed(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        await read_to(live, "k2")
        seq = live.screen.session.state.seq
        with closing(Journal(demo.journal(rehearsal=True))) as journal:
            assert isinstance(Desk(journal).do(Strike("k2"), "Ben"), Done)
        await live.until(lambda: live.screen.query_one(ReadBackView).ref == "k3")
        assert live.screen.session.state.seq == seq + 1, "nobody here has read it"
        await live.press("j")
        assert live.screen.session.state.reading == "k3"


async def test_a_dissent_is_corrected_and_another_added_from_the_list(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        await read_to(live, "d1")
        await live.press("enter")
        assert "one more does not go along" in live.text
        await live.press("end", "enter")
        await live.type("academia")
        await live.press("tab")
        await live.type("too soon")
        await live.press("enter")
        assert "Academia does not go along: too soon" in live.text


async def test_what_moved_is_asked_for_its_new_day_and_not_recorded_without_one(demo: Folder) -> None:
    carried = "carried:\n  commitments:\n    - {what: find a room, promised: 2026-10-01, by: 2026-11-01}\n"
    text = demo.file.read_text(encoding="utf-8")
    demo.file.write_text(
        text.replace("agenda:\n", f"{carried}agenda:\n  - exercise: promised-last-time\n", 1), encoding="utf-8"
    )
    async with console(demo) as live:
        await live.press("n", "down", "enter")
        await live.press(*["down"] * 3, "enter")
        form = live.screen.query_one(ActionForm)
        assert live.screen.focused is form.query_one("#field-by")
        await live.press("enter")
        assert "k1 needs the day that it moved to, or - while nobody knows it" in live.text
        assert "--by" not in live.text
        await live.type("2027-02-01")
        await live.press("enter")
        assert not live.screen.query(ActionForm)
        (made,) = live.screen.session.state.commitments
        assert (made.kept, made.due) == ("moved", "2027-02-01")
        assert "by 2027-02-01 → moved" in live.text


async def test_the_arrows_read_the_step_again_once_nothing_is_read_back(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        assert live.screen.focused is live.screen.query_one(ReadBackView)
        await live.press("n")
        assert not live.screen.query_one(ReadBackView).display
        assert live.screen.focused is not None
        assert type(live.screen.focused).__name__ == "StepView"
        await live.press("enter")
        assert live.screen.query(Sheet)
        await live.press("escape", "p")
        assert live.screen.focused is live.screen.query_one(ReadBackView)


async def test_with_one_window_the_arrows_read_on_in_the_rooms_view(demo: Folder) -> None:
    read_back(demo)
    async with console(demo, size=SMALL) as live:
        await live.press("b", "down", "down")
        await live.until(lambda: "▸ d1" in live.text)
        await live.press("up", "up")
        assert live.screen.session.state.reading == "k3"
        await live.until(lambda: "▸ k3" in live.text)
        await live.press("x")
        assert "▸" not in live.text


async def test_a_console_that_is_opened_again_is_where_the_room_is(demo: Folder) -> None:
    read_back(demo)
    read_on(demo, 4)
    async with console(demo, size=CLASSIC) as live:
        assert live.screen.query_one(ReadBackView).ref == "k1"


async def test_tab_leads_to_the_text_and_back(demo: Folder) -> None:
    read_back(demo)
    async with console(demo, size=CLASSIC) as live:
        assert "ask once" not in live.text
        await live.press("tab", *["down"] * 6)
        assert "ask once" in live.text
        assert live.screen.session.state.reading is None
        await live.press("shift+tab", "down")
        assert live.screen.session.state.reading == "o1"


async def test_many_lines_are_passed_over_fast_without_losing_one(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        await live.press("down", "down", "down", "down")
        refs = [line.ref for line in read_lines(live.screen.session.view)]
        assert live.screen.session.state.reading == refs[3]
        assert live.screen.query_one(ReadBackView).ref == refs[3]


async def test_another_window_that_reads_on_moves_the_cursor_here_and_nothing_is_said_twice(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        before = live.screen.session.state.seq
        await live.press("j", "j")
        await live.idle()
        refs = [line.ref for line in read_lines(live.screen.session.view)]
        assert live.screen.query_one(ReadBackView).ref == refs[1]
        assert live.screen.session.state.seq == before + 2


def hold(until: threading.Event) -> None:
    """Keep the desk busy."""
    assert until.wait(10)


async def test_an_answer_that_comes_late_does_not_pull_the_cursor_back(demo: Folder) -> None:
    read_back(demo)
    async with console(demo) as live:
        await live.press("down", "down", "down")
        session, view = live.screen.session, live.screen.query_one(ReadBackView)
        refs = [line.ref for line in read_lines(session.view)]
        held = threading.Event()
        live.screen.desk.submit(lambda _desk: hold(held))
        view.action_cursor_down()
        await live.pilot.pause()
        view.show(replace(session, state=replace(session.state, reading=refs[1])))
        assert view.ref == refs[3]
        held.set()
        await live.idle()
        assert (view.ref, live.screen.session.state.reading) == (refs[3], refs[3])


LINES = st.lists(st.text("abc ef. 治理", min_size=1, max_size=700).filter(str.strip), min_size=1, max_size=12)


@given(LINES, st.integers(40, 160), st.integers(12, 40), st.data())
def test_the_line_that_is_read_is_on_the_page_that_stands_whole(
    lines: list[str], columns: int, rows: int, data: st.DataObject
) -> None:
    mark = data.draw(st.integers(0, len(lines) - 1))
    view = RoomView("Commitments", lines=tuple(lines), mark=mark, time="5:00")
    plan = layout(view, columns, rows)
    standing = plan.marked or tuple(range(len(plan.pages)))
    text = "\n".join(plan.pages[turn] for turn in standing).replace("\n", "")
    assert lines[mark] in text
    assert list(standing) == list(range(standing[0], standing[-1] + 1))
    assert "".join(plan.pages).replace("\n", "") == "".join(lines)
    if not plan.scale:
        assert all(height(page, columns - 4) <= max(3, rows - 4) for page in plan.pages)
