"""Home, the form for a new workshop, and opening from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.console import ready
from toolkit.tui.app import WorkshopApp
from toolkit.tui.screens.home import HomeScreen
from toolkit.tui.screens.new import NewScreen
from toolkit.tui.screens.plan import PlanScreen
from toolkit.tui.settings import Settings
from toolkit.workshop.file import WorkshopFile
from toolkit.workshop.recent import recent, remember
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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
