"""Frozen dataclasses to and from plain JSON values, without a validation library.

Journals are written by this program and read back on its hot path, before the console's first useful screen; a
validation library would cost more to import there than the whole journal takes to read.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


def to_value(thing: object) -> Any:  # noqa: ANN401 - JSON
    """Return `thing` as dicts, lists and scalars; fields of a dataclass become keys."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return {f.name: to_value(getattr(thing, f.name)) for f in fields(thing)}
    if isinstance(thing, dict):
        return {key: to_value(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [to_value(value) for value in thing]
    return thing


def reader(type_: type[T]) -> Callable[[Any], T]:
    """Return the function that makes a `type_` of what `to_value` made of one.

    It raises TypeError if a field is missing or unknown.
    """
    return cast("Callable[[Any], T]", _reader(cast("Hashable", type_)))


@cache
def _reader(type_: Any) -> Any:  # noqa: ANN401 - an annotation; returns a function
    origin, args = get_origin(type_), get_args(type_)
    if is_dataclass(type_):
        return _record_reader(type_)
    if origin in (list, tuple) and args:
        inner = _reader(args[0])
        build = list if origin is list else tuple
        return build if inner is _same else lambda value: build(map(inner, value))
    if origin is dict:
        inner = _reader(args[1])
        return dict if inner is _same else lambda value: {key: inner(item) for key, item in value.items()}
    if origin in (Union, types.UnionType):
        inner = next((r for arg in args if (r := _reader(arg)) is not _same), _same)
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    return _same


def _record_reader(type_: Any) -> Any:  # noqa: ANN401
    readers = {name: r for name, hint in get_type_hints(type_).items() if (r := _reader(hint)) is not _same}
    if not readers:
        return lambda value: type_(**value)

    def read(value: dict[str, Any]) -> Any:  # noqa: ANN401
        return type_(**{key: readers[key](item) if key in readers else item for key, item in value.items()})

    return read


def _same(value: Any) -> Any:  # noqa: ANN401
    return value
