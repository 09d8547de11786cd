"""Every key and command, from the same list that binds them."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from toolkit.tui.commands import ENTRIES
from toolkit.tui.panes.pane import Pane
from toolkit.tui.text import literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

SHOWN = {
    "plus": "+", "minus": "-", "question_mark": "?", "pagedown": "PgDn", "pageup": "PgUp", "space": "Space",
    "enter": "Enter", "slash": "/",
}  # fmt: skip
"""How keys are written for people."""


class HelpPane(Pane):
    """The keys, by group."""

    NAME: ClassVar[str] = "help"
    FOCUS: ClassVar[str] = "VerticalScroll"

    DEFAULT_CSS = "HelpPane Static { padding: 1 2; height: auto; }"

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out one text."""
        with VerticalScroll():
            yield Static(literal(help_text(self._keys)), markup=False)


def key_label(key: str) -> str:
    """Return a key as people read it."""
    return SHOWN.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)


def help_text(keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return every command with its keys; `keys` are the user's own, by command."""
    lines = [
        "The session is kept as it happens: leave with q, crash, close the lid, and go on where you were.",
        "Text is typed into bars; while one is open, letters are text and function keys still work.",
        "ctrl+p finds every command by name. Keys are changed in the settings file (docs/keys.md).",
    ]
    group = ""
    for entry in ENTRIES.values():
        if entry.group != group:
            group = entry.group
            lines += ["", group.upper()]
        shown = "  ".join(key_label(key) for key in keys.get(entry.name, entry.keys))
        lines.append(f"  {shown:<12} {entry.title}")
        lines += textwrap.wrap(entry.help, 58, initial_indent=" " * 15, subsequent_indent=" " * 15)
    return "\n".join(lines)
