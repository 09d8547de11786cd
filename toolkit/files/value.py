"""Frozen dataclasses that are cheap to define.

The console's start is mostly imports, and a frozen dataclass costs half a millisecond each to define, nearly all of it
for methods that are compiled anew for every class. `value` makes the same dataclass with shared ones; only the
constructor is compiled for the class, and not before the first instance.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

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
        made: Any = dataclass(init=False, eq=False, repr=False, match_args=False, slots=slots)(class_)
        made.__init__ = _constructor_later(made)
        made.__eq__, made.__hash__, made.__repr__ = _eq, _hash, _repr
        made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
        found: type[T] = made
        return found

    return decorate


def _constructor_later(class_: type[Any]) -> Callable[..., None]:
    """Return a constructor that compiles the real one, puts it in its own place, and calls it."""

    def __init__(self: object, *args: object, **kwargs: object) -> None:  # noqa: N807 - it stands in for one
        class_.__init__ = _constructor(class_)
        class_.__init__(self, *args, **kwargs)

    return __init__


def _constructor(class_: type[Any]) -> Callable[..., None]:
    """Return the constructor that a frozen dataclass with the same fields has."""
    same = [
        (one.name, object, field(default=one.default, default_factory=one.default_factory)) for one in fields(class_)
    ]
    twin = make_dataclass(class_.__name__, same, frozen=True, eq=False, repr=False)
    return cast("Callable[..., None]", vars(twin)["__init__"])


def _values(thing: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any value
    return tuple(getattr(thing, field.name) for field in fields(thing))


def _eq(self: object, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash((type(self), _values(self)))


def _repr(self: Any) -> str:  # noqa: ANN401
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r} of {type(self).__qualname__}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r} of {type(self).__qualname__}")
