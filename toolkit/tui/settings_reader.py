"""Read the settings file, and name every fault in it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from toolkit.files.problems import InputError, Problem, nearest, printable
from toolkit.files.yaml_reader import read_yaml
from toolkit.tui.commands import ENTRIES
from toolkit.tui.plan_commands import PLAN_ENTRIES
from toolkit.tui.settings import Settings
from toolkit.tui.themes import THEME_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from toolkit.files.document import Document, Trail
    from toolkit.tui.commands import Entry

_KEYS = {key.value for key in Keys if not key.value.startswith("<")} | {
    f"alt+{c}" for c in "abcdefghijklmnopqrstuvwxyz"
}
SCREENS = (ENTRIES, PLAN_ENTRIES)
"""The commands of the live screen and of the plan: a key may mean one thing on each."""
NAMES = [name for entries in SCREENS for name in entries]
RESERVED = {"ctrl+p": "the palette", "ctrl+q": "leaving", "tab": "moving the focus", "shift+tab": "moving the focus"}


def read_settings(path: Path) -> Settings:
    """Read a settings file that exists."""
    try:
        document = read_yaml(path)
    except InputError as error:
        return Settings(problems=error.problems)
    reader = _Reader(document)
    keys, theme = reader.keys(), reader.theme()
    reader.unknown_fields()
    if reader.problems:
        return Settings(theme=theme, problems=tuple(sorted(reader.problems)))
    return Settings(keys, theme)


def key_name(word: str) -> str | None:
    """Return the name of a key as Textual calls it, or None if there is no such key."""
    word = word.strip()
    if len(word) == 1 and word.isprintable() and not word.isspace():
        if word.isalnum():
            return word
        name = unicodedata.name(word, "").lower().replace("-", "_").replace(" ", "_")
        return KEY_NAME_REPLACEMENTS.get(name, name) or None
    if word.lower() in _KEYS:
        return word.lower()
    symbols = {key_name(symbol): symbol for symbol in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
    return word.lower() if word.lower() in symbols else None


class _Reader:
    """Takes one settings document apart."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def unknown_fields(self) -> None:
        for name in self.document.data:
            if name not in ("keys", "theme"):
                self._complain(
                    (name,), f"unknown field {printable(name, 40)!r}: {nearest(name, ['keys', 'theme'])}", key=True
                )

    def theme(self) -> str:
        theme = self.document.data.get("theme") or ""
        if theme and theme not in THEME_NAMES:
            self._complain(
                ("theme",), f"there is no theme {printable(str(theme), 40)!r}: {nearest(str(theme), THEME_NAMES)}"
            )
            return ""
        return str(theme)

    def keys(self) -> dict[str, tuple[str, ...]]:
        given = self.document.data.get("keys") or {}
        if not isinstance(given, dict):
            self._complain(("keys",), "`command: keys` lines are wanted, such as `note: c, f2`")
            return {}
        chosen: dict[str, tuple[str, ...]] = {}
        for name, value in given.items():
            if name not in NAMES:
                what = f"there is no command {printable(name, 40)!r}: {nearest(name, NAMES)}"
                self._complain(("keys", name), what, key=True)
                continue
            chosen[name] = tuple(self._names(name, value))
        for entries in SCREENS:
            self._clashes(chosen, entries)
        if "quit" in chosen and not chosen["quit"]:
            self._complain(("keys", "quit"), "nothing would leave the console: give quit a key")
        return chosen

    def _names(self, name: str, value: object) -> Iterator[str]:
        """Yield the keys that a value means: one, several with commas between, or a list."""
        if isinstance(value, list):
            words = [str(word) for word in value]
        else:
            text = "" if value is None else str(value)
            words = [text] if text.strip() == "," else text.split(",")
        for word in (word for word in words if word.strip()):
            key = key_name(word)
            if key is None:
                what = f"{name}: there is no key {printable(word.strip(), 40)!r}: {nearest(word.strip(), _KEYS)}"
                self._complain(("keys", name), what)
            elif key in RESERVED:
                self._complain(("keys", name), f"{name}: {key} is kept for {RESERVED[key]}: choose another key")
            else:
                yield key

    def _clashes(self, chosen: dict[str, tuple[str, ...]], entries: Mapping[str, Entry]) -> None:
        owners: dict[str, str] = {}
        for name, entry in entries.items():
            for key in chosen.get(name, entry.keys):
                other = owners.setdefault(key, name)
                if other == name:
                    continue
                mine = name if name in chosen else other
                rival = other if mine == name else name
                line = self.document.key_marks.get(("keys", rival))
                where = f"on line {line[0]}" if line else "by default"
                what = f"{mine}: {key} means {rival} {where}: choose another key, or give {rival} one"
                self._complain(("keys", mine), what)

    def _complain(self, trail: Trail, what: str, *, key: bool = False) -> None:
        self.problems.append(self.document.problem(trail, what, key=key))
