"""Who sits with whom: every round with its tables, what could not be had, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from toolkit.session.seating import what_tables_came_to
from toolkit.tui.messages import Chosen
from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.room_tables import even

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from toolkit.session.people_state import Seating
    from toolkit.session.words import View
    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection

NONE = "No tables have been made yet. Enter: of how many, and how."
NARROWEST, WIDEST = 23, 34
"""Cells of one table."""
ROUND = "round-"


class GroupsPane(Pane):
    """Rounds and what to do on the left; beside it the tables of the round under the cursor."""

    NAME: ClassVar[str] = "groups"
    FOCUS: ClassVar[str] = "Choices"

    DEFAULT_CSS = """
    GroupsPane Choices { width: 26; height: 1fr; margin: 1 0 0 1; }
    GroupsPane VerticalScroll { height: 1fr; padding: 1 1 0 2; }
    GroupsPane #tables { height: auto; }
    GroupsPane #broken { height: auto; max-height: 4; padding: 0 2; color: $text-warning; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._latest = 0
        self._session: Session | None = None

    def compose(self) -> ComposeResult:
        """Lay out list, tables and what could not be had."""
        with Horizontal():
            yield Choices()
            with VerticalScroll():
                yield Static("", id="tables", markup=False)
        yield Static("", id="broken", markup=False)

    def show(self, session: Session, projection: Projection) -> None:
        """Draw what has changed."""
        self._session = session
        self._draw()

    @property
    def highlighted(self) -> str:
        """What the cursor is on."""
        choices = self.query_one(Choices)
        return (choices.get_option_at_index(choices.highlighted).id or "") if choices.highlighted is not None else ""

    def _draw(self) -> None:
        session = self._session
        if session is None:
            return
        if (shown := (session.state.seq, len(session.names), self.size)) == self._shown:
            return
        self._shown = shown
        view, choices = session.view, self.query_one(Choices)
        rows = choice_rows(view)
        ids = [row[0] for row in rows if row]
        moved, self._latest = len(view.state.seatings) != self._latest, len(view.state.seatings)
        wanted = f"{ROUND}{self._latest}" if moved else self.highlighted
        choices.set_options([Option(literal(row[1]), id=row[0]) if row else None for row in rows])
        choices.highlighted = ids.index(wanted) if wanted in ids else 0
        self._tables()

    def _tables(self) -> None:
        assert self._session is not None
        view = self._session.view
        rounds = view.state.rounds
        number = self.highlighted.removeprefix(ROUND)
        at = int(number) if number.isdecimal() else len(view.state.seatings)
        width = max(NARROWEST, self.size.width - 33)
        text = tables_text(view, rounds[at - 1], width) if 0 < at <= len(rounds) else literal(NONE)
        self.query_one("#tables", Static).update(text)
        broken = what_tables_came_to(view).broken if rounds else ()
        self.query_one("#broken", Static).update(literal("\n".join(one_line(line, 300) for line in broken)))

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self._session and self._shown:
            self._tables()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id and not event.option.id.startswith(ROUND):
            self.post_message(Chosen("command", event.option.id))


def choice_rows(view: View) -> list[tuple[str, str] | None]:
    """Return what the list has: the rounds, and what can be done; None is a line between them."""
    state, now = view.state, len(view.state.seatings)
    rounds = [
        (f"{ROUND}{n}", f"{'▶' if n == now else ' '} Round {n}{' to come' if n > now else ''}")
        for n in range(1, len(state.rounds) + 1)
    ]
    if not rounds:
        return [("groups", "Make tables…  (g)")]
    shown = "Off the room's screen" if state.tables_shown else "On the room's screen"
    return [
        *rounds,
        None,
        *([("round", f"Begin round {now + 1}")] if state.ahead else []),
        ("tables", shown),
        ("big-view", "Look at it here  (b)"),
        ("other-tables", "Other tables  (G)"),
        ("groups", "New tables…  (g)"),
        ("undo", "Take back  (u)"),
    ]


def tables_text(view: View, seating: Seating, width: int) -> Content:
    """Return the tables of a round, in as many columns as there is room for."""
    seated = sum(map(bool, seating.tables))
    across = even(seated, max(1, width // NARROWEST))
    column = min(width // across, WIDEST)
    tables = [_table(view, number, ids, column - 4) for number, ids in enumerate(seating.tables, 1) if ids]
    lines: list[Content] = []
    for first in range(0, len(tables), across):
        row = tables[first : first + across]
        for n in range(max(map(len, row))):
            cells = [set_cell_size(table[n] if n < len(table) else "", column) for table in row]
            lines.append(literal("".join(cells).rstrip(), "bold" if n == 0 else ""))
        lines.append(literal(""))
    return Content("\n").join(lines)


def _table(view: View, number: int, ids: Sequence[str], width: int) -> list[str]:
    rows = [f"Table {number}"]
    for id_ in ids:
        domain = view.plan.domain(view.state.hat(id_) or "")
        name = set_cell_size(one_line(view.name(id_), 60), width)
        rows.append(f"{domain.code if domain else '—':<3}{name}")
    return rows
