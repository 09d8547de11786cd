"""Agendas that are suggested."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from toolkit.files.problems import printable
from toolkit.library.catalogue import Catalogue
from toolkit.library.listing import known, worlds_of
from toolkit.library.search import Known, query, strict
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
    names = known(catalogue)
    found = suggest(exercises, names.tensions, _wish(folder, options, names), worlds_of(catalogue))
    if options.take is not None:
        return _take(folder, found, options.take)
    if options.json:
        print(json.dumps({"suggestions": [suggestion.to_json() for suggestion in found]}))
        return 0
    for suggestion in found:
        for line in _lines(suggestion):
            print(printable(line))
    return 0


def _wish(folder: Folder, options: argparse.Namespace, names: Known) -> Wish:
    """Return what is wanted: from the flags, and from the workshop where they say nothing."""
    minutes = int(typed_minutes(options.minutes[0])) if options.minutes else None
    flags = [*(("domain", id_) for id_ in options.domain), *([("mode", options.mode)] if options.mode else [])]
    asked = strict(query("", names, flags))
    given = {"mode": "".join(asked.mode[:1]), "domains": asked.domain, "tensions": tuple(options.tension)}
    said = {name: wanted for name, wanted in given.items() if wanted}
    return wish_for(resolve(folder).plan, minutes, options.people, seed=options.seed, **said)


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
