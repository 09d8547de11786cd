"""Frozen dataclasses that are cheap to define.

The console's start is mostly imports, and a frozen dataclass costs half a millisecond each to define, most of it for
methods that are compiled anew for every class. `value` makes the same dataclass with shared ones.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(*, slots: bool = False) -> Callable[[type[T]], type[T]]:
    """Make a class a frozen dataclass that compares, hashes and prints by its fields.

    Args:
        slots: Give instances slots: for values that there are very many of.
    """

    def decorate(class_: type[T]) -> type[T]:
        made = dataclass(frozen=True, eq=False, repr=False, match_args=False, slots=slots)(class_)
        made.__eq__ = _eq  # type: ignore[method-assign]
        made.__hash__ = _hash  # type: ignore[method-assign]
        made.__repr__ = _repr  # type: ignore[method-assign]
        return made

    return decorate


def _values(thing: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any value
    return tuple(getattr(thing, field.name) for field in fields(thing))


def _eq(self: object, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash((type(self), _values(self)))


def _repr(self: Any) -> str:  # noqa: ANN401
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
    return f"{type(self).__qualname__}({shown})"
