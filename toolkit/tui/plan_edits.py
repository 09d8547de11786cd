"""What each command of the plan screen does: it finds out what is wanted, and has it put into the file."""

from __future__ import annotations

import asyncio
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from toolkit.files.problems import UserError, reason
from toolkit.tui.widgets.fields_sheet import Asked, FieldsSheet
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from toolkit.tui.screens.plan import PlanScreen
    from toolkit.workshop.edit import Entry
    from toolkit.workshop.plan import Block, Plan

    Edit = Callable[[str], str]


class PlanEdits:
    """The changes that one plan screen makes."""

    def __init__(self, screen: PlanScreen) -> None:
        self.screen = screen
        self._meant: Callable[[FieldsSheet], tuple[Edit, str, int]] | None = None
        """What the open sheet's values would change, what that is called, and where the cursor goes."""
        self._commands: dict[str, Callable[[], Awaitable[None]]] = {
            "plan-add": self._add,
            "plan-break": partial(self._ask_plain, "break", "Break", "15"),
            "plan-talk": partial(self._ask_plain, "talk", "Talk", "10"),
            "plan-tracks": self._ask_tracks,
            "plan-change": partial(self._ask_block, "minutes"),
            "plan-lock": partial(self._ask_block, "at"),
            "plan-up": partial(self._move, -1),
            "plan-down": partial(self._move, 1),
            "plan-duplicate": self._duplicate,
            "plan-remove": self._remove,
            "plan-undo": partial(self._back, "undo"),
            "plan-redo": partial(self._back, "redo"),
            "plan-suggest": self._suggest,
            "plan-roster": self._roster,
            "plan-invite": self._invite,
            "plan-print": self._print,
        }

    async def run(self, name: str) -> None:
        """Do a command."""
        await self._commands[name]()

    @property
    def _plan(self) -> Plan:
        assert self.screen.outlook is not None
        return self.screen.outlook.plan

    @property
    def _block(self) -> Block:
        """The block under the cursor."""
        return self._plan.blocks[self.screen.index]

    @property
    def _below(self) -> str | None:
        """The block before which something new goes; None at the end."""
        below = self.screen.index + 1
        return self._plan.blocks[below].id if below < len(self._plan.blocks) else None

    async def do(self, edited: Edit, what: str, to: int) -> str:
        """Change the file and show it; return why that was refused, or nothing."""
        from toolkit.workshop.edit_folder import ChangedElsewhereError

        assert self.screen.planning is not None
        try:
            found = await asyncio.to_thread(self.screen.planning.do, edited, what)
        except ChangedElsewhereError as error:
            await self.screen.look()
            return str(error)
        except (UserError, OSError) as error:
            return reason(error)
        self.screen.took_over(found, to)
        return ""

    async def _do(self, edited: Edit, what: str, to: int) -> None:
        if why := await self.do(edited, what, to):
            self.screen.tell(why, "error")

    async def _move(self, by: int) -> None:
        from toolkit.workshop.edit import moved

        here, blocks = self.screen.index, self._plan.blocks
        if not 0 <= here + by < len(blocks):
            return
        beyond = here + (by if by < 0 else 2)
        before = blocks[beyond].id if beyond < len(blocks) else None
        await self._do(partial(moved, block=blocks[here].id, before=before), f"moving {blocks[here].title}", here + by)

    async def _duplicate(self) -> None:
        from toolkit.workshop.edit import duplicated

        block = self._block
        await self._do(partial(duplicated, block=block.id), f"duplicating {block.title}", self.screen.index + 1)

    async def _remove(self) -> None:
        from toolkit.workshop.edit import removed

        block = self._block
        await self._do(partial(removed, block=block.id), f"removing {block.title}", self.screen.index)

    async def _back(self, which: str) -> None:
        from toolkit.workshop.edit_folder import ChangedElsewhereError

        assert self.screen.planning is not None
        turn = self.screen.planning.undo if which == "undo" else self.screen.planning.redo
        try:
            found, what = await asyncio.to_thread(turn)
        except ChangedElsewhereError as error:
            await self.screen.look()
            self.screen.tell(str(error), "warning")
        except (UserError, OSError) as error:
            self.screen.tell(reason(error), "warning")
        else:
            self.screen.took_over(found)
            self.screen.tell(f"Taken back: {what}" if which == "undo" else f"Done again: {what}")

    async def _ask_block(self, first: str) -> None:
        """Ask for what can be changed of the block under the cursor."""
        from toolkit.workshop.entries import with_typed
        from toolkit.workshop.times import clock

        block, plan, index = self._block, self._plan, self.screen.index
        bounds = self.screen.outlook.bounds.get(block.id) if self.screen.outlook else None
        at = clock(plan.at(block.at), plan.tz) if block.at is not None else ""
        fields = [
            Asked("minutes", "Minutes", f"{block.milliseconds / MINUTE:g}", f"{bounds[1]:g}" if bounds else "how long"),
            Asked("at", "Locked start", at, "HH:MM; empty: not locked"),
            *([Asked("terms", "Words", " ".join(block.terms), "ids of terms")] if block.kind == "exercise" else []),
            Asked("priority", "When late", block.priority, "normal, keep or first-to-go"),
        ]
        limits = f"  ({bounds[0]:g} to {bounds[2]:g} min, best {bounds[1]:g})" if bounds else ""

        def meant(sheet: FieldsSheet) -> tuple[Edit, str, int]:
            return partial(with_typed, block=block.id, typed=sheet.changed), f"changing {block.title}", index

        await self._ask(FieldsSheet(f"{block.title}{limits}", fields, first), meant)

    async def _ask_plain(self, kind: str, title: str, minutes: str) -> None:
        from toolkit.workshop.edit import added
        from toolkit.workshop.entries import plain_entry

        below, to = self._below, self.screen.index + 1

        def meant(sheet: FieldsSheet) -> tuple[Edit, str, int]:
            words = sheet.values
            entry = plain_entry(kind, words["title"], words["minutes"])
            return partial(added, entry=entry, before=below), f"adding {words['title'] or title}", to

        fields = [Asked("title", "Title", title), Asked("minutes", "Minutes", minutes)]
        await self._ask(FieldsSheet(f"New {kind}", fields), meant)

    async def _ask_tracks(self) -> None:
        from toolkit.library.catalogue import Catalogue
        from toolkit.workshop.edit import added
        from toolkit.workshop.entries import parallel_entry

        below, to = self._below, self.screen.index + 1
        exercises = await asyncio.to_thread(Catalogue(self.screen.folder.path).exercises)
        fields = [
            Asked("title", "Title", "", "or the tracks' titles"),
            Asked("minutes", "Minutes", "", "or the longest exercise's"),
            Asked("track1", "Track", "", "Tokens: term-collision @ Room 3 (Ana)"),
            *(Asked(f"track{n}", "Track", "", "TITLE: exercise or text @ PLACE (LEAD)") for n in range(2, 5)),
        ]

        def meant(sheet: FieldsSheet) -> tuple[Edit, str, int]:
            words = sheet.values
            tracks = [words[f"track{n}"] for n in range(1, 5)]
            entry = parallel_entry(tracks, exercises, words["title"], words["minutes"])
            return partial(added, entry=entry, before=below), "adding tracks", to

        await self._ask(FieldsSheet("Side by side", fields, "track1"), meant)

    async def _ask(self, sheet: FieldsSheet, meant: Callable[[FieldsSheet], tuple[Edit, str, int]]) -> None:
        self._meant = meant
        await self.screen.put(sheet)

    async def preview(self, sheet: FieldsSheet) -> None:
        """Show the plan as it would be with what stands in a sheet, or why it cannot be so."""
        assert self._meant is not None
        assert self.screen.planning is not None
        try:
            edited, _, to = self._meant(sheet)
            found = await asyncio.to_thread(self.screen.planning.preview, edited)
        except (UserError, OSError) as error:
            sheet.refused(_short(reason(error)))
        else:
            sheet.refused("")
            self.screen.draw(found, to)

    async def sent(self, sheet: FieldsSheet) -> None:
        """Put what stands in a sheet into the file, or say why that cannot be."""
        assert self._meant is not None
        try:
            edited, what, to = self._meant(sheet)
        except UserError as error:
            sheet.refused(_short(str(error)))
            return
        if why := await self.do(edited, what, to):
            sheet.refused(_short(why))
        else:
            await sheet.action_close()

    async def _add(self) -> None:
        """Choose an exercise from the library, and put it below."""
        from toolkit.tui.screens.library import LibraryScreen

        def chosen(id_: str | None) -> None:
            if id_:
                self.screen.run_worker(self._add_exercise(id_), exit_on_error=False)

        self.screen.app.push_screen(LibraryScreen(self.screen.folder.path, pick=True), chosen)

    async def _add_exercise(self, id_: str) -> None:
        from toolkit.library.catalogue import Catalogue
        from toolkit.workshop.edit import added
        from toolkit.workshop.entries import exercise_entry

        entry = await asyncio.to_thread(exercise_entry, id_, Catalogue(self.screen.folder.path), self._plan)
        await self._do(partial(added, entry=entry, before=self._below), f"adding {id_}", self.screen.index + 1)

    async def _suggest(self) -> None:
        from toolkit.tui.screens.suggest import SuggestScreen
        from toolkit.workshop.edit import with_agenda

        def taken(entries: list[Entry] | None) -> None:
            if entries:
                edited = partial(with_agenda, entries=entries)
                self.screen.run_worker(self._do(edited, "taking the suggestion", 0), exit_on_error=False)

        self.screen.app.push_screen(SuggestScreen(self.screen.folder.path, self._plan), taken)

    async def _roster(self) -> None:
        from toolkit.files.open_with import open_path

        path = self.screen.folder.path / self._plan.roster
        if why := await asyncio.to_thread(open_path, path):
            self.screen.tell(why, "warning")
        else:
            self.screen.tell(f"{path} is being opened; what is saved there is seen here.")

    async def _invite(self) -> None:
        from toolkit.exchange.invitation import write_invitation

        out, now = self.screen.folder.out, dt.datetime.now(dt.UTC)
        written = write_invitation(self._plan, now, ics=out / "agenda.ics", markdown=out / "agenda.md")
        try:
            out.mkdir(exist_ok=True)
            paths = await asyncio.to_thread(list, written)
        except OSError as error:
            self.screen.tell(f"the invitation could not be written: {reason(error)}", "error")
        else:
            self.screen.tell("Wrote " + " and ".join(str(path) for path in paths))

    async def _print(self) -> None:
        from toolkit.tui.screens.print import PrintScreen

        self.screen.app.push_screen(PrintScreen(self.screen.folder))

    def run_live(self) -> None:
        """Open the live console; leaving it comes back here."""
        from toolkit.tui.app import WorkshopApp
        from toolkit.tui.entry import open_live

        app = self.screen.app
        assert isinstance(app, WorkshopApp)
        open_live(app, self.screen.folder, self.screen.by)


def _short(why: str) -> str:
    """Return the first fault, without the path of the file that everybody here knows."""
    first = why.partition("\n")[0]
    return first.partition("workshop.yaml:")[2] or first
