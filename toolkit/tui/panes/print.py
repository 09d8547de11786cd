"""Print: what, how, a look at the first page, and what to load into the printer."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from toolkit.files.problems import UserError
from toolkit.tui.panes.pane import Pane
from toolkit.tui.preview import Pixel, first_page, half_blocks
from toolkit.tui.print_choices import GO, PrintChoices, remember, remembered
from toolkit.tui.text import literal
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.printing.job import Made
    from toolkit.printing.press import Press
    from toolkit.session.state import State
    from toolkit.tui.session import Session
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.projection import Projection


class PrintList(Choices):
    """The list; left and right turn the values of a choice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Before", show=False),
        Binding("right", "turn(1)", "Next", show=False),
    ]

    class Turned(Message):
        """Another value of the choice at the cursor is wanted."""

        def __init__(self, row: str, by: int) -> None:
            super().__init__()
            self.row, self.by = row, by

    def action_turn(self, by: int) -> None:
        """Ask for the value before or after."""
        if self.highlighted is not None and (row := self.get_option_at_index(self.highlighted).id):
            self.post_message(self.Turned(row, by))


class PrintPane(Pane):
    """A list to choose from, a preview beside it, and below it what was printed."""

    NAME: ClassVar[str] = "print"
    FOCUS: ClassVar[str] = "PrintList"

    DEFAULT_CSS = """
    PrintPane PrintList { width: 38; height: 1fr; margin: 1 0 0 1; }
    PrintPane #preview-box { height: 1fr; width: 1fr; padding: 1 2 0 2; }
    PrintPane #preview { height: auto; width: auto; }
    PrintPane #printed { height: auto; max-height: 8; padding: 0 2; }
    """

    class Listed(Message):
        """The printables have been read; some files may have faults, and are left out."""

        def __init__(self, printables: list[tuple[str, str]], faults: list[str]) -> None:
            super().__init__()
            self.printables, self.faults = printables, faults

    class Previewed(Message):
        """A first page has been drawn, or there is a reason why not."""

        def __init__(self, name: str, pixels: list[list[Pixel]], reason: str = "") -> None:
            super().__init__()
            self.name, self.pixels, self.reason = name, pixels, reason

    class Told(Message):
        """How far printing is, or what came of it."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self._folder = folder
        self._choices = remembered()
        self._printables: list[tuple[str, str]] = []
        self._looked_at = ""
        self._state: State | None = None
        self._press: tuple[int, Press] | None = None
        self._one_at_a_time = threading.Lock()

    def compose(self) -> ComposeResult:
        """Lay out list, preview and result."""
        with Horizontal():
            yield PrintList()
            with VerticalScroll(id="preview-box", can_focus=False):
                yield Static("", id="preview", markup=False)
        yield Static("Reading the printables…", id="printed", markup=False)

    def on_mount(self) -> None:
        """Begin to read."""
        self._read()

    def show(self, session: Session, projection: Projection) -> None:
        """Keep the session at hand for the next page that is drawn."""
        self._state = session.state

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        from toolkit.library.catalogue import Catalogue
        from toolkit.library.fields import in_language

        catalogue = Catalogue(self._folder.path)
        found = catalogue.printables()
        titles = [(id_, in_language(one.item.title, "en")) for id_, one in found.items()]
        self.post_message(self.Listed(sorted(titles, key=lambda row: row[1]), list(map(str, catalogue.problems))))

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        self._printables = message.printables
        more = f" `workshop check` names {len(message.faults) - 1} more." if len(message.faults) > 1 else ""
        fault = [f"Left out: {message.faults[0]}.{more}"] if message.faults else []
        self._tell("\n".join(["Enter prints, chooses or changes; ← → change. PDFs go into out/.", *fault]))
        self._draw_list()

    def _draw_list(self) -> None:
        choices = self.query_one(PrintList)
        before = choices.highlighted
        rows = self._choices.rows(self._printables)
        choices.set_options([Option(literal(row[1]), id=row[0]) if row else None for row in rows])
        choices.highlighted = before or 0

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option.id in dict(self._printables) and event.option.id != self._looked_at:
            self._look(event.option.id)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id == GO:
            self._print(self._choices, [id_ for id_, _ in self._printables if id_ in self._choices.chosen])
        elif event.option.id:
            self._turn(event.option.id)

    @on(PrintList.Turned)
    def _turned(self, event: PrintList.Turned) -> None:
        event.stop()
        if event.row != GO and event.row not in dict(self._printables):
            self._turn(event.row, event.by)

    def _turn(self, row: str, by: int = 1) -> None:
        """Take another value of a choice, or choose a printable or not."""
        self._choices = self._choices.turned(row, by)
        remember(self._choices)
        self._draw_list()
        if row not in dict(self._printables) and self._looked_at:
            self._look(self._looked_at)

    def _look(self, name: str) -> None:
        """Draw a printable's first page in the background."""
        self._looked_at = name
        room = self.query_one("#preview-box").size
        self._preview(name, self._choices, max(20, min(room.width - 4, 72)), max(10, room.height - 1))

    @work(thread=True, exit_on_error=False, group="preview")
    def _preview(self, name: str, choices: PrintChoices, columns: int, rows: int) -> None:
        from toolkit.printing.products import why_nothing

        try:
            with self._one_at_a_time:
                if (name, choices) != (self._looked_at, self._choices):
                    return  # the cursor has moved on, or something else was chosen
                press = self._the_press()
                found = press.drawn(name, choices.options())
                pixels = first_page(found[0].pdf, columns, rows) if found else []
                reason = "" if found else f"There is nothing to print yet: {why_nothing(press, name)}."
        except (UserError, OSError) as error:
            self.post_message(self.Previewed(name, [], str(error)))
        else:
            self.post_message(self.Previewed(name, pixels, reason))

    def _the_press(self) -> Press:
        """Return the press, made anew when something has happened in the session."""
        from toolkit.printing.press import Press
        from toolkit.session.analyst import Analyst
        from toolkit.session.said import said_of
        from toolkit.session.seating import rounds_of

        state = self._state
        seq = state.seq if state else -1
        if self._press is None or self._press[0] != seq:
            said = said_of(state, Analyst()) if state and state.plan else None
            self._press = (seq, Press(self._folder, said, rounds_of(state) if state else None))
        return self._press[1]

    @on(Previewed)
    def _previewed(self, message: Previewed) -> None:
        if message.name == self._looked_at:
            content = half_blocks(message.pixels) if message.pixels else literal(message.reason)
            self.query_one("#preview", Static).update(content)

    @work(thread=True, exit_on_error=False, group="print", exclusive=True)
    def _print(self, choices: PrintChoices, names: list[str]) -> None:
        from toolkit.printing.packing import how_to_print
        from toolkit.printing.products import left_out, print_some

        def progress(number: int, of: int, name: str) -> None:
            self.post_message(self.Told(f"Printing {number} of {of}: {name}…"))

        made: list[Made] = []
        try:
            with self._one_at_a_time:
                self._press = None  # roster and plan as they are now: somebody may just have been put on the list
                press = self._the_press()
                for one in print_some(press, names, None, choices.options(), progress):
                    made.append(one)  # noqa: PERF402 - what was made before a fault is kept
        except (UserError, OSError) as error:
            self.post_message(self.Told("\n".join([*map(how_to_print, made), str(error)])))
        else:
            lacking = [] if names else left_out(press, [one.path.stem for one in made])
            self.post_message(self.Told("\n".join([self._came_of(made), *lacking])))

    def _came_of(self, made: list[Made]) -> str:
        """Return where the PDFs are, how to print them, and how much of them needs a look."""
        from toolkit.printing.packing import how_to_print

        left = sum(len(one.problems) for one in made)
        many = f"{len(made)} PDFs; the packing list is there"
        lines = [how_to_print(one) for one in made] if len(made) < 6 else [many]
        needs = [f"{left} things need a look: `workshop print` names them"] if left else []
        return "\n".join([str(made[0].path if len(made) == 1 else self._folder.out), *lines, *needs])

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what broke, rather than wait for ever for what will not come."""
        if event.state is WorkerState.ERROR:
            self._tell(f"This did not work: {event.worker.error!r}. The session is not touched by it.")

    @on(Told)
    def _told(self, message: Told) -> None:
        self._tell(message.text)

    def _tell(self, text: str) -> None:
        self.query_one("#printed", Static).update(literal(text))
