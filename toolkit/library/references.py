"""Check that names in one file exist in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.library.domain import Domains
from toolkit.library.exercise import Exercise
from toolkit.library.glossary import Glossary, Term
from toolkit.library.placeholders import check_placeholders
from toolkit.library.printable import Printable
from toolkit.library.tension import Tensions
from toolkit.library.unknown import unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from toolkit.files.document import Document, Trail
    from toolkit.files.problems import Problem
    from toolkit.library.catalogue import Catalogue


def check_references(item: BaseModel, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each name in `item` that stands for nothing, or for two things."""
    if isinstance(item, Exercise):
        for i, tension in enumerate(item.tensions):
            yield from unknown(document, ("tensions", i), tension, "tension", catalogue.tensions())
        for i, printable in enumerate(item.printables):
            yield from unknown(document, ("printables", i), printable, "printable", catalogue.printables())
    elif isinstance(item, Printable):
        yield from check_sheets(item, document, catalogue)
        yield from check_placeholders(item, document)
    elif isinstance(item, Glossary):
        yield from _twice(document, "terms", (term.id for term in item.terms))
        for i, term in enumerate(item.terms):
            yield from _term(document, ("terms", i), term, catalogue)
    elif isinstance(item, Domains):
        yield from _twice(document, "domains", (domain.id for domain in item.domains))
    elif isinstance(item, Tensions):
        yield from _twice(document, "tensions", (tension.id for tension in item.tensions))


def check_sheets(item: Printable, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each sheet that a printable names and that there is not."""
    for field, sheet in (("sheet", item.sheet), ("large_print", item.large_print)):
        if sheet is not None:
            yield from unknown(document, (field,), sheet, "sheet", catalogue.sheets())


def _term(document: Document, trail: Trail, term: Term, catalogue: Catalogue) -> Iterator[Problem]:
    facets = catalogue.facets()
    domains = catalogue.domains()
    for i, sense in enumerate(term.senses):
        here = (*trail, "senses", i)
        yield from unknown(document, (*here, "domain"), sense.domain, "domain", domains)
        for name in ("decides", "by_when", "follows"):
            known = [code.id for code in getattr(facets, name, [])]
            if (facet := getattr(sense, name)) is not None:
                yield from unknown(document, (*here, name, "code"), facet.code, f"{name} code", known)
    ids = [case.id for case in term.cases]
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            yield document.problem((*trail, "cases", i, "id"), f"two cases are called {id_!r}: rename one")


def _twice(document: Document, field: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, id_ in enumerate(ids):
        if id_ in seen:
            yield document.problem((field, i, "id"), f"{id_!r} stands here twice: keep one")
        seen.add(id_)
