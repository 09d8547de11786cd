"""One entry point: every format a glossary can be written in, and every kind of file it can be read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.exchange.csv_file import read_csv_glossary
from toolkit.exchange.csv_tables import to_csv
from toolkit.exchange.glossarist import to_glossarist
from toolkit.exchange.json_file import read_json_glossary, to_json
from toolkit.exchange.markdown import to_markdown
from toolkit.exchange.skos import to_skos
from toolkit.exchange.tbx import to_tbx
from toolkit.exchange.values import Setting
from toolkit.exchange.yaml_file import read_yaml_glossary, to_yaml
from toolkit.files.problems import InputError, Problem, UserError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from toolkit.library.domain import Domain
    from toolkit.library.glossary import Facets, Glossary

Files = dict[str, str]
"""Texts by file name; a slash in a name stands for a folder."""


@dataclass(frozen=True)
class Format:
    """One way to write a glossary."""

    name: str
    about: str
    write: Callable[[Glossary, Setting], Files]
    single: bool = True
    """Whether it is always one file, which a pipe can take."""


def _within(folder: str, files: Files) -> Files:
    return {f"{folder}/{name}": text for name, text in files.items()}


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("yaml", "the project's own, exact", lambda g, _: {"glossary.yaml": to_yaml(g)}),
        Format(
            "csv",
            "tables for a spreadsheet, exact",
            lambda g, _: {f"glossary-{table}.csv": text for table, text in to_csv(g).items()},
            single=False,
        ),
        Format("json", "for programs, exact", lambda g, _: {"glossary.json": to_json(g)}),
        Format("md", "Markdown, to read", lambda g, s: {"glossary.md": to_markdown(g, s)}),
        Format("skos", "SKOS in Turtle", lambda g, s: _within("skos", to_skos(g, s)), single=False),
        Format("tbx", "TBX-Basic, for translators", lambda g, s: {"glossary.tbx": to_tbx(g, s)}),
        Format("glossarist", "Glossarist v3", lambda g, s: _within("glossarist", to_glossarist(g, s)), single=False),
    )
}


def export(
    glossary: Glossary,
    domains: Mapping[str, Domain],
    format: str,  # noqa: A002 - the word that the command line has
    *,
    facets: Facets | None = None,
    language: str = "en",
    base: str = "",
    on: str = "",
) -> Files:
    """Return the files that hold `glossary` in one format.

    Args:
        glossary: What to write.
        domains: What the ids of domains stand for; one that is missing goes by its id.
        format: One of `FORMATS`.
        facets: What the codes of facets are called.
        language: The language of texts that name none, and the one that comes first.
        base: What addresses of concepts begin with, for SKOS and Glossarist.
        on: The day (YYYY-MM-DD), for SKOS, of a glossary that was held on none.

    Raises:
        UserError: There is no such format, or `base` is no address.
    """
    if format not in FORMATS:
        raise UserError(f"there is no format {format!r}: {nearest(format, FORMATS)}")
    return FORMATS[format].write(glossary, Setting(domains, facets, language, base, on))


_READERS = {
    ".yaml": read_yaml_glossary,
    ".yml": read_yaml_glossary,
    ".csv": read_csv_glossary,
    ".json": read_json_glossary,
}


def read(path: Path) -> Glossary:
    """Read a glossary from a file of YAML, CSV or JSON, as the end of its name says.

    Raises:
        InputError: With every fault, each at its line and column.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError([Problem(str(path), 0, 0, f"cannot be read as a glossary: name a file that ends in {_ENDS}")])
    return reader(path)


_ENDS = ".yaml, .csv or .json"
