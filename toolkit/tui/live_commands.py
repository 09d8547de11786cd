"""What each command of the live screen does.

Commands are awaited by the key that asked for them, so that the next key of a fast typist finds what this one opened.
"""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from textual.widgets import ContentSwitcher

from toolkit.session.actions import ACTIONS
from toolkit.session.actions.capture import Note, Park
from toolkit.session.actions.commitments import Read
from toolkit.session.actions.opening import TakeOver
from toolkit.session.desk import Done, Refused
from toolkit.session.opening import keep_fingerprint
from toolkit.session.words import Refusal
from toolkit.tui.areas import area
from toolkit.tui.commands import ENTRIES
from toolkit.tui.live_files import LiveFiles
from toolkit.tui.widgets.now_bar import NowBar
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from toolkit.session.grammar import Action, Spec
    from toolkit.tui.live_people import LivePeople
    from toolkit.tui.live_read_back import LiveReadBack
    from toolkit.tui.live_terms import LiveTerms
    from toolkit.tui.messages import Chosen
    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.capture_bar import CaptureBar
    from toolkit.tui.widgets.form import ActionForm

QUIET = {
    "next", "back", "goto", "note", "park", "commit", "pause", "go", "extend", "verdict", "sheet", "read", "owner",
    "due", "ask", "kept",
}  # fmt: skip
"""Actions whose effect is plain to see; the others' replies are shown."""


class LiveCommands:
    """The commands of one live screen."""

    def __init__(self, screen: LiveScreen) -> None:
        self.screen = screen
        self.files = LiveFiles(screen, self.put)
        self.made_bar: CaptureBar | None = None
        """The capture bar, once it has been needed."""
        self._making = asyncio.Lock()
        self.unsent: dict[str, dict[str, str]] = {}
        """Words of forms that were closed without sending, by action: they come back when it is asked again."""
        self._own: dict[str, Callable[[], Awaitable[None]]] = {
            "pause-or-go": lambda: self.perform("go" if screen.session.state.paused else "pause"),
            "minute-more": lambda: self.perform("extend", {"minutes": "+1"}),
            "minute-less": lambda: self.perform("extend", {"minutes": "-1"}),
            "arrive": lambda: self.people.arrive(),
            "find-person": lambda: self.people.find(),
            "walk-in": lambda: self.people.walk_in(),
            "person": lambda: self.people.edit(),
            "groups": lambda: self.people.groups(),
            "survey": lambda: self.people.survey(),
            "menu": self._menu,
            "replan": self._replan,
            "big-view": self._big_view,
            "report": self._report,
            "take-over": self.files.offer,
            "verdicts": lambda: self.terms.verdicts(),
            "quit": self._quit,
        }

    @cached_property
    def terms(self) -> LiveTerms:
        """The work on words; made when it is first asked for."""
        from toolkit.tui.live_terms import LiveTerms

        return LiveTerms(self.screen, self.put, self.perform, self.show)

    @cached_property
    def people(self) -> LivePeople:
        """The work with people; made when it is first asked for."""
        from toolkit.tui.live_people import LivePeople

        return LivePeople(self.screen, self.put, self.perform, self.ask, self.show)

    @cached_property
    def read_back(self) -> LiveReadBack:
        """Correcting what is read back; made when it is first asked for."""
        from toolkit.tui.live_read_back import LiveReadBack

        return LiveReadBack(self.screen)

    async def run(self, name: str) -> None:
        """Do the command called `name`."""
        if name.startswith("show-"):
            await self.show(name.removeprefix("show-"))
        elif name.startswith("spoke-"):
            await self._spoke(int(name.removeprefix("spoke-")))
        elif name in self._own:
            await self._own[name]()
        elif given := self.read_back.given(name) if name in ACTIONS else {}:
            await self.ask(ACTIONS[name], given)  # asked, never done at once: it is about the line under the cursor
        else:
            await self.perform(name)

    async def perform(self, name: str, given: Mapping[str, str] | None = None) -> None:
        """Do an action of the session; ask for the words it needs."""
        spec, given = ACTIONS[name], given or {}
        if spec.action in (Note, Park):
            await self.open_bar(name)
        elif spec.rehearsal_only and not self.screen.rehearsal:
            self.screen.tell("Only a rehearsal's clock can be moved: start one with --rehearse.", "warning")
        elif any(param.required and param.name not in given for param in spec.typed):
            await self.ask(spec, given)
        else:
            try:
                self.screen.desk.do(spec.build(given, self.screen.session.view))
            except Refusal as refusal:
                self.screen.tell(str(refusal), "warning")

    async def answered(self, action: Action, result: Done | Refused) -> None:
        """Show what came of an action; words that were not recorded go back to where they were typed."""
        form = self._form()
        mine = form is not None and isinstance(action, form.spec.action)
        if isinstance(result, Refused):
            from toolkit.tui.hints import why_not

            if isinstance(action, Note | Park):
                await self.open_bar("note" if isinstance(action, Note) else "park", action.text)
            if form is not None and mine:
                form.refused(why_not(result, self.screen.settings.keys, form.spec.name))
            else:
                self.screen.tell(why_not(result, self.screen.settings.keys), "warning")
            return
        if form is not None and mine:
            form.done = True
            self.screen.drafts.sent("form")
            await form.action_close()
        if isinstance(action, TakeOver):
            self.screen.desk.submit(lambda desk: keep_fingerprint(self.screen.folder, desk))
        self.read_back.go_on(action)
        self.people.recorded(action)
        seated = await self.people.seated(action)
        if not seated and next(spec.name for spec in ACTIONS.values() if spec.action is type(action)) not in QUIET:
            self.screen.tell(result.reply)

    async def show(self, name: str) -> None:
        """Show an area; the key that shows it goes back to Run as well."""
        switcher = self.screen.query_one(ContentSwitcher)
        if switcher.current == name:
            name = "run"
        if not switcher.query(f"#{name}"):
            await switcher.mount(area(name, self.screen))
        switcher.current = name
        self.screen.query_one(NowBar).set_class(name != "run", "-full")
        if not self._typing():
            self.screen.pane.take_focus()
        self.screen.call_after_refresh(self.screen.draw)

    def _typing(self) -> bool:
        """Tell whether the keys go to the bar or a sheet: an area that is shown under them does not take them away."""
        focused = self.screen.focused
        open_over = [*self.screen.query(Sheet), *([self.made_bar] if self.made_bar else [])]
        return focused is not None and any(widget in focused.ancestors_with_self for widget in open_over)

    async def close_open(self) -> None:
        """Close the sheet that is open, else the bar, wherever the focus is."""
        for sheet in self.screen.query(Sheet):
            await sheet.action_close()
            return
        if self.made_bar is not None and self.made_bar.display:
            self.made_bar.action_close()

    async def open_bar(self, action: str, text: str = "") -> None:
        """Open the capture bar, after what stands in it; a menu would hide what is typed."""
        from toolkit.tui.widgets.menu import Menu

        await self.screen.query(Menu).remove()
        bar = await self.bar()
        bar.open(action, self.screen.session.view.plan.domains, text)

    async def bar(self) -> CaptureBar:
        """Return the capture bar; it is made when it is first needed."""
        from toolkit.tui.widgets.capture_bar import CaptureBar

        async with self._making:
            if self.made_bar is None:
                self.made_bar = CaptureBar()
                await self.screen.mount(self.made_bar)
        return self.made_bar

    async def ask(self, spec: Spec, given: Mapping[str, str]) -> None:
        """Ask for the words of an action."""
        from toolkit.tui.widgets.form import ActionForm

        kinds = [param.kind for param in spec.typed if param.required and param.name not in given]
        if lacking := next(
            (kind for kind in kinds if kind.nothing and not kind.offers(self.screen.session.view)), None
        ):
            self.screen.tell(lacking.nothing, "warning")
            return
        screen, known = self.screen, {**self.unsent.pop(spec.name, {}), **given}

        def send(action: Action) -> None:
            screen.desk.do(action, typed=True)

        await self.put(ActionForm(spec, lambda: screen.session.view, send, known))

    async def put(self, sheet: Sheet) -> None:
        """Show a sheet in place of the one that may be open."""
        self.screen.hush()
        await self.screen.query(Sheet).remove()
        await self.screen.mount(sheet)
        sheet.take_focus()

    def _form(self) -> ActionForm | None:
        from toolkit.tui.widgets.form import ActionForm

        found = self.screen.query(ActionForm)
        return found.first() if found else None

    async def _spoke(self, number: int) -> None:
        if number <= len(self.screen.session.view.plan.domains):
            await self.perform("spoke", {"domain": str(number)})
        else:
            self.screen.tell(f"There is no domain with number {number}.", "warning")

    async def chosen(self, message: Chosen) -> None:
        """Go on with what was chosen from a list."""
        if message.kind == "term":
            await self.terms.open(message.id)
        elif message.kind == "person":
            await self.people.chosen(message.id)
        elif message.kind == "walk-in":
            await self.people.walk_in(message.id)
        elif message.kind == "line":
            await self.read_back.open(message.id)
        elif message.kind == "reading":
            self.screen.desk.do(Read(message.id))
        else:
            await self.run(message.id)

    async def _menu(self) -> None:
        from toolkit.tui.widgets.menu import Menu, menu_rows

        listed = [entry for entry in ENTRIES.values() if self._applies(entry.name)]
        rows = menu_rows(listed, self.screen.settings.keys)
        await self.put(Menu("Everything that can be done now", rows, self.run))

    def _applies(self, name: str) -> bool:
        entry = ENTRIES[name]
        possible = self.screen.rehearsal or not entry.rehearsal_only
        return possible and entry.group != "Voice" and name not in ("menu", "pause", "go")

    async def _replan(self) -> None:
        from toolkit.tui.live_replan import offer

        await offer(self.screen, self.put)

    async def _report(self) -> None:
        from toolkit.tui.live_report import offer

        await offer(self.screen, self.put)

    async def _big_view(self) -> None:
        from toolkit.tui.screens.room import RoomScreen

        self.screen.app.push_screen(RoomScreen(lambda: self.screen.session, self.perform))

    async def _quit(self) -> None:
        from toolkit.tui.app import WorkshopApp

        app = self.screen.app
        assert isinstance(app, WorkshopApp)
        app.leave_session()
