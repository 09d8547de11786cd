"""The words in dispute: a first view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.projection import Projection


class TermsPane(Pane):
    """Each word with its labels, and where on the agenda it is taken up."""

    NAME: ClassVar[str] = "terms"
    FOCUS: ClassVar[str] = "VerticalScroll"

    DEFAULT_CSS = "TermsPane Static { padding: 1 2; height: auto; }"

    def compose(self) -> ComposeResult:
        """Lay out one text."""
        with VerticalScroll():
            yield Static("", id="terms", markup=False)

    def show(self, session: Session, projection: Projection) -> None:
        """Draw the words of the plan."""
        self.query_one("#terms", Static).update(literal(terms_text(session.view.plan)))


def terms_text(plan: Plan) -> str:
    """Return the words in dispute as text."""
    if not plan.terms:
        return "No words are in dispute yet: name them under `terms:` in workshop.yaml."
    parts = []
    for term in plan.terms:
        own = term.labels.get(plan.language) or next(iter(term.labels.values()))
        lines = [own.upper()]
        lines += [f"  {language:<8} {label}" for language, label in term.labels.items() if label != own]
        blocks = [block.title for block in plan.blocks if term.id in block.terms]
        lines.append(f"  on the agenda in: {', '.join(blocks)}" if blocks else "  not on the agenda")
        parts.append("\n".join(lines))
    return "WORDS IN DISPUTE\n\n" + "\n\n".join(parts)
