"""Keying a domain's slip: three counts for each case, a digit a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from toolkit.session.actions.verdicts import Slip
    from toolkit.session.grammar import Action
    from toolkit.session.term_state import Case
    from toolkit.terms.model import Counts

COLUMNS = ("yes", "no", "unsure")
TWO_DIGITS_FROM = 8
"""Known people of a domain from whom on a count may have two digits: there may be one or two more than are known."""
MOVES = {"right": 1, "space": 1, "tab": 1, "left": -1, "shift+tab": -1, "down": 3, "up": -3}


class Cells(Static, can_focus=True):
    """Counts in rows of three. Digits fill the cell and, where one digit is enough, move on by themselves."""

    class Complete(Message):
        """Enter was pressed."""

    def __init__(self, cases: Sequence[Case], people: int, counts: list[str]) -> None:
        """Make the cells.

        Args:
            cases: The rows.
            people: How many the domain is known to have; from `TWO_DIGITS_FROM` on, space moves on instead.
            counts: What stands in the cells, row by row; an empty string where nothing does.
        """
        super().__init__("", markup=False)
        self._cases, self._people = cases, people
        self.counts = counts
        self.at = 0
        self._begun = False
        """Whether the next digit belongs to what stands in the cell."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep digits, and the keys that move."""
        return bool(character and character in "0123456789") or key in MOVES or key in ("backspace", "enter")

    def on_key(self, event: events.Key) -> None:
        """Fill a cell, move, or be done."""
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self.post_message(self.Complete())
        elif event.key == "backspace":
            self._rub_out()
        elif event.key in MOVES:
            self._go(MOVES[event.key])
        elif event.character:
            self._fill(event.character)
        self.draw()

    def _go(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), len(self.counts) - 1)
        self._begun = False

    def _fill(self, digit: str) -> None:
        self.counts[self.at] = str(int((self.counts[self.at] if self._begun else "") + digit))[-3:]
        self._begun = True
        if self._people < TWO_DIGITS_FROM:
            self._go(1)

    def _rub_out(self) -> None:
        if not self.counts[self.at]:
            self._go(-1)
        self.counts[self.at] = ""
        self._begun = False

    def missing(self) -> int | None:
        """Return the first row, counted from 1, that lacks a count; None if none does. The cursor goes there."""
        empty = next((i for i, cell in enumerate(self.counts) if not cell), None)
        if empty is None:
            return None
        self.at = empty
        return empty // 3 + 1

    @property
    def text(self) -> str:
        """The counts as plain mode writes them, such as `4-0-1 12-3-0`."""
        return " ".join("-".join(self.counts[i : i + 3]) for i in range(0, len(self.counts), 3))

    def draw(self) -> None:
        """Draw the cells as they are."""
        self.update(Content("\n").join([self._head(), *self._rows()]))

    def _wide(self) -> int:
        """Columns for the text of a case."""
        return max(10, self.size.width - 38)

    def _head(self) -> Content:
        return literal(" " * (self._wide() + 4) + "".join(f"{name:>8}" for name in COLUMNS), "bold")

    def _rows(self) -> Iterator[Content]:
        for row, case in enumerate(self._cases):
            cells = [self._cell(3 * row + i) for i in range(3)]
            total = sum(int(cell or 0) for cell in self.counts[3 * row : 3 * row + 3])
            more = literal(f"  {total} of {self._people}" if total > self._people > 0 else "", "bold")
            text = set_cell_size(one_line(case.text or "(struck)"), self._wide())
            yield Content("").join([literal(f"{row + 1:>2}  {text}"), *cells, more])

    def _cell(self, i: int) -> Content:
        here = self.has_focus and i == self.at
        shown = f"[{self.counts[i] or ' '}]" if here else f" {self.counts[i] or '·'} "
        return literal(f"{shown:>8}", "reverse" if here else "")

    def on_resize(self) -> None:
        """Give the cases the room there is."""
        self.draw()

    def on_focus(self) -> None:
        """Show where the next digit goes."""
        self.draw()


class SlipSheet(Sheet):
    """Asks for all counts of one domain on one word; kept with Enter as one action."""

    DEFAULT_CSS = """
    SlipSheet Static { height: auto; }
    SlipSheet VerticalScroll { height: auto; max-height: 18; }
    SlipSheet #fault { color: $text-error; }
    """

    def __init__(
        self,
        heading: str,
        slip: Callable[[str], Slip],
        cases: Sequence[Case],
        people: int,
        known: Sequence[Counts],
        send: Callable[[Action], None],
    ) -> None:
        """Make the sheet.

        Args:
            heading: Whose slip it is, for which word.
            slip: Makes the action from the counts.
            cases: The wall.
            people: How many the domain has.
            known: What was keyed before, for each case; empty if nothing was.
            send: Takes the action.
        """
        super().__init__()
        self._heading, self._slip, self._send = heading, slip, send
        counts = [str(n) for c in known for n in (c.yes, c.no, c.unsure)] or [""] * 3 * len(cases)
        self._cells = Cells(cases, people, counts)

    def compose(self) -> ComposeResult:
        """Lay out heading and cells."""
        yield Static(
            literal(f"{self._heading}    a digit a cell   ← → ↑ ↓ move   Enter keeps   Esc closes"), markup=False
        )
        with VerticalScroll(can_focus=False):
            yield self._cells
        yield Static("", id="fault", markup=False)

    def take_focus(self) -> None:
        """Begin with the first cell."""
        self.screen.set_focus(self._cells)

    async def on_cells_complete(self) -> None:
        """Keep the slip, or say which case lacks a count."""
        if (row := self._cells.missing()) is not None:
            self.query_one("#fault", Static).update(literal(f"case {row} lacks a count: write 0 where nobody was"))
            self._cells.draw()
            return
        self._send(self._slip(self._cells.text))
        await self.action_close()
