"""What each command of the live screen does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.actions import ACTIONS
from toolkit.session.actions.capture import Note, Park
from toolkit.session.actions.opening import TakeOver
from toolkit.session.desk import Done, Refused
from toolkit.session.opening import keep_fingerprint
from toolkit.session.words import Refusal
from toolkit.tui.commands import ENTRIES
from toolkit.tui.widgets.now_bar import NowBar
from toolkit.tui.widgets.sheet import Sheet
from toolkit.workshop.difference import aligned, differences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toolkit.session.grammar import Action, Spec
    from toolkit.tui.panes.pane import Pane
    from toolkit.tui.screens.live import LiveScreen
    from toolkit.tui.widgets.capture_bar import CaptureBar
    from toolkit.tui.widgets.form import ActionForm
    from toolkit.workshop.plan import Plan

QUIET = {"next", "back", "goto", "note", "park", "commit", "pause", "go"}
"""Actions whose effect is plain to see; the others' replies are shown."""


class LiveCommands:
    """The commands of one live screen."""

    def __init__(self, screen: LiveScreen) -> None:
        self.screen = screen
        self._own: dict[str, Callable[[], object]] = {
            "pause-or-go": lambda: self.perform("go" if screen.session.state.paused else "pause"),
            "minute-more": lambda: self.perform("extend", {"minutes": "+1"}),
            "minute-less": lambda: self.perform("extend", {"minutes": "-1"}),
            "menu": self._menu,
            "big-view": self._big_view,
            "print-cards": self._print_cards,
            "take-over": self._read_files,
            "quit": self._quit,
        }
        self._offered: Plan | None = None

    def run(self, name: str) -> None:
        """Do the command called `name`."""
        if name.startswith("show-"):
            self.show(name.removeprefix("show-"))
        elif name in ("menu", "quit"):
            self._own[name]()
        elif name.startswith("spoke-"):
            self._spoke(int(name.removeprefix("spoke-")))
        elif name in self._own:
            self._own[name]()
        elif name == "arrive":
            self._arrive()
        else:
            self.perform(name)

    def perform(self, name: str, given: Mapping[str, str] | None = None) -> None:
        """Do an action of the session; ask for the words it needs."""
        spec, given = ACTIONS[name], given or {}
        if spec.action in (Note, Park):
            self.open_bar(name)
        elif spec.rehearsal_only and not self.screen.rehearsal:
            self.screen.tell("Only a rehearsal's clock can be moved: start one with --rehearse.", "warning")
        elif any(param.required and param.name not in given for param in spec.typed):
            self._ask(spec, given)
        else:
            try:
                self.screen.desk.do(spec.build(given, self.screen.session.view))
            except Refusal as refusal:
                self.screen.tell(str(refusal), "warning")

    def answered(self, action: Action, result: Done | Refused) -> None:
        """Show what came of an action; words that were not recorded go back to where they were typed."""
        form = self._form()
        if isinstance(result, Refused):
            if isinstance(action, Note | Park):
                self.open_bar("note" if isinstance(action, Note) else "park", action.text)
            if form:
                form.refused(result.reason)
            else:
                self.screen.tell(result.reason, "warning")
            return
        if form and isinstance(action, form.spec.action):
            form.answered()
        name = next(spec.name for spec in ACTIONS.values() if spec.action is type(action))
        if isinstance(action, TakeOver):
            self.screen.desk.submit(lambda desk: keep_fingerprint(self.screen.folder, desk))
        if name not in QUIET:
            self.screen.tell(result.reply)

    # Areas

    def show(self, name: str) -> None:
        """Show an area; the key that shows it goes back to Run as well."""
        from textual.widgets import ContentSwitcher

        switcher = self.screen.query_one(ContentSwitcher)
        if switcher.current == name:
            name = "run"
        if not switcher.query(f"#{name}"):
            switcher.mount(self._make(name))
        switcher.current = name
        self.screen.query_one(NowBar).set_class(name != "run", "-full")
        self.screen.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self.screen.draw()
        self.screen.pane.take_focus()

    def _make(self, name: str) -> Pane:
        if name == "terms":
            from toolkit.tui.panes.terms import TermsPane

            return TermsPane()
        if name == "people":
            from toolkit.tui.panes.people import PeoplePane

            return PeoplePane()
        if name == "library":
            from toolkit.tui.panes.library import LibraryPane

            return LibraryPane(self.screen.folder.path)
        from toolkit.tui.panes.help import HelpPane

        return HelpPane(self.screen.settings.keys)

    # Typing

    def open_bar(self, action: str, text: str = "") -> None:
        """Open the capture bar, after what stands in it."""
        bar = self.bar()
        bar.open(action, self.screen.session.view.plan.domains, text)

    def bar(self) -> CaptureBar:
        """Return the capture bar; it is made when it is first needed."""
        from toolkit.tui.widgets.capture_bar import CaptureBar

        found = self.screen.query(CaptureBar)
        if not found:
            bar = CaptureBar()
            self.screen.mount(bar)
            return bar
        return found.first()

    def _ask(self, spec: Spec, given: Mapping[str, str]) -> None:
        from toolkit.tui.widgets.form import ActionForm

        screen = self.screen
        self._put(ActionForm(spec, lambda: screen.session.view, screen.desk.do, given))

    def _put(self, sheet: Sheet) -> None:
        """Show a sheet in place of the one that may be open."""
        self.screen.query(Sheet).remove()
        self.screen.mount(sheet)

    def _form(self) -> ActionForm | None:
        from toolkit.tui.widgets.form import ActionForm

        found = self.screen.query(ActionForm)
        return found.first() if found else None

    # Commands

    def _spoke(self, number: int) -> None:
        if number <= len(self.screen.session.view.plan.domains):
            self.perform("spoke", {"domain": str(number)})
        else:
            self.screen.tell(f"There is no domain with number {number}.", "warning")

    def _arrive(self) -> None:
        """Ask who arrived; on the People area the person under the cursor is filled in."""
        from toolkit.tui.panes.people import PeoplePane

        pane = self.screen.pane
        person = pane.highlighted if isinstance(pane, PeoplePane) else None
        self._ask(ACTIONS["arrive"], {"person": person} if person else {})

    def came_or_went(self, person: str) -> None:
        """Record that a person arrived under the planned hat, or left; without a hat, ask for it."""
        session = self.screen.session
        known = session.state.presence.get(person)
        planned = next((p.domain for p in session.view.plan.people if p.id == person), None)
        if known and known.here:
            self.perform("leave", {"person": person})
        elif planned or known:
            self.perform("arrive", {"person": person})
        else:
            self._ask(ACTIONS["arrive"], {"person": person})

    def _menu(self) -> None:
        from toolkit.tui.widgets.menu import Menu, menu_rows

        names = [entry for entry in ENTRIES.values() if self._applies(entry.name)]
        rows = menu_rows(names, self.screen.settings.keys)
        self._put(Menu("Everything that can be done now", rows, self.run))

    def _applies(self, name: str) -> bool:
        entry = ENTRIES[name]
        return (
            name not in ("menu", "pause", "go")
            and entry.group != "Voice"
            and (self.screen.rehearsal or not entry.rehearsal_only)
        )

    def _big_view(self) -> None:
        from toolkit.tui.screens.room import RoomScreen

        self.screen.app.push_screen(RoomScreen(lambda: self.screen.session, self.perform))

    def _quit(self) -> None:
        from toolkit.tui.app import WorkshopApp

        app = self.screen.app
        assert isinstance(app, WorkshopApp)
        app.leave_session()

    def remember(self) -> None:
        """Put the workshop among the recent ones, and fetch what the first keys will need."""
        from toolkit.workshop.recent import remember

        remember(self.screen.folder, self.screen.session.view.plan)
        self.bar()

    # Files

    def offer_files(self) -> None:
        """Read the changed files in the background, to say what is different."""
        self._read_files()

    def _read_files(self) -> None:
        self.screen.run_worker(self._compare, thread=True, exit_on_error=False, group="files", exclusive=True)

    def _compare(self) -> None:
        from toolkit.files.problems import UserError
        from toolkit.tui.entry import read_plan

        app, screen = self.screen.app, self.screen
        running = screen.session.view.plan
        try:
            files = aligned(running, read_plan(screen.folder)[0])
        except UserError as error:
            app.call_from_thread(screen.tell, f"The files changed and cannot be read: {error}", "error")
            return
        changes = differences(running, files)
        if changes:
            app.call_from_thread(self._ask_to_take_over, files, changes)
        else:
            screen.desk.submit(lambda desk: keep_fingerprint(screen.folder, desk))

    def _ask_to_take_over(self, files: Plan, changes: list[str]) -> None:
        from toolkit.tui.widgets.menu import Menu

        self._offered = files
        rows = [("keep", "Go on with the plan as it is"), ("take", "Take the files over")]
        title = "The files have changed since this plan was read:\n" + "\n".join(f"  {line}" for line in changes)
        self._put(Menu(title, rows, self._take_over))

    def _take_over(self, choice: str) -> None:
        if choice == "take" and self._offered is not None:
            self.screen.desk.do(TakeOver(self._offered))

    def _print_cards(self) -> None:
        self.screen.run_worker(self._print, thread=True, exit_on_error=False, group="print", exclusive=True)

    def _print(self) -> None:
        from toolkit.files.problems import UserError
        from toolkit.printing.products import print_product

        app, screen = self.screen.app, self.screen
        try:
            made = print_product(screen.folder, "participant-cards")
        except (UserError, OSError) as error:
            app.call_from_thread(screen.tell, str(error), "error")
        else:
            app.call_from_thread(screen.tell, f"{made.cards} cards on {made.pages} pages: {made.path}")
