"""Agendas that are suggested."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from toolkit.cli.plan_edit import number
from toolkit.files.problems import printable
from toolkit.library.catalogue import Catalogue
from toolkit.workshop.edit import EditError, with_agenda
from toolkit.workshop.edit_folder import change
from toolkit.workshop.resolve import resolve
from toolkit.workshop.suggest import Suggestion, Wish, suggest

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from toolkit.workshop.folder import Folder

USUAL = 12
"""People, where nobody is on the roster yet."""


def run_suggest(folder: Folder, options: argparse.Namespace) -> int:
    """Show what could be done in the time, or put one of it into the file."""
    catalogue = Catalogue(folder.path)
    exercises = [found.item for found in catalogue.exercises().values()]
    found = suggest(exercises, catalogue.tensions(), _wish(folder, options))
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
    plan = resolve(folder).plan
    return Wish(
        minutes=int(number(options.minutes[0])) if options.minutes else plan.ends - plan.starts,
        people=options.people or len(plan.people) or USUAL,
        mode=options.mode or plan.mode,
        tensions=tuple(options.tension),
        terms=tuple(term.id for term in plan.terms),
        language=plan.language,
        seed=options.seed,
    )


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
