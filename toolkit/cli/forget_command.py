"""`workshop forget`."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.cli.common import folder_argument
from toolkit.cli.forget_outputs import delete_outputs, delete_parts, make_anew, outputs
from toolkit.cli.terminal import has_terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from toolkit.files.problems import Problem
    from toolkit.session.forget import HeldJournal
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.forget_files import Mention
    from toolkit.workshop.forget_whom import Whom
    from toolkit.workshop.made import Command
    from toolkit.workshop.name_finder import NameFinder


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    folder_argument(parser)
    whom = "an id or a name, a former one too, or who recorded something; without it, everybody"
    parser.add_argument("person", nargs="?", metavar="PERSON", help=whom)
    parser.add_argument("--yes", action="store_true", help="do it, the listed mentions included, without asking")


def run(options: argparse.Namespace) -> int:
    """Say what names somebody; once that is confirmed, remove it, and say whether any is left."""
    from toolkit.session.forget import held
    from toolkit.workshop.folder import Folder

    folder = Folder(options.dir).require()
    with ExitStack() as stack:
        journals = [stack.enter_context(held(path)) for path in _journals(folder)]
        whom = _whom(folder, journals, options.person)  # from here on no window changes the roster
        mentions = _mentions(folder, whom, journals)
        for mention in mentions:
            print(mention)
        for file in outputs(folder, whom.finder):
            print(f"{file}: will be deleted")
        if not (options.yes or _confirmed(whom.count, len(mentions))):
            print("nothing is changed: say it again with --yes", file=sys.stderr)
            return 1
        problems, deleted = _remove(folder, whom, journals)
        own = [text for journal in journals for text in (*journal.structure(), *journal.authors())]
    make_anew(folder, deleted)  # the journals can be read again
    for problem in problems:
        print(problem, file=sys.stderr)
    left = _left(folder, whom, own, deleted)
    _finish(folder, whom)
    print(f"{_count(whom.count, 'person', 'people')} forgotten, {_count(len(mentions), 'mention')}", file=sys.stderr)
    return 1 if left or problems else 0


def _whom(folder: Folder, journals: Sequence[HeldJournal], word: str | None) -> Whom:
    from toolkit.workshop.forget_whom import whom_to_forget
    from toolkit.workshop.former import read_edits
    from toolkit.workshop.resolve import resolve
    from toolkit.workshop.shipped import shipped_texts

    roster = folder.path / resolve(folder).plan.roster
    authors = [author for journal in journals for author in journal.authors()]
    whom = whom_to_forget(roster, read_edits(folder), authors, word)
    whom = replace(whom, library=shipped_texts(folder, {text for journal in journals for text in journal.structure()}))
    for id_ in whom.finished:
        print(f"{id_}: a forgetting that was cut short is finished as well", file=sys.stderr)
    return whom


def _journals(folder: Folder) -> list[Path]:
    return [path for rehearsal in (False, True) if (path := folder.journal(rehearsal=rehearsal)).exists()]


def _mentions(folder: Folder, whom: Whom, journals: Sequence[HeldJournal]) -> list[Mention]:
    from toolkit.workshop.forget_files import Mention, roster_mentions, text_files, text_mentions
    from toolkit.workshop.forget_people import former_mentions

    finder, authors = whom.finder, whom.authors
    found = [Mention(*said) for journal in journals for said in journal.mentions(whom.found, authors)]
    found += [*roster_mentions(whom.roster, whom.people, finder), *former_mentions(folder, whom.people, finder)]
    found += text_mentions(text_files(folder), finder)
    return [one if one.text in authors else replace(one, others=whom.meant(one.text)) for one in found]


def _confirmed(people: int, mentions: int) -> bool:
    if not has_terminal():
        return False
    what = f"Forget {_count(people, 'person', 'people')} and remove {_count(mentions, 'mention')}"
    print(f"{what}? There is no way back. [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _remove(
    folder: Folder, whom: Whom, journals: Sequence[HeldJournal]
) -> tuple[list[Problem], dict[Path, Command | None]]:
    """Remove names from everything but the list of former ones.

    Whatever this is cut short by, that list still has the names: said again, the command finds whom it meant, and all
    that is still to be done.

    Returns:
        Which files are left as they are, and why; and how everything in `out/` was made.
    """
    from toolkit.workshop.forget_files import forget_in_roster, forget_in_texts, text_files
    from toolkit.workshop.forget_people import begin_forgetting

    begin_forgetting(folder, whom.people)
    for journal in journals:
        journal.redact(whom.without, whom.authors)
    problems = forget_in_texts(text_files(folder), whom.finder)
    _forget_memory(folder, whom.finder)
    delete_parts(folder)
    deleted = delete_outputs(folder, whom.finder)
    forget_in_roster(whom.roster, whom.people, whom.finder, everybody=whom.everybody)
    return problems, deleted


def _forget_memory(folder: Folder, finder: NameFinder) -> None:
    """Take names out of what the tool remembers outside the folder: titles of recent workshops, and faults."""
    from toolkit.files.places import memory
    from toolkit.workshop.forget_files import forget_in_log
    from toolkit.workshop.recent import retitle
    from toolkit.workshop.resolve import resolve

    retitle(folder, resolve(folder).plan)
    forget_in_log(memory() / "faults.log", finder)


def _left(folder: Folder, whom: Whom, own: Sequence[str], deleted: Mapping[Path, Command | None]) -> bool:
    """Say where a name still stands, or a word that the workshop goes by, and tell whether there is any name."""
    from toolkit.files.values import to_value
    from toolkit.workshop.forget_look import LastLook, pdfs_of_others
    from toolkit.workshop.former import edits_file
    from toolkit.workshop.prose import structure
    from toolkit.workshop.resolve import resolve

    anew = {file for file, command in deleted.items() if command}
    ours = (*own, *whom.others, *whom.library, *structure(to_value(resolve(folder).plan)))
    look = LastLook(folder, whom.roster, whom.names, whom.finder, ours, anew)
    found = [left for left in look.left() if left.file != edits_file(folder)]
    for file in pdfs_of_others(folder, anew):
        print(f"{file}: names cannot be looked for in it: see for yourself", file=sys.stderr)
    for word in dict.fromkeys(left.word for left in found if left.stays):
        places = [left.place for left in found if left.stays and left.word == word]
        more = f" and {len(places) - 6} more" if len(places) > 6 else ""
        print(f"“{word}” stays, the workshop itself goes by it: {', '.join(places[:6])}{more}", file=sys.stderr)
    for left in found:
        if not left.stays:
            what = f"still has a name, “{left.word}”: look at it, then delete it or write over the name"
            print(f"{left.place}: {what}", file=sys.stderr)
    return not all(left.stays for left in found)


def _finish(folder: Folder, whom: Whom) -> None:
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
