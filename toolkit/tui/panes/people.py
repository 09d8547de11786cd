"""Who is expected and who is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from toolkit.tui.messages import Chosen
from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from toolkit.tui.session import Session
    from toolkit.workshop.projection import Projection


class PeoplePane(Pane):
    """A row for each person; Enter says that somebody arrived, or left."""

    NAME: ClassVar[str] = "people"
    FOCUS: ClassVar[str] = "Choices"

    DEFAULT_CSS = """
    PeoplePane #people-head { height: auto; padding: 1 2 0 2; }
    PeoplePane Choices { height: 1fr; margin: 1 1 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[int, int] = (-1, 0)

    def compose(self) -> ComposeResult:
        """Lay out the counts and the list."""
        yield Static("", id="people-head", markup=False)
        yield Choices()

    @property
    def highlighted(self) -> str | None:
        """The person under the cursor."""
        choices = self.query_one(Choices)
        return None if choices.highlighted is None else choices.get_option_at_index(choices.highlighted).id

    def show(self, session: Session, projection: Projection) -> None:
        """Draw the list, if anything has happened."""
        if (shown := (session.state.seq, len(session.names))) == self._shown:
            return
        self._shown = shown
        rows = people_rows(session)
        self.query_one("#people-head", Static).update(literal(people_head(session)))
        choices = self.query_one(Choices)
        highlighted = choices.highlighted
        choices.set_options([Option(literal(text), id=id_) for id_, text in rows])
        choices.highlighted = highlighted if highlighted is not None and highlighted < len(rows) else 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id:
            self.post_message(Chosen("person", event.option.id))


def people_head(session: Session) -> str:
    """Return how many are here, in all and by domain."""
    plan, presence = session.view.plan, session.state.presence
    here = [known for known in presence.values() if known.here]
    parts = [f"{len(here)} of {len(plan.people)} here"]
    for domain in plan.domains:
        planned = sum(person.domain == domain.id for person in plan.people)
        parts.append(f"{domain.code} {sum(known.domain == domain.id for known in here)}/{planned}")
    return "   ".join(parts) + "\nEnter: arrived, or left.  a: arrived under another hat."


def people_rows(session: Session) -> list[tuple[str, str]]:
    """Return a line for each person, with the id."""
    plan, rows = session.view.plan, []
    for person in plan.people:
        known = session.state.presence.get(person.id)
        mark = "●" if known and known.here else ("○ left" if known else "·")
        domain = plan.domain((known.domain if known else person.domain) or "")
        name = set_cell_size(one_line(session.view.name(person.id), 60), 34)
        label = f"{domain.code}  {domain.label}" if domain else "—   no domain declared"
        rows.append((person.id, f"{set_cell_size(mark, 7)}{person.id:<6}{name} {label}"))
    return rows
