"""The live screen: the clock above, one area below it, and what the facilitator types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Footer, Static

from toolkit.session.opening import Opened, open_session
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
    OpeningFailed,
    PersonChosen,
)  # fmt: skip
from toolkit.tui.panes.pane import Pane
from toolkit.tui.panes.run import RunPane
from toolkit.tui.session import DeskThread, Session
from toolkit.tui.text import visible
from toolkit.tui.widgets.now_bar import NowBar

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.notifications import SeverityLevel

    from toolkit.tui.settings import Settings
    from toolkit.tui.widgets.capture_bar import CaptureBar
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan

TICK_SECONDS = 0.2


class LiveScreen(Screen[None]):
    """Shows one session, and turns keys into actions for the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 - so Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (18, "-short"), (32, "-medium"), (44, "-tall")]  # noqa: RUF012

    DEFAULT_CSS = """
    LiveScreen #too-small { display: none; height: 1fr; content-align: center middle; text-align: center; }
    LiveScreen.-tiny > *, LiveScreen.-flat > * { display: none; }
    LiveScreen.-tiny #too-small, LiveScreen.-flat #too-small { display: block; }
    LiveScreen ContentSwitcher { height: 1fr; }
    LiveScreen Footer { dock: bottom; }
    """

    def __init__(self, folder: Folder, by: str, settings: Settings, *, rehearsal: bool, restart: bool) -> None:
        super().__init__()
        self.folder, self.settings, self.rehearsal = folder, settings, rehearsal
        self._restart = restart
        self.session = Session(by)
        self.desk = DeskThread(folder, by, self._open, self.post_message)
        self.commands = LiveCommands(self)

    def _open(self) -> Opened:
        """Open the session; in the desk's thread."""
        return open_session(
            self.folder, self.session.by, self.read_plan, rehearsal=self.rehearsal, restart=self._restart
        )

    def read_plan(self) -> Plan:
        """Read the files. It imports what models need, so never before the first picture."""
        from toolkit.workshop.prepare import prepare

        resolved = prepare(self.folder)
        if resolved.problems:
            first, more = resolved.problems[0], len(resolved.problems) - 1
            text = str(first) + (f" (and {more} more: `workshop check`)" if more else "")
            self.app.call_from_thread(self.tell, text, "warning")
        return resolved.plan

    def compose(self) -> ComposeResult:
        """Lay out the picture that is there before anything has been read."""
        yield NowBar(self.folder.path.resolve().name)
        with ContentSwitcher(initial="run"):
            yield RunPane()
        yield Static("The console needs 60 columns and 18 rows:\nmake the window larger.", id="too-small", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin to work as soon as the first picture is there."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.desk.start()
        self.set_interval(TICK_SECONDS, self.draw)
        self.query_one(RunPane).take_focus()

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
        if not self.session.ready:
            return
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
        first = not self.session.ready
        self.session = message.session
        self.draw()
        if first:
            self.commands.remember()

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        self.commands.answered(message.action, message.result)

    @on(OpeningFailed)
    def _failed(self, message: OpeningFailed) -> None:
        if self.session.ready:
            self.tell(message.reason, "error")
        else:
            self.app.exit(return_code=1, message=message.reason)

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
    def _bar_closed(self) -> None:
        self.pane.take_focus()

    def on_paste(self, event: events.Paste) -> None:
        """Words that are pasted while nothing is open are words to keep."""
        if self.session.ready:
            event.stop()
            self.commands.open_bar("note", event.text)

    def _bars(self) -> list[CaptureBar]:
        from toolkit.tui.widgets.capture_bar import CaptureBar

        return list(self.query(CaptureBar))
