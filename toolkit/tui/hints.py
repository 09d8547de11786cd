"""What to do instead, as the console says it: the key in place of the line of plain mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.tui.commands import ENTRIES
from toolkit.tui.panes.help import key_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.desk import Refused

_BY_KEY = {"go": "pause-or-go", "pause": "pause-or-go"}
"""Actions that a command of the console's own does."""


def why_not(refused: Refused, keys: Mapping[str, tuple[str, ...]], form: str = "") -> str:
    """Return why something was refused and which key does what is to be done instead.

    Args:
        refused: What the desk answered.
        keys: The user's own, by command.
        form: The action whose form is open: what it lacks is filled in there, no key is needed.
    """
    name = refused.say.split()[0] if refused.say else ""
    if name in ("", form):
        return refused.what
    entry = ENTRIES[_BY_KEY.get(name, name)]
    own = keys.get(entry.name, entry.keys)
    return f"{refused.what}: {f'press {key_label(own[0])}' if own else f'choose “{entry.title}” in the menu'}"
