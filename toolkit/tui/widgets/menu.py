"""Everything that can be done now, in a list: for hands that know no keys, and keyboards that swallow letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.panes.help import key_label
from toolkit.tui.text import literal
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from toolkit.tui.commands import Entry


class Menu(Sheet):
    """A titled list; choosing a row answers, Escape gives no answer."""

    DEFAULT_CSS = """
    Menu Static { height: auto; }
    Menu Choices { height: auto; max-height: 24; background: $surface; }
    """

    def __init__(self, title: str, rows: Sequence[tuple[str, str]], answer: Callable[[str], Awaitable[None]]) -> None:
        """Make the list.

        Args:
            title: What is asked.
            rows: What each row stands for, and what it says.
            answer: Takes what the chosen row stands for.
        """
        super().__init__()
        self._title, self._rows, self._answer = title, rows, answer

    def compose(self) -> ComposeResult:
        """Lay out title and list."""
        yield Static(literal(self._title), markup=False)
        yield Choices(*(Option(literal(text), id=id_) for id_, text in self._rows))

    def on_mount(self) -> None:
        """Begin with the first row."""
        self.query_one(Choices).highlighted = 0

    async def digit(self, digit: str) -> bool:
        """Choose the row with that number; where rows have other names, a digit does nothing, and counts no turn."""
        if any(id_ == digit for id_, _ in self._rows):
            await self.action_close()
            await self._answer(digit)
        return True

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_close()
        if event.option.id:
            await self._answer(event.option.id)


def menu_rows(entries: Sequence[Entry], keys: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return a row for each entry, with its keys."""
    rows = []
    for entry in entries:
        shown = " ".join(key_label(key) for key in keys.get(entry.name, entry.keys))
        rows.append((entry.name, f"{set_cell_size(shown, 10)} {entry.title}"))
    return rows
