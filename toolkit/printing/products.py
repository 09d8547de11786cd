"""Print: one printable of a workshop, its whole pack, or the calibration page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import UserError
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import in_language
from toolkit.printing.calibration import draw_calibration
from toolkit.printing.cards import Look
from toolkit.printing.find import find_sheet
from toolkit.printing.job import Made, Options, made_of
from toolkit.printing.packing import packing_text
from toolkit.printing.press import PACKING, SHEETS, STATEMENTS, Press, write_pdf
from toolkit.printing.sheets.impose import Layout
from toolkit.workshop.made import given_out, remember_made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder


def print_product(folder: Folder, name: str, out: Path | None = None, options: Options | None = None) -> Made:
    """Make one printable of a workshop, as it stands before anybody came.

    Args:
        folder: The workshop's folder.
        name: The printable's id.
        out: Where the PDF goes; the folder's `out/` otherwise.
        options: How it is printed.

    Raises:
        InputError: There is no such printable, or the workshop cannot be read.
        UserError: The sheet does not have what the options ask for, or there is nothing to print yet.
        OSError: The PDF cannot be written.
    """
    (made,) = print_some(Press(folder), [name], out, options or Options())
    return made


def print_some(
    press: Press,
    names: Sequence[str],
    out: Path | None,
    options: Options,
    tell: Callable[[int, int, str], None] = lambda _number, _of, _name: None,
    given: Sequence[str] = (),
) -> Iterator[Made]:
    """Make several printables, and yield each as it is written; without names, the whole pack and its packing list.

    Args:
        press: The workshop's.
        names: Ids of printables.
        out: Where the PDFs go; the folder's `out/` otherwise.
        options: How they are printed.
        tell: Told before each which one it is, of how many, and its id.
        given: What else the command was given, to be remembered.

    Raises:
        InputError: There is no such printable.
        UserError: The options ask for what a sheet does not have; or, once all else is made, there is nothing to print
            yet of something named.
        OSError: A PDF cannot be written.
    """
    wanted, made, nothing = list(dict.fromkeys(names)) or press.pack(), list[Made](), list[str]()
    for number, name in enumerate(wanted, 1):
        tell(number, len(wanted), name)
        packs = list(_counted(press, options)) if name == PACKING and names else made
        found = press.make(name, out, options, packs)
        if found is None:
            nothing.append(f"{name}: there is nothing to print yet: {why_nothing(press, name)}")
            continue
        if name == PACKING:
            write_whole(found.path.with_suffix(".txt"), packing_text(packs) + "\n")
        if not options.only:
            _remember(press.folder, name, [*options.arguments, *given, *given_out(press.folder, out)], found.path)
        made.append(found)
        yield found
    if names and nothing:
        raise UserError("\n".join(nothing))


def _remember(folder: Folder, name: str, arguments: Sequence[str], path: Path) -> None:
    """Remember how a printable was made; one that is for some people alone is made anew by hand."""
    also = [path.with_suffix(".txt")] if name == PACKING else []
    remember_made(folder, "print", [name, *arguments], [path, *also])


def _counted(press: Press, options: Options) -> Iterator[Made]:
    """Yield what the pack comes to, without writing it."""
    for name in press.pack():
        if name != PACKING and (found := press.drawn(name, options)):
            yield found[1]


def left_out(press: Press, made: Iterable[str]) -> list[str]:
    """Return what of the whole pack there was nothing to print of, and why: a line for each reason."""
    titles: dict[str, list[str]] = {}
    for name in press.pack():
        if name not in made:
            title = in_language(press.printable(name).title, press.material.plan.language)
            titles.setdefault(why_nothing(press, name), []).append(title)
    return [f"left out: {', '.join(those)}: {reason}" for reason, those in titles.items()]


def why_nothing(press: Press, name: str) -> str:
    """Return why there is nothing to print of a printable yet, and what would change that."""
    printable = press.printable(name)
    whys = {
        "rounds": "no groups have been made",
        "statements": "workshop.yaml has no survey: write three to eight statements there",
        "senses": "no word has been revealed; what the room and the glossary mean by it stays covered until then",
    }
    if printable.needs == STATEMENTS and not press.material.plan.survey:
        return whys[STATEMENTS]
    if not press.material.people and (printable.per == "participant" or printable.each in ("everybody", SHEETS)):
        return f"nobody is in {press.material.plan.roster} yet" + (
            "; --spares 20 makes 20 blank ones" if printable.spares else ""
        )
    if printable.per == "participant":
        return "nobody on the roster is asked for"
    return whys.get(printable.needs or "", "the roster, the terms or the agenda are empty")


def print_calibration(folder: Folder, out: Path | None = None, options: Options | None = None) -> Made:
    """Make the calibration page for a sheet.

    Raises:
        InputError: There is no such sheet.
        OSError: The PDF cannot be written.
    """
    options = options or Options()
    sheet = find_sheet(Catalogue(folder.path), options.sheet or "a4-cards")
    duplex = options.duplex or "long"
    layout = Layout(sheet, duplex, offset_front=options.offset_front, offset_back=options.offset_back)
    drawn = draw_calibration(layout, Look(f"Calibration: {in_language(sheet.title, 'en')}"))
    path = write_pdf(folder, out, f"calibration-{sheet.id}.pdf", drawn.pdf)
    made = made_of(path, "Calibration page", 1, drawn.pages, layout)
    return replace(made, stock="")  # plain paper of that size: stock is too dear to measure on
