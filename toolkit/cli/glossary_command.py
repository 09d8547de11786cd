"""`workshop glossary`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.common import rehearsal_argument
from toolkit.cli.exports import formats_of, remember_export

if TYPE_CHECKING:
    import argparse

    from toolkit.exchange.values import Setting
    from toolkit.library.glossary import Glossary

NAMES = ("yaml", "csv", "json", "md", "skos", "tbx", "glossarist")
"""The formats, known here without importing them."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("dir", type=Path, nargs="?", metavar="DIR", help="the workshop's folder")
    parser.add_argument("--merge", type=Path, nargs="+", metavar="FILE", help="join glossary files instead")
    parser.add_argument(
        "--compare",
        type=Path,
        nargs=2,
        metavar=("OLD", "NEW"),
        help="say what moved between two glossary files instead",
    )
    known = f"with commas between: {', '.join(NAMES)}; the default is yaml"
    parser.add_argument("--format", default="yaml", metavar="FORMATS", help=known)
    parser.add_argument(
        "--out", metavar="DIR", help="where the files go; - is standard output; the default is DIR/out/glossary"
    )
    base = "what the addresses of concepts begin with (skos, glossarist)"
    small = "tell what domains of under four people said as well, who could be recognised"
    parser.add_argument("--everything", action="store_true", help=small)
    rehearsal_argument(parser)
    parser.add_argument("--base", default="", metavar="IRI", help=base)
    parser.set_defaults(usage_error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Export a workshop's glossary, join files, or compare two."""
    from toolkit.workshop.folder import Folder

    asked = [name for name in ("dir", "merge", "compare") if getattr(options, name)]
    if len(asked) != 1:
        options.usage_error("name one thing: a workshop's folder, --merge FILE …, or --compare OLD NEW")
    if options.compare:
        return _compare(*options.compare)
    formats = _formats(options)
    glossary, setting, default = _merged(options) if options.merge else _collected(options)
    files = _write(glossary, setting, formats, options.out or default)
    if not options.merge:
        base = ["--base", options.base] if options.base else []
        remember_export(Folder(options.dir), "glossary", options, formats, files, base)
    return 0


def _formats(options: argparse.Namespace) -> list[str]:
    formats = formats_of(options, NAMES)
    to_pipe = options.out == "-" or (options.merge and not options.out)
    if to_pipe and (len(formats) != 1 or formats[0] not in ("yaml", "json", "md", "tbx")):
        options.usage_error("standard output takes one of yaml, json, md and tbx: name a folder with --out DIR")
    return formats


def _collected(options: argparse.Namespace) -> tuple[Glossary, Setting, str]:
    """Return the glossary of a workshop's folder, what its export is told, and where the files go."""
    from toolkit.cli.session_files import current_state, without_names
    from toolkit.exchange.collect import collect, setting_of
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    state, _ = current_state(folder, rehearsal=options.rehearsal)
    if not options.everything:
        state = without_names(folder, state, rehearsal=options.rehearsal)
    glossary = collect(folder, state, everything=options.everything)
    return glossary, setting_of(folder, options.base), str(folder.out / "glossary")


def _merged(options: argparse.Namespace) -> tuple[Glossary, Setting, str]:
    """Return the same for files that are joined."""
    from toolkit.exchange.merge import merge
    from toolkit.exchange.values import Setting
    from toolkit.library.catalogue import Catalogue

    catalogue = Catalogue()
    shipped = [term for term, _ in catalogue.terms().values()]
    glossary = merge(_read_all(options.merge), shipped=shipped)
    return glossary, Setting(catalogue.domains(), catalogue.facets(), base=options.base), "-"


def _read_all(paths: list[Path]) -> list[Glossary]:
    """Read several glossaries; the faults of all of them are told at once."""
    from toolkit.exchange.formats import read
    from toolkit.files.problems import InputError, Problem

    glossaries: list[Glossary] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            glossaries.append(read(path))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return glossaries


def _compare(old: Path, new: Path) -> int:
    from toolkit.exchange.compare import compare

    changes = compare(*_read_all([old, new]))
    for change in changes:
        print(change)
    print(f"{len(changes) or 'no'} change{'s' * (len(changes) != 1)}", file=sys.stderr)
    return 0


def _write(glossary: Glossary, setting: Setting, formats: list[str], out: str) -> list[Path]:
    """Write the formats; all texts are made before the first file is touched."""
    from toolkit.exchange.formats import FORMATS
    from toolkit.exchange.store import write_files

    files = {name: text for format_ in formats for name, text in FORMATS[format_].write(glossary, setting).items()}
    if out == "-":
        sys.stdout.write("".join(files.values()))
        return []
    written = write_files(Path(out), files)
    for path in written:
        print(path)
    terms, senses = len(glossary.terms), sum(len(term.senses) for term in glossary.terms)
    print(f"{terms} term{'s' * (terms != 1)}, {senses} sense{'s' * (senses != 1)}", file=sys.stderr)
    return written
