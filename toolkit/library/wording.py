"""What is wrong with a value of a content file, in words, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.files.problems import nearest, printable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

OWN_WORDS = "own_words"
"""The type of an error whose message is complete."""

_WHAT = {
    "string_type": "text is wanted, not {found}: {as_text}",
    "int_type": "a whole number is wanted, not {found}: {as_number}",
    "float_type": "a number is wanted, not {found}: {as_number}",
    "finite_number": "a number is wanted, not {found}: {as_number}",
    "greater_than": "must be more than {gt:g}, not {found}",
    "greater_than_equal": "must be at least {ge:g}, not {found}",
    "less_than": "must be less than {lt:g}, not {found}",
    "less_than_equal": "must be at most {le:g}, not {found}",
    "tuple_type": "a list is wanted, not {found}: write [1, 2]",
    "list_type": "a list is wanted, not {found}: begin each entry with `- `",
    "dict_type": "`key: value` lines are wanted, not {found}",
    "model_type": "`key: value` lines are wanted, not {found}",
    "string_too_short": "must not be empty: write a text, or leave the field out",
    "string_too_long": "longer than {max_length} characters: shorten it",
    "bool_type": "true or false is wanted, not {found}",
}


def wording(detail: ErrorDetails) -> str:
    """Return what is wrong with a value, and what to do."""
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    found = _found(value)
    if kind == "value_error":
        return str(context["error"])
    if kind == OWN_WORDS:
        return detail["msg"]
    if kind in ("literal_error", "enum"):
        known = re.findall(r"'([^']*)'", str(context["expected"]))
        return f"{found} is not valid: {nearest(str(value), known)}"
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]), found)
    if kind == "too_short":
        return f"needs at least {_entries(context['min_length'])}, has {context['actual_length']}: add what is missing"
    if kind == "too_long":
        return f"takes at most {_entries(context['max_length'])}: leave some out"
    if kind in _WHAT:
        as_text = "put it in double quotes" if isinstance(value, int | float) else "write one"
        as_number = "write it without quotes" if isinstance(value, str) else "write one"
        return _WHAT[kind].format(found=found, as_text=as_text, as_number=as_number, **context)
    return f"{detail['msg']} (found {found}): mend it"


def _entries(count: int) -> str:
    return f"{count} entr{'y' if count == 1 else 'ies'}"


_PATTERNS = {
    "[a-z0-9]+)*$": "use lower-case words joined by hyphens, such as term-collision",
    r"\S": "must not be blank: write a text, or leave the field out",
    "#": "write a colour as #rrggbb",
    "A-Z0-9": "use two or three capitals, such as OS",
    "[A-Za-z]{2,3}(-": "write a language tag such as en or zh-Hant",
    r"\d{4}-": "write a date as 2026-12-03",
    r"\d{1,2}:": "write a time as 13:30",
    r"[^/\\]": "name a file of the workshop's own folder",
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
