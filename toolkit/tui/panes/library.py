"""Read any exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from toolkit.library.listing import Item


class LibraryPane(Pane):
    """A search line, what it finds, and the text of what is chosen."""

    NAME: ClassVar[str] = "library"
    FOCUS: ClassVar[str] = "Input"

    DEFAULT_CSS = """
    LibraryPane Input { margin: 0 1; }
    LibraryPane Choices { width: 34; height: 1fr;  }
    LibraryPane VerticalScroll { width: 1fr; padding: 0 2; }
    LibraryPane #exercise { height: auto; max-width: 76; }
    """

    class Read(Message):
        """The library has been read."""

        def __init__(self, items: list[Item]) -> None:
            super().__init__()
            self.items = items

    def __init__(self, workshop: Path | None) -> None:
        super().__init__()
        self._workshop = workshop
        self._items: dict[str, Item] = {}

    def compose(self) -> ComposeResult:
        """Lay out search line, list and text."""
        yield Input(placeholder="search exercises, terms, printables", compact=True)
        with Horizontal():
            yield Choices()
            with VerticalScroll():
                yield Static("Reading the library…", id="exercise", markup=False)

    def on_mount(self) -> None:
        """Begin to read."""
        self._read()

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        """Read in a thread: it imports what models need, and every file."""
        from toolkit.library.catalogue import Catalogue
        from toolkit.library.listing import items

        self.post_message(self.Read(items(Catalogue(self._workshop))))

    @on(Read)
    def _show_read(self, message: Read) -> None:
        self._items = {item.key: item for item in message.items}
        self._list("")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    @on(Input.Submitted)
    def _to_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(Choices).focus()

    def _list(self, query: str) -> None:
        found = [item for item in self._items.values() if item.matches(query)]
        choices = self.query_one(Choices)
        choices.set_options([Option(literal(f"{item.kind[0].upper()} {item.title}"), id=item.key) for item in found])
        if found:
            choices.highlighted = 0
        elif self._items:
            self.query_one("#exercise", Static).update("Nothing in the library has these words.")

    @on(OptionList.OptionHighlighted)
    def _read_one(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option.id:
            self.query_one("#exercise", Static).update(literal(self._items[event.option.id].text))
            self.query_one(VerticalScroll).scroll_home(animate=False)
