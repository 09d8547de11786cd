"""Plain mode: a command a line in, a reply a line out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from toolkit.files.problems import UserError, printable
from toolkit.plain.line import parse
from toolkit.session.actions import ACTIONS
from toolkit.session.desk import Refused
from toolkit.session.status import status_line
from toolkit.session.term_lines import term_line
from toolkit.session.words import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.session.desk import Desk
    from toolkit.session.grammar import Action

OWN = {
    "status": "where the session stands",
    "terms": "every word in dispute: where it stands, and what is next",
    "report": "write the report of the day, as PDF and Markdown, into the folder out/",
    "help": "all commands, or `help COMMAND`",
    "quit": "leave; the session goes on",
}
"""What plain mode answers itself: these change nothing in the session."""


def converse(lines: Iterable[bytes], desk: Desk, by: str, *, out: TextIO, err: TextIO) -> None:
    """Answer each line until `quit` or the end.

    A reply is written only after what it tells of is on the disk, and is flushed at once. Bytes that are not UTF-8
    are kept, not dropped.
    """
    title = desk.state.plan.title if desk.state.plan else ""
    print(f"{printable(title)}. {status_line(desk.state, desk.now)}. `help` lists the commands.", file=err, flush=True)
    for raw in lines:
        line = raw.decode("utf-8", "surrogateescape").removeprefix("\ufeff").removesuffix("\n").removesuffix("\r")
        if not line.strip():
            continue
        print(one_line(answer(line, desk, by, err)), file=out, flush=True)
        desk.keep_clock()
        if line.strip() == "quit":
            return


def answer(line: str, desk: Desk, by: str, err: TextIO) -> str:
    """Do what one line says, and return the reply; an error begins with `error: ` and changes nothing."""
    command, _, rest = line.strip().partition(" ")
    try:
        if command == "help":
            return _help(rest.strip(), err)
        if command in OWN:
            return _own(command, rest, desk)
        if (ask := ACTIONS[command].ask if command in ACTIONS else None) and not rest.strip():
            desk.refresh()
            return ask(desk.view)
        result = desk.do(_parse(line, desk), by)
    except (Refusal, UserError) as refusal:
        return f"error: {refusal}"
    return f"error: {result.reason}" if isinstance(result, Refused) else result.reply


def _parse(line: str, desk: Desk) -> Action:
    """Read a line by what was last shown; words that other windows made known since are looked up then."""
    try:
        return parse(line, desk.view, OWN)
    except Refusal:
        if not desk.refresh():
            raise
        return parse(line, desk.view, OWN)


def _own(command: str, rest: str, desk: Desk) -> str:
    if rest:
        raise Refusal(f"{printable(rest.strip(), 40)!r} is too much: {command}")
    desk.refresh()
    if command == "terms":
        return " | ".join(term_line(desk.view, term) for term in desk.view.plan.terms) or "no words are in dispute"
    if command == "report":
        return _report(desk)
    return status_line(desk.state, desk.now) if command == "status" else "left; the session goes on"


def _report(desk: Desk) -> str:
    """Write the report into the folder that the journal is in, and return where it is."""
    from toolkit.report.write import write_report  # deferred: paper is far from a line of text
    from toolkit.workshop.folder import Folder

    try:
        written = write_report(Folder(desk.journal.path.parent), desk.journal.read(), rehearsal=desk.rehearsal)
    except OSError as error:
        raise Refusal(f"the report could not be written: {error}") from None
    return f"{written.pdf} {written.markdown}"


def one_line(text: str) -> str:
    """Return a reply on one line: line ends and other control characters are escaped."""
    return printable(text, len(text))


def _help(name: str, err: TextIO) -> str:
    typed = {key: spec for key, spec in ACTIONS.items() if not spec.internal}
    if name in typed:
        spec = typed[name]
        return f"{spec.syntax} - {spec.help} For example: {spec.example}"
    if name in OWN:
        return f"{name} - {OWN[name]}"
    width = max(len(spec.syntax) for spec in typed.values())
    for spec in typed.values():
        print(f"{spec.syntax:<{width}}  {spec.help}", file=err)
    for key, text in OWN.items():
        print(f"{key:<{width}}  {text}", file=err)
    err.flush()
    return "commands: " + ", ".join([*typed, *OWN])
