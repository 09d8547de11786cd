"""What the live screen does with files: offers changed ones for taking over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.problems import UserError
from toolkit.session.actions.opening import TakeOver
from toolkit.session.opening import keep_fingerprint

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.sheet import Sheet
    from toolkit.workshop.plan import Plan


class LiveFiles:
    """Slow work with files, each in a worker thread of its own."""

    def __init__(self, screen: LiveScreen, put: Callable[[Sheet], Awaitable[None]]) -> None:
        self.screen, self._put = screen, put
        self._offered: Plan | None = None

    async def offer(self) -> None:
        """Read the files in the background, say what is different, and ask whether to take it over."""
        self.screen.run_worker(self._compare, thread=True, exit_on_error=False, group="files", exclusive=True)

    def _compare(self) -> None:
        from toolkit.tui.entry import read_plan
        from toolkit.workshop.difference import aligned, differences

        app, screen = self.screen.app, self.screen
        running = screen.session.view.plan
        try:
            files = aligned(running, read_plan(screen.folder)[0])
        except (UserError, OSError) as error:
            app.call_from_thread(screen.tell, f"The files changed and cannot be read: {error}", "error")
            return
        if changes := differences(running, files):
            app.call_from_thread(self._show_changes, files, changes)
        else:
            screen.desk.submit(lambda desk: keep_fingerprint(screen.folder, desk))

    def _show_changes(self, files: Plan, changes: list[str]) -> None:
        self.screen.run_worker(self._ask(files, changes), exit_on_error=False)

    async def _ask(self, files: Plan, changes: list[str]) -> None:
        from toolkit.tui.widgets.menu import Menu

        self._offered = files
        rows = [("keep", "Go on with the plan as it is"), ("take", "Take the files over")]
        title = "The files have changed since this plan was read:\n" + "\n".join(f"  {line}" for line in changes)
        await self._put(Menu(title, rows, self._answer))

    async def _answer(self, choice: str) -> None:
        if choice == "take" and self._offered is not None:
            self.screen.desk.do(TakeOver(self._offered))
