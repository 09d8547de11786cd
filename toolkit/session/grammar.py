"""One description of each action: its name, words, help and default keys. Every front end derives from it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import MISSING, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, TypeVar, get_type_hints

from toolkit.files.value import value
from toolkit.session.words import Kind, Refusal, View
from toolkit.workshop.times import DAY, clock, latest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from toolkit.session.body import Body
    from toolkit.session.events import Event
    from toolkit.session.state import State
    from toolkit.workshop.former import Edit
    from toolkit.workshop.group_costs import Guest

Place = Literal["word", "rest", "option", "after", "before", "seen"]
"""Where a value stands in a line: a word of its own; all that is left; after `--by`; after a word such as `at`
behind the others; after such a word before the command; or nowhere: what is on the screen, such as the step."""


@value()
class Param:
    """How one field of an action is written and read. Given as `Annotated[type, Param(…)]`."""

    kind: Kind
    place: Place = "word"
    marker: str = ""
    """`--by`, `at`, `from`: the word that goes before the value."""
    label: str = ""
    """What a form calls it."""
    name: str = ""
    required: bool = True

    @property
    def syntax(self) -> str:
        """How the help writes it."""
        text = f"{self.marker} {self.kind.metavar}".strip()
        return text if self.required else f"[{text}]"


class Register(Protocol):
    """The roster as an action writes to it, while the desk holds the right to write to the journal.

    Every method raises OSError or InputError where the roster cannot be written or read, and Refusal where it may not
    be: then it is as it was.
    """

    def enrol(self, name: str, domain: str | None) -> str:
        """Add somebody, and return their new id."""

    def edit(self, person: str, cells: Mapping[str, str]) -> tuple[str, ...]:
        """Change cells of somebody's row, keep what stood there, and return the columns that are different now."""

    def edited(self, event: int) -> Edit | None:
        """Return what an event did to the roster; None where nobody knows any more."""

    def cells(self, person: str, columns: Collection[str]) -> dict[str, str]:
        """Return what stands in somebody's row now, by column."""

    def put(self, person: str, cells: Mapping[str, str]) -> None:
        """Change cells of somebody's row to texts that are kept already."""


@value()
class Room:
    """What an action decides on: nothing else is true for it."""

    state: State
    now: int
    by: str
    names: Mapping[str, str]
    history: Callable[[], Iterator[Event]]
    """Events from the latest to the first."""
    rehearsal: bool = False
    guests: Mapping[str, Guest] = field(default_factory=dict)
    """What only the roster knows of people, by id; none of it may go into an event."""
    register: Register | None = None
    """The roster, to be written to; none where it is out of reach."""

    @property
    def view(self) -> View:
        """The room as words are looked up in it."""
        return View(self.state, self.names, self.now, self.guests)

    def past(self, minutes: int) -> int:
        """Return the last instant at which the clock showed `minutes` after midnight.

        Raises:
            Refusal: That is so long ago that a time still to come must be meant.
        """
        tz = self.view.plan.tz
        at = latest(minutes, self.now, tz)
        if self.now - at > DAY // 2:
            raise Refusal(f"it is only {clock(self.now, tz)} now: give a time before that, not {clock(at, tz)}")
        return at


@value()
class Action(ABC):
    """Something a facilitator does. Subclasses add fields, help (their docstring) and a rule."""

    REF: ClassVar[str] = ""
    """The field of the event that holds the new id, where the action gives one out."""

    @abstractmethod
    def decide(self, room: Room) -> Body:
        """Return what happens.

        Raises:
            Refusal: It cannot happen now.
        """

    def reply(self, event: Event, view: View) -> str:
        """Return what to tell the facilitator, after it happened; `view` is as it is now."""
        return str(getattr(event.body, self.REF)) if self.REF else "done"


@value()
class Spec:
    """An action as front ends see it."""

    name: str
    action: type[Action]
    title: str
    keys: tuple[str, ...]
    """Default keys in the console, the first shown."""
    example: str
    rehearsal_only: bool = False
    internal: bool = False
    """Made by the program, never typed."""
    ask: Callable[[View], str] | None = None
    """What to answer to its name alone, where that asks and changes nothing."""

    @cached_property
    def params(self) -> tuple[Param, ...]:
        """How each field is written and read; looked up when first needed, which costs more than a key may."""
        return () if self.internal else tuple(_params(self.action))

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        return (self.action.__doc__ or "").strip()

    @property
    def typed(self) -> tuple[Param, ...]:
        """The params that a person gives."""
        return tuple(param for param in self.params if param.place != "seen")

    @property
    def syntax(self) -> str:
        """How it is written in plain mode."""
        before = [param.syntax for param in self.params if param.place == "before"]
        order = ("word", "option", "after", "rest")
        behind = [param.syntax for place in order for param in self.params if param.place == place]
        return " ".join([*before, self.name, *behind])

    def build(self, values: Mapping[str, str], view: View) -> Action:
        """Return the action that `values`, words by field, stand for.

        Raises:
            Refusal: A word is missing or stands for nothing.
        """
        made: dict[str, Any] = {}
        for param in self.params:
            word = values.get(param.name, "")
            if param.place == "seen" or word != "":
                made[param.name] = param.kind.read(word, view)
            elif param.required:
                raise Refusal(f"{self.name} needs {param.kind.metavar}: {self.syntax}")
        return self.action(**made)


ACTIONS: dict[str, Spec] = {}
"""Every action by name, in the order in which help lists them."""

A = TypeVar("A", bound=Action)


def action(
    name: str,
    title: str,
    *,
    keys: tuple[str, ...] = (),
    example: str = "",
    rehearsal_only: bool = False,
    internal: bool = False,
    ask: Callable[[View], str] | None = None,
) -> Callable[[type[A]], type[A]]:
    """Register an action under a name; its fields are annotated with `Param`."""

    def register(class_: type[A]) -> type[A]:
        ACTIONS[name] = Spec(name, class_, title, keys, example or name, rehearsal_only, internal, ask)
        return class_

    return register


def _params(class_: type[Action]) -> Iterator[Param]:
    hints = get_type_hints(class_, include_extras=True)
    for part in fields(class_):
        (param,) = (extra for extra in hints[part.name].__metadata__ if isinstance(extra, Param))
        label = param.label or part.name
        yield replace(param, name=part.name, label=label, required=part.default is MISSING)
