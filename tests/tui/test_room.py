"""The room's screen: large, little, and nothing that is not for everybody."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.console import console
from toolkit.session.commitment_state import Commitment
from toolkit.session.opening import open_session
from toolkit.session.room_view import RoomView, room_view
from toolkit.session.state import Said, Segment, State
from toolkit.tui.app import WorkshopApp
from toolkit.tui.screens.follow import FollowScreen
from toolkit.tui.settings import Settings
from toolkit.tui.text import one_line
from toolkit.tui.widgets.digits import HEIGHT, drawable, large, width
from toolkit.tui.widgets.room_layout import height, layout, pages
from toolkit.tui.widgets.room_widget import RoomWidget
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan

SECRET = "for the facilitator alone"


def at_step(plan: Plan, step: str, **more: object) -> State:
    start = plan.at(plan.starts)
    return State(seq=9, last_at=start, plan=plan, segments=(Segment(step, start),), **more)  # type: ignore[arg-type]


def test_nothing_of_the_facilitators_is_in_the_rooms_view(plan: Plan, names: dict[str, str]) -> None:
    secret = dataclasses.replace(
        plan,
        blocks=tuple(
            dataclasses.replace(
                block,
                invitation=SECRET,
                steps=tuple(dataclasses.replace(s, say=SECRET, do=SECRET, watch_for=SECRET) for s in block.steps),
            )
            for block in plan.blocks
        ),
    )
    note = Said("n1", SECRET, 0, "Ana", 3)
    for step in secret.steps:
        state = at_step(secret, step.id, notes=(note,), parked=(note,))
        assert SECRET not in repr(room_view(state, state.last_at, names))


def test_before_and_after_the_room_is_told_so(plan: Plan, names: dict[str, str]) -> None:
    start = plan.at(plan.starts)
    before = State(plan=plan)
    assert room_view(before, start - 60_000, names).lines == ("We begin at 13:30.",)
    assert room_view(State(plan=plan, finished=start), start, names).lines == ("Thank you.",)
    old = Commitment("k1", "find a room", start, "ana", 1, promised="2026-10-01", kept="yes")
    assert room_view(State(plan=plan, finished=start, commitments=(old,)), start, names).lines == ("Thank you.",)


def test_the_read_back_shows_who_does_what_by_when_and_not_what_was_struck(plan: Plan, names: dict[str, str]) -> None:
    made = (
        Commitment("k1", "draft it", 0, "Ana", 4, "K7X", "2026-12-11", "treasury", (("budget", "yes"),)),
        Commitment("k2", "find a room", 0, "Ana", 5),
        Commitment("k3", None, 0, "Ana", 6, "M3V"),
    )
    state = at_step(plan, "b3.s2", commitments=made)
    assert room_view(state, state.last_at, names).lines == (
        "k1  Ana Łuczak: draft it, by 2026-12-11, asks treasury, budget yes",
        "k2  nobody yet: find a room",
    )


def test_the_word_is_shown_with_its_other_languages(plan: Plan, names: dict[str, str]) -> None:
    view = room_view(at_step(plan, "b1.s1"), plan.at(plan.starts), names)
    assert (view.word, view.also) == ("governance", "治理")


VIEWS = st.builds(
    RoomView,
    title=st.text(max_size=40),
    word=st.sampled_from(["", "governance", "治理", "RISK & co"]),
    also=st.sampled_from(["", "治理 · gobernanza"]),
    lines=st.lists(st.text(st.characters(categories=["L", "Zs"]), max_size=120), max_size=14).map(tuple),
    time=st.sampled_from(["", "1:42", "12:05", "+0:30"]),
)


@given(VIEWS, st.integers(40, 200), st.integers(12, 60))
def test_all_of_the_text_is_there_and_the_clock_is_never_lost(view: RoomView, columns: int, rows: int) -> None:
    plan = layout(view, columns, rows)
    assert "".join(plan.pages).replace("\n", "") == "".join(view.lines).replace("\n", "")
    assert plan.scale in (0, 1, 2, 3)
    if plan.scale:
        assert len(plan.pages) == 1
        assert width(view.time, plan.scale) <= columns
        used = height(plan.pages[0], columns - 4) + height(plan.word, columns - 4) + HEIGHT * plan.scale
        assert used <= rows


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=30).map(tuple), st.integers(3, 20))
def test_pages_hold_what_fits_in_their_order(lines: tuple[str, ...], rows: int) -> None:
    found = pages(lines, 60, rows)
    assert "\n".join(found) == "\n".join(lines)
    assert all(height(page, 60) <= rows or "\n" not in page for page in found) or any("\n" in line for line in lines)


@given(st.text("0123456789:+-ABCXYZ ", min_size=1, max_size=8), st.integers(1, 3))
def test_large_text_is_as_wide_and_high_as_it_says(text: str, scale: int) -> None:
    assert drawable(text)
    rows = large(text, scale).split("\n")
    assert len(rows) == HEIGHT * scale
    assert {cell_len(row) for row in rows} == {width(text, scale)}


def test_symbols_can_be_told_apart() -> None:
    symbols = "0123456789:+-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    pictures = [large(symbol) for symbol in symbols if symbol not in "O"]
    assert len(set(pictures)) == len(pictures)


async def test_a_second_window_follows_the_first(demo: Folder) -> None:
    opened = open_session(demo, "Ana", lambda: prepare(demo).plan, rehearsal=True)
    opened.close()
    app = WorkshopApp(lambda app: app.push_screen(FollowScreen(demo, rehearsal=True)), Settings())
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, "We begin at 13:30.")
        async with console(demo) as live:
            await live.press("n")
        await until(pilot, "What is written down today")
        assert "WATCH" not in shown(app)


async def test_a_window_without_a_session_waits_for_one(demo: Folder) -> None:
    app = WorkshopApp(lambda app: app.push_screen(FollowScreen(demo, rehearsal=True)), Settings())
    async with app.run_test(size=(40, 12)) as pilot:
        await until(pilot, "Waiting for the session")
        open_session(demo, "Ana", lambda: prepare(demo).plan, rehearsal=True).close()
        await until(pilot, "We begin at 13:30.")


def shown(app: WorkshopApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips(app.size))


async def until(pilot: Pilot[None], text: str) -> None:
    app = pilot.app
    assert isinstance(app, WorkshopApp)
    for _ in range(100):
        if app.screen.query(RoomWidget) and text in " ".join(shown(app).split()):
            return
        await pilot.pause(0.05)
    raise AssertionError(shown(app))


BLOCKS = st.lists(
    st.lists(st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=45), min_size=1, max_size=12),
    min_size=1,
    max_size=20,
)


@given(BLOCKS, st.integers(40, 200), st.integers(12, 60), st.sampled_from(["", "Round 1 of 3: find your table"]))
def test_every_name_is_on_a_page_that_fits(names: list[list[str]], columns: int, rows: int, head: str) -> None:
    blocks = tuple((f"Table {n}", *at) for n, at in enumerate(names, 1))
    view = RoomView("Arrival", lines=(head,) if head else (), blocks=blocks, time="12:05")
    plan = layout(view, columns, rows)
    for page in plan.pages:
        assert page.startswith(head)
        assert page.count("\n") + 1 + HEIGHT * plan.scale + 3 <= rows
        assert all(cell_len(line) <= columns - 4 for line in page.split("\n"))
    letters = Counter("".join(plan.pages).replace("\n", ""))
    assert not Counter("".join(name for at in names for name in at)) - letters
    numbers = " ".join(plan.pages).split()
    assert all(str(n) in numbers for n in range(1, len(blocks) + 1))


def test_sixty_names_are_large_and_whole_from_the_smallest_window_on() -> None:
    blocks = tuple((f"Table {n}", *(f"Rosa{n} Brandenburg-Ito{i}" for i in range(5))) for n in range(1, 13))
    for columns, rows, most in ((40, 12, 12), (80, 24, 2), (160, 50, 1)):
        plan = layout(RoomView("", blocks=blocks), columns, rows)
        assert len(plan.pages) <= most
        for n in range(1, 13):
            for i in range(5):
                words = " ".join("\n".join(plan.pages).split())
                assert f"Brandenburg-Ito{i}" in words
                assert f"Rosa{n}" in words


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)


@given(st.lists(NAMES, min_size=1, max_size=8), st.integers(40, 160), st.integers(12, 50))
def test_a_name_that_has_room_is_on_one_line_as_it_is_and_any_other_keeps_its_letters(
    names: list[str], columns: int, rows: int
) -> None:
    plan = layout(RoomView("", blocks=(("Table 1", *names),)), columns, rows)
    pages = "\n".join(plan.pages)
    for name in map(one_line, names):
        if cell_len(name) <= 25 and columns > 60:
            assert f" {name}".rstrip() in pages
        assert not Counter("".join(name.split())) - Counter(pages)


def test_names_break_at_spaces_and_hyphens() -> None:
    plan = layout(RoomView("", blocks=(("Table 1", "Dr. Chiamaka Okonkwo-Featherstonehaugh", "A - B"),)), 34, 12)
    assert plan.pages[0].split("\n") == ["Table 1", " Dr. Chiamaka Okonkwo-", "  Featherstonehaugh", " A - B"]
