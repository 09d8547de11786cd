"""A form for any action, made from what the registry says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Grid
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from toolkit.session.words import Refusal
from toolkit.tui.messages import DraftTyped
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.capture_bar import CaptureArea
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.line import Line
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.message import Message

    from toolkit.session.grammar import Action, Param, Spec
    from toolkit.session.words import View

OFFERED = 40


class ActionForm(Sheet):
    """Asks for the words of one action. It closes when the action is done; a refusal keeps it open."""

    DEFAULT_CSS = """
    ActionForm Grid { grid-size: 2; grid-columns: 14 1fr; grid-rows: auto; height: auto; }
    ActionForm .label { color: $text-muted; height: auto; }
    ActionForm CaptureArea { height: 3; min-height: 3; border: none; padding: 0; background: $panel; }
    ActionForm Choices { height: auto; max-height: 6; background: $surface; display: none; }
    ActionForm #fault { color: $text-error; height: auto; display: none; }
    """

    def __init__(
        self, spec: Spec, view: Callable[[], View], send: Callable[[Action], None], given: Mapping[str, str]
    ) -> None:
        """Make the form.

        Args:
            spec: The action.
            view: What words are looked up in, as it is when the form is sent.
            send: Takes the action; the answer comes to `answered` or `refused`.
            given: Words that are known already, by field.
        """
        super().__init__()
        self.spec, self._view, self._send, self._given = spec, view, send, given
        self._fields = sorted(spec.typed, key=lambda param: (not param.required, param.place == "before"))
        self._inputs = {param.name: self._input(param) for param in self._fields}
        self._asked: Param | None = None
        self.done = False
        """Whether the action was recorded."""

    def compose(self) -> ComposeResult:
        """Lay out a line for each field, and the offers for the one that is being filled in."""
        yield Static(literal(f"{self.spec.title}    Enter sends   Tab next   Esc closes"), markup=False)
        with Grid():
            for param in self._fields:
                yield Static(literal(param.label), classes="label", markup=False)
                yield self._inputs[param.name]
        yield Choices()
        yield Static("", id="fault", markup=False)

    def _input(self, param: Param) -> Line | CaptureArea:
        given, id_ = self._readable(param, self._given.get(param.name, "")), f"field-{param.name}"
        if param.place == "rest":
            return CaptureArea(given, id=id_, compact=True, highlight_cursor_line=False)
        return Line(given, id=id_, compact=True, placeholder="" if param.required else "optional")

    def _words(self, param: Param) -> str:
        field = self._inputs[param.name]
        return field.text if isinstance(field, CaptureArea) else field.value.strip()

    def take_focus(self) -> None:
        """Ask for the first field that is empty, else for the last that is required: what is to be corrected."""
        empty = [param for param in self._fields if not self._given.get(param.name)]
        required = [param for param in self._fields if param.required]
        first = (empty or required[-1:] or self._fields)[0]
        self._go_to(first)
        if isinstance(field := self._inputs[first.name], CaptureArea):
            field.move_cursor(field.document.end)

    def _go_to(self, param: Param) -> None:
        self.screen.set_focus(self._inputs[param.name])

    def unsent(self) -> tuple[str, dict[str, str]] | None:
        """Return the words, unless they were recorded."""
        return None if self.done else (self.spec.name, {param.name: self._words(param) for param in self._fields})

    @on(TextArea.Changed)
    def _keep_draft(self) -> None:
        self.post_message(DraftTyped("form", self.text))

    @property
    def text(self) -> str:
        """The free text that stands in the form."""
        return "\n".join(field.text for field in self._inputs.values() if isinstance(field, CaptureArea))

    def refused(self, reason: str) -> None:
        """Say why not, and keep every word."""
        fault = self.query_one("#fault", Static)
        fault.display = True
        fault.update(literal(reason))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Offer words for the field that is being filled in."""
        asked = next((param for param in self._fields if self._inputs[param.name] is event.widget), None)
        if asked:
            self._asked = asked
            self.call_after_refresh(self._offer)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer()

    @on(Line.More)
    def _to_offers(self) -> None:
        choices = self.query_one(Choices)
        if choices.option_count:
            choices.highlighted = 0
            self.screen.set_focus(choices)
        else:
            self.action_turn(1)

    @on(OptionList.OptionSelected)
    def _take_offer(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._asked:
            field = self._inputs[self._asked.name]
            if isinstance(field, Line):
                field.value = self._readable(self._asked, event.option.id or "")
            self._next_after(self._asked)

    def _readable(self, param: Param, word: str) -> str:
        """Return what a person reads for a word, where that means the same: a name in place of an id."""
        if not word:
            return word
        view = self._view()
        text = dict(param.kind.offers(view)).get(word, word)
        try:
            return text if param.kind.read(text, view) == param.kind.read(word, view) else word
        except Refusal:
            return word

    @on(CaptureArea.Turned)
    def _turn(self, event: CaptureArea.Turned) -> None:
        self.action_turn(event.by)

    @on(Input.Submitted)
    @on(CaptureArea.Sent)
    def _submit(self, event: Message) -> None:
        event.stop()
        words = {param.name: self._words(param) or self._emptied(param) for param in self._fields}
        missing = next((param for param in self._fields if param.required and not words[param.name].strip()), None)
        if missing:
            self._go_to(missing)
            return
        try:
            self._send(self.spec.build(words, self._view()))
        except Refusal as refusal:
            self.refused(str(refusal))

    def _emptied(self, param: Param) -> str:
        """Return what says that a value is taken away, where one stood in the line at first."""
        return param.kind.emptied if self._given.get(param.name) else ""

    def _next_after(self, param: Param) -> None:
        later = self._fields[self._fields.index(param) + 1 :]
        target = next((p for p in later if p.required), param)
        self._go_to(target)

    def _offer(self) -> None:
        """List the words that fit what has been typed into the field that is asked for."""
        if self._asked is None or not self.is_attached:
            return
        offers = self._asked.kind.offers(self._view())
        wanted = self._words(self._asked).casefold()
        found = [(word, text) for word, text in offers if wanted in f"{word} {text}".casefold()]
        choices = self.query_one(Choices)
        choices.set_options([Option(literal(one_line(text, 200)), id=word) for word, text in found[:OFFERED]])
        choices.display = bool(found)
