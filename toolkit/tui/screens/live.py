"""The live screen: the clock above, one area below it, and what the facilitator types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Footer, Static

from toolkit.tui.commands import ENTRIES, bindings
from toolkit.tui.drafts import Drafts
from toolkit.tui.live_commands import LiveCommands
from toolkit.tui.messages import (
    Answered,
    BarClosed,
    CaptureSent,
    Changed,
    Chosen,
    DraftsFound,
    DraftTyped,
    FilesChanged,
    Notice,
    Settled,
    SheetClosed,
)  # fmt: skip
from toolkit.tui.panes.pane import Pane
from toolkit.tui.panes.run import RunPane
from toolkit.tui.text import visible
from toolkit.tui.widgets.now_bar import NowBar
from toolkit.tui.widgets.sheet import Sheet
from toolkit.workshop.recent import remember

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.notifications import SeverityLevel

    from toolkit.tui.session import DeskThread, Session
    from toolkit.tui.settings import Settings
    from toolkit.workshop.folder import Folder

TICK_SECONDS = 0.2
TURNS = {"tab": 1, "shift+tab": -1}


class LiveScreen(Screen[None]):
    """Shows one session, and turns keys into actions for the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(), Binding("escape", "close_open", "Close", show=False)]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (140, "-extra")]  # noqa: RUF012 - so Textual has it
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
        self._told: SeverityLevel = "information"
        self.commands = LiveCommands(self)
        self.drafts = Drafts(desk.keep_draft)
        usual = {name: entry.keys for name, entry in ENTRIES.items() if name not in settings.keys}
        # A key that somebody has given to a command is not taken away by one that has it of old.
        self._commands_by_key = {key: name for keys in (usual, settings.keys) for name in keys for key in keys[name]}

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

    async def _settled(self) -> None:
        await self.mount(Footer(show_command_palette=False, compact=True))
        self.refresh_bindings()
        self.desk.mailbox.deliver(self.post_message)
        self.post_message(Settled())
        self.set_timer(0.5, self._prepare)

    async def _prepare(self) -> None:
        """Have ready what the first keys will need, and remember the workshop."""
        await self.commands.bar()
        remember(self.folder, self.session.view.plan)

    def on_unmount(self) -> None:
        """Keep what stands in the bar, finish what was asked for, close the journal."""
        if (bar := self.commands.made_bar) is not None:
            self.drafts.typed("bar", bar.area.text)
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

    async def take_key(self, event: events.Key) -> bool:
        """Run a key's command at once, unless somebody is typing or a list waits for Enter."""
        if event.key in TURNS and (sheet := self.query(Sheet)) and sheet.first().turn_from_line(TURNS[event.key]):
            return True  # what is typed next goes into the next line, however quickly
        if event.key.isdecimal() and (sheet := self.query(Sheet)) and await sheet.first().digit(event.key):
            return True
        name = self._commands_by_key.get(event.key)
        typing = self.focused is not None and self.focused.check_consume_key(event.key, event.character)
        if name is None or typing or event.key == "enter":
            return False
        await self.commands.run(name)
        return True

    async def action_close_open(self) -> None:
        """Close what is open over the area, after a click beside it as well."""
        await self.commands.close_open()

    async def action_live(self, name: str) -> None:
        """Do what a key, the menu or the palette asks for."""
        await self.commands.run(name)

    def tell(self, text: str, severity: SeverityLevel = "information") -> None:
        """Show a notice for a moment; its text is never markup. An answer takes the place of the one before."""
        if severity == "information":
            self.hush()
        self._told = severity
        self.notify(visible(text), severity=severity, markup=False, timeout=4 if severity == "information" else 10)

    def hush(self) -> None:
        """Take answers away, so that what is opened now is seen whole; warnings stay."""
        if self._told == "information":
            self.app.clear_notifications()

    @on(Changed)
    def _changed(self, message: Changed) -> None:
        self.session = message.session
        self.draw()

    @on(Answered)
    async def _answered(self, message: Answered) -> None:
        await self.commands.answered(message.action, message.result)

    @on(Notice)
    def _notice(self, message: Notice) -> None:
        self.tell(message.text, message.severity)

    @on(FilesChanged)
    async def _files_changed(self) -> None:
        await self.commands.files.offer()

    @on(DraftsFound)
    async def _drafts_found(self, message: DraftsFound) -> None:
        await self.commands.open_bar("note", message.text)
        self.tell("This was being typed when the console last ended. Enter keeps it.", "warning")

    @on(Chosen)
    async def _chosen(self, message: Chosen) -> None:
        await self.commands.chosen(message)

    @on(CaptureSent)
    def _capture_sent(self, message: CaptureSent) -> None:
        self.desk.do(message.action, typed=True)
        self.drafts.sent("bar")

    @on(DraftTyped)
    def _draft_typed(self, message: DraftTyped) -> None:
        self.drafts.typed(message.source, message.text)

    @on(BarClosed)
    @on(SheetClosed)
    def _keys_back(self, message: BarClosed | SheetClosed) -> None:
        if isinstance(message, SheetClosed) and message.unsent:
            name, words = message.unsent
            self.commands.unsent[name] = words
        if not self.query(Sheet):  # what a menu opened has the keys
            self.pane.take_focus()

    async def on_paste(self, event: events.Paste) -> None:
        """Words that are pasted while nothing is open are words to keep."""
        event.stop()
        await self.commands.open_bar("note", event.text)
