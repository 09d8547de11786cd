"""A glossary as one of the project's own content files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.values import plain
from toolkit.exchange.yaml_text import yaml_lines
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.glossary import Glossary
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = "# yaml-language-server: $schema=schema/glossary.json"
"""For editors: where the schema stands beside the files that ship; `workshop schema glossary` writes it elsewhere."""


def to_yaml(glossary: Glossary) -> str:
    """Return the file that holds `glossary`: reading it gives an equal value."""
    return "\n".join([SCHEMA, *yaml_lines(plain(glossary))]) + "\n"


def read_yaml_glossary(path: Path) -> Glossary:
    """Read a glossary from YAML.

    Raises:
        InputError: With every fault, each at its line and column.
    """
    return validate(Glossary, read_yaml(path))
