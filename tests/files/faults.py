"""What a reader complains of, as short lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.problems import InputError
from toolkit.files.source import decode_source
from toolkit.files.yaml_reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.files.document import Document


def faults(read: Callable[[], object]) -> list[str]:
    """Return the problems that `read` raises, each as `line:column: what`; an empty list if it raises none."""
    try:
        read()
    except InputError as error:
        return [f"{problem.line}:{problem.column}: {problem.what}" for problem in error.problems]
    return []


def read_text(text: str | bytes) -> Document:
    """Read YAML as a file of these characters or bytes is read."""
    data = text.encode() if isinstance(text, str) else text
    return parse_yaml(decode_source(data, "file.yaml"), "file.yaml")


def yaml_faults(text: str | bytes) -> list[str]:
    """Return what is wrong with YAML, as `faults` does."""
    return faults(lambda: read_text(text))
