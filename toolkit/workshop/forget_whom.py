"""Whom a forgetting is about, what is to be looked for, and what is to be left alone."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.workshop.forget_people import begun, names_of, people_to_forget
from toolkit.workshop.name_finder import GONE, NameFinder
from toolkit.workshop.roster import Person, read_roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from toolkit.workshop.former import Edit

_LABEL = re.compile(r"facilitator \d+")


@value()
class Whom:
    """Who is to be forgotten, and what to look for."""

    roster: Path
    people: tuple[Person, ...]
    """Of the roster, and who recorded something; these have for an id what they are called from then on."""
    everybody: bool
    names: tuple[str, ...]
    """What they are and were called, and their addresses."""
    others: tuple[str, ...]
    """What others are and were called whom the folder knows."""
    finder: NameFinder
    library: frozenset[str] = frozenset()
    """What the library says: it names nobody, whatever words it uses."""
    finished: tuple[str, ...] = ()
    """The ids of those whose forgetting was cut short, and is finished with this one."""

    @property
    def authors(self) -> dict[str, str]:
        """What those are called from then on who recorded something, by what they called themselves."""
        return {person.name: person.id for person in self.people if _LABEL.fullmatch(person.id)}

    @property
    def count(self) -> int:
        """How many people they are: who is on the roster and recorded something is one."""
        on_roster = [person for person in self.people if not _LABEL.fullmatch(person.id)]
        named = {person.name.casefold() for person in on_roster}
        return len(on_roster) + sum(author.casefold() not in named for author in self.authors)

    def found(self, text: str) -> list[str]:
        """Return what names them in a text of a journal, in which there is much of the library."""
        return [] if text in self.library else self.finder.found(text)

    def without(self, text: str) -> str:
        """Return a text of a journal without their names."""
        return text if text in self.library else self.finder.without(text)

    def meant(self, text: str) -> tuple[str, ...]:
        """Return who else could be meant where a text names those who are to be forgotten."""
        found = self.finder.found(text)
        return tuple(dict.fromkeys(name for word in found for name in self._others.meant(word)))

    @cached_property
    def _others(self) -> NameFinder:
        return NameFinder(self.others)


def whom_to_forget(roster: Path, edits: Sequence[Edit], authors: Iterable[str], word: str | None) -> Whom:
    """Return whom a word means, together with those whose forgetting was cut short.

    Args:
        roster: The roster.
        edits: What it had before.
        authors: What those called themselves who recorded something.
        word: An id or a name; without it, everybody.

    Raises:
        InputError: The word means nobody, or several, or the roster cannot be read.
    """
    facilitators = list(_facilitators(authors, edits))
    people = people_to_forget(roster, edits, word, facilitators)
    finished = tuple(sorted(begun(edits) - {person.id for person in people}))
    for id_ in finished:
        people += people_to_forget(roster, edits, id_, facilitators)
    everyone = people_to_forget(roster, edits, None, facilitators)
    names = names_of(people, edits, roster)
    others = names_of([person for person in everyone if person not in people], edits, roster)
    return Whom(
        roster,
        tuple(people),
        word is None,
        tuple(names),
        tuple(others),
        NameFinder(_looked_for(names, facilitators, roster), others),
        finished=finished,
    )


def _facilitators(authors: Iterable[str], edits: Iterable[Edit]) -> Iterator[Person]:
    """Yield those who recorded something, each with a name for afterwards that tells them apart.

    Where a forgetting was cut short, they keep the one that they have in one of two journals.
    """
    authors = list(dict.fromkeys(authors))
    given = {edit.cells["name"][0]: edit.person for edit in edits if _LABEL.fullmatch(edit.person)}
    taken = {*given.values(), *authors}
    free = (label for n in range(1, len(taken) + len(authors) + 2) if (label := f"facilitator {n}") not in taken)
    for author in authors:
        if author not in ("", GONE) and not _LABEL.fullmatch(author):
            yield Person(author, given.get(author) or next(free))


def _looked_for(names: Iterable[str], facilitators: Iterable[Person], roster: Path) -> list[str]:
    """Return what is looked for in texts; of facilitators only what has a capital: a user name is none of a person."""
    users = {person.name for person in facilitators if person.name == person.name.lower()}
    users -= {person.name for person in read_roster(roster).people}
    return [name for name in names if name not in users]
