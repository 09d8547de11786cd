"""The one YAML reader: YAML 1.2 core, safe, bounded, with the position of every value.

A file is taken in as a stream of events from libyaml and built once from them, without recursion: nesting,
size and the expansion of aliases are bounded before anything grows. (PyYAML's own loader dies of 100,000 open
brackets, and builds YAML 1.1, in which `13:30` is the number 810 and `no` is false.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from toolkit.files.document import Document, Mark, Trail, Value
from toolkit.files.problems import InputError, Problem
from toolkit.files.source import read_source
from toolkit.files.yaml_faults import TooMuch, syntax_problem
from toolkit.files.yaml_scalars import resolve

if TYPE_CHECKING:
    from pathlib import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 60
MAX_NODES = 200_000
"""Values in one file, each alias counted as often as it stands for something."""
MAX_PROBLEMS = 100


def read_yaml(path: Path) -> Document:
    """Read one YAML file whose top is a mapping.

    Raises:
        InputError: With every problem that stops the file from being read.
    """
    return parse_yaml(read_source(path), str(path))


def parse_yaml(text: str, name: str) -> Document:
    """Read YAML from `text`, as `read_yaml` does; `name` is what problems call the file."""
    builder = _Builder(name)
    try:
        # From bytes, libyaml counts columns in characters and can read every plane of Unicode.
        for event in yaml.parse(text.encode("utf-8"), Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, name, text))
    except RecursionError:  # pragma: no cover - only the pure Python parser recurses
        builder.problems.append(Problem(name, 1, 1, "nested too deeply: flatten it"))
    if builder.problems:
        raise InputError(builder.problems)
    if not isinstance(builder.root, dict):
        found = "empty" if builder.root is None else "a list or a single value"
        raise InputError([Problem(name, 1, 1, f"the file is {found}: write `key: value` lines")])
    return Document(name, builder.root, builder.marks, builder.key_marks, text)


@dataclass
class _Open:
    """A list or mapping that is being filled."""

    value: list[Value] | dict[str, Value]
    trail: Trail
    mark: Mark
    anchor: str | None
    nodes: int = 1
    key: str | None = None
    """The key whose value comes next, in a mapping."""


class _Builder:
    """Builds one document from YAML events."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Value = None
        self.marks: dict[Trail, Mark] = {}
        self.key_marks: dict[Trail, Mark] = {}
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._start(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = self._stack.pop()
                self._keep(done.value, done.nodes, done.anchor, done.mark)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    raise TooMuch("a second document begins here: keep one per file", *_at(event))

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise TooMuch(f"nested more than {MAX_DEPTH} deep: flatten it", *_at(event))
        mapping = isinstance(event, yaml.MappingStartEvent)
        if event.tag not in (None, "!", "tag:yaml.org,2002:map" if mapping else "tag:yaml.org,2002:seq"):
            self._complain(_at(event), f"tag {event.tag!r} is not supported: leave it out")
        mark = _at(event)
        self._stack.append(_Open({} if mapping else [], self._place(mark), mark, event.anchor))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark = _at(event)
        value: Value = None
        try:
            value = resolve(event)
        except ValueError as error:
            self._complain(mark, str(error))
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._anchor(event.anchor, value, 1)
            self._begin_pair(top, event.value, mark)
        else:
            self._place(mark)
            self._keep(value, 1, event.anchor, mark)

    def _alias(self, event: yaml.AliasEvent) -> None:
        mark, name = _at(event), event.anchor or ""
        if name not in self._anchors:
            self._complain(mark, f"*{name} stands for nothing yet: put &{name} before it")
        value, nodes = self._anchors.get(name, (None, 1))
        self._place(mark)
        self._keep(value, nodes, None, mark)

    def _begin_pair(self, top: _Open, key: str, mark: Mark) -> None:
        first = self.key_marks.get((*top.trail, key))
        if first:
            self._complain(mark, f"{key!r} stands here twice, first on line {first[0]}: keep one")
            key = f"{key} (again on line {mark[0]})"  # so that what is inside is not taken for twice as well
        self.key_marks[(*top.trail, key)] = mark
        top.key = key

    def _place(self, mark: Mark) -> Trail:
        """Return the trail of the value that begins at `mark`, and note where it stands."""
        trail: Trail = ()
        if self._stack:
            top = self._stack[-1]
            step = len(top.value) if isinstance(top.value, list) else top.key
            if step is None:
                raise TooMuch("a key must be a word, not a list, a mapping or an alias", *mark)
            trail = (*top.trail, step)
        self.marks[trail] = mark
        return trail

    def _keep(self, value: Value, nodes: int, anchor: str | None, mark: Mark) -> None:
        """Put a finished value where it belongs."""
        self._anchor(anchor, value, nodes)
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        top.nodes += nodes
        if top.nodes > MAX_NODES:
            raise TooMuch(f"more than {MAX_NODES:,} values: split the file", *mark)
        if isinstance(top.value, list):
            top.value.append(value)
        elif top.key is not None:
            top.value[top.key] = value
            top.key = None

    def _anchor(self, name: str | None, value: Value, nodes: int) -> None:
        if name:
            self._anchors[name] = (value, nodes)

    def _complain(self, mark: Mark, what: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(self.name, *mark, what))


def _at(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
