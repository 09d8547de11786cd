"""Find printables and sheets by name; what cannot be used is told where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError, UserError, nearest
from toolkit.library.references import check_sheets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.library.catalogue import Catalogue, Found
    from toolkit.library.printable import Printable
    from toolkit.library.sheet import Sheet


def find_printable(catalogue: Catalogue, name: str) -> Printable:
    """Return a printable by its id.

    Raises:
        InputError: It cannot be read, or names a sheet that there is not.
        UserError: There is none.
    """
    if (found := catalogue.printable(name)) and has_sheets(catalogue, found):
        return found.item
    raise _none_such(catalogue, "printable", name, catalogue.printables())


def has_sheets(catalogue: Catalogue, found: Found[Printable]) -> bool:
    """Tell whether there are the sheets that a printable names; one of the user's must not stop the pack."""
    if found.origin == "built-in":
        return True
    problems = list(check_sheets(found.item, found.document, catalogue))
    catalogue.problems += problems
    return not problems


def find_sheet(catalogue: Catalogue, name: str) -> Sheet:
    """Return a sheet by its id, or by a maker's number.

    Raises:
        InputError: It cannot be read.
        UserError: There is none.
    """
    if found := catalogue.sheet(name.lower()):
        return found.item
    sheets = catalogue.sheets()
    part = name.rpartition(":")[2].lower()
    for found in sheets.values():
        if part in (number.lower() for number in found.item.parts):
            return found.item
    raise _none_such(catalogue, "sheet", name, sheets)


def _none_such(catalogue: Catalogue, noun: str, name: str, known: Iterable[str]) -> UserError:
    """Return what is wrong with the file of that name; if there is none, that there is none."""
    own = [problem for problem in catalogue.problems if Path(problem.file).stem == name]
    return InputError(own) if own else UserError(f"there is no {noun} {name!r}: {nearest(name, known)}")
