"""Who is expected and who is here: a name is found by typing it, and one key says that they came or went."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.messages import Chosen
from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.line import Line
from toolkit.workshop.likeness import distance

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.plan import PersonInfo
    from toolkit.workshop.projection import Projection

HINT = "Enter arrived, left   a other hat   m change   i walk-in   / find   u undo"
WHILE_FINDING = "Enter arrived, left   ↑ ↓ another   Esc back to the list"
WALK_IN = "walk-in"
ROOM_FOR_LABELS = 76
"""Columns from which on domains are called by more than their codes."""
ROOM_FOR_MORE = 104
"""Columns from which on pronouns and affiliation have room beside the rest."""


class FindLine(Line):
    """The line in which a name is typed; arrows move in the list below it."""

    class Moved(Message):
        """An arrow was pressed."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Closed(Message):
        """Escape was pressed."""

    class Found(Message):
        """Enter was pressed."""

        def __init__(self, wanted: str) -> None:
            super().__init__()
            self.wanted = wanted

    def on_key(self, event: events.Key) -> None:
        """Keep arrows, Enter and Escape. The line is empty at once: a reader of codes is quicker than the screen."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Found(self.value.strip()))
            self.value = ""
        elif event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Moved(1 if event.key == "down" else -1))
        elif event.key == "escape":
            event.stop()
            self.post_message(self.Closed())


class PeoplePane(Pane):
    """A row for each person; Enter says that somebody arrived, or left."""

    NAME: ClassVar[str] = "people"
    FOCUS: ClassVar[str] = "Choices"

    DEFAULT_CSS = """
    PeoplePane #people-head { height: auto; padding: 1 2 0 2; text-style: bold; }
    PeoplePane FindLine { margin: 0 1; padding: 0 1; background: $surface; }
    PeoplePane Choices { height: 1fr; margin: 0 1; }
    PeoplePane #people-hint { height: 1; padding: 0 2; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._session: Session | None = None
        self._known = 0
        self._pointed: str | None = None
        """Whom the arrows have chosen among those who are found."""
        self.finding = False
        """Whether names are being typed: the line has the keys again after each arrival."""

    def compose(self) -> ComposeResult:
        """Lay out the counts, the line to find by, the list and the keys."""
        yield Static("", id="people-head", markup=False)
        yield FindLine(compact=True, placeholder="/ then a name or a code")
        yield Choices()
        yield Static(HINT, id="people-hint", markup=False)

    @property
    def highlighted(self) -> str | None:
        """The person under the cursor."""
        choices = self.query_one(Choices)
        found = None if choices.highlighted is None else choices.get_option_at_index(choices.highlighted).id
        return None if found == WALK_IN else found

    def take_focus(self) -> None:
        """Give the keys to the list, or to the line while names are typed."""
        self.screen.set_focus(self.query_one(FindLine if self.finding else Choices))

    def find(self) -> None:
        """Begin to find somebody by typing."""
        self._find(True)

    def _find(self, finding: bool) -> None:
        self.finding = finding
        self.query_one(FindLine).value = ""
        self.query_one("#people-hint", Static).update(WHILE_FINDING if finding else HINT)
        self.take_focus()

    def show(self, session: Session, projection: Projection) -> None:
        """Draw the list, if anything has happened."""
        self._session = session
        self._draw()

    def _draw(self) -> None:
        session, wanted = self._session, self.query_one(FindLine).value
        if session is None:
            return
        if (shown := (session.state.seq, len(session.names), self.size, wanted)) == self._shown:
            return
        before, self._shown = self._newcomer(session) or self.highlighted, shown
        rows = people_rows(session, wanted, self.size.width)
        if wanted.strip():
            before = self._pointed or likeliest(session, wanted)
        if not rows and wanted.strip():
            rows = [(WALK_IN, f"Nobody expected is called that. Enter: {one_line(wanted.strip(), 60)} walked in")]
        self.query_one("#people-head", Static).update(literal(people_head(session)))
        choices = self.query_one(Choices)
        choices.set_options([Option(literal(text), id=id_) for id_, text in rows])
        ids = [id_ for id_, _ in rows]
        choices.highlighted = ids.index(before) if before in ids else 0 if ids else None

    def _newcomer(self, session: Session) -> str | None:
        """Return who has walked in since the list was drawn: what follows is mostly about them."""
        people = session.view.plan.people
        before, self._known = self._known, len(people)
        return people[-1].id if 0 < before < len(people) else None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._pointed = None
        self._draw()

    @on(FindLine.Moved)
    def _moved(self, event: FindLine.Moved) -> None:
        choices = self.query_one(Choices)
        if choices.option_count:
            choices.highlighted = ((choices.highlighted or 0) + event.by) % choices.option_count
            self._pointed = self.highlighted

    @on(FindLine.Closed)
    def _left(self) -> None:
        self._find(False)

    @on(FindLine.Found)
    def _found(self, event: FindLine.Found) -> None:
        """Tell who was chosen by the arrows, else by what was typed; the list may not have been drawn yet."""
        pointed, self._pointed = self._pointed, None
        if self._session is None or not event.wanted:
            return
        if person := pointed or likeliest(self._session, event.wanted):
            self.post_message(Chosen("person", person))
        else:
            self.post_message(Chosen("walk-in", event.wanted))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        line = self.query_one(FindLine)
        name, line.value = line.value.strip(), ""
        if event.option.id == WALK_IN:
            self.post_message(Chosen("walk-in", name))
        elif event.option.id:
            self.post_message(Chosen("person", event.option.id))


def people_head(session: Session) -> str:
    """Return how many are here, in all and by domain, each beside how many are expected."""
    plan, state = session.view.plan, session.state
    here = [person for person, known in state.presence.items() if known.here]
    hats = [state.hat(person) for person in here]
    parts = [f"{len(here)} of {len(plan.people)} here"]
    for domain in plan.domains:
        planned = sum(person.domain == domain.id for person in plan.people)
        parts.append(f"{domain.code} {hats.count(domain.id)}/{planned}")
    if bare := hats.count(None):
        parts.append(f"no hat {bare}")
    return "   ".join(parts)


def people_rows(session: Session, wanted: str = "", width: int = 80) -> list[tuple[str, str]]:
    """Return a line for each person whom a name or a code fits, with the id."""
    people = session.view.plan.people
    return [
        (p.id, _row(session, p, width)) for p in people if distance(wanted, p.id, session.view.name(p.id)) is not None
    ]


def likeliest(session: Session, wanted: str) -> str | None:
    """Return who is meant: the nearest by code and name; of those who are as near, one who is not here yet."""
    here = set(session.state.here) if session.state.presence else set()
    far = {person.id: distance(wanted, person.id, session.view.name(person.id)) for person in session.view.plan.people}
    near = [(steps, id_ in here, n, id_) for n, (id_, steps) in enumerate(far.items()) if steps is not None]
    return min(near)[-1] if near else None


def _row(session: Session, person: PersonInfo, width: int) -> str:
    plan, state, row = session.view.plan, session.state, session.people.get(person.id)
    known = state.presence.get(person.id)
    mark = "●" if known and known.here else "○" if known else "·"
    domain = plan.domain(state.hat(person.id) or "")
    narrow = width < ROOM_FOR_LABELS
    code, called = (domain.code, domain.label) if domain else ("—", "no domain declared")
    label = (code, 4) if narrow else (f"{code:<3} {called}", 23)
    table = state.seating.table_of(person.id) if state.seating else None
    cells = [(mark, 2), (person.id, 6), (session.view.name(person.id), 24 if narrow else 32), label]
    cells.append((f"table {table}" if table else "left" if known and not known.here else "", 9))
    if row is not None and width >= ROOM_FOR_MORE:
        cells += [(row.pronouns, 12), (row.affiliation, max(0, width - 90))]
    return "".join(set_cell_size(one_line(text, 80), size - 1) + " " for text, size in cells)
