"""The plan before the day: the agenda with its times, what it lacks, and every change to it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.files.problems import UserError, reason
from toolkit.tui.messages import Settled, SheetClosed
from toolkit.tui.plan_commands import PLAN_ENTRIES, plan_bindings
from toolkit.tui.plan_edits import PlanEdits
from toolkit.tui.plan_rows import HEADING, end, head, notes, rows
from toolkit.tui.text import literal, visible
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.fields_sheet import FieldsSheet
from toolkit.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.notifications import SeverityLevel

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.outlook import Outlook
    from toolkit.workshop.planning import Planning

LOOK_SECONDS = 1.0
"""How often the file is looked at for changes by others."""


BESIDE = 6
"""Columns that padding and a scroll bar take from the agenda."""


class PlanScreen(Screen[None]):
    """Shows a workshop's plan; each change is in the file before it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*plan_bindings(), Binding("escape,q", "leave", "Back")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (140, "-wide")]  # noqa: RUF012 - so Textual has it

    DEFAULT_CSS = """
    PlanScreen { layers: base above; }
    PlanScreen #plan-title { text-style: bold; height: 1; padding: 0 1; }
    PlanScreen #plan-head { height: 1; padding: 0 1; color: $text-muted; }
    PlanScreen #plan-end { height: 1; padding: 0 1; text-style: bold; }
    PlanScreen #plan-end.-over { color: $text-error; }
    PlanScreen #plan-heading { height: 1; padding: 0 1; color: $text-muted; margin-top: 1; }
    PlanScreen #plan-body { height: 1fr; }
    PlanScreen Choices { height: 1fr; width: 1fr; }
    PlanScreen Choices, PlanScreen Choices:focus { padding: 0 1; }
    PlanScreen #plan-notes { padding: 0 1; }
    PlanScreen #plan-notes Static { height: auto; }
    """

    def __init__(self, folder: Folder, by: str) -> None:
        super().__init__()
        self.folder, self.by = folder, by
        self.planning: Planning | None = None
        """The file, once it is being read."""
        self.outlook: Outlook | None = None
        """The plan as the file has it; None while it cannot be read."""
        self._shown: Outlook | None = None
        self._edits = PlanEdits(self)

    def compose(self) -> ComposeResult:
        """Lay out head, agenda, notes and keys."""
        yield Static("Reading the plan…", id="plan-title", markup=False)
        yield Static("", id="plan-head", markup=False)
        yield Static("", id="plan-end", markup=False)
        yield Static(HEADING, id="plan-heading", markup=False)
        with Horizontal(id="plan-body"):
            yield Choices()
            with VerticalScroll(id="plan-notes"):
                yield Static("", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read the file, then look at it again and again."""
        self.query_one(Choices).focus()
        self.run_worker(self._open(), exit_on_error=False)
        self.set_interval(LOOK_SECONDS, self._watch)
        self.call_after_refresh(self.post_message, Settled())

    async def _open(self) -> None:
        await self.look()
        if self.planning is not None:
            await asyncio.to_thread(_learn, self.planning, self.outlook)
            if not self.query(Sheet):
                await self.look()

    async def look(self) -> None:
        """Read the file as it is, and show it or what is wrong with it."""
        try:
            found = await asyncio.to_thread(self._look)
        except (UserError, OSError) as error:
            self.outlook = self._shown = None
            self.query_one("#plan-title", Static).update(literal(f"{self.folder.file} cannot be planned with"))
            self.query_one("#plan-head", Static).update("Mend it in an editor: it is read again as soon as it changes.")
            self.query_one("#plan-end", Static).update("")
            self.query_one(Choices).clear_options()
            self.query_one("#plan-notes Static", Static).update(literal(reason(error)))
        else:
            self.took_over(found)

    def _look(self) -> Outlook:
        """Read in a thread: it imports what models need, and reads files."""
        from toolkit.workshop.planning import Planning

        if self.planning is None:
            self.planning = Planning(self.folder)
        return self.planning.look()

    async def _watch(self) -> None:
        """Show what somebody else has made of the file, unless something is being typed."""
        if self.planning is None or self.query(Sheet) or not self.is_current:
            return
        if await asyncio.to_thread(self.planning.is_stale):
            await self.look()
            if self.outlook is not None:
                self.tell("The files were changed elsewhere: this is how it is now.", "warning")

    def took_over(self, found: Outlook, to: int | None = None) -> None:
        """Show the plan as the file has it now; `to` is the index of the block to go to."""
        self.outlook = found
        self.draw(found, to)

    def draw(self, found: Outlook, to: int | None = None) -> None:
        """Draw a plan: that of the file, or one that is being typed."""
        self._shown = found
        plan, choices = found.plan, self.query_one(Choices)
        begun = "  (has begun: the live console offers changes)" if self.folder.journal().exists() else ""
        self.query_one("#plan-title", Static).update(literal(plan.title + begun))
        self.query_one("#plan-head", Static).update(literal(head(plan)))
        ending = self.query_one("#plan-end", Static)
        ending.update(literal(end(found)))
        ending.set_class(found.agenda.over > 0, "-over")
        index = choices.highlighted if to is None else to
        lines = rows(found, choices.size.width - BESIDE)
        choices.set_options([Option(literal(text), id=id_) for id_, text in lines])
        choices.highlighted = min(max(index or 0, 0), len(lines) - 1)
        self._draw_notes()

    def _draw_notes(self) -> None:
        if self._shown is None:
            return
        index = self.query_one(Choices).highlighted or 0
        here = self._shown.plan.blocks[min(index, len(self._shown.plan.blocks) - 1)].id
        lines = [literal(text, "bold" if mine else "") for text, mine in notes(self._shown, here)]
        text = Content("\n").join(lines) if lines else literal("   Nothing is missing.")
        self.query_one("#plan-notes Static", Static).update(text)

    @property
    def index(self) -> int:
        """The index of the block under the cursor."""
        return self.query_one(Choices).highlighted or 0

    def on_resize(self, _event: Resize) -> None:
        """Draw for the new size."""
        if self._shown is not None:
            self.call_after_refresh(self.draw, self._shown)

    def tell(self, text: str, severity: SeverityLevel = "information") -> None:
        """Show a notice for a moment; its text is never markup."""
        self.app.clear_notifications()
        self.notify(visible(text), severity=severity, markup=False, timeout=3 if severity == "information" else 10)

    async def put(self, sheet: Sheet) -> None:
        """Show a sheet in place of the one that may be open."""
        await self.query(Sheet).remove()
        await self.mount(sheet)
        sheet.take_focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave all keys to what is being typed."""
        return action not in ("plan", "leave") or not self.query(Sheet)

    async def action_plan(self, name: str) -> None:
        """Do what a key, the footer or the menu asks for."""
        if name == "plan-menu":
            from toolkit.tui.app import WorkshopApp
            from toolkit.tui.widgets.menu import Menu, menu_rows

            assert isinstance(self.app, WorkshopApp)
            listed = [entry for entry in PLAN_ENTRIES.values() if entry.name != name]
            listing = menu_rows(listed, self.app.settings.keys)
            await self.put(Menu("Everything that can be done here", listing, self.action_plan))
        elif name == "plan-run":
            self._edits.run_live()
        elif self.outlook is not None:
            await self._edits.run(name)

    def action_leave(self) -> None:
        """Go back to where the screen was opened, or leave."""
        if len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw_notes()

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_plan("plan-change")

    @on(FieldsSheet.Typed)
    def _typed(self, message: FieldsSheet.Typed) -> None:
        self._preview(message.sheet)

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def _preview(self, sheet: FieldsSheet) -> None:
        await self._edits.preview(sheet)

    @on(FieldsSheet.Sent)
    async def _sent(self, message: FieldsSheet.Sent) -> None:
        await self._edits.sent(message.sheet)

    @on(SheetClosed)
    def _sheet_closed(self) -> None:
        """Show what is in the file again, not what was typed."""
        self.workers.cancel_group(self, "preview")
        if self.outlook is not None:
            self.draw(self.outlook)
        if not self.query(Sheet):  # what a menu opened has the keys
            self.query_one(Choices).focus()
        self.refresh_bindings()


def _learn(planning: Planning, seen: Outlook | None) -> None:
    """Let the plan know of earlier sessions, and home of this workshop."""
    from toolkit.session.history import took_lately
    from toolkit.workshop.recent import remember

    planning.learn(took_lately())
    if seen is not None:
        remember(planning.folder, seen.plan)
