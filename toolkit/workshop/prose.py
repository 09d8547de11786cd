"""Which fields hold what somebody wrote: names may stand there, and may be taken out. The others are ids and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.files.values import reader, to_value
from toolkit.workshop.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

PROSE = frozenset(
    {
        "title", "place", "lead", "say", "do", "watch_for", "show", "invitation", "text", "ask", "survey", "definition",
        "example",
    }
)  # fmt: skip
"""Fields of a plan that hold what somebody wrote; the others are ids, and journals rest on them."""
WRITTEN = PROSE | {
    "break", "talk", "what", "tagline", "about", "when", "when_not", "bridges", "space", "materials", "worked_example",
    "power", "variations", "outputs", "best_case", "5", "15", "50", "where", "learned", "by", "quotation", "use",
    "note", "splits", "workshop", "origin", "heading", "items", "ticks", "head", "setting", "description",
}  # fmt: skip
"""The same of files: of the plan as a person writes it, and of content."""


def with_prose(thing: Any, fields: Collection[str], change: Callable[[str], str], field: str = "") -> Any:  # noqa: ANN401
    """Return a JSON value with `change` made to the texts that stand in one of the `fields`, however deep."""
    if isinstance(thing, dict):
        return {key: with_prose(part, fields, change, key) for key, part in thing.items()}
    if isinstance(thing, list):
        return [with_prose(part, fields, change, field) for part in thing]
    return change(thing) if isinstance(thing, str) and field in fields else thing


def rewritten(plan: Plan, change: Callable[[str], str]) -> Plan:
    """Return a plan with `change` made to everything in it that somebody wrote."""
    return reader(Plan)(with_prose(to_value(plan), PROSE, change))


def structure(thing: Any, field: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield the keys of a JSON value, and its texts that are no prose: ids, labels, names of files."""
    if isinstance(thing, dict):
        for key, part in thing.items():
            yield key
            yield from structure(part, key)
    elif isinstance(thing, list):
        for part in thing:
            yield from structure(part, field)
    elif isinstance(thing, str) and field not in PROSE:
        yield thing
