"""What kind of content a file holds, and which model reads it.

A file's kind follows from its name (`domains.yaml`, `tensions.yaml`, `facets.yaml`), else from the folder it is in
(`exercises/`, `glossaries/`, `printables/`, `printables/sheets/`), else from a field that only one kind has (`steps`,
`terms`, `per`, `slot`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.library.domain import Domains
from toolkit.library.exercise import Exercise
from toolkit.library.glossary import Facets, Glossary
from toolkit.library.printable import Printable
from toolkit.library.sheet import Sheet
from toolkit.library.tension import Tensions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic import BaseModel


class Kind(NamedTuple):
    """One kind of content file."""

    name: str
    model: type[BaseModel]
    folder: str
    file: str | None
    """The only name that a file of this kind has; None where every file has its own."""
    sign: str
    """A field that only this kind has."""


EXERCISE = Kind("exercise", Exercise, "exercises", None, "steps")
TENSIONS = Kind("tensions", Tensions, "exercises", "tensions.yaml", "tensions")
GLOSSARY = Kind("glossary", Glossary, "glossaries", None, "terms")
DOMAINS = Kind("domains", Domains, "glossaries", "domains.yaml", "domains")
FACETS = Kind("facets", Facets, "glossaries", "facets.yaml", "decides")
PRINTABLE = Kind("printable", Printable, "printables", None, "per")
SHEET = Kind("sheet", Sheet, "printables/sheets", None, "slot")

KINDS = (EXERCISE, TENSIONS, GLOSSARY, DOMAINS, FACETS, PRINTABLE, SHEET)
"""In the order in which a field tells: an exercise has `tensions` as well as `steps`."""


def kind_of_path(path: Path) -> Kind | None:
    """Return the kind that a file's name or folder says, or None."""
    for kind in KINDS:
        if kind.file == path.name:
            return kind
    folder = path.resolve().parent.name
    return next((kind for kind in KINDS if kind.folder.rpartition("/")[2] == folder and kind.file is None), None)


def kind_of_fields(fields: Iterable[str]) -> Kind | None:
    """Return the kind whose sign is among the `fields`, or None."""
    names = set(fields)
    return next((kind for kind in KINDS if kind.sign in names), None)
