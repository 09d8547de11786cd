"""The glossary of a workshop, gathered from its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.findings import with_findings
from toolkit.exchange.values import Setting
from toolkit.files.problems import InputError, Problem
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.catalogue import Catalogue
from toolkit.library.domain import Domain
from toolkit.library.glossary import Glossary, Held
from toolkit.library.validate import validate
from toolkit.session.analyst import Analyst
from toolkit.workshop.file import WorkshopFile
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.workshop.folder import Folder


def collect(folder: Folder, state: State, *, everything: bool = False) -> Glossary:
    """Return the glossary of the terms that a workshop names: what files have, and what its session found.

    Args:
        folder: The workshop's folder.
        state: Its session, which need not have begun.
        everything: Whether what domains of under four people said is told too.

    Raises:
        InputError: The folder cannot be read, or it names no terms.
    """
    plan = state.plan or resolve(folder).plan
    catalogue = Catalogue(folder.path)
    terms = [term for info in plan.terms if (term := catalogue.term(info.id))]
    if not terms:
        what = "the workshop names no words in dispute: write `terms: [governance]`, or whichever they are"
        raise InputError([Problem(str(folder.file), 0, 0, what)])
    unique = {term.id: term for term in terms}
    if not state.terms:
        return Glossary(title=plan.title, terms=list(unique.values()))
    analyst = Analyst()
    found = [with_findings(term, state, analyst, origin=plan.title, everything=everything) for term in unique.values()]
    held = Held(workshop=plan.title, on=plan.date, place=plan.place or None)
    return Glossary(title=plan.title, held=held, terms=found)


def setting_of(folder: Folder, base: str = "") -> Setting:
    """Return what an export of a workshop's glossary is told: its domains, language and day."""
    file = validate(WorkshopFile, read_yaml(folder.file))
    catalogue = Catalogue(folder.path)
    own = {entry.id: entry for entry in file.domains if isinstance(entry, Domain)}
    return Setting({**catalogue.domains(), **own}, catalogue.facets(), file.language, base, file.date)
