"""Every kind of file that `workshop check` and `workshop schema` know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.library import kinds
from toolkit.workshop.file import WorkshopFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WORKSHOP = kinds.Kind("workshop", WorkshopFile, "", "workshop.yaml", "agenda")
KINDS = (WORKSHOP, *kinds.KINDS)

HOW = (
    "the kind follows from the file's name (workshop.yaml, domains.yaml, tensions.yaml, facets.yaml), else from its "
    "folder (exercises, glossaries, printables, printables/sheets), else from a field (agenda, steps, terms, per, slot)"
)


def kind_of_path(path: Path) -> kinds.Kind | None:
    """Return the kind that a file's name or folder says, or None."""
    return WORKSHOP if path.name == WORKSHOP.file else kinds.kind_of_path(path)


def kind_of_fields(fields: Iterable[str]) -> kinds.Kind | None:
    """Return the kind that has a field of its own among `fields`, or None."""
    names = set(fields)
    return WORKSHOP if WORKSHOP.sign in names else kinds.kind_of_fields(names)
