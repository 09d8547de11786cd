"""What the live screen does with people: who came, who sits where, what they answered before and after."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from toolkit.session.actions import ACTIONS
from toolkit.session.actions.groups import MakeGroups, NextRound, OtherTables
from toolkit.session.actions.people import Arrive
from toolkit.session.actions.roster import EDITED
from toolkit.session.survey import codes_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from toolkit.session.grammar import Action, Spec
    from toolkit.session.words import View
    from toolkit.tui.panes.people import PeoplePane
    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.sheet import Sheet

SEATED = (MakeGroups, OtherTables, NextRound)
"""Actions after which people look for their tables."""

JUST_NOW = 10.0
"""Seconds within which somebody who came is not taken to leave."""


class LivePeople:
    """Leads through what is done with people."""

    def __init__(
        self,
        screen: LiveScreen,
        put: Callable[[Sheet], Awaitable[None]],
        perform: Callable[[str, Mapping[str, str]], Awaitable[None]],
        ask: Callable[[Spec, Mapping[str, str]], Awaitable[None]],
        show: Callable[[str], Awaitable[None]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.screen, self._put, self._perform, self._ask, self._show = screen, put, perform, ask, show
        self.monotonic = monotonic
        self._came: dict[str, float] = {}

    @property
    def _view(self) -> View:
        return self.screen.session.view

    @property
    def _pane(self) -> PeoplePane | None:
        from toolkit.tui.panes.people import PeoplePane

        return self.screen.pane if isinstance(self.screen.pane, PeoplePane) else None

    async def _people(self) -> PeoplePane:
        if self._pane is None:
            await self._show("people")
        assert self._pane is not None
        return self._pane

    async def find(self) -> None:
        """Show everybody, and let a name be typed."""
        (await self._people()).find()

    async def arrive(self) -> None:
        """Ask who arrived; on the People area the person under the cursor is filled in."""
        person = self._pane.highlighted if self._pane else None
        await self._ask(ACTIONS["arrive"], {"person": person} if person else {})

    async def chosen(self, person: str) -> None:
        """Record that a person arrived under the planned hat, or left; without a hat, ask for it.

        Nobody leaves who has only just come: a reader of codes may read one twice.
        """
        known = self._view.state.presence.get(person)
        if known and known.here and self.monotonic() - self._came.get(person, -JUST_NOW) < JUST_NOW:
            self.screen.tell(f"{self._view.name(person)} is here already. Enter again in a while if they left.")
        elif known and known.here:
            await self._perform("leave", {"person": person})
        elif self._view.state.hat(person):
            await self._perform("arrive", {"person": person})
        else:
            await self._ask(ACTIONS["arrive"], {"person": person})

    def recorded(self, action: Action) -> None:
        """Remember when somebody came in at this door, by a clock that goes on in a rehearsal too."""
        if isinstance(action, Arrive):
            self._came[action.person] = self.monotonic()

    async def walk_in(self, name: str = "") -> None:
        """Ask who walked in, and under which hat: two lines."""
        await self._ask(ACTIONS["walk-in"], {"name": name} if name else {})

    async def edit(self) -> None:
        """Ask what the roster is to have of the person under the cursor; each line has what stands there now."""
        if self.screen.rehearsal:
            self.screen.tell("A rehearsal leaves the roster as it is: change it in the session, or in the file.")
            return
        person = (await self._people()).highlighted
        row = self._view.people.get(person or "")
        if row is None:
            self.screen.tell("Choose somebody on the list, then say it again.", "warning")
            return
        cells = {name: text for name in EDITED if (text := getattr(row, name))}
        cells["domain"] = self._view.state.hat(row.id) or ""
        await self._ask(ACTIONS["person"], {"person": row.id, **cells})

    async def groups(self) -> None:
        """Ask for tables, above those that there are."""
        if self._view.state.seating is not None:
            await self._show_groups()
        await self._ask(ACTIONS["groups"], {})

    async def seated(self, action: Action) -> bool:
        """Show the tables that an action made; return whether it made any."""
        if isinstance(action, SEATED):
            await self._show_groups()
        return isinstance(action, SEATED)

    async def _show_groups(self) -> None:
        if self.screen.pane.NAME != "groups":
            await self._show("groups")

    async def survey(self) -> None:
        """Offer what can be done with the sheets of statements."""
        from toolkit.tui.widgets.menu import Menu

        state = self._view.state
        if not self._view.plan.survey:
            self.screen.tell("workshop.yaml has no survey: write three to eight statements there.", "warning")
            return
        before, after = codes_of(state, "before"), codes_of(state, "after")
        rows = [
            ("before", f"Key sheets from before    {len(before)} so far"),
            ("after", f"Key sheets from after     {len(after)} so far, {len(before - after)} codes without one"),
            ("results", "See what moved"),
        ]
        await self._put(Menu("Sheets before and after", rows, self._survey))

    async def _survey(self, choice: str) -> None:
        from toolkit.tui.widgets.survey_sheet import SurveySheet

        if choice == "results":
            await self._show("survey")
        else:
            await self._put(SurveySheet(choice, lambda: self._view, self.screen.desk.do))
