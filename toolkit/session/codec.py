"""Events to and from the rows of a journal."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from toolkit.files.values import reader, to_value
from toolkit.session.events import KINDS, NAMES, Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.session.body import Body

VERSION = 2
"""The version of the journals that this program writes; it rises with each new kind or field."""

Row: TypeAlias = tuple[int, int, str, str, int, bytes]
"""seq, at, by, kind, version, body as JSON"""

UPCASTERS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By kind and version: how to turn a body of that version into one of the next. Pure."""


def encode(body: Body) -> tuple[str, str]:
    """Return the kind and the JSON of a body.

    The JSON is ASCII: any text survives, half a surrogate pair included (two halves become what they make together).
    """
    return NAMES[type(body)], json.dumps(to_value(body), separators=(",", ":"))


def decode(rows: list[Row]) -> list[Event]:
    """Return the events of rows, in their order.

    Raises:
        ValueError: A row cannot be read; says which.
    """
    return [
        Event(seq, at, by, _body(seq, kind, version, body))
        for (seq, at, by, kind, version, _), body in zip(rows, _parse(rows), strict=True)
    ]


def _parse(rows: list[Row]) -> list[Any]:
    """Return the bodies of rows; one parse for many costs a third of one parse each."""
    try:
        bodies = json.loads(b"[%b]" % b",".join(row[5] for row in rows))
    except ValueError:
        bodies = []
    # If one is damaged, find out which.
    return bodies if len(bodies) == len(rows) else [_parse_one(row) for row in rows]


def _parse_one(row: Row) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(row[5])
    except ValueError as error:
        raise ValueError(f"event {row[0]} ({row[3]}) is damaged: {error}") from None


def _body(seq: int, kind: str, version: int, body: dict[str, Any]) -> Body:
    try:
        if version != VERSION:
            body = _upcast(kind, version, body)
        return _reader(kind)(body)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"event {seq} ({kind}) is damaged: {error}") from None


@cache
def _reader(kind: str) -> Callable[[Any], Body]:
    return reader(KINDS[kind])


def _upcast(kind: str, version: int, body: dict[str, Any]) -> dict[str, Any]:
    for old in range(version, VERSION):
        if upcast := UPCASTERS.get((kind, old)):
            body = upcast(body)
    return body
