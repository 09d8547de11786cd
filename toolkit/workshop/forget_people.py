"""Whom a forgetting is about, what they were ever called, and how one that was cut short is known.

For as long as a forgetting lasts, the names stand in the file of former cells: the roster loses them before outputs are
made anew, and whoever says the command again must still find whom it meant. They leave it last of all.
"""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError, Problem, nearest, printable
from toolkit.workshop.forget_files import RESTED_ON, Mention
from toolkit.workshop.former import NAMING, Edit, edits_file, keep_edits, read_edits
from toolkit.workshop.roster import Person, read_roster

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.name_finder import NameFinder

BEGUN = 0
"""The event of an edit that no session made: a forgetting that has begun takes the name away."""


def people_to_forget(
    path: Path, edits: Sequence[Edit], word: str | None, facilitators: Sequence[Person] = ()
) -> list[Person]:
    """Return whom a word means: by id, else by the whole name, else by a former one, else by a part of any of these.

    Args:
        path: The roster.
        edits: What the roster had before. Whoever is only there, because the row was deleted, can be meant as well.
        word: The word; without it, everybody is meant.
        facilitators: Who recorded something. One who is called like somebody on the roster is taken for that person.

    Raises:
        InputError: It means nobody, or several, or the roster cannot be read.
    """
    roster = read_roster(path)
    if not roster.people and roster.problems:
        raise InputError(roster.problems)
    known = {person.id for person in (*roster.people, *facilitators)}
    people = [*roster.people, *facilitators, *_without_row(known, edits)]
    if word is None:
        return people
    found = _meant(word.strip().casefold(), people, edits)
    if len(found) == 1 or _is_one(found, facilitators):
        names = {name.casefold() for name in names_of(found, edits, path)}
        return [*found, *(one for one in facilitators if one not in found and one.name.casefold() in names)]
    if found:
        among = ", ".join(f"{person.name} ({person.id})" for person in found[:5])
        what = f"{printable(word, 60)!r} could be {among}: use the id"
    else:
        near = nearest(word, [name for person in people for name in (person.id, person.name)])
        what = f"nobody on the roster is called {printable(word, 60)!r}, nor anybody who recorded something: {near}"
    raise InputError([Problem(str(path), 0, 0, what)])


def _is_one(found: Sequence[Person], facilitators: Sequence[Person]) -> bool:
    """Tell whether people of one name are one: of the roster, and somebody who recorded something."""
    on_roster = [person for person in found if person not in facilitators]
    return len(on_roster) == 1 and len({person.name.casefold() for person in found}) == 1


def _without_row(ids: Collection[str], edits: Iterable[Edit]) -> list[Person]:
    """Return the people whom only former cells know, by the latest name."""
    names: dict[str, str] = {}
    for edit in edits:
        for name in edit.cells.get("name", ()):
            if name != edit.person:
                names[edit.person] = name
    return [Person(name, id_) for id_, name in names.items() if id_ not in ids]


def _meant(wanted: str, people: Sequence[Person], edits: Sequence[Edit]) -> list[Person]:
    former = {person.id: {name.casefold() for edit in edits if edit.person == person.id for name in edit.names}
              for person in people}  # fmt: skip
    exact = [person for person in people if wanted in (person.id.casefold(), person.name.casefold())]
    once = [person for person in people if wanted in former[person.id]]
    names = {person.id: {person.name.casefold(), *former[person.id]} for person in people}
    parts = [person for person in people if wanted and any(wanted in name for name in names[person.id])]
    return exact or once or parts


def begun(edits: Iterable[Edit]) -> set[str]:
    """Return the ids of those whose forgetting was begun and not finished."""
    return {edit.person for edit in edits if edit.event == BEGUN}


def unfinished(folder: Folder) -> Iterator[Problem]:
    """Yield whose forgetting was begun and not finished, and what to do; and why nobody can tell."""
    file = edits_file(folder)
    try:
        ids = sorted(begun(read_edits(folder)))
    except InputError as error:
        yield from error.problems
        return
    for id_ in ids:
        what = f"{id_} was not forgotten to the end: say `workshop forget {folder.path} {quote(id_)}`"
        yield Problem(str(file), 0, 0, what)


def names_of(people: Sequence[Person], edits: Iterable[Edit], path: Path) -> list[str]:
    """Return what people are and were called, and their addresses; a name that somebody else has now is theirs."""
    ids = {person.id for person in people}
    others = {person.name.casefold() for person in read_roster(path).people if person.id not in ids}
    former = [name for edit in edits if edit.person in ids for name in edit.names if name.casefold() not in others]
    now = [text for person in people if person.name != person.id for text in (person.name, person.email) if text]
    return list(dict.fromkeys([*now, *former]))


def former_mentions(folder: Folder, people: Sequence[Person], finder: NameFinder) -> Iterator[Mention]:
    """Yield where former cells of others name somebody who is to be forgotten."""
    ids = {person.id for person in people}
    for edit in read_edits(folder):
        if edit.person not in ids:
            for column, texts in edit.cells.items():
                where = f"{edits_file(folder).name}: {column} of {edit.person}"
                cleaned = column not in (*NAMING, *RESTED_ON)
                yield from (Mention(where, text) for text in texts if cleaned and finder.found(text))


def begin_forgetting(folder: Folder, people: Sequence[Person]) -> None:
    """Keep the names of those who are to be forgotten until that is done.

    Raises:
        OSError: The file cannot be written; nothing has been forgotten.
    """
    edits = read_edits(folder)
    named = [person for person in people if person.name != person.id]
    fresh = [Edit(BEGUN, one.id, {"name": (one.name, one.id), "email": (one.email, "")}) for one in named]
    keep_edits(folder, [*edits, *(edit for edit in fresh if edit not in edits)])


def finish_forgetting(
    folder: Folder, people: Sequence[Person], names: Iterable[str], finder: NameFinder, *, everybody: bool
) -> None:
    """Remove what the roster ever had of those who are forgotten, and their names from what it had of others.

    Raises:
        OSError: The file cannot be written; the forgetting can be finished by beginning it again.
    """
    ids, gone = {person.id for person in people}, {name.casefold() for name in names}
    others = [edit for edit in read_edits(folder) if not everybody and edit.person not in ids]
    keep_edits(folder, [_cleaned(edit, gone, finder) for edit in others])


def _cleaned(edit: Edit, gone: set[str], finder: NameFinder) -> Edit:
    """Return an edit of somebody else. A name of theirs stays unless it is one of those: then nobody can undo that."""
    kept = {
        column: texts if column in (*NAMING, *RESTED_ON) else (finder.without(texts[0]), finder.without(texts[1]))
        for column, texts in edit.cells.items()
        if column not in NAMING or not gone & {text.casefold() for text in texts}
    }
    return Edit(edit.event, edit.person, kept)
