"""`workshop forget`."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, NamedTuple

from toolkit.cli.common import folder_argument
from toolkit.cli.forget_outputs import delete_outputs, delete_parts, make_anew, outputs
from toolkit.cli.terminal import has_terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from toolkit.session.forget import HeldJournal
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.forget_files import Mention
    from toolkit.workshop.made import Command
    from toolkit.workshop.name_finder import NameFinder
    from toolkit.workshop.roster import Person


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    whom = "an id or a name, a former one too; without it, everybody"
    parser.add_argument("person", nargs="?", metavar="PERSON", help=whom)
    parser.add_argument("--yes", action="store_true", help="do it, the listed mentions included, without asking")


def run(options: argparse.Namespace) -> int:
    """Say what names somebody; once that is confirmed, remove it, and say whether any is left."""
    from toolkit.session.forget import held
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    with ExitStack() as stack:
        journals = [stack.enter_context(held(path)) for path in _journals(folder)]
        whom = _whom(folder, options.person)  # from here on no window changes the roster
        mentions = _mentions(folder, whom, journals)
        for mention in mentions:
            print(mention)
        for file in outputs(folder, whom.finder):
            print(f"{file}: will be deleted")
        if not (options.yes or _confirmed(len(whom.people), len(mentions))):
            print("nothing is changed: say it again with --yes", file=sys.stderr)
            return 1
        deleted = _remove(folder, whom, journals)
    make_anew(folder, deleted)  # the journals can be read again
    left = _left(folder, whom, deleted)
    _finish(folder, whom)
    print(
        f"{_count(len(whom.people), 'person', 'people')} forgotten, {_count(len(mentions), 'mention')}", file=sys.stderr
    )
    return 1 if left else 0


class _Whom(NamedTuple):
    """Who is to be forgotten, and what to look for."""

    roster: Path
    people: list[Person]
    everybody: bool
    names: list[str]
    finder: NameFinder


def _whom(folder: Folder, word: str | None) -> _Whom:
    """Return whom a word means, together with those whose forgetting was cut short."""
    from toolkit.workshop.forget_people import begun, names_of, people_to_forget
    from toolkit.workshop.former import read_edits
    from toolkit.workshop.name_finder import NameFinder
    from toolkit.workshop.resolve import resolve

    roster, edits = folder.path / resolve(folder).plan.roster, read_edits(folder)
    people = people_to_forget(roster, edits, word)
    unfinished = begun(edits) - {person.id for person in people}
    for id_ in sorted(unfinished):
        print(f"{id_}: a forgetting that was cut short is finished as well", file=sys.stderr)
        people += people_to_forget(roster, edits, id_)
    names = names_of(people, edits, roster)
    return _Whom(roster, people, word is None, names, NameFinder(names))


def _journals(folder: Folder) -> list[Path]:
    return [path for rehearsal in (False, True) if (path := folder.journal(rehearsal=rehearsal)).exists()]


def _mentions(folder: Folder, whom: _Whom, journals: Sequence[HeldJournal]) -> list[Mention]:
    from toolkit.workshop.forget_files import Mention, roster_mentions, text_files, text_mentions
    from toolkit.workshop.forget_people import former_mentions

    finder = whom.finder
    found = [Mention(where, text) for journal in journals for where, text in journal.mentions(finder.found)]
    found += [*roster_mentions(whom.roster, whom.people, finder), *former_mentions(folder, whom.people, finder)]
    return [*found, *text_mentions(text_files(folder), finder)]


def _confirmed(people: int, mentions: int) -> bool:
    if not has_terminal():
        return False
    what = f"Forget {_count(people, 'person', 'people')} and remove {_count(mentions, 'mention')}"
    print(f"{what}? There is no way back. [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _remove(folder: Folder, whom: _Whom, journals: Sequence[HeldJournal]) -> dict[Path, Command | None]:
    """Remove names from everything but the list of former ones, and return how everything in `out/` was made.

    Whatever this is cut short by, that list still has the names: said again, the command finds whom it meant, and all
    that is still to be done.
    """
    from toolkit.workshop.forget_files import forget_in_roster, forget_in_texts, text_files
    from toolkit.workshop.forget_people import begin_forgetting

    begin_forgetting(folder, whom.people)
    for journal in journals:
        journal.redact(whom.finder.without)
    forget_in_texts(text_files(folder), whom.finder)
    _forget_memory(folder, whom.finder)
    delete_parts(folder)
    deleted = delete_outputs(folder, whom.finder)
    forget_in_roster(whom.roster, whom.people, whom.finder, everybody=whom.everybody)
    return deleted


def _forget_memory(folder: Folder, finder: NameFinder) -> None:
    """Take names out of what the tool remembers outside the folder: titles of recent workshops, and faults."""
    from toolkit.files.places import memory
    from toolkit.workshop.forget_files import forget_in_texts
    from toolkit.workshop.recent import retitle
    from toolkit.workshop.resolve import resolve

    retitle(folder, resolve(folder).plan)
    forget_in_texts([file for file in (memory() / "faults.log",) if file.exists()], finder)


def _left(folder: Folder, whom: _Whom, anew: Collection[Path]) -> list[Path]:
    """Say which files still have a name, or could have one, and return those that have."""
    from toolkit.workshop.forget_files import files_naming, pdfs_of_others
    from toolkit.workshop.former import edits_file

    left = [file for file in files_naming(folder.path, whom.names) if file != edits_file(folder)]
    for file in pdfs_of_others(folder.path, folder.out):
        if file in anew:
            continue
        print(f"{file}: names cannot be looked for in it: see for yourself", file=sys.stderr)
    for file in left:
        print(f"{file}: still has a name: look at it, then delete it or write over the name", file=sys.stderr)
    return left


def _finish(folder: Folder, whom: _Whom) -> None:
    """Remove the names from the list of former ones, while no window can write an edit into it."""
    from toolkit.session.journal import Journal
    from toolkit.workshop.forget_people import finish_forgetting

    with ExitStack() as stack:
        if folder.journal().exists():
            journal = stack.enter_context(closing(Journal(folder.journal())))
            stack.enter_context(journal.deciding())
        finish_forgetting(folder, whom.people, whom.names, whom.finder, everybody=whom.everybody)


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"
