"""Keying ballots one by one: one key a verdict, moving on by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.session import words
from toolkit.session.actions.verdicts import Verdict
from toolkit.session.term_words import wall_of
from toolkit.session.words import Refusal
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.answer_rows import AnswerRows
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.line import Line
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from toolkit.session.grammar import Action
    from toolkit.session.words import View

ANSWERS = {"y": "yes", "1": "yes", "n": "no", "2": "no", "u": "unsure", "3": "unsure"}
SHOWN = {1: "yes", 0: "no", None: "unsure"}
OFFERED = 6


class BallotSheet(Sheet):
    """Asks whose ballot it is, then for one key a case; each is on the disk before the next ballot is begun."""

    DEFAULT_CSS = """
    BallotSheet Static { height: auto; }
    BallotSheet VerticalScroll { height: auto; max-height: 16; }
    BallotSheet Choices { height: auto; max-height: 6; background: $surface; }
    BallotSheet #fault { color: $text-error; }
    """

    def __init__(self, term: str, heading: str, view: Callable[[], View], send: Callable[[Action], None]) -> None:
        """Make the sheet.

        Args:
            term: The word that was judged.
            heading: How the word is called.
            view: What is known at the moment.
            send: Takes each verdict.
        """
        super().__init__()
        self._term, self._heading, self._view, self._send = term, heading, view, send
        self._person = ""
        self._wall = wall_of(view(), term)
        self._answers = AnswerRows([(case.id, case.text or "(struck)") for case in self._wall], ANSWERS)

    def compose(self) -> ComposeResult:
        """Lay out the question whose ballot it is, above the cases."""
        yield Static(
            literal(f"Ballots: {self._heading}    y yes   n no   u unsure   ↑ back   Esc closes"), markup=False
        )
        yield Line(id="whose", compact=True, placeholder="whose ballot: code or name, then Enter")
        yield Choices()
        yield Static("", id="whose-head", markup=False)
        with VerticalScroll(can_focus=False):
            yield self._answers
        yield Static("", id="fault", markup=False)

    def on_mount(self) -> None:
        """Offer the people whose ballots are not complete."""
        self._answers.draw()
        self._offer("")

    def take_focus(self) -> None:
        """Ask whose ballot it is."""
        self.screen.set_focus(self.query_one(Line))

    def _offer(self, wanted: str) -> None:
        view = self._view()
        rows = view.state.term(self._term).verdicts
        full = {person for person, row in rows.items() if len(row) >= len(self._wall)}
        people = sorted(view.plan.people, key=lambda person: person.id in full)
        found = [p.id for p in people if wanted.casefold() in f"{p.id} {view.name(p.id)}".casefold()]
        choices = self.query_one(Choices)
        options = [Option(literal(self._row(view, id_, id_ in full)), id=id_) for id_ in found[:OFFERED]]
        choices.set_options(options)
        choices.display = bool(options)

    def _row(self, view: View, person: str, full: bool) -> str:
        domain = view.plan.domain(view.state.hat(person) or "")
        name = set_cell_size(one_line(view.name(person), 60), 30)
        return f"{'✓' if full else ' '} {person:<5} {name} {domain.code if domain else '—'}"

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer(event.value.strip())

    @on(Line.More)
    def _to_offers(self) -> None:
        choices = self.query_one(Choices)
        if choices.option_count:
            choices.highlighted = 0
            self.screen.set_focus(choices)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._begin(event.option.id or "")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._begin(event.value)

    def _begin(self, word: str) -> None:
        """Go to the cases of one person's ballot, if they can be counted."""
        view = self._view()
        try:
            person = str(words.PERSON.read(word, view))
        except Refusal as refusal:
            self._say(str(refusal))
            return
        domain = view.plan.domain(view.state.hat(person) or "")
        if domain is None:
            self._say(f"{view.name(person)} has declared no domain: close this and press a first")
            return
        self._person = person
        self._say("")
        self.query_one(Choices).display = False
        self.query_one("#whose-head", Static).update(literal(f"{view.name(person)} ({person}), {domain.label}", "bold"))
        given = view.state.term(self._term).verdicts.get(person, {})
        self._answers.begin({case: SHOWN[answer] for case, answer in given.items()})
        self.screen.set_focus(self._answers)

    def _say(self, text: str) -> None:
        self.query_one("#fault", Static).update(literal(text))

    @on(AnswerRows.Given)
    def _given(self, event: AnswerRows.Given) -> None:
        """Send the verdict; after the last case, ask for the next ballot."""
        event.stop()
        self._send(Verdict(event.row, self._person, event.answer, self._term))
        if event.last:
            self.query_one("#whose-head", Static).update(literal(f"{self._view().name(self._person)}: done ✓"))
            self.query_one(Line).value = ""
            self.take_focus()
            self.query_one(Choices).display = True
