"""The area that leads through the afternoon."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from toolkit.tui.panes.pane import Pane
from toolkit.tui.widgets.agenda_view import AgendaView
from toolkit.tui.widgets.captured_view import CapturedView
from toolkit.tui.widgets.clock_view import ClockView
from toolkit.tui.widgets.read_back_view import ReadBackView
from toolkit.tui.widgets.step_view import StepView
from toolkit.tui.widgets.voice_view import VoiceView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection


class RunPane(Pane):
    """What to say now, the clock, the agenda, what was captured."""

    NAME: ClassVar[str] = "run"
    FOCUS: ClassVar[str] = "StepView"
    FOCUSED: ClassVar[dict[bool, str]] = {False: FOCUS, True: "ReadBackView"}
    """What takes the keys, by whether lines are read back."""

    DEFAULT_CSS = """
    RunPane { layout: horizontal; }
    RunPane #text { width: 1fr; }
    RunPane #side { width: 38; height: 1fr; overflow: hidden; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._reads = False

    def compose(self) -> ComposeResult:
        """Lay out the text on the left, clock and agenda on the right; narrow screens have them above."""
        with Vertical(id="text"):
            yield StepView()
            yield VoiceView()
            yield CapturedView()
            yield ReadBackView()
        with Vertical(id="side"):
            yield ClockView()
            yield AgendaView()

    def show(self, session: Session, projection: Projection) -> None:
        """Draw what has changed."""
        narrow = self.screen.has_class("-narrow")
        self.query_one(StepView).show(session)
        scale = 2 if self.screen.has_class("-extra") else 1
        self.query_one(ClockView).show(session, projection, beside=narrow, scale=scale)
        self.query_one(AgendaView).show(session, projection, short=narrow)
        self._read_back(session)
        self.query_one(VoiceView).show(session, short=narrow or self.screen.has_class("-short"))
        lines = 1 if self._reads or self.screen.has_class("-short") else 6 if not self.screen.has_class("-tall") else 12
        self.query_one(CapturedView).show(session, lines)

    def _read_back(self, session: Session) -> None:
        """Show the lines that are read back, on low screens in the place of what was captured; they have the keys."""
        before, self._reads = self._reads, self.query_one(ReadBackView).show(session)
        self.query_one(CapturedView).display = not self._reads or not self.screen.has_class("-short")
        if self._reads != before and self.query_one(self.FOCUSED[before]).has_focus:
            self.take_focus()

    @property
    def reading(self) -> str | None:
        """The id of the line under the cursor, while lines are read back."""
        return self.query_one(ReadBackView).ref if self._reads else None

    def take_focus(self) -> None:
        """Give the keys to the lines that are read back, else to the step's text."""
        self.screen.set_focus(self.query_one(self.FOCUSED[self._reads]))
