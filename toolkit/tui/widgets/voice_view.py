"""Which world is heard: its share of turns beside its share of people, where a step asks for turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual.widgets import Static

from toolkit.session.voice import voices
from toolkit.tui.text import literal, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.voice import Voice
    from toolkit.tui.session import Session

BAR = 12
"""Cells of a share of one."""


class VoiceView(Static):
    """A line for each domain, or one for all where there is little room; nothing where no turns are asked for."""

    DEFAULT_CSS = """
    VoiceView { height: auto; padding: 0 1; display: none; border-top: solid $border-blurred; }
    VoiceView.-line { border-top: none; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._shown = ""

    def show(self, session: Session, *, short: bool) -> None:
        """Draw the shares as they are."""
        self.set_class(short, "-line")
        step = session.state.step
        wanted = step is not None and "turns" in step.capture
        found = voices(session.state) if wanted else []
        text = (_line(found) if short else "\n".join(_rows(found))) if found else ""
        if text != self._shown:
            self._shown, self.display = text, bool(text)
            self.update(literal(text))


def _line(found: list[Voice]) -> str:
    parts = [f"{number} {one_line(voice.code, 4)} {_shares(voice)}" for number, voice in enumerate(found, 1)]
    return f"Turns/people {'  '.join(parts)}"


def _rows(found: list[Voice]) -> Iterator[str]:
    yield "A key a turn:  ▇ of turns  ─ of people"
    for number, voice in enumerate(found, 1):
        turns, people = round(BAR * (voice.turn_share or 0)), round(BAR * (voice.people_share or 0))
        bar = "".join("▇" if i < turns else "─" if i < people else " " for i in range(BAR))
        yield f"{number} {set_cell_size(one_line(voice.code, 4), 4)} {bar} {_shares(voice) + '%':>8} {voice.turns:>4}"


def _shares(voice: Voice) -> str:
    return f"{_percent(voice.turn_share)}/{_percent(voice.people_share)}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f}"
