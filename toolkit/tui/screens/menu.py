"""Everything that can be done now, in a list: for hands that know no keys, and keyboards that swallow letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.panes.help import key_label
from toolkit.tui.text import literal
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from toolkit.tui.commands import Entry


class ListScreen(ModalScreen[str | None]):
    """A titled list over the lower part of the screen; the clock above stays in view."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Close")]

    DEFAULT_CSS = """
    ListScreen { align: center bottom; background: transparent; }
    ListScreen > Vertical { width: 74; max-width: 100%; height: auto; max-height: 75%; }
    ListScreen > Vertical { border: heavy $primary; background: $surface; }
    ListScreen Static { padding: 0 1; height: auto; }
    ListScreen Choices { height: auto; max-height: 100%; background: $surface; }
    """

    def __init__(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """Make the list.

        Args:
            title: What is asked.
            rows: What each row returns, and what it says.
        """
        super().__init__()
        self._title, self._rows = title, rows

    def compose(self) -> ComposeResult:
        """Lay out title and list."""
        with Vertical():
            yield Static(literal(self._title), markup=False)
            yield Choices(*(Option(literal(text), id=id_) for id_, text in self._rows))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


def menu_rows(entries: Sequence[Entry], keys: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return a row for each entry, with its keys."""
    rows = []
    for entry in entries:
        shown = " ".join(key_label(key) for key in keys.get(entry.name, entry.keys))
        rows.append((entry.name, f"{set_cell_size(shown, 10)} {entry.title}"))
    return rows
