"""From a roster to guests: names in wishes become ids, languages and roles become sets. For making groups only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.files.problems import Problem, nearest, printable
from toolkit.workshop.group_costs import Guest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.workshop.roster import Person

_WISHES = ("keep_apart", "keep_together")


def guests(people: Sequence[Person]) -> dict[str, Guest]:
    """Return everybody on a roster by id, as they are to be seated; wishes that name nobody are left out."""
    return {
        person.id: Guest(
            person.id,
            person.domain,
            person.role,
            tuple(language.casefold() for language in _parts(person.languages)),
            frozenset(_found(person, "keep_apart", people)),
            frozenset(_found(person, "keep_together", people)),
        )
        for person in people
    }


def unknown_wishes(file: str, people: Sequence[Person]) -> Iterator[Problem]:
    """Yield a problem for each wish that names nobody, or more than one."""
    ids, names = [person.id for person in people], [person.name for person in people]
    for person in people:
        for field in _WISHES:
            for word in _parts(getattr(person, field)):
                matches = _matches(word, people)
                what = f"{field} of {printable(person.name, 60)}: "
                if not matches:
                    what += f"nobody is called {printable(word, 60)!r}: {nearest(word, [*ids, *names])}"
                    yield Problem(file, person.line, 1, what)
                elif len(matches) > 1:
                    what += f"{printable(word, 60)!r} could be {', '.join(matches[:4])}: use the id"
                    yield Problem(file, person.line, 1, what)


def _found(person: Person, field: str, people: Sequence[Person]) -> Iterator[str]:
    for word in _parts(getattr(person, field)):
        matches = _matches(word, people)
        if len(matches) == 1 and matches[0] != person.id:
            yield matches[0]


def _matches(word: str, people: Sequence[Person]) -> list[str]:
    """Return the ids of those whom a word means: by id, else by the whole name, else by a part that one has alone."""
    wanted = word.casefold()
    by_id = [person.id for person in people if person.id.casefold() == wanted]
    whole = by_id or [person.id for person in people if person.name.casefold() == wanted]
    return whole or [person.id for person in people if wanted in person.name.casefold()]


def _parts(cell: str) -> list[str]:
    """Return what a cell lists: semicolons, commas or line ends stand between."""
    return [part.strip() for part in re.split(r"[;,\n]", cell) if part.strip()]
