"""Content to read and to spoil: a tiny exercise as text, and everything that ships."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.files.faults import faults, read_text
from toolkit.files.places import CONTENT_FOLDERS, built_in
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.kinds import Kind, kind_of_path
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from toolkit.files.document import Document, Trail, Value

EXERCISE = """\
id: tiny
title: Tiny
tagline: One line
tensions: [language-mismatch]
purposes: [See]
when: Early
bridges: It does
group: {min: 2, max: 9}
modes: [in-person]
space: A room
invitation: I write it down
steps:
  - id: first
    title: First
    say: Say {term}
    do: Do
    minutes: {min: 1, ideal: 2, max: 3}
    arrangement: plenary
    cut: never
debrief: [What?]
traps: [Haste]
access: [Large print]
power: Ask
at_scale: {5: a, 15: b, 50: c}
sources: [{title: Book}]
run: none
"""

GLOSSARY = """\
title: Words
terms:
  - id: risk
    labels: {en: risk}
"""

PRINTABLE = """\
id: card
title: Card
about: A card
per: participant
sheet: a4-cards
size: [80, 50]
front: {}
"""

SHEET = """\
id: paper
title: Paper
source: A ruler
page: A4
columns: 1
slot: [80, 50]
margin: [10, 10]
"""

SHIPPED = [path for folder in CONTENT_FOLDERS for path in sorted(built_in(folder).glob("*.yaml"))]


def shipped_kind(path: Path) -> Kind:
    """Return the kind of a file that ships."""
    kind = kind_of_path(path)
    assert kind is not None
    return kind


@cache
def shipped(path: Path) -> Document:
    """Return a file that ships, read once."""
    return read_yaml(path)


def model_faults(model: type[BaseModel], content: str | Document) -> list[str]:
    """Return what `model` finds wrong with content, as `faults` does."""
    return faults(lambda: validate(model, read_text(content) if isinstance(content, str) else content))


def spoiled(text: str, line: str, instead: str) -> str:
    """Return `text` with one line replaced."""
    assert text.count(line) == 1, line
    return text.replace(line, instead)


def parent_of(data: Value, trail: Trail) -> Any:  # noqa: ANN401 - a list or a mapping
    """Return what holds the value at `trail`."""
    here: Any = data
    for part in trail[:-1]:
        here = here[part]
    return here


def with_value(document: Document, trail: Trail, value: Value) -> Document:
    """Return `document` with another value at `trail`."""
    data = copy.deepcopy(document.data)
    parent_of(data, trail)[trail[-1]] = value
    marks = {part: mark for part, mark in document.marks.items() if part == trail or part[: len(trail)] != trail}
    return replace(document, data=data, marks=marks)


def renamed(document: Document, trail: Trail, key: str) -> Document:
    """Return `document` with another key for what is at `trail`, in the same place."""
    changed = without(document, trail)
    parent_of(changed.data, trail)[key] = None
    place = {(*trail[:-1], key): document.key_marks[trail]}
    return replace(changed, key_marks=document.key_marks | place)


def without(document: Document, trail: Trail) -> Document:
    """Return `document` without what is at `trail`."""
    data = copy.deepcopy(document.data)
    del parent_of(data, trail)[trail[-1]]
    return replace(document, data=data)
