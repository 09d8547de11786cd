"""Agendas that are suggested."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from toolkit.files.problems import printable
from toolkit.library.catalogue import Catalogue
from toolkit.library.listing import known
from toolkit.workshop.edit import EditError, with_agenda
from toolkit.workshop.edit_folder import change
from toolkit.workshop.entries import typed_minutes
from toolkit.workshop.resolve import resolve
from toolkit.workshop.suggest import Suggestion, Wish, suggest, wish_for

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from toolkit.workshop.folder import Folder


def run_suggest(folder: Folder, options: argparse.Namespace) -> int:
    """Show what could be done in the time, or put one of it into the file."""
    catalogue = Catalogue(folder.path)
    exercises = [found.item for found in catalogue.exercises().values()]
    found = suggest(exercises, known(catalogue).tensions, _wish(folder, options))
    if options.take is not None:
        return _take(folder, found, options.take)
    if options.json:
        print(json.dumps({"suggestions": [suggestion.to_json() for suggestion in found]}))
        return 0
    for suggestion in found:
        for line in _lines(suggestion):
            print(printable(line))
    return 0


def _wish(folder: Folder, options: argparse.Namespace) -> Wish:
    minutes = int(typed_minutes(options.minutes[0])) if options.minutes else None
    mode = {"mode": options.mode} if options.mode else {}
    plan = resolve(folder).plan
    return wish_for(plan, minutes, options.people, tensions=tuple(options.tension), seed=options.seed, **mode)


def _take(folder: Folder, found: tuple[Suggestion, ...], n: int) -> int:
    chosen = next((suggestion for suggestion in found if suggestion.n == n), None)
    if chosen is None:
        raise EditError(f"there is no suggestion {n}: there are {len(found)}")
    entries = [part.entry for part in chosen.parts]
    change(folder, lambda text: with_agenda(text, entries))
    print(f"changed {folder.file}: {len(entries)} blocks, {chosen.minutes} min", file=sys.stderr)
    return 0


def _lines(suggestion: Suggestion) -> Iterator[str]:
    missing = f"; nothing for {', '.join(suggestion.misses)}" if suggestion.misses else ""
    yield f"{suggestion.n}  {suggestion.minutes} min{missing}"
    for part in suggestion.parts:
        yield f"   {part.minutes:>3} min  {part.title}: {part.why}"
