"""The plan screen: what is pressed is in the file, what is typed is seen at once, and nobody's work is written over."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from tests.session.room import ANA, TurnedClock, act
from tests.tui.console import CLASSIC, WIDE, ready
from tests.tui.planner import Planner, planner
from toolkit.session.actions.opening import Open
from toolkit.session.desk import Desk
from toolkit.session.journal import Journal
from toolkit.tui.app import WorkshopApp
from toolkit.tui.plan_commands import PLAN_ENTRIES
from toolkit.tui.screens.home import HomeScreen
from toolkit.tui.screens.library import LibraryScreen
from toolkit.tui.screens.suggest import SuggestScreen
from toolkit.tui.settings import Settings
from toolkit.tui.widgets.fields_sheet import FieldsSheet
from toolkit.workshop.recent import recent, remember
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder


@pytest.mark.parametrize("size", [CLASSIC, WIDE])
async def test_the_agenda_stands_with_times_bounds_locks_and_what_is_missing(
    demo: Folder, size: tuple[int, int]
) -> None:
    async with planner(demo, size) as plan:
        lines = plan.text.splitlines()
        assert "2026-12-03  13:30 to 17:15" in lines[1]
        assert "24 people" in lines[1]
        assert "ends 17:05: 10 min left until 17:15" in lines[2]
        assert any(line.split()[:6] == ["1", "13:30", "15", "11", "18", "25"] for line in lines)
        coffee = next(line for line in lines if "Coffee" in line)
        assert "15:00" in coffee
        assert "locked" in coffee
        assert "counts answers by domain" in plan.notes
        assert recent()[0].path == demo.path.resolve()


@pytest.mark.parametrize(
    ("keys", "titles", "index"),
    [
        ("down x", "Arrival Who Coffee Where Responsibility Stretch What Commitments", 1),
        ("end x", "Arrival Term Who Coffee Where Responsibility Stretch What", 7),
        ("J", "Term Arrival Who Coffee Where Responsibility Stretch What Commitments", 1),
        ("shift+down shift+down", "Term Who Arrival Coffee Where Responsibility Stretch What Commitments", 2),
        ("end shift+up K", "Arrival Term Who Coffee Where Responsibility Commitments Stretch What", 6),
        ("K", "Arrival Term Who Coffee Where Responsibility Stretch What Commitments", 0),
        ("end J", "Arrival Term Who Coffee Where Responsibility Stretch What Commitments", 8),
        ("down d", "Arrival Term Term Who Coffee Where Responsibility Stretch What Commitments", 2),
        ("down d x x", "Arrival Term Coffee Where Responsibility Stretch What Commitments", 2),
        ("b enter", "Arrival Break Term Who Coffee Where Responsibility Stretch What Commitments", 1),
        ("end t enter", "Arrival Term Who Coffee Where Responsibility Stretch What Commitments Talk", 9),
    ],
)
async def test_one_key_changes_the_file_and_the_cursor_goes_along(
    demo: Folder, keys: str, titles: str, index: int
) -> None:
    async with planner(demo) as plan:
        await plan.press(*keys.split())
        await plan.until(lambda: plan.titles == titles.split())
        await plan.until(lambda: plan.index == index)
        assert "# the hall is ours until then" in demo.file.read_text(encoding="utf-8")


async def test_times_move_while_minutes_are_typed_and_the_file_does_not(demo: Folder) -> None:
    async with planner(demo, CLASSIC) as plan:
        before = demo.file.read_bytes()
        await plan.press("down", "down", "enter")
        await plan.type("50")
        await plan.until(lambda: "ends 17:25: 10 min over the hard end at 17:15" in plan.text)
        assert "20 min late" in plan.text
        assert demo.file.read_bytes() == before
        await plan.press("escape")
        await plan.until(lambda: "ends 17:05: 10 min left" in plan.text)
        await plan.press("m")
        await plan.type("25")
        await plan.press("enter")
        await plan.until(lambda: "25" in next(line for line in plan.text.splitlines() if "Who decides" in line))
        await plan.until(lambda: not plan.screen.query(FieldsSheet))
    assert resolve(demo).plan.blocks[2].milliseconds == 25 * 60_000


async def test_a_click_on_a_block_asks_about_it_and_one_on_the_footer_does_what_it_says(demo: Folder) -> None:
    async with planner(demo, CLASSIC) as plan:
        await plan.pilot.click(OptionList, offset=(12, 4))
        await plan.until(lambda: "Where agreement stops  (38 to 76 min, best 57)" in plan.text)
        await plan.press("escape")
        row = plan.text.splitlines()[-1]
        await plan.pilot.click(offset=(row.index("Remove"), 23))
        await plan.until(lambda: len(plan.titles) == 8 and "Where" not in plan.titles)


async def test_what_cannot_be_is_said_in_the_sheet_and_changes_nothing(demo: Folder) -> None:
    async with planner(demo, CLASSIC) as plan:
        before = demo.file.read_bytes()
        await plan.press("l")
        await plan.type("25:99")
        await plan.until(lambda: "'25:99' is no time of day: write it like 13:30" in plan.text)
        await plan.press("enter")
        await plan.pilot.pause()
        assert plan.screen.query(FieldsSheet)
        await plan.press(*["backspace"] * 5)
        await plan.type("09:00")
        await plan.until(lambda: "is not between" in plan.text)
        await plan.press(*["backspace"] * 5, "down")
        await plan.press("ctrl+u")
        await plan.type("no-such-word")
        await plan.press("enter")
        await plan.until(lambda: "no-such-word" in str(plan.screen.query_one("#fault", Static).content))
        assert demo.file.read_bytes() == before


async def test_a_lock_words_and_priority_are_set_and_taken_away(demo: Folder) -> None:
    async with planner(demo) as plan:
        await plan.press("l")
        await plan.type("13:40")
        await plan.press("tab", "ctrl+u")
        await plan.type("risk")
        await plan.press("tab", "ctrl+u")
        await plan.type("first-to-go")
        await plan.press("enter")
        await plan.until(lambda: not plan.screen.query(FieldsSheet))
        block = resolve(demo).plan.blocks[0]
        assert (block.at, block.terms, block.priority) == (13 * 60 + 40, ("risk",), "first-to-go")
        assert "10   free" in plan.text
        assert "locked  first to go" in plan.text
        await plan.press("down", "down", "down", "l", "backspace", "enter")
        await plan.until(lambda: resolve(demo).plan.blocks[3].at is None)


async def test_tracks_side_by_side(demo: Folder) -> None:
    async with planner(demo, CLASSIC) as plan:
        await plan.press("g")
        await plan.type("Tokens: term-collision @ Room 3 (Ana)")
        await plan.until(lambda: "takes two tracks or more" in plan.text)
        await plan.press("tab")
        await plan.type("Budgets: Who pays")
        await plan.press("enter")
        await plan.until(lambda: not plan.screen.query(FieldsSheet))
        assert "= Tokens, Room 3 (Ana)" in plan.text
        assert "= Budgets" in plan.text
    tracks = resolve(demo).plan.blocks[1].tracks
    assert [(t.title, t.source, t.text, t.place, t.lead) for t in tracks] == [
        ("Tokens", "term-collision", "", "Room 3", "Ana"),
        ("Budgets", "", "Who pays", "", ""),
    ]


async def test_an_exercise_is_found_in_the_library_and_goes_below(demo: Folder) -> None:
    async with planner(demo, CLASSIC) as plan:
        await plan.press("a")
        await plan.until(lambda: isinstance(plan.app.screen, LibraryScreen) and "31 of 31" in plan.text)
        await plan.type("tension:lang minutes:35")
        await plan.until(lambda: "4 of 31   One word, several meanings · can be done in 35 min" in plan.text)
        await plan.press("enter")
        await plan.until(lambda: plan.app.screen is plan.screen and plan.titles[:3] == ["Arrival", "Two", "Term"])
        assert plan.index == 1
        # it takes two words: the first of the workshop's that no block has yet
        assert resolve(demo).plan.blocks[1].terms == ("risk", "responsibility")


async def test_an_exercise_is_added_while_it_is_being_read(demo: Folder) -> None:
    async with planner(demo, CLASSIC) as plan:
        await plan.press("a")
        await plan.until(lambda: isinstance(plan.app.screen, LibraryScreen) and "31 of 31" in plan.text)
        await plan.press("tab", "down", "tab", "end", "enter")
        await plan.until(lambda: plan.app.screen is plan.screen and plan.titles[1] == "Check-in")


async def test_a_suggestion_is_paged_taken_and_taken_back(demo: Folder) -> None:
    before = demo.file.read_bytes()
    async with planner(demo, CLASSIC) as plan:
        await plan.press("s")
        await plan.until(lambda: isinstance(plan.app.screen, SuggestScreen) and "1 of 3" in plan.text)
        await plan.press("enter", "enter", *["down"] * 10, "space")
        await plan.until(lambda: "[x] One word" in plan.text)
        await plan.app.workers.wait_for_complete()
        await plan.press("right")
        await plan.until(lambda: "2 of 3" in plan.text)
        await plan.press("shift+tab")
        screen = plan.app.screen
        assert isinstance(screen, SuggestScreen)
        await plan.type("0x")
        await plan.until(lambda: "no number of" in plan.text)
        await plan.press(*["backspace"] * 2)
        await plan.type("18")
        await plan.until(lambda: bool(screen._found) and "1 of 3" in plan.text)
        await plan.app.workers.wait_for_complete()
        shown = [part.title.split()[0] for part in screen._found[0].parts]
        await plan.press("enter", "enter")
        await plan.until(lambda: plan.app.screen is plan.screen and plan.titles == shown)
        await plan.press("u")
        await plan.until(lambda: demo.file.read_bytes() == before)
        await plan.press("u")
        await plan.until(lambda: "nothing has been changed here yet" in plan.told)
        await plan.press("U")
        await plan.until(lambda: plan.titles == shown)


async def test_what_somebody_else_writes_is_shown_and_never_written_over(demo: Folder) -> None:
    async with planner(demo) as plan:
        await plan.press("d")
        await plan.until(lambda: len(plan.titles) == 10)
        theirs = demo.file.read_text(encoding="utf-8").replace("Coffee", "Tea and cake")
        await plan.press("down", "m")
        demo.file.write_text(theirs, encoding="utf-8")
        await plan.type("20")
        await plan.press("enter")
        await plan.until(lambda: "changed elsewhere and is read anew" in plan.text)
        assert demo.file.read_text(encoding="utf-8") == theirs
        await plan.until(lambda: "Tea and cake" in plan.text)
        await plan.press("escape", "u")
        await plan.until(lambda: "nothing has been changed here yet" in plan.told)
        demo.file.write_text(theirs.replace("Tea", "Juice"), encoding="utf-8")
        await plan.until(lambda: "Juice and cake" in plan.text)
        await plan.until(lambda: "this is how it is now" in plan.told)


async def test_a_file_that_is_at_fault_is_named_and_read_again_when_it_is_mended(demo: Folder) -> None:
    good = demo.file.read_text(encoding="utf-8")
    async with planner(demo, CLASSIC) as plan:
        demo.file.write_text(good.replace("arrival-round", "arival-round"), encoding="utf-8")
        await plan.until(lambda: "did you mean 'arrival-round'?" in " ".join(plan.text.split()))
        await plan.press("x", "m", "s", "u")
        assert "arival-round" in demo.file.read_text(encoding="utf-8")
        demo.file.write_text(good, encoding="utf-8")
        await plan.until(lambda: "ends 17:05" in plan.text)


async def test_a_file_that_cannot_be_written_says_so_and_the_plan_stays(
    demo: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _text: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    async with planner(demo) as plan:
        monkeypatch.setattr("toolkit.workshop.edit_folder.write_whole", refuse)
        await plan.press("x")
        await plan.until(lambda: "workshop.yaml: permission denied: check who may write there" in plan.told)
        assert "Arrival round" in plan.text
        await plan.press("m", "9", "enter")
        await plan.until(lambda: "permission denied" in plan.text)


async def test_the_roster_is_opened_or_it_is_said_why_not(demo: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    whys = ["", "xdg-open is not here to open it: open it yourself"]

    def open_path(path: Path) -> str:
        opened.append(path)
        return whys.pop(0)

    monkeypatch.setattr("toolkit.files.open_with.open_path", open_path)
    async with planner(demo) as plan:
        await plan.press("w")
        await plan.until(lambda: "roster.csv is being opened" in plan.told)
        await plan.press("w")
        await plan.until(lambda: "open it yourself" in plan.told)
    assert opened == [demo.path / "roster.csv"] * 2


async def test_what_was_left_out_of_the_files_stands_first(demo: Folder) -> None:
    async with planner(demo) as plan:
        roster = demo.path / "roster.csv"
        roster.write_text(roster.read_text(encoding="utf-8") + ",design\n", encoding="utf-8")
        await plan.until(lambda: "roster.csv:26:" in plan.notes.splitlines()[0])
        assert "24 people" in plan.text


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_pressed_the_file_opens_and_nothing_falls_over(demo: Folder, seed: int) -> None:
    chance = Random(seed)
    away = ("plan-run", "plan-roster")  # they lead out of the screen
    keys = [key for entry in PLAN_ENTRIES.values() if entry.name not in away for key in entry.keys]
    keys += ["up", "down", "enter", "escape", "tab", "left", "right", "5", "a", "space", "end", "home"]
    async with planner(demo, CLASSIC) as plan:
        for _ in range(60):
            key = chance.choice(keys)
            if key == "escape" and plan.app.screen is plan.screen and not plan.screen.query(FieldsSheet):
                continue  # it would leave
            await plan.press(key)
        await plan.settle()
    assert resolve(demo).plan.blocks


async def test_lessons_stand_where_they_belong(demo: Folder) -> None:
    prepared = resolve(demo).plan
    clock = TurnedClock(prepared.at(prepared.starts))
    desk = Desk(Journal(demo.journal()), clock=clock)
    desk.do(Open(prepared), ANA)
    for step in prepared.blocks[0].steps:
        act(desk, "next")
        clock.turn(step.seconds / 60 * 1.5)
    act(desk, "next")
    desk.journal.close()
    remember(demo, prepared)
    async with planner(demo) as plan:
        assert "1 * Arrival round: you took 1.5 times as long, once: 22 min instead of 15?" in plan.notes
        row = next(line for line in plan.text.splitlines() if " Arrival round" in line)
        assert row.partition("│")[0].rstrip().endswith("*")
        assert "has begun" in plan.text


async def test_hostile_words_stand_there_as_they_are(demo: Folder) -> None:
    text = demo.file.read_text(encoding="utf-8")
    demo.file.write_text(text.replace("Coffee", '"[/b] [red]x[/red] \\u202e"'), encoding="utf-8")
    async with planner(demo, CLASSIC) as plan:
        assert "[/b] [red]x[/red] \\u202e" in plan.text
        await plan.press("down", "down", "down", "enter", "escape", "d")
        await plan.until(lambda: plan.text.count("[/b] [red]x[/red]") == 2)


async def test_everything_is_in_the_menu_and_the_menu_does_it(demo: Folder) -> None:
    async with planner(demo) as plan:
        await plan.press("f1")
        for entry in PLAN_ENTRIES.values():
            assert entry.name == "plan-menu" or entry.title in plan.text
        await plan.press("end", "up", "up", "enter")
        await plan.until(lambda: (demo.out / "agenda.ics").exists() and (demo.out / "agenda.md").exists())
        await plan.press("p")
        await plan.until(lambda: "Print the whole pack" in plan.text)
        await plan.press("escape", "r")
        live = await ready(plan.pilot)
        assert "Press n to begin" in live.text
        await plan.press("q")
        await plan.until(lambda: plan.app.screen is plan.screen)


async def test_it_is_one_key_away_from_home_and_leads_back(demo: Folder) -> None:
    remember(demo, resolve(demo).plan)
    app = WorkshopApp(lambda app: app.push_screen(HomeScreen("Ana")), Settings())
    async with app.run_test(size=CLASSIC, notifications=True) as pilot:
        found = Planner(app, pilot, demo)
        await found.until(lambda: "Shared infrastructure" in found.text)
        await found.press("p")
        await found.until(lambda: "ends 17:05" in found.text)
        await found.press("q")
        await found.until(lambda: isinstance(app.screen, HomeScreen))
        await found.press("end", "p")
        await found.until(lambda: "Move to a workshop first" in found.told)


def test_no_key_means_two_things() -> None:
    keys = [key for entry in PLAN_ENTRIES.values() for key in entry.keys]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {"escape", "q", "tab", "enter", "up", "down", "home", "end"}
