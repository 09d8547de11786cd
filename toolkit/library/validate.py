"""From a YAML document to a model, or to problems that say where and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from toolkit.files.problems import InputError, Problem, nearest, printable

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
        return document.problem((*trail, str(detail["input"])), what, key=True)
    field = next((part for part in reversed(trail) if isinstance(part, str)), None)
    return document.problem(trail, (f"{field}: " if field else "") + _what(detail))


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
        types = list(_inside(types, part)) or types
    for type_ in _models(types):
        for name, field in type_.model_fields.items():
            yield field.alias or name


def _inside(types: list[Any], part: str | int) -> Iterator[Any]:
    for type_ in types:
        for option in _options(type_):
            if isinstance(option, type) and issubclass(option, BaseModel):
                fields = {field.alias or name: field for name, field in option.model_fields.items()}
                if part in fields:
                    yield fields[str(part)].annotation
            elif get_origin(option) in (list, dict):
                yield get_args(option)[-1]


def _options(type_: Any) -> Iterator[Any]:  # noqa: ANN401 - an annotation
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


_WHAT = {
    "string_type": "text is wanted, not {found}: put it in double quotes",
    "int_type": "a whole number is wanted, not {found}",
    "int_parsing": "a whole number is wanted, not {found}",
    "int_from_float": "a whole number is wanted, not {found}",
    "float_type": "a number is wanted, not {found}",
    "float_parsing": "a number is wanted, not {found}",
    "finite_number": "a number is wanted, not {found}",
    "greater_than": "must be more than {gt:g}, not {found}",
    "greater_than_equal": "must be at least {ge:g}, not {found}",
    "less_than": "must be less than {lt:g}, not {found}",
    "less_than_equal": "must be at most {le:g}, not {found}",
    "tuple_type": "a list is wanted, not {found}: write [1, 2]",
    "list_type": "a list is wanted, not {found}: begin each entry with `- `",
    "dict_type": "`key: value` lines are wanted, not {found}",
    "model_type": "`key: value` lines are wanted, not {found}",
    "model_attributes_type": "`key: value` lines are wanted, not {found}",
    "string_too_short": "must not be empty: write a text, or leave the field out",
    "string_too_long": "longer than {max_length} characters: shorten it",
    "bool_type": "true or false is wanted, not {found}",
    "bool_parsing": "true or false is wanted, not {found}",
}


def _what(detail: ErrorDetails) -> str:
    """Return what is wrong with a value, and what to do."""
    kind, context = detail["type"], detail.get("ctx", {})
    found = _found(detail["input"])
    if kind == "value_error":
        return str(context["error"])
    if kind in ("literal_error", "enum"):
        known = re.findall(r"'([^']*)'", str(context["expected"]))
        return f"{found} is not valid: {nearest(str(detail['input']), known)}"
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]), found)
    if kind == "too_short":
        return f"needs at least {context['min_length']} entries, has {context['actual_length']}: add what is missing"
    if kind == "too_long":
        return f"takes at most {context['max_length']} entries: leave some out"
    if kind in _WHAT:
        return _WHAT[kind].format(found=found, **context)
    return f"{detail['msg']} (found {found}): mend it"


_PATTERNS = {
    "[a-z0-9]+)*$": "use lower-case words joined by hyphens, such as term-collision",
    r"\S": "must not be blank: write a text, or leave the field out",
    "#": "write a colour as #rrggbb",
    "A-Z0-9": "use two or three capitals, such as OS",
    "[A-Za-z]{2,3}(-": "write a language tag such as en or zh-Hant",
    r"\d{4}-": "write a date as 2026-12-03",
    r"\d{1,2}:": "write a time as 13:30",
}


def _pattern(pattern: str, found: str) -> str:
    remedy = next((cure for sign, cure in _PATTERNS.items() if sign in pattern), f"it must match {pattern}")
    return f"{found} cannot stand here: {remedy}"


def _found(value: object) -> str:
    """Return a short description of a value that is not wanted."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return repr(printable(str(value), 60)) if isinstance(value, str) else f"the number {value}"
