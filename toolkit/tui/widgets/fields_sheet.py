"""A few short fields in a sheet: what is typed is told at once, Enter sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Grid
from textual.message import Message
from textual.widgets import Input, Static

from toolkit.tui.text import literal
from toolkit.tui.widgets.form import Line
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult


class Asked(NamedTuple):
    """One field."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    """What stands in the field while it is empty."""


class FieldsSheet(Sheet):
    """Asks for a few values. Who put it there closes it when they are taken, or says why they are not."""

    DEFAULT_CSS = """
    FieldsSheet Static { height: auto; }
    FieldsSheet Grid { grid-size: 2; grid-columns: 14 1fr; grid-rows: 1; height: auto; }
    FieldsSheet .label { color: $text-muted; }
    FieldsSheet #fault { color: $text-error; }
    """

    class Typed(Message):
        """What stands in the fields now."""

        def __init__(self, sheet: FieldsSheet) -> None:
            super().__init__()
            self.sheet = sheet

    class Sent(Message):
        """Enter was pressed."""

        def __init__(self, sheet: FieldsSheet) -> None:
            super().__init__()
            self.sheet = sheet

    def __init__(self, title: str, fields: Sequence[Asked], first: str = "") -> None:
        """Make the sheet.

        Args:
            title: What is asked.
            fields: In order.
            first: The field that is asked for first.
        """
        super().__init__()
        self._title, self._fields = title, fields
        self._first = first or fields[0].name

    def compose(self) -> ComposeResult:
        """Lay out a line for each field."""
        yield Static(literal(self._title, "bold"), markup=False)
        yield Static("Enter keeps it   Tab next field   Esc leaves it as it was", classes="label", markup=False)
        with Grid():
            for field in self._fields:
                yield Static(literal(field.label), classes="label", markup=False)
                yield Line(field.value, id=f"asked-{field.name}", compact=True, placeholder=field.hint)
        yield Static("", id="fault", markup=False)

    @property
    def values(self) -> Mapping[str, str]:
        """What stands in the fields, by name."""
        return {field.name: self.query_one(f"#asked-{field.name}", Line).value.strip() for field in self._fields}

    @property
    def changed(self) -> Mapping[str, str]:
        """The same of those fields that say something else than at the beginning."""
        before = {field.name: field.value for field in self._fields}
        return {name: value for name, value in self.values.items() if value != before[name]}

    def take_focus(self) -> None:
        """Ask for the first field, with all that stands there selected."""
        line = self.query_one(f"#asked-{self._first}", Line)
        self.screen.set_focus(line)
        line.select_all()

    def refused(self, reason: str) -> None:
        """Say why the values cannot be taken; an empty reason takes that back."""
        self.query_one("#fault", Static).update(literal(reason))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self))

    @on(Line.More)
    def _next(self, event: Line.More) -> None:
        event.stop()
        self.action_turn(1)

    @on(Input.Submitted)
    def _sent(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Sent(self))
