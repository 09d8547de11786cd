"""Take names out of a roster and out of text files, and say where any are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.places import CONTENT_FOLDERS
from toolkit.files.problems import InputError, Problem, printable
from toolkit.files.value import value
from toolkit.files.yaml_reader import parse_yaml
from toolkit.library.validate import validate
from toolkit.workshop.forget_yaml import names_in, without_names
from toolkit.workshop.kinds import kind_of_path
from toolkit.workshop.roster import columns_of, read_roster, write_ids
from toolkit.workshop.table import read_table
from toolkit.workshop.table_edit import replace_cells

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from toolkit.workshop.csv_rows import Record
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.name_finder import NameFinder
    from toolkit.workshop.roster import Person

KEPT = ("id", "name", "domain", "also")
"""What stays of somebody: the id, which also stands for the name, and which worlds they were counted in."""
RESTED_ON = (*KEPT, "languages")
"""Columns of codes, in which nobody is named, whatever word stands there."""


@value()
class Mention:
    """A place outside the name column where somebody is named."""

    where: str
    text: str
    others: tuple[str, ...] = ()
    """Who else could be meant."""

    def __str__(self) -> str:
        """Return it on one line."""
        also = f" (could be {', '.join(self.others)} as well)" if self.others else ""
        return f"{self.where}: {printable(self.text, 160)}{also}"


def roster_mentions(path: Path, people: Sequence[Person], finder: NameFinder) -> Iterator[Mention]:
    """Yield where other rows of the roster name somebody who is to be forgotten."""
    table = read_table(path)
    columns, lines = columns_of(table), {person.line - 1 for person in people}
    for record in table.above:
        yield from (Mention(f"{path.name}:{record.begin + 1}", cell) for cell in record.cells if finder.found(cell))
    for record in table.records:
        if record.begin not in lines:
            for field, column in columns.items():
                cell = record.cells[column] if column < len(record.cells) else ""
                if field not in RESTED_ON and finder.found(cell):
                    yield Mention(f"{path.name}:{record.begin + 1} {field}", cell)


def forget_in_roster(path: Path, people: Sequence[Person], finder: NameFinder, *, everybody: bool) -> None:
    """Leave of each row only id, domain and the other domains, and take names out of the other rows.

    With `everybody`, rows that cannot be read go altogether: nobody can tell whom they name.

    Raises:
        OSError: The roster cannot be written; it is as it was.
    """
    write_ids(path, read_roster(path))
    ids = {person.id for person in people}
    table = read_table(path)
    lines = {person.line - 1: person.id for person in read_roster(path).people if person.id in ids}
    codes = {column for field, column in columns_of(table).items() if field in RESTED_ON}
    changes: dict[tuple[int, int], str] = {}
    for record in table.above:
        changes |= _cleaned(record, finder)
    for record in table.records:
        if record.begin in lines:
            changes |= _emptied(record, columns_of(table), lines[record.begin])
        elif everybody:  # a row that was left out
            changes |= {(record.begin, column): "" for column, cell in enumerate(record.cells) if cell}
        else:
            changes |= _cleaned(record, finder, codes)
    replace_cells(path, table, changes, table.unread if everybody else ())


def _emptied(record: Record, columns: dict[str, int], id_: str) -> dict[tuple[int, int], str]:
    kept = {columns[field] for field in KEPT if field in columns}
    changes = {(record.begin, c): "" for c, cell in enumerate(record.cells) if cell and c not in kept}
    return {**changes, (record.begin, columns["name"]): id_}


def _cleaned(record: Record, finder: NameFinder, kept: Collection[int] = ()) -> dict[tuple[int, int], str]:
    return {
        (record.begin, column): finder.without(cell)
        for column, cell in enumerate(record.cells)
        if column not in kept and finder.found(cell)
    }


def text_files(folder: Folder) -> list[Path]:
    """Return the files that a person writes besides the roster: the plan, and content of the workshop's own."""
    files = [folder.file]
    for name in CONTENT_FOLDERS:
        files += sorted((folder.path / name).glob("*.y*ml"))
    return [file for file in files if is_file(file)]


def text_mentions(files: Iterable[Path], finder: NameFinder) -> Iterator[Mention]:
    """Yield each line of the files on which something begins that names somebody."""
    for file in files:
        text = _text(file)
        lines = text.split("\n")
        yield from (Mention(f"{file.name}:{number}", lines[number - 1].strip()) for number in _lines(text, finder))


def _lines(text: str, finder: NameFinder) -> list[int]:
    try:
        return names_in(text, finder)
    except (yaml.YAMLError, UnicodeError):
        return [number for number, line in enumerate(text.split("\n"), 1) if finder.found(line)]


def forget_in_texts(files: Iterable[Path], finder: NameFinder) -> list[Problem]:
    """Take names out of what somebody wrote in YAML files, each whole or not at all.

    Returns:
        Why a file was left as it is: without the names, nothing could read it any more.

    Raises:
        OSError: A file cannot be written; it is as it was.
    """
    problems: list[Problem] = []
    for file in files:
        text = _text(file)
        try:
            without = without_names(text, finder)
        except (yaml.YAMLError, UnicodeError):  # nothing rests on what cannot be read
            without = finder.without(text)
        if without == text:
            continue
        if (faults := _faults(file, without)) and not _faults(file, text):
            what = f"cannot be read without the names, and stays as it is: write over them ({faults[0].what})"
            problems.append(Problem(str(file), faults[0].line, faults[0].column, what))
        else:
            write_whole(file, without)
    return problems


def _faults(file: Path, text: str) -> list[Problem]:
    """Return why a file with this text could not be read."""
    try:
        document = parse_yaml(text, str(file))
        if kind := kind_of_path(file):
            validate(kind.model, document)
    except UnicodeError:
        return [Problem(str(file), 0, 0, "not UTF-8")]
    except InputError as error:
        return list(error.problems)
    return []


def forget_in_log(file: Path, finder: NameFinder) -> None:
    """Take names out of a file of plain lines, if there is one.

    Raises:
        OSError: It cannot be written; it is as it was.
    """
    if file.exists() and (without := finder.without(text := _text(file))) != text:
        write_whole(file, without)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")
