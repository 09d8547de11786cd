"""The one place that uses ruamel.yaml: it alone reads YAML and writes it back with its comments.

Everything else is read by the reader of `files`, which is stricter and knows where each value stands.
"""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import ReusedAnchorWarning, YAMLError

from toolkit.files.problems import InputError, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

NEVER_FOLD = 1 << 20


def loaded(text: str) -> Any:  # noqa: ANN401 - whatever a file holds
    """Return a file's values.

    Raises:
        InputError: It is no YAML, or no mapping.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ReusedAnchorWarning)  # a name may be given anew, by YAML 1.2
            data = _yaml(text).load(text)
    except (YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = str(getattr(error, "problem", None) or error).partition("\n")[0]
        raise InputError([Problem("workshop.yaml", line, column, f"{printable(what)}: mend it")]) from None
    if not isinstance(data, dict):
        raise InputError([Problem("workshop.yaml", 0, 0, "the file is no mapping: begin it with `title:`")])
    return data


def dumped(text: str, agenda: list[Any]) -> str:
    """Return the file with another agenda, written anew from its values; comments and order are kept."""
    yaml, out = _yaml(text), io.StringIO()
    data = yaml.load(text)
    data["agenda"] = _block(agenda)
    yaml.dump(data, out)
    return out.getvalue()


def entry_lines(entry: Mapping[str, Any], indent: int) -> list[str]:
    """Return the lines of one entry of a list, indented by so many spaces, without line ends."""
    out = io.StringIO()
    yaml = _yaml("")
    yaml.indent(mapping=2, sequence=2, offset=0)
    yaml.dump(CommentedSeq([_block(dict(entry))]), out)
    return [" " * indent + line if line else line for line in out.getvalue().splitlines()]


def scalar(value: str | float | list[str]) -> str:
    """Return a value as it stands after `key: `; a list stands in brackets."""
    out = io.StringIO()
    _yaml("").dump({"k": _block(value)}, out)
    return out.getvalue().strip().removeprefix("k: ")


def _yaml(text: str) -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = NEVER_FOLD
    dash = re.search(r"^agenda:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- ", text, re.MULTILINE)
    offset = len(dash[1]) if dash else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _block(value: Any) -> Any:  # noqa: ANN401
    """Return a copy of plain values that is written in lines, lists of words in brackets; what has comments stays."""
    if isinstance(value, CommentedMap | CommentedSeq) and not value.fa.flow_style():
        for key, item in value.items() if isinstance(value, CommentedMap) else enumerate(value):
            value[key] = _block(item)
        return value
    if isinstance(value, dict):
        return CommentedMap({key: _block(item) for key, item in value.items()})
    if isinstance(value, list):
        made = CommentedSeq([_block(item) for item in value])
        if made and all(isinstance(item, str | int | float) for item in made):
            made.fa.set_flow_style()
        return made
    return value
