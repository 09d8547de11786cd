"""Write the tables in the docs that come from the code: `python docs/generate.py`. A test holds them against it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.main import COMMANDS
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import in_language
from toolkit.library.lint import RULES
from toolkit.plain.converse import OWN
from toolkit.session.actions import ACTIONS
from toolkit.tui.commands import ENTRIES
from toolkit.tui.panes.help import key_label
from toolkit.tui.plan_commands import PLAN_ENTRIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.tui.commands import Entry

DOCS = Path(__file__).resolve().parent


def keys() -> str:
    """Return the table of the live console's keys."""
    return _keys(ENTRIES)


def plan_keys() -> str:
    """Return the table of the plan's keys."""
    return _keys(PLAN_ENTRIES)


def _keys(entries: Mapping[str, Entry]) -> str:
    rows = ["| keys | name | what |", "|---|---|---|"]
    for entry in entries.values():
        shown = " ".join(f"`{key_label(key)}`" for key in entry.keys)
        rows.append(f"| {shown} | `{entry.name}` | {entry.title}: {entry.help} |")
    return "\n".join(rows)


def commands() -> str:
    """Return the table of plain mode's commands."""
    rows = ["| command | what | for example |", "|---|---|---|"]
    for spec in ACTIONS.values():
        if not spec.internal:
            syntax = spec.syntax.replace("|", "\\|")
            rows.append(f"| `{syntax}` | {spec.help.splitlines()[0]} | `{spec.example}` |")
    rows += [f"| `{name}` | {text[0].upper()}{text[1:]}. | `{name}` |" for name, text in OWN.items()]
    return "\n".join(rows)


def cli() -> str:
    """Return the table of the command line."""
    rows = ["| command | what | for example |", "|---|---|---|"]
    rows.append("| `workshop` | opens the console at home: recent workshops, new, library | `workshop` |")
    rows += [f"| `{c.name}` | {c.help} | `{c.example}` |" for c in COMMANDS]
    return "\n".join(rows)


def coverage() -> str:
    """Return the table of tensions and fields of later work with the exercises made for each."""
    catalogue = Catalogue()
    exercises = [found.item for found in catalogue.exercises().values()]
    rows = ["| tension or field | exercises, those made for it first |", "|---|---|"]
    for tension in catalogue.tensions().values():
        fitting = [exercise for exercise in exercises if tension.id in exercise.tensions]
        fitting.sort(key=lambda exercise: exercise.tensions.index(tension.id))
        named = ", ".join(f"`{e.id}` ({e.minutes[1]:g} min)" for e in fitting)
        rows.append(f"| {in_language(tension.title, 'en')} | {named} |")
    return "\n".join(rows)


def lint() -> str:
    """Return the table of what an exercise is checked for."""
    rows = ["| rule | finds | |", "|---|---|---|"]
    rows += [f"| {rule.name} | {rule.finds} | {'warning' if rule.warns else 'fault'} |" for rule in RULES]
    return "\n".join(rows)


TABLES = {
    "keys": ("keys.md", keys),
    "plan keys": ("keys.md", plan_keys),
    "commands": ("plain-mode.md", commands),
    "cli": ("commands.md", cli),
    "coverage": ("exercises.md", coverage),
    "lint": ("write-an-exercise.md", lint),
}


def page(name: str) -> tuple[Path, str]:
    """Return a page's path, and its text with the table called `name` made anew."""
    file, make = TABLES[name]
    path = DOCS / file
    table = f"<!-- {name} -->\n{make()}\n<!-- end -->"
    text = path.read_text(encoding="utf-8")
    return path, re.sub(rf"<!-- {name} -->.*?<!-- end -->", lambda _: table, text, flags=re.DOTALL)


if __name__ == "__main__":
    for table in TABLES:
        target, content = page(table)
        target.write_text(content, encoding="utf-8")
