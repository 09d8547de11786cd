"""The console under test, with its desk's thread and a clock that stands still."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from toolkit.tui.app import WorkshopApp
from toolkit.tui.entry import open_live
from toolkit.tui.screens.live import LiveScreen
from toolkit.tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from toolkit.workshop.folder import Folder

WIDE = (120, 40)
CLASSIC = (80, 24)


class Console:
    """One live screen and a pilot for it."""

    def __init__(self, app: WorkshopApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> LiveScreen:
        """The live screen."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen))

    @property
    def text(self) -> str:
        """What stands on the top screen, row by row."""
        size = self.app.size
        lines = self.app.screen._compositor.render_strips(size)
        return "\n".join(strip.text.rstrip() for strip in lines)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the desk has answered and the screen has settled."""
        await self.pilot.press(*keys)
        await self.idle()

    async def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for symbol in text:
            await self.pilot.press("space" if symbol == " " else symbol)
        await self.idle()

    async def idle(self) -> None:
        """Wait until the desk has nothing to do and what it said has been drawn."""
        done = asyncio.Event()
        loop = asyncio.get_running_loop()

        def tell(_desk: object) -> None:
            loop.call_soon_threadsafe(done.set)

        self.screen.desk.submit(tell)
        await asyncio.wait_for(done.wait(), 10)
        await self.pilot.pause()
        await self.pilot.pause()

    async def until(self, fits: Callable[[], bool]) -> None:
        """Wait until something is true."""
        for _ in range(200):
            if fits():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"it never came true; the screen:\n{self.text}")


@asynccontextmanager
async def console(
    folder: Folder, *, size: tuple[int, int] = WIDE, rehearsal: bool = True, settings: Settings | None = None
) -> AsyncIterator[Console]:
    """Open the console on a workshop; a rehearsal, so that time stands still."""
    app = WorkshopApp(lambda app: open_live(app, folder, "Ana", rehearsal=rehearsal), settings or Settings())
    async with app.run_test(size=size, notifications=True) as pilot:
        yield await ready(pilot)


async def ready(pilot: Pilot[None]) -> Console:
    """Wait until the session is on the screen and all parts of the screen are there."""
    app = pilot.app
    assert isinstance(app, WorkshopApp)
    for _ in range(200):
        if isinstance(app.screen, LiveScreen):
            break
        await pilot.pause(0.05)
    found = Console(app, pilot)
    await found.until(lambda: bool(found.screen.query("CaptureBar")))
    await found.idle()
    return found
