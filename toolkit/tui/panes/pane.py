"""What every area of the live screen has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

if TYPE_CHECKING:
    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection


class Pane(Vertical):
    """One area: it draws a session that is handed to it, and keeps nothing of its own that would be lost."""

    NAME: ClassVar[str] = ""
    """How the screen calls it: `run` for the command `show-run`."""
    FOCUS: ClassVar[str] = ""
    """A selector for what takes the keys when the area is shown."""

    DEFAULT_CSS = "Pane { height: 1fr; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__(id=self.NAME)

    def show(self, session: Session, projection: Projection) -> None:
        """Draw what has changed; called when the session changes and every second."""

    def take_focus(self) -> None:
        """Give the keys to what needs them first."""
        self.screen.set_focus(self.query_one(self.FOCUS))
