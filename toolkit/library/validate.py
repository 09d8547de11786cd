"""From a YAML document to a model, or to problems that say where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError

from toolkit.files.problems import InputError, Problem, nearest, printable
from toolkit.library.fields import PlacedError
from toolkit.library.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from toolkit.files.document import Document, Trail

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: Document) -> M:
    """Return `document` as a `model`.

    Raises:
        InputError: With every fault found, each at its line and column.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        raise InputError(_problem(model, document, detail) for detail in details) from None


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    trail = data_trail(document, detail["loc"])
    kind = detail["type"]
    if kind == "missing" and isinstance(detail["loc"][-1], int):
        return document.problem(trail, f"entry {detail['loc'][-1] + 1} is missing: add it")
    if kind == "missing":
        return document.problem(trail, f"{detail['loc'][-1]!r} is missing: add it")
    if kind == "extra_forbidden":
        name = str(detail["loc"][-1])
        known = set(_fields_at(model, detail["loc"][:-1]))
        what = f"unknown field {printable(name, 60)!r}: {nearest(name, known)}"
        return document.problem(trail, what, key=True)
    if detail["loc"] and detail["loc"][-1] == "[key]":
        what = f"{printable(str(detail['input']), 60)!r} is no language tag: write it like en or zh-Hant"
        return document.problem(trail, what, key=True)
    if isinstance(error := detail.get("ctx", {}).get("error"), PlacedError):
        trail += error.trail
    field = next((part for part in reversed(trail) if isinstance(part, str)), None)
    return document.problem(trail, (f"{field}: " if field else "") + wording(detail))


def data_trail(document: Document, loc: tuple[str | int, ...]) -> Trail:
    """Return the part of a validator's location that exists in the file (or its missing last key)."""
    trail: list[str | int] = []
    here: object = document.data
    for part in loc:
        inside: dict[object, object] = {}
        if isinstance(here, dict):
            inside = {part: here[part]} if part in here else {}
        elif isinstance(here, list):
            inside = {i: value for i, value in enumerate(here) if i == part}
        if part in inside:  # else it names a variant, which no file contains
            here = inside[part]
            trail.append(part)
    return tuple(trail)


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> Iterator[str]:
    """Yield the names of the fields that are valid at `loc`."""
    types: list[Any] = [model]
    for part in loc:
        tagged = [option for type_ in types for option in _tagged(type_, part)]
        types = tagged or list(_inside(types, part)) or types
    for type_ in _models(types):
        for name, field in type_.model_fields.items():
            yield field.alias or name


def _tagged(type_: Any, tag: str | int) -> Iterator[Any]:  # noqa: ANN401 - an annotation
    """Yield the alternative of a union that a validator's location calls `tag`."""
    if any(isinstance(mark, Tag) and mark.tag == tag for mark in getattr(type_, "__metadata__", ())):
        yield type_
    elif get_origin(type_) not in (list, dict, tuple):
        for part in get_args(type_):
            yield from _tagged(part, tag)


def _inside(types: list[Any], part: str | int) -> Iterator[Any]:
    for type_ in types:
        for option in _options(type_):
            if isinstance(option, type) and issubclass(option, BaseModel):
                fields = {field.alias or name: field for name, field in option.model_fields.items()}
                if part in fields:
                    yield fields[str(part)].annotation
            elif get_origin(option) in (list, dict):
                yield get_args(option)[-1]


def _options(type_: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the alternatives of a union, without what annotates them."""
    if hasattr(type_, "__metadata__"):
        yield from _options(get_args(type_)[0])
    elif get_origin(type_) in (list, dict, tuple) or isinstance(type_, type):
        yield type_
    else:
        for part in get_args(type_):
            yield from _options(part)


def _models(types: list[Any]) -> Iterator[type[BaseModel]]:
    for type_ in types:
        for option in _options(type_):
            if isinstance(option, type) and issubclass(option, BaseModel):
                yield option
