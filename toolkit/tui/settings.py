"""The user's settings: keys and theme."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from toolkit.files.value import value

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.files.problems import Problem


@value()
class Settings:
    """What the user chose."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By command: the keys that replace its own."""
    theme: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def keymap(self) -> dict[str, str]:
        """The keys as Textual takes them."""
        return {name: ",".join(keys) for name, keys in self.keys.items()}


def load(path: Path) -> Settings:
    """Read the settings file; without one, everything is as it ships. A fault in it is named, and the defaults stay."""
    if not path.exists():
        return Settings()
    from toolkit.tui.settings_reader import read_settings  # deferred: most users have no settings

    return read_settings(path)
