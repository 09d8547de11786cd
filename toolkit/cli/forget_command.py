"""`workshop forget`."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument
from toolkit.cli.forget_outputs import delete_outputs, make_anew, outputs
from toolkit.cli.terminal import has_terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
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
    parser.add_argument("person", nargs="?", metavar="PERSON", help="an id or a name; without it, everybody")
    parser.add_argument("--yes", action="store_true", help="do it, the listed mentions included, without asking")


def run(options: argparse.Namespace) -> int:
    """Say what names somebody; once that is confirmed, remove it, and say whether any is left."""
    from toolkit.session.forget import held
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.forget_files import files_naming, pdfs_of_others, people_to_forget
    from toolkit.workshop.name_finder import NameFinder

    folder = Folder(options.dir).require()
    roster = _roster(folder)
    people = people_to_forget(roster, options.person)
    names = [text for person in people if person.name != person.id for text in (person.name, person.email) if text]
    finder = NameFinder(names)
    with ExitStack() as stack:
        journals = [stack.enter_context(held(path)) for path in _journals(folder)]
        mentions = _mentions(folder, roster, people, journals, finder)
        for mention in mentions:
            print(mention)
        for file in outputs(folder):
            print(f"{file}: will be deleted")
        if not (options.yes or _confirmed(len(people), len(mentions))):
            print("nothing is changed: say it again with --yes", file=sys.stderr)
            return 1
        deleted = _remove(folder, roster, people, journals, finder, everybody=options.person is None)
    make_anew(folder, deleted)  # the journals can be read again
    _forget_memory(folder, finder)
    left = files_naming(folder.path, names)
    for file in pdfs_of_others(folder.path, folder.out):
        print(f"{file}: names cannot be looked for in it: see for yourself", file=sys.stderr)
    for file in left:
        print(f"{file}: still has a name: look at it, then delete it or write over the name", file=sys.stderr)
    print(f"{_count(len(people), 'person', 'people')} forgotten, {_count(len(mentions), 'mention')}", file=sys.stderr)
    return 1 if left else 0


def _roster(folder: Folder) -> Path:
    from toolkit.workshop.resolve import resolve

    return folder.path / resolve(folder).plan.roster


def _journals(folder: Folder) -> list[Path]:
    return [path for rehearsal in (False, True) if (path := folder.journal(rehearsal=rehearsal)).exists()]


def _mentions(
    folder: Folder, roster: Path, people: Sequence[Person], journals: Sequence[HeldJournal], finder: NameFinder
) -> list[Mention]:
    from toolkit.workshop.forget_files import Mention, roster_mentions, text_files, text_mentions

    found = [Mention(where, text) for journal in journals for where, text in journal.mentions(finder.found)]
    return [*found, *roster_mentions(roster, people, finder), *text_mentions(text_files(folder), finder)]


def _confirmed(people: int, mentions: int) -> bool:
    if not has_terminal():
        return False
    what = f"Forget {_count(people, 'person', 'people')} and remove {_count(mentions, 'mention')}"
    print(f"{what}? There is no way back. [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _remove(
    folder: Folder,
    roster: Path,
    people: Sequence[Person],
    journals: Sequence[HeldJournal],
    finder: NameFinder,
    *,
    everybody: bool,
) -> dict[Path, Command | None]:
    """Remove names, the roster's last: for as long as it has them, a command that was cut short can be said again.

    Returns how everything was made that was in `out/`.
    """
    from toolkit.workshop.forget_files import forget_in_roster, forget_in_texts, text_files

    for journal in journals:
        journal.redact(finder.without)
    forget_in_texts(text_files(folder), finder)
    deleted = delete_outputs(folder)
    forget_in_roster(roster, people, finder, everybody=everybody)
    return deleted


def _forget_memory(folder: Folder, finder: NameFinder) -> None:
    """Take names out of what the tool remembers outside the folder: titles of recent workshops, and faults."""
    from toolkit.files.places import memory
    from toolkit.workshop.forget_files import forget_in_texts
    from toolkit.workshop.recent import retitle
    from toolkit.workshop.resolve import resolve

    retitle(folder, resolve(folder).plan)
    forget_in_texts([file for file in (memory() / "faults.log",) if file.exists()], finder)


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"
