"""Rows that are answered one after the other: one key an answer, moving on by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from toolkit.tui.text import literal, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events


MOVES = {"down": 1, "up": -1, "backspace": -1}


class AnswerRows(Static, can_focus=True):
    """What is asked on one sheet of paper, and the answers keyed so far."""

    class Given(Message):
        """One answer was keyed."""

        def __init__(self, row: str, answer: str, *, last: bool) -> None:
            super().__init__()
            self.row, self.answer, self.last = row, answer, last

    def __init__(self, rows: Sequence[tuple[str, str]], answers: Mapping[str, str]) -> None:
        """Make the rows.

        Args:
            rows: What each is called, and what it says.
            answers: What each key stands for.
        """
        super().__init__("", markup=False)
        self._rows, self._answers = rows, answers
        self.known: dict[str, str] = {}
        self.at = 0
        self._over = False
        """Whether the last row was answered: what is typed before the sheet is taken away must not answer it again."""

    def begin(self, known: Mapping[str, str]) -> None:
        """Show what a sheet has so far, and go to its first open row."""
        self.known = dict(known)
        self._go(self._open() or 0)
        self.draw()

    def missing(self) -> int | None:
        """Return the first row that has no answer, counted from 1, and go there; None if all have one."""
        found = self._open()
        if found is None:
            return None
        self._go(found)
        self.draw()
        return found + 1

    def _go(self, row: int) -> None:
        self.at, self._over = row, False

    def _open(self) -> int | None:
        return next((i for i, (row, _) in enumerate(self._rows) if row not in self.known), None)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep the keys that move, and every letter and digit: none is to be a command in the middle of keying."""
        return bool(character and character.isprintable()) or key in MOVES

    def on_key(self, event: events.Key) -> None:
        """Answer and go on, or move."""
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        if event.key in MOVES:
            self._go(min(max(self.at + MOVES[event.key], 0), len(self._rows) - 1))
        elif event.character and event.character in self._answers and not self._over:
            self._answer(self._answers[event.character])
        self.draw()

    def _answer(self, answer: str) -> None:
        row = self._rows[self.at][0]
        self.known[row] = answer
        self._over = self.at == len(self._rows) - 1
        self.at += not self._over
        self.post_message(self.Given(row, answer, last=self._over))

    def draw(self) -> None:
        """Draw the rows with their answers."""
        width, lines = max(10, self.size.width - 16), []
        for i, (row, text) in enumerate(self._rows):
            here = self.has_focus and i == self.at
            shown = set_cell_size(one_line(text), width)
            mark = "▶" if here else " "
            lines.append(literal(f"{mark}{i + 1:>2}  {shown}  {self.known.get(row, '·'):<7}", "bold" if here else ""))
        self.update(Content("\n").join(lines))

    def on_resize(self) -> None:
        """Give the texts the room there is."""
        self.draw()

    def on_focus(self) -> None:
        """Show where the next answer goes."""
        self.draw()

    def on_blur(self) -> None:
        """Show that no answer is expected."""
        self.draw()
