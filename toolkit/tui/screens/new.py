"""A form for a new workshop."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.files.problems import UserError
from toolkit.session.after import along, as_left
from toolkit.tui.text import literal, one_line, visible
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.line import Line
from toolkit.workshop.after import after
from toolkit.workshop.create import QUESTIONS, answers_from, create_checked
from toolkit.workshop.folder import Folder
from toolkit.workshop.recent import recent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult

    from toolkit.session.state import State
    from toolkit.workshop.after import After

NEW_FOLDER = "my-workshop"


class NewScreen(Screen[Path | None]):
    """Asks the questions of `workshop new`; every answer has a default.

    What is offered is the earlier workshop's, once one is named; what somebody has typed stays.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f2,ctrl+o", "make", "Make it"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-wide")]  # noqa: RUF012 - so Textual has it

    DEFAULT_CSS = """
    NewScreen VerticalScroll { padding: 1 2; }
    NewScreen .field { height: 1; }
    NewScreen .label { width: 26; color: $text-muted; }
    NewScreen Line { width: 1fr; }
    NewScreen Choices {
        display: none; height: auto; max-height: 6; margin-left: 26; background: $surface;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    NewScreen Choices.-shown { display: block; }
    NewScreen #fault { color: $text-error; height: auto; }
    NewScreen.-tiny VerticalScroll { padding: 0 1; }
    NewScreen.-tiny .field { layout: vertical; height: 2; }
    NewScreen.-tiny Line { width: 100%; }
    NewScreen.-tiny Choices { margin-left: 0; max-height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._recent = recent()
        today = dt.datetime.now().astimezone().date().isoformat()
        self._defaults = {question.name: question.default for question in QUESTIONS} | {"date": today}
        self._offered = self._defaults
        """What each line was last filled with."""
        self._followed = ""

    def compose(self) -> ComposeResult:
        """Lay out a line for each question."""
        with VerticalScroll(can_focus=False):
            yield Static("New workshop. Enter goes to the next line, F2 makes it.\n", markup=False)
            yield from self._line("folder", "Folder", NEW_FOLDER)
            if self._recent:
                yield from self._line("after", "Follows on from", "")
                yield Choices()
            for question in QUESTIONS:
                yield from self._line(question.name, question.title, self._defaults[question.name])
            yield Static("", id="fault", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def _line(self, name: str, title: str, default: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(title, classes="label", markup=False)
            placeholder = "nothing; ↓ offers workshops" if name == "after" else ""
            yield Line(default, id=f"new-{name}", compact=True, placeholder=placeholder)

    def on_mount(self) -> None:
        """Ask for the folder first."""
        self._field("folder").focus()

    def _field(self, name: str) -> Line:
        return self.query_one(f"#new-{name}", Line)

    @property
    def _asks_for_earlier(self) -> bool:
        return bool(self._recent) and self.focused is self._field("after")

    @on(Input.Submitted)
    def _next(self) -> None:
        if self._asks_for_earlier:
            self._field(QUESTIONS[0].name).focus()
        else:
            self.focus_next()

    @on(Line.More)
    def _down(self) -> None:
        if self._asks_for_earlier and not self.query_one(Choices).option_count:
            self._next()
        else:
            self.focus_next()

    @on(Input.Changed, "#new-after")
    def _filter(self) -> None:
        self._offer_recent()

    def _offer_recent(self) -> None:
        """List the workshops opened lately that fit what is typed."""
        wanted = self._field("after").value.strip().casefold()
        found = [row for row in self._recent if wanted in f"{row.title} {row.path}".casefold()]
        rows = [f"{row.date}  {one_line(row.path.name, 30)}  {one_line(row.title, 60)}" for row in found]
        options = [Option(literal(text), id=str(row.path)) for text, row in zip(rows, found, strict=True)]
        self.query_one(Choices).set_options(options)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Offer earlier workshops while one is asked for; once that is over, offer what the chosen one had."""
        if not self._recent:
            return
        choices = self.query_one(Choices)
        asked = event.widget in (choices, self._field("after"))
        if asked and not choices.has_class("-shown"):
            self._offer_recent()
        choices.set_class(asked, "-shown")
        if event.widget is choices and choices.highlighted is None:
            choices.highlighted = 0
        if not asked:
            self._follow()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._field("after").value = event.option.id or ""
        self._field(QUESTIONS[0].name).focus()

    def _earlier(self) -> tuple[After, State | None] | None:
        """Return the workshop that this one follows on from, and its session; None if it follows on from none."""
        text = self._field("after").value.strip() if self._recent else ""
        return as_left(after(Folder(Path(text).expanduser()))) if text else None

    def _follow(self) -> None:
        """Fill the lines with what the earlier workshop had, but for what somebody has typed."""
        text = self._field("after").value.strip()
        if text == self._followed:
            return
        self._followed = text
        try:
            earlier = self._earlier()
        except (UserError, OSError) as error:
            self._tell_fault(str(error))
            return
        self._tell_fault("")
        offered = {**self._defaults, **(_offers(earlier[0], self._defaults) if earlier else {})}
        for name, default in offered.items():
            if self._field(name).value == self._offered[name]:
                self._field(name).value = default
        self._offered = offered

    def _tell_fault(self, fault: str) -> None:
        self.query_one("#fault", Static).update(literal(fault))
        if fault:
            self.query_one("#fault").scroll_visible(animate=False)

    def action_make(self) -> None:
        """Write the folder, or say what is wrong with the answers."""
        words = {question.name: self._field(question.name).value for question in QUESTIONS}
        path = Path(self._field("folder").value.strip() or NEW_FOLDER).expanduser()
        try:
            before, state = self._earlier() or (None, None)
            answers = answers_from(words)
            create_checked(path, before.answers(answers, words) if before else answers, before)
        except (UserError, OSError) as error:
            self._tell_fault(str(error))
            return
        if before:
            self.app.notify(visible("\n".join(along(before, state))), markup=False)
        self.dismiss(path)


def _offers(before: After, defaults: Mapping[str, str]) -> dict[str, str]:
    """Return what the lines offer after an earlier workshop: its room and hours, the words that are still open."""
    answers = before.answers(answers_from({**defaults, "terms": ""}), {})
    return {**before.defaults(), "terms": " ".join(answers.terms), "agenda": " ".join(answers.agenda)}
