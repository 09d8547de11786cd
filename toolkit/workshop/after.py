"""A workshop that comes after another: what of the old folder goes into the new one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.places import CONTENT_FOLDERS
from toolkit.files.value import value
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.domain import Domain
from toolkit.library.validate import validate
from toolkit.workshop.file import WorkshopFile
from toolkit.workshop.resolve import resolve
from toolkit.workshop.roster import columns_of, read_roster
from toolkit.workshop.table import read_table
from toolkit.workshop.table_edit import replace_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from toolkit.workshop.brought import Carried, LeftOpen
    from toolkit.workshop.create import Answers
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.roster import Person

LAST_TIME = "promised-last-time"
"""The exercise that such a workshop opens with."""


@value()
class After:
    """An earlier workshop, and what it left to do."""

    folder: Folder
    file: WorkshopFile
    carried: tuple[Carried, ...] = ()
    left_open: tuple[LeftOpen, ...] = ()
    terms: tuple[str, ...] = ()
    """The words that are still open."""

    @property
    def people(self) -> list[str]:
        """The ids of those who come along."""
        return _still_there(read_roster(self.folder.path / self.file.roster).people)

    @property
    def settled(self) -> list[str]:
        """The words that need not be taken up again."""
        return [term for term in self.file.terms if term not in self.terms]

    def defaults(self) -> dict[str, str]:
        """Return the answers that a new workshop has unless it is said otherwise: the same room, at the same time."""
        file = self.file
        domains = " ".join(entry.id if isinstance(entry, Domain) else entry for entry in file.domains)
        known = {"title": file.title, "starts": file.starts, "ends": file.ends, "place": file.place, "mode": file.mode}
        return {**known, "language": file.language, "timezone": file.timezone or "", "domains": domains}

    def answers(self, answers: Answers, given: Mapping[str, str]) -> Answers:
        """Return the answers with the words that are still open and an agenda that opens with what was promised.

        Args:
            answers: What was answered, with defaults for the rest.
            given: What was answered in words; where that is empty, the earlier workshop says what is best.
        """
        terms = tuple(answers.terms) if given.get("terms") else self.terms
        agenda = tuple(answers.agenda)
        if not given.get("agenda") and not terms:
            agenda = tuple(entry for entry in agenda if entry != "term-collision")
        if (self.carried or self.left_open) and LAST_TIME not in agenda:
            agenda = (LAST_TIME, *agenda)
        return replace(answers, terms=terms, agenda=agenda)

    def as_planned(self) -> After:
        """Return the same with what was promised before it, which is still to be asked after: no session was held.

        Raises:
            InputError: The folder cannot be opened.
        """
        plan = resolve(self.folder).plan
        return replace(self, carried=plan.carried, left_open=plan.left_open)

    def definitions(self) -> dict[str, str]:
        """Return the domains that the old file defines itself, by id, as YAML."""
        own = [entry for entry in self.file.domains if isinstance(entry, Domain)]
        return {entry.id: json.dumps(entry.model_dump(), ensure_ascii=False) for entry in own}


def after(folder: Folder) -> After:
    """Return an earlier workshop as its files have it: all its words are open, until its session says otherwise.

    Raises:
        InputError: The folder holds no workshop, or its file has a fault.
    """
    file = validate(WorkshopFile, read_yaml(folder.require().file))
    return After(folder, file, terms=tuple(file.terms))


def _still_there(people: Sequence[Person]) -> list[str]:
    """Return the ids of those who have not been forgotten: of them the id alone is left, in place of the name too."""
    return [person.id for person in people if person.name != person.id]


def carried_lines(known: After, quoted: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of a workshop file that bring along what was promised, and what stays open."""
    if not (known.carried or known.left_open):
        return
    yield "carried:  # from the workshop before; read when the session is opened: delete what is not wanted"
    if known.carried:
        yield "  commitments:"
    for one in known.carried:
        yield f"    - what: {quoted(one.text or '')}"
        yield f"      promised: {one.promised}"
        words = {"owner": one.owner, "by": one.due, "ask": one.ask, **dict(one.checks)}
        yield from (f"      {name}: {quoted(word)}" for name, word in words.items() if word)
    if known.left_open:
        yield "  open:"
    for left in known.left_open:
        yield f"    - text: {quoted(left.text or '')}"
        yield from ([f"      domain: {left.domain}"] if left.domain else [])
        yield from (["      withheld: true"] if left.withheld else [])


def copy_content(known: After, target: Path) -> None:
    """Copy the exercises, glossaries and printables of a workshop's own, and its roster without the forgotten.

    Raises:
        OSError: Something cannot be read or written.
    """
    for name in CONTENT_FOLDERS:
        for file in sorted((known.folder.path / name).glob("*.y*ml")):
            (target / name).mkdir(parents=True, exist_ok=True)
            write_whole(target / name / file.name, file.read_bytes())
    roster = known.folder.path / known.file.roster
    if is_file(roster) and not (target / known.file.roster).exists():
        write_whole(target / known.file.roster, roster.read_bytes())
        _leave_out_forgotten(target / known.file.roster)


def _leave_out_forgotten(path: Path) -> None:
    people = read_roster(path).people
    there = _still_there(people)
    lines = {person.line - 1 for person in people if person.id not in there}
    if not lines:
        return
    table = read_table(path)
    rows = [record for record in table.records if record.begin in lines]
    emptied = {(row.begin, column): "" for row in rows for column in columns_of(table).values()}
    replace_cells(path, table, emptied, [line for row in rows for line in range(row.begin, row.end)])
