"""What printables are filled with: the names of values and of lists, and where there are which.

`toolkit.printing` gives the values. A name that it does not give would stand on every card as it is written, braces and
all; so it is a fault of the file, found before two hundred are printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toolkit.library.unknown import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.files.document import Document, Trail, Value
    from toolkit.files.problems import Problem
    from toolkit.library.printable import Printable

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Known(NamedTuple):
    """What can be named in one place."""

    values: frozenset[str]
    lists: Mapping[str, Known]

    def within(self, name: str) -> Known:
        """Return what can be named for an entry of a list; of one that there is not, what can be named around it."""
        return self.and_of(self.lists.get(name, _NOTHING))

    def and_of(self, entry: Known) -> Known:
        """Return what can be named here or of an entry."""
        return Known(self.values | entry.values, {**self.lists, **entry.lists})


def _known(values: str, **lists: Known) -> Known:
    return Known(frozenset(values.split()), lists)


_NOTHING = _known("")
_TEXTS = _known("text")
_EVERYWHERE = _known(
    "workshop date place starts ends agenda people address",
    domains=_known("domain code label"),
    blocks=_known("clock end block minutes locked steps_text", steps=_known("clock step minutes")),
    words=_known("term"),
    tables=_known("table"),
    everybody=_NOTHING,
    statements=_known("number statement"),
    rounds=_known("round", groups=_known("group", members=_known("name"))),
)
_DRAWN = {"sheets": _known("code", before=_NOTHING, after=_NOTHING)}
"""What there can be one of for each, and that is no list in a document: it is drawn by lot when it is printed."""
_EXERCISE = _known(
    "exercise tagline invitation clock end minutes term space power example",
    steps=_known("number step clock minutes say do watch show sits capture cut"),
    cards=_known("card text"),
    sides=_known("side best_case"),
    **dict.fromkeys(("materials", "bring", "debrief", "traps", "access_notes", "outputs"), _TEXTS),
)
_OF: Mapping[str, Known] = {
    "participant": _known("name pronouns affiliation role id domain code groups"),
    "term": _known(
        "term labels outcome",
        cases=_known("number case"),
        senses=_known("domain code label text decides by_when follows example origin"),
        dissents=_known("domain code text"),
    ),
    "exercise": _EXERCISE,
    "workshop": _known("", exercises=_EXERCISE),
}
_PACKING_LIST = _known(
    "sheets_total", packs=_known("what count sheets paper sides file"), bring=_EXERCISE
)  # made last, and from the others
_LISTS = {"each": "parts", "rows_of": "columns", "items_of": "text", "ticks_of": "text"}
"""The field that names a list, and the field beside it that is filled from the list's entries."""


def check_placeholders(printable: Printable, document: Document) -> Iterator[Problem]:
    """Yield a problem for each {placeholder} and each list that a printable has no values for."""
    known = known_to(printable)
    if printable.each:
        yield from unknown(document, ("each",), printable.each, "list", {**_known_once(printable).lists, **_DRAWN})
    if printable.needs:
        yield from unknown(document, ("needs",), printable.needs, "list or value", {*known.lists, *known.values})
    for field in ("front", "back", "flow"):
        yield from _within(document, (field,), document.data.get(field), known)


def known_to(printable: Printable) -> Known:
    """Return what can be named on one of a printable."""
    known = _known_once(printable)
    return known.and_of({**known.lists, **_DRAWN}.get(printable.each, _NOTHING)) if printable.each else known


def _known_once(printable: Printable) -> Known:
    """Return what can be named in a document for what the printable is made for, before it is one of a list."""
    return _EVERYWHERE.and_of(_OF[printable.per]).and_of(_PACKING_LIST if printable.id == "packing-list" else _NOTHING)


def _within(document: Document, trail: Trail, value: Value, known: Known) -> Iterator[Problem]:
    if isinstance(value, str):
        for name in dict.fromkeys(PLACEHOLDER.findall(value)):
            yield from unknown(document, trail, name, "value", known.values)
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from _within(document, (*trail, i), part, known)
    elif isinstance(value, dict):
        yield from _fields(document, trail, value, known)


def _fields(document: Document, trail: Trail, fields: dict[str, Value], known: Known) -> Iterator[Problem]:
    """Look through the fields of a part; what is filled from a list's entries may name the entries' values as well."""
    sign = next((sign for sign in _LISTS if isinstance(fields.get(sign), str)), "")
    name = str(fields.get(sign, ""))
    if sign:
        yield from unknown(document, (*trail, sign), name, "list", known.lists)
    for field, value in fields.items():
        inner = known.within(name) if field == _LISTS.get(sign) else known
        if field == "columns":
            inner = Known(inner.values | {"row"}, inner.lists)
        yield from _within(document, (*trail, field), value, inner)
