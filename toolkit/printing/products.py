"""Make a workshop's printables: look up the declaration and the people, draw, write whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem, nearest
from toolkit.library.catalogue import Catalogue
from toolkit.printing.cards import Card, draw_cards
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.library.printable import Printable
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.roster import Person


@dataclass(frozen=True)
class Made:
    """A PDF that was written."""

    path: Path
    cards: int
    pages: int
    page: str
    problems: tuple[Problem, ...]
    """What did not fit or has no font, by the roster's line; rows that were left out."""


def print_product(folder: Folder, name: str, out: Path | None = None) -> Made:
    """Make one printable of a workshop.

    Args:
        folder: The workshop's folder.
        name: The printable's id.
        out: Where the PDF goes; the folder's `out/` otherwise.

    Raises:
        InputError: There is no such printable, or the workshop cannot be read.
        OSError: The PDF cannot be written.
    """
    resolved = prepare(folder.require())
    printable = _printable(folder, name)
    people = resolved.roster.people
    drawn = draw_cards(printable, [_card(person, resolved.plan) for person in people], resolved.plan.title)
    roster = str(folder.path / resolved.plan.roster)
    faults = tuple(Problem(roster, people[index].line, 1, what) for index, what in drawn.faults)
    out = out or folder.out
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{name}.pdf"
    write_whole(path, drawn.pdf)
    return Made(path, len(people), drawn.pages, printable.sheet.page, (*resolved.problems, *faults))


def _printable(folder: Folder, name: str) -> Printable:
    catalogue = Catalogue(folder.path)
    if found := catalogue.printable(name):
        return found.item
    if catalogue.problems:
        raise InputError(catalogue.problems)
    what = f"there is no printable {name!r}: {nearest(name, catalogue.printables())}"
    raise InputError([Problem(str(folder.path), 0, 0, what)])


def _card(person: Person, plan: Plan) -> Card:
    """Return a person's card; what is for the facilitator's eyes only is not among its values."""
    domain = plan.domain(person.domain)
    values = {
        "name": person.name,
        "affiliation": person.affiliation,
        "pronouns": person.pronouns,
        "role": person.role,
        "id": person.id,
        "domain": domain.label if domain else "",
        "code": domain.code if domain else "",
        "workshop": plan.title,
        "date": plan.date,
    }
    return Card(values, domain)
