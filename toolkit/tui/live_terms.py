"""What the live screen does with words in dispute: which word, what next, slips and ballots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.actions import ACTIONS
from toolkit.session.actions.terms import starters_left
from toolkit.session.actions.verdicts import Slip
from toolkit.session.term_people import people_of
from toolkit.session.term_steps import answered, next_moves, present
from toolkit.session.term_words import term_at_hand, wall_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from toolkit.session.grammar import Action
    from toolkit.session.words import View
    from toolkit.terms.model import Counts
    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.sheet import Sheet
    from toolkit.workshop.plan import DomainInfo, StarterCase

ALWAYS = ("case", "starter", "sense", "facet", "example", "pool", "reveal", "rate", "rate-tally", "outcome", "dissent")
"""What can be done with a word at any time, after what is missing."""


class LiveTerms:
    """Leads through the work on a word."""

    def __init__(
        self,
        screen: LiveScreen,
        put: Callable[[Sheet], Awaitable[None]],
        perform: Callable[[str, dict[str, str]], Awaitable[None]],
        show: Callable[[str], Awaitable[None]],
    ) -> None:
        self.screen, self._put, self._perform, self._show = screen, put, perform, show

    @property
    def _view(self) -> View:
        return self.screen.session.view

    async def open(self, term: str) -> None:
        """Offer what is missing for a word, and everything else that can be done with it."""
        moves, state = next_moves(self._view, term), self._view.state.term(term)
        rows = [(f"move-{i}", f"{'→' if i == 0 else ' '} {move.text}") for i, move in enumerate(moves)]
        rows += [("ballots", "  key ballots, one by one")] if wall_of(self._view, term) else []
        rows += [("look", "  look first: what it comes to, before the room sees it")] if self._hidden(term) else []
        offered = {move.action for move in moves} | ({"case", "starter"} if state.fixed else set())
        rows += [
            (name, f"  {ACTIONS[name].title.lower()}") for name in ALWAYS if name not in offered or name == "sense"
        ]

        async def answer(choice: str) -> None:
            if choice == "ballots":
                await self.ballots(term)
            elif choice == "look":
                await self._look(term)
            elif choice.startswith("move-"):
                move = moves[int(choice.removeprefix("move-"))]
                await self._do(move.action, dict(move.words))
            else:
                await self._do(choice, {"term": term})

        await self._ask(f"{self._label(term)}: what next?", rows, answer)

    def _hidden(self, term: str) -> bool:
        state = self._view.state.term(term)
        return state.judged and state.revealed is None

    async def _look(self, term: str) -> None:
        from toolkit.tui.panes.terms import TermsPane

        if not isinstance(self.screen.pane, TermsPane):
            await self._show("terms")
        pane = self.screen.pane
        assert isinstance(pane, TermsPane)
        pane.look(term)

    async def _do(self, name: str, words: dict[str, str]) -> None:
        if name == "slip":
            await self.slip(words["term"], words["domain"])
        elif name == "starter" and "case" not in words:
            await self._starters(words["term"])
        else:
            known = {param.name for param in ACTIONS[name].typed}
            await self._perform(name, {key: word for key, word in words.items() if key in known})

    async def _starters(self, term: str) -> None:
        """Offer the glossary's cases, the best next one first."""
        best = starters_left(self._view, term)
        rest = [case for case in self._starters_of(term) if case not in best]
        rows = [(case.id, f"{case.expect:<11} {case.text}") for case in [*best, *rest]]

        async def answer(case: str) -> None:
            await self._perform("starter", {"term": term, "case": case})

        await self._ask(
            "Which case? What most rooms say of it stands before it; the room never sees that.", rows, answer
        )

    def _starters_of(self, term: str) -> list[StarterCase]:
        info = self._view.plan.term(term)
        hung = {case.starter for case in self._view.state.term(term).cases}
        return [case for case in (info.cases if info else ()) if case.id not in hung]

    async def verdicts(self) -> None:
        """Ask whose answers are keyed: a domain's slip, or ballots one by one."""
        term = term_at_hand(self._view)
        if term is None:
            await self._ask_term(self._verdicts_on)
        else:
            await self._verdicts_on(term)

    async def _verdicts_on(self, term: str) -> None:
        if not wall_of(self._view, term):
            await self.open(term)
            return
        domains = present(self._view)
        rows = [(domain.id, f"{domain.label:<18} {self._keyed(term, domain)}") for domain in domains]
        rows.append(("ballots", "Ballots, one by one"))
        if len(self._view.plan.terms) > 1:
            rows.append(("other", "Another word"))

        async def answer(choice: str) -> None:
            if choice == "ballots":
                await self.ballots(term)
            elif choice == "other":
                await self._ask_term(self._verdicts_on)
            else:
                await self.slip(term, choice)

        await self._ask(f"{self._label(term)}: whose answers?", rows, answer)

    def _keyed(self, term: str, domain: DomainInfo) -> str:
        state = self._view.state
        ballots = sum(state.hat(person) == domain.id for person in state.term(term).verdicts)
        if ballots:
            return f"✓ {ballots} ballots"
        return "✓ slip" if answered(self._view, term, domain.id) else "·"

    async def slip(self, term: str, domain: str) -> None:
        """Open the sheet for a domain's slip."""
        from toolkit.tui.widgets.slip_sheet import SlipSheet

        view = self._view
        wall, info = wall_of(view, term), view.plan.domain(domain)
        heading = f"Slip of {info.label if info else domain}, {self._label(term)}"
        await self._put(
            SlipSheet(
                heading,
                lambda text: Slip(term, domain, text),
                wall,
                people_of(view, domain),
                self._known(term, domain),
                self._send,
            )
        )

    def _known(self, term: str, domain: str) -> list[Counts]:
        state = self._view.state.term(term)
        tally, wall = state.tallies.get(domain, {}), wall_of(self._view, term)
        known = [tally[case.id] for case in wall if case.id in tally]
        return known if len(known) == len(wall) else []

    async def ballots(self, term: str) -> None:
        """Open the sheet for ballots."""
        from toolkit.tui.widgets.ballot_sheet import BallotSheet

        await self._put(BallotSheet(term, self._label(term), lambda: self._view, self._send))

    async def _ask_term(self, then: Callable[[str], Awaitable[None]]) -> None:
        terms = self._view.plan.terms
        if not terms:
            self.screen.tell("No words are in dispute: name them under terms in workshop.yaml.", "warning")
            return
        await self._ask("Which word?", [(term.id, self._label(term.id)) for term in terms], then)

    async def _ask(self, title: str, rows: list[tuple[str, str]], answer: Callable[[str], Awaitable[None]]) -> None:
        from toolkit.tui.widgets.menu import Menu

        await self._put(Menu(title, rows, answer))

    def _label(self, term: str) -> str:
        info = self._view.plan.term(term)
        return info.label(self._view.plan.language) if info else term

    def _send(self, action: Action) -> None:
        self.screen.desk.do(action)
