"""What is chosen for printing in the console: values, how they are shown, and the tool's memory of them."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from toolkit.files.atomic import write_whole
from toolkit.files.places import memory
from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.printing.job import Options

_VALUES = {
    "variant": ("plain", "large-print", "legible"),
    "ink": ("colour", "black"),
    "duplex": ("as declared", "long", "short", "fold", "none"),
    "marks": ("as declared", "cut", "crop", "none"),
    "copies": ("1", "2", "3", "4", "5"),
    "spares": ("as declared", "0", "5", "10", "20", "40"),
}
"""What each choice can be, the default first."""
_TITLES = {"variant": "Text", "ink": "Ink", "duplex": "Flip on edge", "marks": "Marks", "copies": "Copies",
           "spares": "Blank ones"}  # fmt: skip
GO = "go"


@value()
class PrintChoices:
    """What is to be printed, and how. Nothing chosen means the whole pack."""

    variant: str = "plain"
    ink: str = "colour"
    duplex: str = "as declared"
    marks: str = "as declared"
    copies: str = "1"
    spares: str = "as declared"
    chosen: tuple[str, ...] = ()

    def turned(self, row: str, by: int = 1) -> PrintChoices:
        """Return the choices after Enter on a row: the next value of a choice, or a printable chosen or not.

        Args:
            row: The choice, or the printable's id.
            by: How many values further; -1 goes back.
        """
        if row in _VALUES:
            values = _VALUES[row]
            turned: dict[str, Any] = {row: values[(values.index(getattr(self, row)) + by) % len(values)]}
            return replace(self, **turned)
        chosen = tuple(name for name in self.chosen if name != row)
        return replace(self, chosen=chosen if row in self.chosen else (*chosen, row))

    def rows(self, printables: Sequence[tuple[str, str]]) -> list[tuple[str, str] | None]:
        """Return what the list shows: what Enter does there, and the text; None is a line between groups."""
        count = len([id_ for id_, _ in printables if id_ in self.chosen])
        what = f"Print {count} chosen below" if count else "Print the whole pack"
        options = [(name, f"{title:<14}{getattr(self, name)}") for name, title in _TITLES.items()]
        listed = [(id_, f"[{'x' if id_ in self.chosen else ' '}] {title}") for id_, title in printables]
        return [(GO, what), None, *options, None, *listed]

    def options(self) -> Options:
        """Return the choices as printing takes them."""
        from toolkit.printing.job import Options

        def declared(word: str) -> str | None:
            return None if word == "as declared" else word

        return Options(
            copies=int(self.copies),
            duplex=declared(self.duplex),  # type: ignore[arg-type]  # one of the values
            marks=declared(self.marks),  # type: ignore[arg-type]
            mono=self.ink == "black",
            spares=int(self.spares) if self.spares.isdecimal() else None,
            variant=self.variant,  # type: ignore[arg-type]
        )


def remembered() -> PrintChoices:
    """Return what was chosen the last time; a memory that cannot be read is an empty one."""
    try:
        found = json.loads((memory() / "print.json").read_text(encoding="utf-8"))
        known = {name: found[name] for name, values in _VALUES.items() if found.get(name) in values}
        return PrintChoices(**known, chosen=tuple(map(str, found.get("chosen", ()))))
    except (OSError, ValueError, TypeError, AttributeError):
        return PrintChoices()


def remember(choices: PrintChoices) -> None:
    """Keep what is chosen; what cannot be remembered is no fault."""
    with suppress(OSError):
        memory().mkdir(parents=True, exist_ok=True)
        write_whole(memory() / "print.json", json.dumps(asdict(choices)))
