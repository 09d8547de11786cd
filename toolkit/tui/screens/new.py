"""A form for a new workshop."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from toolkit.files.problems import UserError
from toolkit.tui.text import literal
from toolkit.tui.widgets.form import Line
from toolkit.workshop.create import QUESTIONS, answers_from, create_checked

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NewScreen(Screen[Path | None]):
    """Asks the questions of `workshop new`; every answer has a default."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f2,ctrl+o", "make", "Make it"),
    ]

    DEFAULT_CSS = """
    NewScreen VerticalScroll { padding: 1 2; }
    NewScreen .field { height: 1; }
    NewScreen .label { width: 26; color: $text-muted; }
    NewScreen Line { width: 1fr; }
    NewScreen #fault { color: $text-error; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Lay out a line for each question."""
        today = dt.datetime.now().astimezone().date().isoformat()
        with VerticalScroll(can_focus=False):
            yield Static("New workshop. Enter goes to the next line, F2 makes it.\n", markup=False)
            yield from self._line("folder", "Folder", "my-workshop")
            for question in QUESTIONS:
                default = today if question.name == "date" else question.default
                yield from self._line(question.name, question.title, default)
            yield Static("", id="fault", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def _line(self, name: str, title: str, default: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(title, classes="label", markup=False)
            yield Line(default, id=f"new-{name}", compact=True)

    def on_mount(self) -> None:
        """Ask for the folder first."""
        self.query_one("#new-folder", Line).focus()

    @on(Input.Submitted)
    @on(Line.More)
    def _next(self) -> None:
        self.focus_next()

    def action_make(self) -> None:
        """Write the folder, or say what is wrong with the answers."""
        words = {question.name: self.query_one(f"#new-{question.name}", Line).value for question in QUESTIONS}
        path = Path(self.query_one("#new-folder", Line).value.strip() or "my-workshop").expanduser()
        try:
            create_checked(path, answers_from(words))
        except (UserError, OSError) as error:
            self.query_one("#fault", Static).update(literal(str(error)))
        else:
            self.dismiss(path)
