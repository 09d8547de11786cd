"""Make a workshop's printables: look up the declaration and the people, draw, write whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem, nearest
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import in_language
from toolkit.printing.calibration import draw_calibration
from toolkit.printing.cards import Look, draw_cards
from toolkit.printing.painter import Card
from toolkit.printing.sheets.impose import Layout
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.library.printable import Printable
    from toolkit.library.sheet import Sheet
    from toolkit.printing.sheets.geometry import Duplex
    from toolkit.printing.sheets.impose import Marks
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.roster import Person


@dataclass(frozen=True)
class Options:
    """What can be asked for when printing; None where the printable or its sheet decides."""

    sheet: str | None = None
    start_at: int = 1
    copies: int = 1
    duplex: Duplex | None = None
    offset_front: tuple[float, float] = (0, 0)
    offset_back: tuple[float, float] = (0, 0)
    marks: Marks | None = None
    guides: bool = False
    mono: bool = False


@dataclass(frozen=True)
class Made:
    """A PDF that was written."""

    path: Path
    cards: int
    pages: int
    page: str
    duplex: Duplex
    stock: str
    """The maker and number of stock to load; empty for plain paper."""
    problems: tuple[Problem, ...]
    """What did not fit or has no font, by the roster's line; rows that were left out."""


def print_product(folder: Folder, name: str, out: Path | None = None, options: Options | None = None) -> Made:
    """Make one printable of a workshop.

    Args:
        folder: The workshop's folder.
        name: The printable's id.
        out: Where the PDF goes; the folder's `out/` otherwise.
        options: How it is printed.

    Raises:
        InputError: There is no such printable, or the workshop cannot be read.
        UserError: The sheet does not have what the options ask for.
        OSError: The PDF cannot be written.
    """
    options = options or Options()
    resolved = prepare(folder.require())
    catalogue = Catalogue(folder.path)
    printable = _printable(catalogue, folder, name)
    layout = _layout(printable, _sheet(catalogue, folder, options.sheet or printable.sheet), options)
    people, plan = resolved.roster.people, resolved.plan
    agenda = agenda_lines(plan)
    look = Look(f"{in_language(printable.title, plan.language)}: {plan.title}", plan.language, options.mono)
    drawn = draw_cards(printable, [_card(person, plan, agenda) for person in people], layout, look)
    roster = str(folder.path / plan.roster)
    faults = tuple(Problem(roster, people[fault.card].line, 1, str(fault)) for fault in drawn.faults)
    path = _write(folder, out, f"{name}.pdf", drawn.pdf)
    return _made(path, len(people), drawn.pages, layout, (*resolved.problems, *faults))


def print_calibration(folder: Folder, out: Path | None = None, options: Options | None = None) -> Made:
    """Make the calibration page for a sheet.

    Raises:
        InputError: There is no such sheet.
        OSError: The PDF cannot be written.
    """
    options = options or Options()
    sheet = _sheet(Catalogue(folder.path), folder, options.sheet or "a4-cards")
    duplex = options.duplex or "long"
    layout = Layout(sheet, duplex, offset_front=options.offset_front, offset_back=options.offset_back)
    drawn = draw_calibration(layout, Look(f"Calibration: {in_language(sheet.title, 'en')}"))
    return _made(_write(folder, out, f"calibration-{sheet.id}.pdf", drawn.pdf), 1, drawn.pages, layout, ())


def agenda_lines(plan: Plan) -> str:
    """Return the agenda as planned, one block a line with its clock time."""
    lines, minutes = [], float(plan.starts)
    for block in plan.blocks:
        minutes = max(minutes, block.at) if block.at is not None else minutes
        whole = round(minutes)
        lines.append(f"{whole // 60 % 24:02d}:{whole % 60:02d} {block.title}")
        minutes += block.milliseconds / 60_000
    return "\n".join(lines)


def _layout(printable: Printable, sheet: Sheet, options: Options) -> Layout:
    duplex = options.duplex or (printable.duplex if printable.back else "none")
    marks = options.marks or ("none" if sheet.maker else "cut")
    return Layout(
        sheet,
        duplex,
        options.start_at,
        options.copies,
        options.offset_front,
        options.offset_back,
        marks,
        options.guides,
    )


def _printable(catalogue: Catalogue, folder: Folder, name: str) -> Printable:
    if found := catalogue.printable(name):
        return found.item
    raise _unknown(catalogue, folder, f"there is no printable {name!r}: {nearest(name, catalogue.printables())}")


def _sheet(catalogue: Catalogue, folder: Folder, name: str) -> Sheet:
    """Return a sheet by its id, or by a maker's number."""
    sheets = catalogue.sheets()
    if found := catalogue.sheet(name.lower()):
        return found.item
    part = name.rpartition(":")[2].lower()
    for found in sheets.values():
        if part in (number.lower() for number in found.item.parts):
            return found.item
    raise _unknown(catalogue, folder, f"there is no sheet {name!r}: {nearest(name, sheets)}")


def _unknown(catalogue: Catalogue, folder: Folder, what: str) -> InputError:
    return InputError(catalogue.problems or [Problem(str(folder.path), 0, 0, what)])


def _write(folder: Folder, out: Path | None, name: str, pdf: bytes) -> Path:
    out = out or folder.out
    out.mkdir(parents=True, exist_ok=True)
    write_whole(out / name, pdf)
    return out / name


def _made(path: Path, cards: int, pages: int, layout: Layout, problems: tuple[Problem, ...]) -> Made:
    sheet = layout.sheet
    stock = f"{sheet.maker} {sheet.parts[0]}" if sheet.maker and sheet.parts else ""
    return Made(path, cards, pages, sheet.page, layout.duplex, stock, problems)


def _card(person: Person, plan: Plan, agenda: str) -> Card:
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
        "place": plan.place,
        "agenda": agenda,
    }
    languages = tuple(tag.strip() for tag in person.languages.replace(",", ";").split(";") if tag.strip())
    return Card(values, domain, person.name, languages)
