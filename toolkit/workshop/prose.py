"""Which fields hold what somebody wrote: names may stand there, and may be taken out. The others are ids and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.files.values import reader, to_value
from toolkit.workshop.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

PROSE = frozenset(
    {
        "title", "place", "lead", "say", "do", "watch_for", "show", "invitation", "text", "ask", "survey", "definition",
        "example",
    }
)  # fmt: skip
"""Fields of a plan that hold what somebody wrote; the others are ids, and journals rest on them."""


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
