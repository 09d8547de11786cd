"""Search the library, and read anything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.form import Line

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from toolkit.library.listing import Item
    from toolkit.library.search import Known

FILTERS = "tension: minutes:30-45 people:18 mode: domain: arrange: kind:"


class FilterSuggester(Suggester):
    """Completes the filter that is being typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.known: Known | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last filter completed."""
        from toolkit.library.search import completion

        return completion(value, self.known) if self.known else None


class LibraryPane(Pane):
    """A search line, what it finds, and the text of what is chosen."""

    NAME: ClassVar[str] = "library"
    FOCUS: ClassVar[str] = "Input"

    DEFAULT_CSS = """
    LibraryPane Input { margin: 0 1; }
    LibraryPane #filters { height: 1; padding: 0 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    LibraryPane #filters.-fault { color: $text-error; }
    LibraryPane Choices { width: 46; height: 1fr; }
    LibraryPane Choices, LibraryPane Choices:focus { padding: 0 1; }
    LibraryPane VerticalScroll { width: 1fr; padding: 0 2; }
    LibraryPane #exercise { height: auto; max-width: 76; }
    """

    class Read(Message):
        """The library has been read."""

        def __init__(self, items: list[Item], known: Known) -> None:
            super().__init__()
            self.items, self.known = items, known

    class Picked(Message):
        """Enter was pressed on something, where things are chosen and not only read."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    def __init__(self, workshop: Path | None, kinds: tuple[str, ...] = (), *, pick: bool = False) -> None:
        """Make the area.

        Args:
            workshop: The folder whose own content comes first.
            kinds: What is listed; nothing, everything.
            pick: Whether Enter picks what is under the cursor.
        """
        super().__init__()
        self._workshop, self._kinds, self._pick = workshop, kinds, pick
        self._items: dict[str, Item] = {}
        self._known: Known | None = None
        self._suggester = FilterSuggester()

    def compose(self) -> ComposeResult:
        """Lay out search line, filters, list and text."""
        hint = "search: words and filters; → completes" + ("; Enter adds what is marked" if self._pick else "")
        yield Line(placeholder=hint, compact=True, suggester=self._suggester)
        yield Static(FILTERS, id="filters", markup=False)
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
        from toolkit.library.listing import items, known

        catalogue = Catalogue(self._workshop)
        found = [item for item in items(catalogue) if not self._kinds or item.kind in self._kinds]
        self.post_message(self.Read(found, known(catalogue)))

    @on(Read)
    def _show_read(self, message: Read) -> None:
        self._items = {item.key: item for item in message.items}
        self._known = self._suggester.known = message.known
        self._list(self.query_one(Input).value)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    @on(Input.Submitted)
    def _sent(self, event: Input.Submitted) -> None:
        event.stop()
        choices = self.query_one(Choices)
        if not self._pick:
            choices.focus()
        elif choices.highlighted is not None:
            choices.action_select()

    @on(Line.More)
    def _to_list(self, event: Line.More) -> None:
        event.stop()
        self.query_one(Choices).focus()

    def _list(self, text: str) -> None:
        """List what a search line finds, and say what its filters are."""
        from toolkit.library.search import query, search, summary

        if self._known is None:
            return
        asked = query(text, self._known)
        found = search(self._items.values(), asked)
        in_force = summary(asked, self._known)
        told = f"{len(found)} of {len(self._items)}   {in_force or FILTERS}"
        filters = self.query_one("#filters", Static)
        filters.update(literal(asked.faults[0] if asked.faults else told))
        filters.set_class(bool(asked.faults), "-fault")
        choices = self.query_one(Choices)
        choices.set_options([Option(literal(row(item)), id=item.key) for item in found])
        if found:
            choices.highlighted = 0
        else:
            self.query_one("#exercise", Static).update("Nothing in the library fits: leave a word or a filter out.")

    @on(OptionList.OptionHighlighted)
    def _read_one(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option.id:
            self.query_one("#exercise", Static).update(literal(self._items[event.option.id].text))
            self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Pick, or let the keys scroll the text."""
        event.stop()
        if self._pick and event.option.id:
            self.post_message(self.Picked(self._items[event.option.id]))
        else:
            self.query_one(VerticalScroll).focus()


def row(item: Item) -> str:
    """Return the line of the list for something: how long it takes, or what it is, and its title."""
    what = f"{item.minutes[1]:>3g} min" if item.minutes else {"term": "word", "printable": "paper"}[item.kind]
    return f"{what:<8}{item.title}"
