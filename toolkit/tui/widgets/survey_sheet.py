"""Keying sheets of statements: the code, the domain, then a digit for each statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.session.actions.survey import CODE, KeySheet, free_code
from toolkit.session.survey import codes_of
from toolkit.session.words import Refusal
from toolkit.tui.text import literal
from toolkit.tui.widgets.answer_rows import AnswerRows
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.line import Line
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from toolkit.session.grammar import Action
    from toolkit.session.people_state import Sheet as Filled
    from toolkit.session.words import View

ANSWERS = {**{str(n): str(n) for n in range(1, 6)}, "-": "-", "0": "-"}
OTHER = {"before": "after", "after": "before"}


class DomainChoices(Choices):
    """A list of domains, in which a digit chooses as well."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep the digits."""
        return bool(character and character in "123456789")

    def on_key(self, event: events.Key) -> None:
        """Choose by number."""
        if event.character and event.character in "123456789":
            event.stop()
            event.prevent_default()
            if int(event.character) <= self.option_count:
                self.highlighted = int(event.character) - 1
                self.action_select()


class SurveySheet(Sheet):
    """Asks for a code, a domain and the answers; each sheet is on the disk before the next one is begun."""

    DEFAULT_CSS = """
    SurveySheet Static { height: auto; }
    SurveySheet VerticalScroll { height: auto; max-height: 10; }
    SurveySheet Choices { height: auto; max-height: 9; background: $surface; display: none; }
    SurveySheet #missing { color: $text-muted; max-height: 2; }
    SurveySheet #fault { color: $text-error; }
    """

    def __init__(self, when: str, view: Callable[[], View], send: Callable[[Action], None]) -> None:
        """Make the sheet.

        Args:
            when: `before` or `after`.
            view: What is known at the moment.
            send: Takes each sheet.
        """
        super().__init__()
        self._when, self._view, self._send = when, view, send
        self._code = self._domain = ""
        statements = view().plan.survey
        self._answers = AnswerRows([(str(n), text) for n, text in enumerate(statements)], ANSWERS)

    def compose(self) -> ComposeResult:
        """Lay out the code's line, the domains, the statements and what is missing."""
        head = f"Sheets from {self._when}   1 not at all … 5 fully   - nothing   ↑ back   Esc ends"
        yield Static(literal(head), markup=False)
        yield Line(id="sheet-code", compact=True, placeholder="code on the sheet, then Enter")
        yield Static("", id="sheet-head", markup=False)
        yield DomainChoices()
        with VerticalScroll(can_focus=False):
            yield self._answers
        yield Static("", id="missing", markup=False)
        yield Static("", id="fault", markup=False)

    def on_mount(self) -> None:
        """Say what there is so far."""
        self._answers.draw()
        self._tell_missing()

    def take_focus(self) -> None:
        """Ask for the next code."""
        self.screen.set_focus(self.query_one("#sheet-code", Line))

    def _tell_missing(self, more: str = "") -> None:
        """Say how many sheets there are, and which codes have none from the other time."""
        state = self._view().state
        here = codes_of(state, self._when) | ({more} if more else set())
        alone = sorted(codes_of(state, OTHER[self._when]) - here)
        text = f"{len(here)} keyed"
        if alone:
            text += f"; only {OTHER[self._when]} so far: {' '.join(alone[:20])}{' …' if len(alone) > 20 else ''}"
        self.query_one("#missing", Static).update(literal(text))

    def _say(self, text: str = "") -> None:
        self.query_one("#fault", Static).update(literal(text))

    def _known(self, when: str) -> Filled | None:
        """Return what was keyed under the code at hand."""
        sheets = self._view().state.sheets
        return next((sheet for sheet in sheets if (sheet.when, sheet.code) == (when, self._code)), None)

    @on(Input.Submitted)
    def _coded(self, event: Input.Submitted) -> None:
        """Go on to the domain; it is asked for every time, so that the same keys key every sheet."""
        event.stop()
        view = self._view()
        try:
            self._code = free_code(str(CODE.read(event.value.strip(), view)), view)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._say()
        self._ask_domain()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()

    def _ask_domain(self) -> None:
        """Ask for the domain, the one of either sheet of the code first."""
        choices, domains = self.query_one(DomainChoices), self._view().plan.domains
        choices.set_options([Option(literal(f"{n}  {d.code}  {d.label}"), id=d.id) for n, d in enumerate(domains, 1)])
        known = self._known(self._when) or self._known(OTHER[self._when])
        ids = [domain.id for domain in domains]
        choices.display, choices.highlighted = True, ids.index(known.domain) if known and known.domain in ids else 0
        before = f" Enter: {self._label(known.domain)}, as on the sheet from {known.when}" if known else ""
        self.query_one("#sheet-head", Static).update(literal(f"{self._code}: which domain is ticked?{before}", "bold"))
        self.screen.set_focus(choices)

    def _label(self, domain: str) -> str:
        info = self._view().plan.domain(domain)
        return info.label if info else domain

    @on(OptionList.OptionSelected)
    def _ticked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._begin(event.option.id or "")

    def _begin(self, domain: str) -> None:
        """Go to the statements of the sheet."""
        self._domain = domain
        known, label = self._known(self._when), self._label(domain)
        again = "   keyed before: ↑ ↓ and a digit correct it, Enter keeps it" if known else ""
        self.query_one("#sheet-head", Static).update(literal(f"{self._code}, {label}{again}", "bold"))
        given = enumerate(known.answers) if known else ()
        self._answers.begin({str(n): str(answer or "-") for n, answer in given})
        self.screen.set_focus(self._answers)
        self.query_one(DomainChoices).display = False

    @on(AnswerRows.Given)
    def _given(self, event: AnswerRows.Given) -> None:
        event.stop()
        if event.last:
            self._keep()

    def key_enter(self, event: events.Key) -> None:
        """Keep the sheet that is being keyed."""
        if self._answers.has_focus:
            event.stop()
            self._keep()

    def _keep(self) -> None:
        """Send the sheet, and ask for the next one; or say what it lacks."""
        if (row := self._answers.missing()) is not None:
            self._say(f"statement {row} has no answer: key 1 to 5, or - where nothing is ticked")
            return
        answers = "".join(self._answers.known[str(n)] for n in range(len(self._answers.known)))
        self._send(KeySheet(self._when, self._code, self._domain, answers))
        self._say()
        done = set_cell_size(f"{self._code}: {answers} ✓", 30)
        self.query_one("#sheet-head", Static).update(literal(done))
        self._tell_missing(self._code)
        self._answers.begin({})
        self.query_one("#sheet-code", Line).value = ""
        self.take_focus()
