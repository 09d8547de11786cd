"""What to say now, what to do, what to watch for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from toolkit.tui.text import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.plan import Block, PlannedStep

LINE = 62
"""Letters of a line that is read aloud."""
ALOUD = ("INVITE", "SAY")


class StepView(VerticalScroll, inherit_bindings=False):
    """The current step in full. Page keys are left to clickers; arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Up", show=False),
        Binding("down", "scroll_down", "Down", show=False),
        Binding("home", "scroll_home", "Top", show=False),
        Binding("end", "scroll_end", "Bottom", show=False),
    ]

    DEFAULT_CSS = """
    StepView { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    StepView Static { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out one text."""
        yield Static("", markup=False)

    def show(self, session: Session) -> None:
        """Draw the step, if it is another one than before."""
        state, theme = session.state, self.app.theme
        shown = (state.plan, state.step_id, state.finished is not None, theme)
        if shown == self._shown:
            return
        self._shown = shown
        colours = self.app.theme_variables
        self.query_one(Static).update(
            step_table(session, accent=colours["text-accent"], muted=colours["foreground-muted"])
        )
        self.scroll_home(animate=False)


def step_table(session: Session, *, accent: str, muted: str) -> Table:
    """Return heading and texts; foreign text goes in as `Text`, in which nothing is markup."""
    heading, rows = _texts(session)
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=6)
    grid.add_column(max_width=LINE, overflow="fold")  # words without a space, as in Chinese, are not cut
    table = Table.grid()
    table.add_column(overflow="fold")
    table.add_row(Text(visible(heading), style=f"bold {accent}"))
    for label, text in rows:
        grid.add_row()
        grid.add_row(Text(label, style=muted), Text(visible(text), style="bold" if label in ALOUD else ""))
    table.add_row(grid)
    return table


def _texts(session: Session) -> tuple[str, list[tuple[str, str]]]:
    plan, step, block = session.view.plan, session.state.step, session.state.block
    if step is not None and block is not None:
        return _heading(session, block, step), [row for row in _rows(block, step) if row[1]]
    if session.state.finished is not None:
        text = "Thank people. The session stays open: step back with p, leave with q."
        return "The last step is over", [("DO", text)]
    place = f" · {one_line(plan.place)}" if plan.place else ""
    text = f"Press n to begin with: {plan.steps[0].title}. Press enter for everything else."
    return f"Before the first step{place}", [("DO", text)]


def _heading(session: Session, block: Block, step: PlannedStep) -> str:
    _, number, of = session.view.plan.place_of(step.id)
    how = step.arrangement.upper()
    if step.grouping in ("domain", "mixed"):
        how += f" · {step.grouping}"
    title = block.title if of == 1 else f"{block.title} · {number} of {of}: {step.title}"
    return f"{one_line(title)}   {how}"


def _rows(block: Block, step: PlannedStep) -> Iterator[tuple[str, str]]:
    if block.steps[0].id == step.id and block.invitation not in step.say:
        yield "INVITE", block.invitation
    yield "SAY", step.say
    yield "DO", step.do
    yield "WATCH", step.watch_for
    yield "ROOM", step.show or ("" if step.view == "text" else step.view.replace("-", " "))
    yield "KEEP", ", ".join(step.capture)
