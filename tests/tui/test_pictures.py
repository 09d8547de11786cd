"""Pictures of the screens, compared with committed ones.

`pytest --snapshot-update` makes them anew: then look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest
from textual.widgets import Input

from tests.tui.afternoon import app_of, collide, read_back, read_on, rehearse, sit_down
from tests.tui.console import CLASSIC, ready
from tests.tui.planner import Planner, plan_app
from tests.tui.test_room import until
from toolkit.tui.app import WorkshopApp
from toolkit.tui.screens.follow import FollowScreen
from toolkit.tui.settings import Settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from toolkit.workshop.folder import Folder

LARGE = (160, 50)
SMALL = (40, 12)
Compare: TypeAlias = Callable[..., bool]


@pytest.fixture
def afternoon(demo: Folder) -> Folder:
    """The sample in the middle of the afternoon."""
    rehearse(demo)
    return demo


def keys(*pressed: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what presses keys once the session is on the screen."""

    async def run(pilot: Pilot[None]) -> None:
        found = await ready(pilot)
        for key in pressed:
            await found.press(key)

    return run


@pytest.mark.parametrize("size", [CLASSIC, LARGE], ids=["80x24", "160x50"])
@pytest.mark.parametrize("key", ["s", "k", "w", "b"], ids=["run", "commitment", "people", "room"])
def test_screens(afternoon: Folder, snap_compare: Compare, key: str, size: tuple[int, int]) -> None:
    assert snap_compare(app_of(afternoon), terminal_size=size, run_before=keys(key))


@pytest.mark.parametrize("size", [CLASSIC, LARGE], ids=["80x24", "160x50"])
@pytest.mark.parametrize("key", ["h", "b"], ids=["tables", "room-tables"])
def test_tables(afternoon: Folder, snap_compare: Compare, key: str, size: tuple[int, int]) -> None:
    sit_down(afternoon)
    assert snap_compare(app_of(afternoon), terminal_size=size, run_before=keys(key))


def test_a_name_that_is_typed(afternoon: Folder, snap_compare: Compare) -> None:
    assert snap_compare(app_of(afternoon), terminal_size=CLASSIC, run_before=keys("slash", "a", "n"))


@pytest.mark.parametrize("size", [CLASSIC, LARGE], ids=["80x24", "160x50"])
@pytest.mark.parametrize("pressed", ["t", "v", "b"], ids=["terms", "verdicts", "reveal"])
def test_a_word_after_the_reveal(afternoon: Folder, snap_compare: Compare, pressed: str, size: tuple[int, int]) -> None:
    collide(afternoon)
    assert snap_compare(app_of(afternoon), terminal_size=size, run_before=keys(pressed))


@pytest.mark.parametrize("size", [CLASSIC, LARGE], ids=["80x24", "160x50"])
@pytest.mark.parametrize("pressed", [("down",) * 4, ("down",) * 4 + ("enter",)], ids=["list", "correct"])
def test_the_read_back(demo: Folder, snap_compare: Compare, pressed: tuple[str, ...], size: tuple[int, int]) -> None:
    read_back(demo)
    assert snap_compare(app_of(demo), terminal_size=size, run_before=keys(*pressed))


@pytest.mark.parametrize("lines", [1, 4, 6])
@pytest.mark.parametrize("size", [SMALL, CLASSIC], ids=["40x12", "80x24"])
def test_the_read_back_on_the_rooms_screen(
    demo: Folder, snap_compare: Compare, lines: int, size: tuple[int, int]
) -> None:
    read_back(demo)
    read_on(demo, lines)
    app = WorkshopApp(lambda app: app.push_screen(FollowScreen(demo, rehearsal=True)), Settings())
    assert snap_compare(app, terminal_size=size, run_before=drawn)


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until the room's screen has the session."""
    await until(pilot, "▸")


@pytest.mark.parametrize("size", [CLASSIC, LARGE], ids=["80x24", "160x50"])
@pytest.mark.parametrize("pressed", ["", "m 5 0", "s", "a p e o p l e :"], ids=["agenda", "minutes", "suggest", "add"])
def test_the_plan(demo: Folder, snap_compare: Compare, pressed: str, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, WorkshopApp)
        found = Planner(app, pilot, demo)
        await found.settle()
        for key in pressed.split():
            await found.press(key)
            await found.settle()
        for line in app.screen.query(Input):
            line.cursor_blink = False  # the picture is taken when it is ready, not in step with the cursor
        await pilot.pause()

    assert snap_compare(plan_app(demo), terminal_size=size, run_before=run)


def test_the_light_theme(afternoon: Folder, snap_compare: Compare) -> None:
    assert snap_compare(app_of(afternoon, "workshop-light"), terminal_size=CLASSIC, run_before=keys("c"))
