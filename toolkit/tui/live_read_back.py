"""Correcting what is read back: what can be changed about the line under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.actions import ACTIONS
from toolkit.session.actions.commitments import Read
from toolkit.session.actions.correct import Strike
from toolkit.session.read_back import line_at
from toolkit.session.words import COMMITMENT, RECORDED
from toolkit.tui.text import one_line

if TYPE_CHECKING:
    from toolkit.session.grammar import Action
    from toolkit.session.term_state import TermState
    from toolkit.session.words import View
    from toolkit.tui.screens.live import LiveScreen

BECAME = {
    "yes": "it is done", "partly": "partly done…", "no": "not done…", "moved": "moved to another day…",
    "dropped": "no longer to be done…",
}  # fmt: skip
CORRECTIONS = {
    "amend": "the words", "owner": "the owner", "due": "by when", "ask": "whom to ask first",
    "checked": "budget, law or people", "strike": "take it back: erase the words",
}  # fmt: skip


class LiveReadBack:
    """Leads through correcting one line."""

    def __init__(self, screen: LiveScreen) -> None:
        self.screen = screen

    @property
    def _view(self) -> View:
        return self.screen.session.view

    def given(self, name: str) -> dict[str, str]:
        """Return what an action can be told of the line under the cursor; nothing where no line is read back."""
        from toolkit.tui.panes.run import RunPane

        pane = self.screen.pane
        ref = pane.reading if isinstance(pane, RunPane) else None
        if ref is None or name == "read":
            return {}
        kinds = (RECORDED, COMMITMENT) if ref[0] == "k" else (RECORDED,)
        field = next((param.name for param in ACTIONS[name].typed if param.kind in kinds), None)
        return self._known(name, field, ref) if field else {}

    def go_on(self, action: Action) -> None:
        """Read the line that follows, where the one that was read has been struck here: the cursor is on it."""
        if isinstance(action, Strike) and action.ref == self._view.state.reading and (line := line_at(self._view)):
            self.screen.desk.do(Read(line))

    def _known(self, name: str, field: str, ref: str) -> dict[str, str]:
        text = self._view.state.recorded.get(ref) or ""
        return {field: ref, "text": text} if name == "amend" else {field: ref}

    async def open(self, ref: str) -> None:
        """Offer what can be corrected about a line, and what became of it where it is from last time."""
        from toolkit.tui.widgets.menu import Menu

        made = next((c for c in self._view.state.commitments if c.id == ref), None)
        rows = [(f"kept-{answer}", text) for answer, text in BECAME.items()] if made and made.promised else []
        rows += [(name, text) for name, text in CORRECTIONS.items() if made or name in ("amend", "strike")]
        rows += [] if made else [("outcome", "decide anew about the word"), ("dissent", "one more does not go along")]
        commands = self.screen.commands
        term = next((id_ for id_, known in self._view.state.terms.items() if ref in _refs(known)), "")

        async def answer(choice: str) -> None:
            if choice == "kept-yes":
                await commands.perform("kept", {"commitment": ref, "answer": "yes"})
            elif choice.startswith("kept-"):
                await commands.ask(ACTIONS["kept"], {"commitment": ref, "answer": choice.removeprefix("kept-")})
            elif choice in ("outcome", "dissent"):
                await commands.ask(ACTIONS[choice], {"term": term})
            else:
                await commands.ask(ACTIONS[choice], self.given(choice))

        title = one_line(self._view.state.recorded.get(ref) or "", 70)
        await commands.put(Menu(f"{ref}  {title}", rows, answer))


def _refs(known: TermState) -> list[str]:
    """Return the ids of what was decided about a word, and of those who do not go along."""
    return [item.id for item in (known.outcome, *known.dissents) if item]
