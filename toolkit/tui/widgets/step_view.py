"""What to say now, what to do, what to watch for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from toolkit.tui.text import literal, one_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.plan import Block, PlannedStep

ROWS = ("invite", "say", "do", "watch", "room", "capture")
LABELS = {"invite": "INVITE", "say": "SAY", "do": "DO", "watch": "WATCH", "room": "ROOM", "capture": "KEEP"}


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
    StepView #heading { text-style: bold; color: $text-accent; height: auto; }
    StepView .row { height: auto; margin-top: 1; }
    StepView .label { width: 8; color: $text-muted; }
    StepView .text { width: 1fr; max-width: 64; height: auto; }
    StepView #say, StepView #invite { text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the heading and a row for each kind of text."""
        yield Static("Opening the session…", id="heading", markup=False)
        for row in ROWS:
            with Horizontal(classes="row", id=f"row-{row}") as container:
                container.display = False
                yield Static(LABELS[row], classes="label", markup=False)
                yield Static("", classes="text", id=row, markup=False)

    def show(self, session: Session) -> None:
        """Draw the step, if it is another one than before."""
        state = session.state
        shown = (state.plan, state.step_id, state.finished is not None)
        if shown == self._shown:
            return
        self._shown = shown
        heading, texts = _texts(session)
        self.query_one("#heading", Static).update(literal(heading))
        for row in ROWS:
            self.query_one(f"#row-{row}").display = bool(texts.get(row))
            self.query_one(f"#{row}", Static).update(literal(texts.get(row, "")))
        self.scroll_home(animate=False)


def _texts(session: Session) -> tuple[str, dict[str, str]]:
    plan, step, block = session.view.plan, session.state.step, session.state.block
    if step is not None and block is not None:
        return _heading(session, block, step), _rows(block, step)
    if session.state.finished is not None:
        return "The last step is over", {"do": "Thank people. The session stays open: step back with p, leave with q."}
    first = plan.steps[0]
    heading = f"Before the first step · {one_line(plan.place)}" if plan.place else "Before the first step"
    return heading, {"do": f"Press n to begin with: {first.title}. Press enter for everything else."}


def _heading(session: Session, block: Block, step: PlannedStep) -> str:
    _, number, of = session.view.plan.place_of(step.id)
    how = step.arrangement.upper()
    if step.grouping in ("domain", "mixed"):
        how += f" · {step.grouping}"
    parts = [block.title] if of == 1 else [block.title, f"{number} of {of}: {step.title}"]
    return "   ".join([one_line(" · ".join(parts)), how])


def _rows(block: Block, step: PlannedStep) -> dict[str, str]:
    first = block.steps[0].id == step.id
    room = step.show if step.show else ("" if step.view == "text" else step.view.replace("-", " "))
    return {
        "invite": block.invitation if first and block.invitation not in step.say else "",
        "say": step.say,
        "do": step.do,
        "watch": step.watch_for,
        "room": room,
        "capture": ", ".join(step.capture),
    }
