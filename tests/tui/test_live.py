"""The live screen: every key does what it says, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.tui.console import CLASSIC, WIDE, console
from toolkit.session.journal import Journal
from toolkit.tui.live_people import JUST_NOW
from toolkit.tui.widgets.capture_bar import CaptureBar
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


async def test_the_demo_can_be_walked_from_the_first_step_to_the_last(demo: Folder) -> None:
    async with console(demo) as live:
        steps = live.screen.session.view.plan.steps
        assert len(steps) > 30
        for step in steps:
            await live.press("n")
            assert live.screen.session.state.step_id == step.id
            assert step.title[:12] in live.text
        await live.press("n")
        assert live.screen.session.state.finished is not None
        assert "The last step is over" in live.text
        await live.press("p")
        assert live.screen.session.state.step_id == steps[-1].id


@pytest.mark.parametrize("size", [CLASSIC, (100, 30), WIDE, (200, 60)])
async def test_say_clock_agenda_and_captures_are_seen_at_a_glance(demo: Folder, size: tuple[int, int]) -> None:
    async with console(demo, size=size) as live:
        await live.press("n", "n")
        for part in ("SAY", "left of 2:30", "██", "Arrival round", "on time", "ends 17:05", "Nothing captured yet"):
            assert part in live.text, part


@pytest.mark.parametrize("size", [CLASSIC, WIDE])
async def test_the_clock_stays_in_view_whatever_is_open(demo: Folder, size: tuple[int, int]) -> None:
    async with console(demo, size=size) as live:
        await live.press("n", "n")
        for key in ("t", "w", "l", "f1"):
            await live.press(key)
            assert "2:30 left" in live.text, key
            assert "Look at your card" in live.text, key
            await live.press("f5")
        for key in ("enter", "k", "o", "a", "c", "x"):
            await live.press(key)
            assert "13:30" in live.text, key
            assert "left of 2:30" in live.text, key
            await live.press("escape")


async def test_below_sixty_by_eighteen_one_line_asks_for_more_room(demo: Folder) -> None:
    async with console(demo, size=(50, 20)) as live:
        assert "needs 60 columns and 18 rows" in live.text
        await live.pilot.resize_terminal(80, 24)
        await live.idle()
        assert "needs 60 columns" not in live.text
        assert "Press n to begin" in live.text


async def test_a_note_is_one_key_away_and_carries_its_domain(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "c")
        await live.type("we have git")
        await live.press("tab", "enter")
        (note,) = live.screen.session.state.notes
        assert (note.id, note.text, note.domain, note.by) == ("n1", "we have git", "open-source", "Ana")
        assert "n1   OS: we have git" in live.text


@pytest.mark.parametrize("key", ["f1", "f3", "f5", "f7", "f8"])
async def test_an_area_shown_while_the_bar_is_open_leaves_the_letters_to_the_bar(demo: Folder, key: str) -> None:
    async with console(demo) as live:
        await live.press("n", "c")
        await live.type("who ")
        await live.press(key)
        await live.type("next")
        bar = live.screen.query_one(CaptureBar)
        assert bar.area.text == "who next"
        assert live.screen.session.state.step_id == "b1.s1"
        await live.press("escape")
        assert not bar.display


@pytest.mark.parametrize("key", ["c", "k", "enter"])
async def test_escape_closes_what_is_open_after_a_click_beside_it(demo: Folder, key: str) -> None:
    async with console(demo) as live:
        await live.press("n", key)
        live.screen.pane.take_focus()
        await live.press("escape")
        assert not live.screen.query(Sheet)
        assert not live.screen.query_one(CaptureBar).display


async def test_a_minute_more_is_seen_on_the_clock_and_not_told_over_the_words(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "plus")
        assert "left of 3:30" in live.text
        assert "3:30 left" not in live.text


async def test_the_bar_stays_open_for_the_next_line_and_escape_closes_it(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("c")
        for word in ("one", "two"):
            await live.type(word)
            await live.press("enter")
        await live.press("escape", "n")
        state = live.screen.session.state
        assert [note.text for note in state.notes] == ["one", "two"]
        assert state.step_id == "b1.s1"


async def test_a_paste_keeps_every_line_and_opens_the_bar(demo: Folder) -> None:
    async with console(demo) as live:
        pasted = "first line\nsecond [laughs]\n\n  indented"
        live.app.post_message(Paste(pasted))
        await live.idle()
        await live.press("enter")
        assert live.screen.session.state.notes[0].text == pasted


async def test_letters_are_text_while_the_bar_is_open_and_function_keys_still_work(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "c")
        await live.type("nnn")
        await live.press("f9")
        assert live.screen.session.state.paused
        await live.press("pagedown")
        assert live.screen.session.state.step_id == "b1.s2"
        assert live.screen.query_one(CaptureBar).area.text == "nnn"


async def test_what_was_being_typed_comes_back_after_a_crash(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("c")
        await live.type("half a sen")
        await live.pilot.pause(0.5)
        await live.idle()
        journal = Journal(demo.journal(rehearsal=True), read_only=True)
        assert list(journal.drafts().values()) == ["half a sen"]
        journal.close()
    async with console(demo) as live:
        await live.until(lambda: "half a sen" in live.text)
        await live.type("tence")
        await live.press("enter")
        assert live.screen.session.state.notes[0].text == "half a sentence"


async def test_space_pauses_and_goes_on(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "space")
        assert live.screen.session.state.paused
        assert "PAUSED" in live.text
        await live.press("space")
        assert not live.screen.session.state.paused


async def test_plus_and_minus_change_the_step_by_a_minute(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "plus", "plus", "minus")
        assert live.screen.session.state.extra == {"b1.s1": 60_000}


async def test_digits_count_turns_of_domains(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("1", "1", "5", "9")
        assert live.screen.session.state.turns == {"open-source": 2, "public-service": 1}
        assert "no domain with number 9" in live.text


async def test_undo_takes_back_and_redo_gives_again(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "u")
        assert live.screen.session.state.step_id is None
        await live.press("U")
        assert live.screen.session.state.step_id == "b1.s1"


async def test_a_commitment_is_filled_in_with_names_as_they_are_typed(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "k")
        await live.type("ann")
        await live.press("down", "enter")
        await live.type("draft it")
        await live.press("enter")
        (commitment,) = live.screen.session.state.commitments
        assert live.screen.session.view.name(commitment.owner) == "Anna Łuczak"
        assert commitment.text == "draft it"
        assert "Anna Łuczak: draft it" in live.text
        assert "Esc closes" not in live.text


async def test_a_form_that_is_refused_says_why_and_keeps_every_word(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("k")
        await live.type("nobody at all")
        await live.press("tab")
        await live.type("words")
        await live.press("enter")
        assert "nobody here is called" in live.text
        assert "words" in live.text
        assert not live.screen.session.state.commitments


async def test_everything_can_be_reached_from_the_menu_with_arrows(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("enter")
        assert "Everything that can be done now" in live.text
        await live.press("enter")
        assert live.screen.session.state.step_id == "b1.s1"


async def test_people_arrive_and_leave_with_enter(demo: Folder) -> None:
    async with console(demo) as live:
        live.screen.commands.people.monotonic = lambda: 0.0
        await live.press("w", "enter")
        assert "1 of 24 here" in live.text
        live.screen.commands.people.monotonic = lambda: JUST_NOW
        await live.press("enter")
        assert "0 of 24 here" in live.text


async def test_the_library_is_searched_as_you_type(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("l")
        await live.until(lambda: "Tables of four, one minute each" in live.text)
        await live.type("relay")
        await live.until(lambda: "Responsibility relay   " in live.text)


async def test_the_big_view_shows_the_room_and_any_key_leaves_it(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n", "b")
        assert "WATCH" not in live.text
        assert "What is written down today" in live.text
        await live.press("pagedown")
        assert live.screen.session.state.step_id == "b1.s2"
        await live.press("x")
        assert "SAY" in live.text
        assert not live.screen.query_one(CaptureBar).display


async def test_changed_files_are_offered_and_taken_over_only_when_asked(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("n")
    text = demo.file.read_text(encoding="utf-8")
    demo.file.write_text(text.replace("    minutes: 5\n    say", "    minutes: 10\n    say"), encoding="utf-8")
    async with console(demo) as live:
        await live.until(lambda: "5 to 10 min" in live.text)
        assert sum(block.milliseconds for block in live.screen.session.view.plan.blocks) == 215 * 60_000
        await live.press("down", "enter")
        await live.until(lambda: sum(b.milliseconds for b in live.screen.session.view.plan.blocks) == 220 * 60_000)
        assert live.screen.session.state.step_id == "b1.s1"


async def test_a_menu_gives_way_to_the_bar_so_that_what_is_typed_is_seen(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("enter")
        assert "Everything that can be done" in live.text
        await live.press("c")
        await live.type("seen")
        assert "Everything that can be done" not in live.text
        assert "seen" in live.text
