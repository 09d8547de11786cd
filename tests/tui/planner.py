"""The plan screen under test."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual.widgets import OptionList, Static

from tests.tui.console import WIDE
from toolkit.tui.app import WorkshopApp
from toolkit.tui.screens.plan import PlanScreen
from toolkit.tui.settings import Settings
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from toolkit.workshop.folder import Folder


class Planner:
    """A plan screen and a pilot for it."""

    def __init__(self, app: WorkshopApp, pilot: Pilot[None], folder: Folder) -> None:
        self.app, self.pilot, self.folder = app, pilot, folder

    @property
    def screen(self) -> PlanScreen:
        """The plan screen."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, PlanScreen))

    @property
    def text(self) -> str:
        """What stands on the top screen."""
        return "\n".join(s.text.rstrip() for s in self.app.screen._compositor.render_strips(self.app.size))

    @property
    def notes(self) -> str:
        """What stands beside the agenda."""
        return str(self.screen.query_one("#plan-notes Static", Static).content)

    @property
    def told(self) -> str:
        """What the notices say."""
        return " ".join(notice.message for notice in self.app._notifications)

    @property
    def titles(self) -> list[str]:
        """The first words of the blocks in the file."""
        return [block.title.split()[0].strip(",") for block in resolve(self.folder).plan.blocks]

    @property
    def index(self) -> int | None:
        """Where the cursor is."""
        return self.screen.query_one(OptionList).highlighted

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if symbol == " " else symbol for symbol in text))

    async def settle(self) -> None:
        """Wait until the plan has been read, and everything that was begun is done."""
        await self.until(lambda: any(isinstance(s, PlanScreen) and s.outlook for s in self.app.screen_stack))
        for _ in range(3):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause(0.02)

    async def until(self, fits: Callable[[], bool]) -> None:
        """Wait until something is true."""
        for _ in range(200):
            if fits():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"it never came true; the screen:\n{self.text}")


def plan_app(folder: Folder) -> WorkshopApp:
    """Return the console on the plan of a workshop."""
    return WorkshopApp(lambda app: app.push_screen(PlanScreen(folder, "Ana")), Settings())


@asynccontextmanager
async def planner(folder: Folder, size: tuple[int, int] = WIDE) -> AsyncIterator[Planner]:
    """Open the plan of a workshop."""
    app = plan_app(folder)
    async with app.run_test(size=size, notifications=True) as pilot:
        found = Planner(app, pilot, folder)
        await found.settle()
        yield found
