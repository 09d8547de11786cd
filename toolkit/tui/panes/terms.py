"""The words in dispute: where each stands, where domains part over it, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from toolkit.session.term_lines import CELL, senses_table, term_lines
from toolkit.session.term_steps import stage
from toolkit.session.term_words import term_at_hand
from toolkit.tui.messages import Chosen
from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.session.words import View
    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection

NONE = "No words are in dispute yet: name them under `terms:` in workshop.yaml."
HINT = "Enter: what next    v: key verdicts    b: the room's screen    Tab: read on"
BEFORE = "Before the reveal the answers are counted, not shown: a room may see this screen. Enter, then “look first”."


class TermsPane(Pane):
    """A list of words; beside it all that is known of the one under the cursor."""

    NAME: ClassVar[str] = "terms"
    FOCUS: ClassVar[str] = "Choices"

    DEFAULT_CSS = """
    TermsPane #terms-hint { height: auto; padding: 0 2; color: $text-muted; }
    TermsPane Choices { width: 32; height: 1fr; margin: 1 0 0 1; }
    TermsPane VerticalScroll { height: 1fr; padding: 1 2 0 2; }
    TermsPane #term { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._session: Session | None = None
        self.looked: set[str] = set()
        """Words whose results the facilitator wants to see before the room does."""

    def compose(self) -> ComposeResult:
        """Lay out list, text and a line of help."""
        with Horizontal():
            yield Choices()
            with VerticalScroll():
                yield Static("", id="term", markup=False)
        yield Static(literal(HINT), id="terms-hint", markup=False)

    @property
    def highlighted(self) -> str | None:
        """The word under the cursor."""
        choices = self.query_one(Choices)
        return None if choices.highlighted is None else choices.get_option_at_index(choices.highlighted).id

    def look(self, term: str) -> None:
        """Show a word's results before the reveal, or hide them again."""
        self.looked ^= {term}
        self._shown = None
        if self._session:
            self._draw(self._session)

    def show(self, session: Session, projection: Projection) -> None:
        """Draw what has changed."""
        self._session = session
        self._draw(session)

    def _draw(self, session: Session) -> None:
        shown = (session.state.seq, self.highlighted, self.size)
        if shown == self._shown:
            return
        view, choices = session.view, self.query_one(Choices)
        wanted = self.highlighted or term_at_hand(view)
        rows = [
            (term.id, f"{one_line(term.label(view.plan.language), 40)}\n  {stage(view, term.id)}")
            for term in view.plan.terms
        ]
        choices.set_options([Option(literal(text), id=id_) for id_, text in rows])
        ids = [id_ for id_, _ in rows]
        choices.highlighted = ids.index(wanted) if wanted in ids else (0 if ids else None)
        self.query_one("#term", Static).update(self._text(session, view))
        self._shown = (session.state.seq, self.highlighted, self.size)

    def _text(self, session: Session, view: View) -> Content:
        info = view.plan.term(self.highlighted or "")
        if info is None:
            return literal(NONE)
        revealed = view.state.term(info.id).revealed is not None
        results = revealed or info.id in self.looked
        lines = term_lines(view, info, session.analyst, results=results)
        if not results and view.state.term(info.id).judged:
            lines += ["", BEFORE]
        lines += ["", *senses_table(view)]
        return Content("\n").join(_styled(line) for line in lines)

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self._session and self._shown is not None:
            self._draw(self._session)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id:
            self.post_message(Chosen("term", event.option.id))


def _styled(line: str) -> Content:
    """Return a line with headings in bold and pairs that part set off; the words say the same without colour."""
    content = literal(line)
    if line and line[0] != " ":
        return content.stylize("bold")
    for match in re.finditer(rf"\b{CELL['conflict']}\b\??", line):
        content = content.stylize("reverse bold", match.start(), match.end())
    return content
