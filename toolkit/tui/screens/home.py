"""Home: the workshops opened lately, a new one, the sample, the library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.messages import Settled
from toolkit.tui.text import literal, one_line, visible
from toolkit.tui.widgets.choices import Choices
from toolkit.workshop.folder import Folder
from toolkit.workshop.recent import recent

if TYPE_CHECKING:
    from textual.app import ComposeResult


NEW, DEMO, LIBRARY, LEAVE = "new", "demo", "library", "leave"
DEMO_FOLDER = Path("workshop-demo")


class HomeScreen(Screen[None]):
    """Where the console opens when no workshop is named."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "plan", "Plan it"),
        Binding("n", "choose('new')", "New workshop"),
        Binding("d", "choose('demo')", "Sample"),
        Binding("l", "choose('library')", "Library"),
        Binding("q", "choose('leave')", "Leave"),
    ]

    DEFAULT_CSS = """
    HomeScreen #home-title { padding: 1 2; height: auto; text-style: bold; }
    HomeScreen Choices { height: 1fr; margin: 0 1; }
    """

    def __init__(self, by: str) -> None:
        super().__init__()
        self.by = by
        self._paths: dict[str, Path] = {}

    def compose(self) -> ComposeResult:
        """Lay out title, list and keys."""
        yield Static("Workshop toolkit\nFor people from different worlds in one room.", id="home-title", markup=False)
        yield Choices()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read what was opened lately."""
        self.query_one(Choices).focus()
        self.call_after_refresh(self.post_message, Settled())

    def on_screen_resume(self) -> None:
        """Show the list as it is now."""
        choices = self.query_one(Choices)
        found = recent()
        self._paths = {f"recent-{i}": row.path for i, row in enumerate(found)}
        options: list[Option | None] = [
            Option(literal(f"{row.date}  {set_cell_size(one_line(row.title, 60), 44)} {row.path}"), id=f"recent-{i}")
            for i, row in enumerate(found)
        ]
        if options:
            options.append(None)
        choices.set_options(
            [
                *options,
                Option("New workshop…", id=NEW),
                Option(literal(f"Sample workshop: 24 people, six domains ({DEMO_FOLDER})"), id=DEMO),
                Option("Library: read the exercises", id=LIBRARY),
                Option("Leave", id=LEAVE),
            ]
        )
        choices.highlighted = 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option.id or "")

    def action_choose(self, choice: str) -> None:
        """Do what was chosen."""
        if choice in self._paths:
            self.open(self._paths[choice])
        elif choice == NEW:
            from toolkit.tui.screens.new import NewScreen

            self.app.push_screen(NewScreen(), self._made)
        elif choice == DEMO:
            self._demo()
        elif choice == LIBRARY:
            from toolkit.tui.screens.library import LibraryScreen

            self.app.push_screen(LibraryScreen())
        else:
            self.app.exit()

    def open(self, path: Path) -> None:
        """Open a workshop's session; leaving it comes back here."""
        from toolkit.tui.app import WorkshopApp
        from toolkit.tui.entry import open_live

        assert isinstance(self.app, WorkshopApp)
        open_live(self.app, Folder(path), self.by)

    def action_plan(self) -> None:
        """Plan the workshop under the cursor."""
        choices = self.query_one(Choices)
        row = None if choices.highlighted is None else choices.get_option_at_index(choices.highlighted).id
        if path := self._paths.get(row or ""):
            self.plan(path)
        else:
            self.notify("Move to a workshop first, or make a new one with n.", markup=False)

    def plan(self, path: Path) -> None:
        """Open a workshop's plan; leaving it comes back here."""
        from toolkit.tui.screens.plan import PlanScreen

        self.app.push_screen(PlanScreen(Folder(path), self.by))

    def _made(self, path: Path | None) -> None:
        if path is not None:
            self.plan(path)

    def _demo(self) -> None:
        from toolkit.files.problems import UserError
        from toolkit.library.schemas import schema_text
        from toolkit.workshop.create import create_demo
        from toolkit.workshop.kinds import WORKSHOP

        try:
            if not Folder(DEMO_FOLDER).file.exists():
                schema = schema_text(WORKSHOP.name, WORKSHOP.model)
                create_demo(DEMO_FOLDER, dt.datetime.now().astimezone(), schema)
        except (UserError, OSError) as error:
            self.notify(visible(str(error)), severity="error", markup=False)
        else:
            self.open(DEMO_FOLDER)
