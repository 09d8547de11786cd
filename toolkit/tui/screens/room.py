"""The room's screen, in this window or in one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from toolkit.session.actions.commitments import BEFORE
from toolkit.session.read_back import next_line
from toolkit.session.room_view import room_view
from toolkit.tui.widgets.room_widget import RoomWidget

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events
    from textual.app import ComposeResult

    from toolkit.tui.session import Session

TICK_SECONDS = 0.25
PAGES = {"pagedown": "next", "pageup": "back"}
LINES: dict[str, dict[str, str]] = {"down": {}, "j": {}, "up": {"ref": BEFORE}}
"""Keys that go on to the next line that is read back, or to the one before; without such lines they leave."""


class RoomScreen(Screen[None]):
    """Follows the session; it takes no part in it. Answers to the facilitator, such as a slip's counts, stay off it."""

    DEFAULT_CSS = "RoomScreen Toast { display: none; }"

    def __init__(
        self,
        session: Callable[[], Session | None],
        turn: Callable[[str, dict[str, str]], Awaitable[None]] | None = None,
    ) -> None:
        """Make the screen.

        Args:
            session: Returns the session as it is now; None while it is not known.
            turn: In the facilitator's window: does `next` or `back`, for clickers, or `read`. Other keys leave there.
        """
        super().__init__()
        self._session, self._turn = session, turn

    def compose(self) -> ComposeResult:
        """One widget fills the window."""
        yield RoomWidget()

    def on_mount(self) -> None:
        """Begin to follow."""
        self.set_interval(TICK_SECONDS, self.follow)
        self.call_after_refresh(self.follow)

    def on_resize(self) -> None:
        """Draw anew, larger or smaller."""
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Draw the session as it is now."""
        session = self._session()
        if session is not None:
            self.query_one(RoomWidget).show(room_view(session.state, session.now, session.names), session.now)

    async def on_key(self, event: events.Key) -> None:
        """In the facilitator's window page keys turn steps, arrows lines, and other keys go back; else q leaves."""
        event.stop()
        if self._turn is None:
            if event.key in ("q", "ctrl+q", "ctrl+c"):
                self.app.exit()
        elif event.key in PAGES:
            await self._turn(PAGES[event.key], {})
        elif event.key in LINES and (session := self._session()) and next_line(session.view):
            await self._turn("read", LINES[event.key])
        elif self.is_current:  # a second key may come before the first has led back
            self.dismiss()
