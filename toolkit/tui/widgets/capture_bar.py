"""Where the facilitator types what is being said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from toolkit.session.actions.capture import Note, Park
from toolkit.tui.messages import BarClosed, CaptureSent, DraftTyped
from toolkit.tui.text import literal

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from toolkit.workshop.plan import DomainInfo

DRAFT_SECONDS = 0.25
ACTIONS = {"note": Note, "park": Park}
TITLES = {"note": "Note", "park": "Parking lot"}


class CaptureArea(TextArea, inherit_bindings=False):
    """A text area in which Enter sends and Tab says which domain spoke; a paste keeps all its lines.

    Function keys and page keys are left to the live screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if isinstance(binding, Binding) and not {"f6", "f7", "pageup", "pagedown"} & set(binding.key.split(","))
    ]

    class Sent(Message):
        """Enter was pressed."""

    class Turned(Message):
        """Tab was pressed: the next domain, or the one before."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Sent())
        elif event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Turned(1 if event.key == "tab" else -1))


class CaptureBar(Vertical):
    """A place to type that opens over the lower lines, and never covers the clock."""

    DEFAULT_CSS = """
    CaptureBar { dock: bottom; height: 6; margin-bottom: 1; display: none; }
    CaptureBar { border-top: heavy $primary; background: $surface; }
    CaptureBar #capture-head { height: 1; padding: 0 1; }
    CaptureBar CaptureArea { height: 1fr; border: none; background: $surface; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close")]

    def __init__(self) -> None:
        super().__init__()
        self.action = "note"
        self.domain: DomainInfo | None = None
        self._domains: tuple[DomainInfo, ...] = ()
        self._draft: Timer | None = None
        self.area = CaptureArea(compact=True, soft_wrap=True, highlight_cursor_line=False, tab_behavior="focus")

    def compose(self) -> ComposeResult:
        """Lay out the heading and the text area."""
        yield Static("", id="capture-head", markup=False)
        yield self.area

    def open(self, action: str, domains: tuple[DomainInfo, ...], text: str = "") -> None:
        """Open the bar to type a note or a parked matter, after what stands in it already."""
        self.action, self._domains = action, domains
        self.display = True
        if text:
            self.add(text)
        self._head()
        self.screen.set_focus(self.area)

    def add(self, text: str) -> None:
        """Put text after what stands in the bar."""
        area = self.area
        area.text = f"{area.text}\n{text}" if area.text.strip() else text
        area.move_cursor(area.document.end)

    def action_close(self) -> None:
        """Close the bar without losing what stands in it."""
        self.display = False
        self.post_message(BarClosed())

    @on(CaptureArea.Sent)
    def _send(self) -> None:
        text = self.area.text
        if not text.strip():
            self.action_close()
            return
        self._stop_draft()
        self.area.text = ""
        self.post_message(CaptureSent(ACTIONS[self.action](text, self.domain.id if self.domain else None)))

    @on(CaptureArea.Turned)
    def _turn(self, event: CaptureArea.Turned) -> None:
        choices: list[DomainInfo | None] = [None, *self._domains]
        self.domain = choices[(choices.index(self.domain) + event.by) % len(choices)]
        self._head()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._stop_draft()
        self._draft = self.set_timer(DRAFT_SECONDS, self.keep_draft)

    def keep_draft(self) -> None:
        """Say what stands in the bar, so that it can be kept."""
        self._stop_draft()
        self.post_message(DraftTyped("bar", self.area.text))

    def _stop_draft(self) -> None:
        if self._draft is not None:
            self._draft.stop()
            self._draft = None

    def _head(self) -> None:
        who = f"from {self.domain.code} {self.domain.label}" if self.domain else "from nobody in particular"
        text = f"{TITLES[self.action]}, {who}    Enter keeps   Tab domain   Esc closes"
        self.query_one("#capture-head", Static).update(literal(text))
