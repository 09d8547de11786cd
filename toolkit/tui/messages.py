"""What the parts of the console tell each other. Widgets and threads ask; the screen that cares decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from toolkit.session.desk import Done, Refused
    from toolkit.session.grammar import Action
    from toolkit.tui.session import Session


class Settled(Message):
    """A screen of the facilitator's is there: what was kept to be told can be."""


class Changed(Message):
    """The session has changed, here or in another window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class Answered(Message):
    """An action was done, or refused."""

    def __init__(self, action: Action, result: Done | Refused) -> None:
        super().__init__()
        self.action, self.result = action, result


class DraftsFound(Message):
    """Text that was being typed when a console last ended."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class FilesChanged(Message):
    """The workshop's files differ from those the plan was read from."""


class Notice(Message):
    """Something to tell the facilitator that no action asked for."""

    def __init__(self, text: str, severity: SeverityLevel) -> None:
        super().__init__()
        self.text, self.severity = text, severity


class CaptureSent(Message):
    """Words were typed to be kept."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action


class DraftTyped(Message):
    """What stands in a place to type in now."""

    def __init__(self, source: str, text: str) -> None:
        super().__init__()
        self.source, self.text = source, text


class BarClosed(Message):
    """The capture bar was closed; what stands in it stays there."""


class SheetClosed(Message):
    """A sheet was closed; what was typed into it, by field, if it was not sent."""

    def __init__(self, unsent: tuple[str, dict[str, str]] | None = None) -> None:
        super().__init__()
        self.unsent = unsent


class Chosen(Message):
    """Something was chosen: a person, a walk-in, a term, a command, a line to correct or to be read next."""

    def __init__(self, kind: Literal["person", "term", "line", "reading", "walk-in", "command"], id_: str) -> None:
        super().__init__()
        self.kind, self.id = kind, id_
