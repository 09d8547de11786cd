"""The live screen: the clock above, one area below it, and what the facilitator types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Footer, Static

from toolkit.tui.commands import bindings
from toolkit.tui.live_commands import LiveCommands
from toolkit.tui.messages import (
    Answered,
    BarClosed,
    CaptureSent,
    Changed,
    DraftsFound,
    DraftTyped,
    FilesChanged,
    Notice,
    PersonChosen,
    SheetClosed,
)  # fmt: skip
from toolkit.tui.panes.pane import Pane
from toolkit.tui.panes.run import RunPane
from toolkit.tui.text import visible
from toolkit.tui.widgets.now_bar import NowBar

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.notifications import SeverityLevel

    from toolkit.tui.session import DeskThread, Session
    from toolkit.tui.settings import Settings
    from toolkit.tui.widgets.capture_bar import CaptureBar
    from toolkit.workshop.folder import Folder

TICK_SECONDS = 0.2


class LiveScreen(Screen[None]):
    """Shows one session, and turns keys into actions for the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 - so Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (18, "-short"), (32, "-medium"), (44, "-tall")]  # noqa: RUF012

    DEFAULT_CSS = """
    LiveScreen { layers: base above; }
    LiveScreen #too-small { display: none; height: 1fr; content-align: center middle; text-align: center; }
    LiveScreen.-tiny > *, LiveScreen.-flat > * { display: none; }
    LiveScreen.-tiny #too-small, LiveScreen.-flat #too-small { display: block; }
    LiveScreen ContentSwitcher { height: 1fr; }
    LiveScreen Footer { dock: bottom; }
    """

    def __init__(
        self, folder: Folder, desk: DeskThread, session: Session, settings: Settings, *, rehearsal: bool
    ) -> None:
        super().__init__()
        self.folder, self.desk, self.session = folder, desk, session
        self.settings, self.rehearsal = settings, rehearsal
        self.commands = LiveCommands(self)

    def compose(self) -> ComposeResult:
        """Lay out the clock's line and the Run area; what can wait is added once that is on the screen."""
        yield NowBar()
        with ContentSwitcher(initial="run"):
            yield RunPane()
        yield Static("The console needs 60 columns and 18 rows:\nmake the window larger.", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Draw, then take part."""
        self.draw()
        self.query_one(RunPane).take_focus()
        self.set_interval(TICK_SECONDS, self.draw)
        self.call_after_refresh(self._settled)

    def _settled(self) -> None:
        self.desk.mailbox.deliver(self.post_message)
        self.mount(Footer(show_command_palette=False, compact=True))
        self.call_after_refresh(self.refresh_bindings)
        self.set_timer(0.5, self.commands.remember)

    def on_unmount(self) -> None:
        """Keep what stands in the bar, finish what was asked for, close the journal."""
        for bar in self._bars():
            self.desk.keep_draft(bar.area.text)
        if self.desk.is_alive():
            self.desk.stop()

    @property
    def pane(self) -> Pane:
        """The area that is shown."""
        switcher = self.query_one(ContentSwitcher)
        return switcher.query_one(f"#{switcher.current}", Pane)

    def draw(self) -> None:
        """Draw what has changed since the last time; most ticks change a line."""
        projection = self.session.state.projection(self.session.now)
        self.query_one(NowBar).show(self.session, projection, rehearsal=self.rehearsal)
        self.pane.show(self.session, projection)

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.draw)

    def action_live(self, name: str) -> None:
        """Do what a key, the menu or the palette asks for."""
        self.commands.run(name)

    def tell(self, text: str, severity: SeverityLevel = "information") -> None:
        """Show a notice for a moment; its text is never markup."""
        self.notify(visible(text), severity=severity, markup=False, timeout=4 if severity == "information" else 10)

    @on(Changed)
    def _changed(self, message: Changed) -> None:
        self.session = message.session
        self.draw()

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        self.commands.answered(message.action, message.result)

    @on(Notice)
    def _notice(self, message: Notice) -> None:
        self.tell(message.text, message.severity)

    @on(FilesChanged)
    def _files_changed(self) -> None:
        self.commands.offer_files()

    @on(DraftsFound)
    def _drafts_found(self, message: DraftsFound) -> None:
        self.commands.open_bar("note", message.text)
        self.tell("This was being typed when the console last ended. Enter keeps it.", "warning")

    @on(PersonChosen)
    def _person_chosen(self, message: PersonChosen) -> None:
        self.commands.came_or_went(message.person)

    @on(CaptureSent)
    def _capture_sent(self, message: CaptureSent) -> None:
        self.desk.do(message.action, typed=True)

    @on(DraftTyped)
    def _draft_typed(self, message: DraftTyped) -> None:
        self.desk.keep_draft(message.text)

    @on(BarClosed)
    @on(SheetClosed)
    def _give_keys_back(self) -> None:
        self.pane.take_focus()

    def on_paste(self, event: events.Paste) -> None:
        """Words that are pasted while nothing is open are words to keep."""
        event.stop()
        self.commands.open_bar("note", event.text)

    def _bars(self) -> list[CaptureBar]:
        from toolkit.tui.widgets.capture_bar import CaptureBar

        return list(self.query(CaptureBar))
