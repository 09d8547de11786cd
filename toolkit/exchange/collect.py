"""The glossary of a workshop, gathered from its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.values import Setting
from toolkit.files.problems import InputError, Problem
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.catalogue import Catalogue
from toolkit.library.domain import Domain
from toolkit.library.glossary import Glossary
from toolkit.library.validate import validate
from toolkit.workshop.file import WorkshopFile
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


def collect(folder: Folder) -> Glossary:
    """Return the glossary of the terms that a workshop names, as its own and the shipped files have them.

    Raises:
        InputError: The folder cannot be read, or it names no terms.
    """
    plan = resolve(folder).plan
    catalogue = Catalogue(folder.path)
    terms = [term for info in plan.terms if (term := catalogue.term(info.id))]
    if not terms:
        what = "the workshop names no words in dispute: write `terms: [governance]`, or whichever they are"
        raise InputError([Problem(str(folder.file), 0, 0, what)])
    unique = {term.id: term for term in terms}
    return Glossary(title=plan.title, terms=list(unique.values()))


def setting_of(folder: Folder, base: str = "") -> Setting:
    """Return what an export of a workshop's glossary is told: its domains, language and day."""
    file = validate(WorkshopFile, read_yaml(folder.file))
    catalogue = Catalogue(folder.path)
    own = {entry.id: entry for entry in file.domains if isinstance(entry, Domain)}
    return Setting({**catalogue.domains(), **own}, catalogue.facets(), file.language, base, file.date)
