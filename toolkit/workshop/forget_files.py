"""Take names out of a roster and out of text files, and say where any are left."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING
from unicodedata import normalize

from toolkit.files.atomic import write_whole
from toolkit.files.look import is_file
from toolkit.files.places import CONTENT_FOLDERS
from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.workshop.roster import columns_of, read_roster, write_ids
from toolkit.workshop.table import read_table
from toolkit.workshop.table_edit import replace_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.name_finder import NameFinder
    from toolkit.workshop.roster import Person
    from toolkit.workshop.table import Record, Table

KEPT = ("id", "name", "domain", "also")
"""What stays of somebody: the id, which also stands for the name, and which worlds they were counted in."""


@value()
class Mention:
    """A place outside the name column where somebody is named."""

    where: str
    text: str

    def __str__(self) -> str:
        """Return it on one line."""
        return f"{self.where}: {printable(self.text, 160)}"


def roster_mentions(path: Path, people: Sequence[Person], finder: NameFinder) -> Iterator[Mention]:
    """Yield where other rows of the roster name somebody who is to be forgotten."""
    table = read_table(path)
    columns, lines = columns_of(table), {person.line - 1 for person in people}
    for record in table.records:
        if record.begin not in lines:
            for field, column in columns.items():
                cell = record.cells[column] if column < len(record.cells) else ""
                if field != "name" and finder.found(cell):
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
    changes: dict[tuple[int, int], str] = {}
    for record in table.records:
        if record.begin in lines:
            changes |= _emptied(record, columns_of(table), lines[record.begin])
        elif everybody:  # a row that was left out
            changes |= {(record.begin, column): "" for column, cell in enumerate(record.cells) if cell}
        else:
            changes |= _cleaned(table, record, finder)
    replace_cells(path, table, changes, table.unread if everybody else ())


def _emptied(record: Record, columns: dict[str, int], id_: str) -> dict[tuple[int, int], str]:
    kept = {columns[field] for field in KEPT if field in columns}
    changes = {(record.begin, c): "" for c, cell in enumerate(record.cells) if cell and c not in kept}
    return {**changes, (record.begin, columns["name"]): id_}


def _cleaned(table: Table, record: Record, finder: NameFinder) -> dict[tuple[int, int], str]:
    name = columns_of(table).get("name", -1)
    return {
        (record.begin, column): finder.without(cell)
        for column, cell in enumerate(record.cells)
        if column != name and finder.found(cell)
    }


def text_files(folder: Folder) -> list[Path]:
    """Return the files that a person writes besides the roster: the plan, and content of the workshop's own."""
    files = [folder.file]
    for name in CONTENT_FOLDERS:
        files += sorted((folder.path / name).glob("*.y*ml"))
    return [file for file in files if is_file(file)]


def text_mentions(files: Iterable[Path], finder: NameFinder) -> Iterator[Mention]:
    """Yield each line of the files that names somebody."""
    for file in files:
        for number, line in enumerate(_text(file).splitlines(), 1):
            if finder.found(line):
                yield Mention(f"{file.name}:{number}", line.strip())


def forget_in_texts(files: Iterable[Path], finder: NameFinder) -> None:
    """Take names out of text files, each whole or not at all."""
    for file in files:
        text = _text(file)
        if (without := finder.without(text)) != text:
            write_whole(file, without)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def files_naming(folder: Path, names: Iterable[str]) -> list[Path]:
    """Return the files of a folder in which a whole name still stands, as bytes, in a spreadsheet or in JSON."""
    forms = {form for name in names for form in _bytes(name)}
    return [file for file in sorted(folder.rglob("*")) if is_file(file) and _holds(file, forms)]


def pdfs_of_others(folder: Path, out: Path) -> list[Path]:
    """Return the PDFs of a folder that are not in `out`: their letters are numbers of shapes, not to be looked for."""
    return [file for file in sorted(folder.rglob("*.pdf")) if is_file(file) and not file.is_relative_to(out)]


def _bytes(name: str) -> Iterator[bytes]:
    for form in ("NFC", "NFD"):
        text = normalize(form, name)
        yield text.encode("utf-8", "surrogateescape")
        yield text.encode("utf-16-le", "surrogatepass")
        yield json.dumps(text)[1:-1].encode()


def _holds(file: Path, forms: set[bytes]) -> bool:
    data = file.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data += b"".join(archive.read(name) for name in archive.namelist())
    return any(form in data for form in forms)
