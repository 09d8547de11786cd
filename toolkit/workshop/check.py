"""Check files and folders: every fault with file, line, column and what to do.

A session opens whatever the lint says of an exercise: it is for the desk before the day, and stops nobody in a room.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.files.look import is_file, is_folder
from toolkit.files.places import CONTENT_FOLDERS
from toolkit.files.problems import InputError, Problem
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.catalogue import Catalogue
from toolkit.library.exercise import Exercise
from toolkit.library.lint import lint
from toolkit.library.references import check_references
from toolkit.library.validate import validate
from toolkit.workshop.folder import Folder
from toolkit.workshop.forget_people import unfinished
from toolkit.workshop.kinds import HOW, WORKSHOP, kind_of_fields, kind_of_path
from toolkit.workshop.resolve import resolve
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.files.document import Document
    from toolkit.library.kinds import Kind


@dataclass
class Report:
    """What was checked and what is wrong."""

    files: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many of the problems are wrong for certain."""
        return sum(not problem.warning for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many are for the author to judge."""
        return len(self.problems) - self.faults


def check(path: Path) -> Report:
    """Check a file, a workshop's folder, or a folder of content."""
    report = Report()
    for file in _files(path):
        report.files += 1
        report.problems += _check_file(file)
    if not report.files:
        report.problems.append(Problem(str(path), 0, 0, "nothing here to check: name a content file or a workshop"))
    report.problems = sorted(set(report.problems))
    return report


def _files(path: Path) -> Iterator[Path]:
    """Yield the files that a path stands for."""
    if not is_folder(path):
        yield path
        return
    folders = [path / name for name in CONTENT_FOLDERS]
    if (workshop := Folder(path).file).exists():
        yield workshop
    elif not any(map(is_folder, folders)):
        folders = [path]
    for folder in folders:
        yield from sorted(folder.glob("*.yaml"))
        yield from sorted(folder.glob("*.yml"))


def _check_file(path: Path) -> list[Problem]:
    if path.suffix.lower() == ".csv":
        return list(read_roster(path, _domains_of(path) if is_file(path) else ()).problems)
    try:
        document = read_yaml(path)
        if (kind := kind_of_path(path) or kind_of_fields(document.data)) is None:
            return [document.problem((), f"what kind of file is this? {HOW}")]
        return list(_check_document(path, document, kind))
    except InputError as error:
        return list(error.problems)


def _check_document(path: Path, document: Document, kind: Kind) -> Iterator[Problem]:
    item = validate(kind.model, document)
    if kind is WORKSHOP and path.name == WORKSHOP.file:
        folder = Folder(path.parent)
        yield from resolve(folder).problems
        yield from unfinished(folder)
        return
    catalogue = Catalogue(_workshop_of(path))
    yield from check_references(item, document, catalogue)
    if isinstance(item, Exercise):
        yield from lint(item, document)
    if path.suffix != ".yaml":
        yield document.problem((), f"content files end in .yaml: rename it to {path.with_suffix('.yaml').name}")
    elif (id_ := getattr(item, "id", path.stem)) != path.stem:
        yield document.problem(("id",), f"id {id_!r} differs from the file's name: call the file {id_}.yaml")


def _domains_of(roster: Path) -> list[str]:
    """Return the ids that a domain in a roster may have: its workshop's, else all that are known."""
    folder = _workshop_of(roster)
    if folder:
        with suppress(InputError):
            return [domain.id for domain in resolve(Folder(folder)).plan.domains]
    return list(Catalogue(folder).domains())


def _workshop_of(path: Path) -> Path | None:
    """Return the workshop's folder that a file belongs to, if it is in one."""
    for folder in path.resolve().parents[:3]:
        if is_file(Folder(folder).file):
            return folder
    return None
