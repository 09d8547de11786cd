"""Home, the form for a new workshop, and opening from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.tui.console import ready
from toolkit.session.actions.capture import Commit
from toolkit.session.actions.terms import DecideOutcome
from toolkit.session.desk import Done
from toolkit.session.opening import open_session
from toolkit.tui.app import WorkshopApp
from toolkit.tui.screens.home import HomeScreen
from toolkit.tui.screens.new import NewScreen
from toolkit.tui.screens.plan import PlanScreen
from toolkit.tui.settings import Settings
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.line import Line
from toolkit.workshop.file import WorkshopFile
from toolkit.workshop.folder import Folder as WorkshopFolder
from toolkit.workshop.prepare import prepare
from toolkit.workshop.recent import recent, remember
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from toolkit.workshop.folder import Folder


def home_app() -> WorkshopApp:
    return WorkshopApp(lambda app: app.push_screen(HomeScreen("Ana")), Settings())


def shown(app: WorkshopApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips(app.size))


async def test_home_offers_what_was_opened_lately_and_opens_it(demo: Folder) -> None:
    remember(demo, resolve(demo).plan)
    async with home_app().run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.3)
        app = pilot.app
        assert isinstance(app, WorkshopApp)
        assert "Shared infrastructure, shared words" in shown(app)
        await pilot.press("enter")
        live = await ready(pilot)
        assert "Press n to begin" in live.text
        await pilot.press("q")
        await pilot.pause(0.3)
        assert isinstance(app.screen, HomeScreen)


async def test_a_workshop_that_is_gone_is_not_offered(demo: Folder) -> None:
    remember(demo, resolve(demo).plan)
    demo.file.unlink()
    assert recent() == []


async def test_a_session_that_cannot_be_opened_says_why_and_stays_at_home(demo: Folder) -> None:
    remember(demo, resolve(demo).plan)
    demo.file.write_text("title: [oops\n", encoding="utf-8")
    async with home_app().run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(1.5)
        app = pilot.app
        assert isinstance(app, WorkshopApp)
        assert isinstance(app.screen, HomeScreen)
        assert "close the bracket" in " ".join(shown(app).split())


async def test_a_new_workshop_is_made_from_a_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with home_app().run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        await pilot.press("n")
        await pilot.pause(0.3)
        app = pilot.app
        assert isinstance(app, WorkshopApp)
        assert isinstance(app.screen, NewScreen)
        await pilot.press("enter", "x", ":", "#")  # the folder as it is offered, then the title in place of the offered
        await pilot.press("f2")
        for _ in range(100):
            if "x:#" in shown(app):
                break
            await pilot.pause(0.05)
        assert isinstance(app.screen, PlanScreen)
        await pilot.press("f5")
        live = await ready(pilot)
        assert live.screen.session.view.plan.title == "x:#"
        assert (tmp_path / "my-workshop" / "workshop.yaml").is_file()


async def test_a_wrong_answer_is_named_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with home_app().run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        await pilot.press("n")
        await pilot.pause(0.3)
        app = pilot.app
        assert isinstance(app, WorkshopApp)
        app.screen.query_one("#new-starts").focus()
        await pilot.press("end", "9", "f2")
        await pilot.pause(0.5)
        assert isinstance(app.screen, NewScreen)
        assert "write a time as 13:30" in " ".join(shown(app).split())
        assert not (tmp_path / "my-workshop").exists()


def test_every_question_is_a_field_of_the_file_or_part_of_one() -> None:
    from toolkit.workshop.create import QUESTIONS

    assert {question.name for question in QUESTIONS} <= set(WorkshopFile.model_fields)


def hold_and_remember(demo: Folder) -> None:
    """Hold a session in which something is promised, as a console would that was open on it."""
    opened = open_session(demo, "Ana", lambda: prepare(demo).plan)
    for action in (Commit(None, "find a room", by="2026-12-11"), DecideOutcome("risk", "adopt", "harm, and to whom")):
        assert isinstance(opened.desk.do(action, "Ana"), Done)
    opened.close()
    remember(demo, resolve(demo).plan)


async def new_form(pilot: Pilot[None]) -> NewScreen:
    """Open the form for a new workshop from home."""
    await pilot.pause(0.3)
    await pilot.press("n")
    await pilot.pause(0.3)
    screen = pilot.app.screen
    assert isinstance(screen, NewScreen)
    return screen


def values(screen: NewScreen) -> dict[str, str]:
    return {str(line.id).removeprefix("new-"): line.value for line in screen.query(Line)}


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_new_workshop_follows_on_from_one_that_was_opened_lately(
    demo: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    hold_and_remember(demo)
    async with home_app().run_test(size=size, notifications=True) as pilot:
        screen = await new_form(pilot)
        app = pilot.app
        assert isinstance(app, WorkshopApp)
        assert "nothing; ↓ offers workshops" in shown(app)
        assert "2026-12-03" not in shown(app)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "2026-12-03  demo  Shared" in shown(app)
        await pilot.press("down", "enter")
        await pilot.pause(0.2)
        assert "2026-12-03  demo" not in shown(app)
        assert screen.focused is screen.query_one("#new-title")
        found = values(screen)
        assert found["after"] == str(demo.path.resolve())
        assert (found["title"], found["place"]) == ("Shared infrastructure, shared words", "Community hall, room 2")
        assert found["terms"] == "governance responsibility participation"
        assert found["agenda"].split()[0] == "promised-last-time"
        await pilot.press("f2")
        for _ in range(100):
            if isinstance(app.screen, PlanScreen) and "1 promise" in shown(app):
                break
            await pilot.pause(0.05)
        assert "1 promise" in shown(app), "what comes along is told"
    plan = resolve(WorkshopFolder(tmp_path / "my-workshop")).plan
    assert [(one.text, one.due, one.promised) for one in plan.carried] == [("find a room", "2026-12-11", "2026-12-03")]
    assert plan.people == resolve(demo).plan.people
    assert plan.blocks[0].source == "promised-last-time"


async def test_what_somebody_has_typed_stays_and_what_was_offered_goes_with_the_earlier_workshop(
    demo: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hold_and_remember(demo)
    async with home_app().run_test(size=(120, 40)) as pilot:
        screen = await new_form(pilot)
        before = values(screen)
        screen.query_one("#new-title", Line).value = "Mine"
        await pilot.press("enter", "down", "enter")
        await pilot.pause(0.2)
        assert values(screen)["title"] == "Mine"
        assert values(screen)["place"] == "Community hall, room 2"
        await pilot.press("shift+tab", "ctrl+u")
        await pilot.pause(0.1)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert values(screen) == {**before, "title": "Mine"}
        await pilot.press("f2")
        await pilot.pause(0.5)
    plan = resolve(WorkshopFolder(tmp_path / "my-workshop")).plan
    assert (plan.title, plan.carried, plan.people) == ("Mine", (), ())


async def test_a_folder_without_a_workshop_to_follow_on_from_is_named_and_nothing_is_made(
    demo: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hold_and_remember(demo)
    async with home_app().run_test(size=(120, 40)) as pilot:
        screen = await new_form(pilot)
        await pilot.press("enter", *"nowhere")
        await pilot.pause(0.1)
        assert not screen.query_one(Choices).option_count
        for leave in ("down", "f2"):
            await pilot.press(leave)
            await pilot.pause(0.3)
            app = pilot.app
            assert isinstance(app, WorkshopApp)
            assert app.screen is screen
            assert "nowhere" in str(screen.query_one("#fault", Static).render())
        assert screen.focused is screen.query_one("#new-title")
        assert not (tmp_path / "my-workshop").exists()


async def test_where_nothing_was_opened_yet_nobody_is_asked_what_it_follows_on_from() -> None:
    async with home_app().run_test(size=(80, 24)) as pilot:
        screen = await new_form(pilot)
        assert not screen.query("#new-after")
        await pilot.press("enter")
        assert screen.focused is screen.query_one("#new-title")
