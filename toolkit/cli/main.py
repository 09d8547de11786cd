"""The `workshop` command. Each command's module is imported only when it is the one that was given."""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import TYPE_CHECKING, NamedTuple

from toolkit import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


class Command(NamedTuple):
    """What is known of a command without importing it."""

    name: str
    help: str
    example: str
    module: str = ""


COMMANDS = (
    Command("demo", "write the sample workshop (24 people, six domains) and open it", "workshop demo"),
    Command("new", "make the folder of a new workshop", "workshop new autumn --title 'Shared words' --starts 13:30"),
    Command("check", "check content files and workshop folders", "workshop check autumn exercises/arrival-round.yaml"),
    Command("plan", "the agenda: see it, change it, have one suggested", "workshop plan autumn --move 5 3"),
    Command("run", "run a workshop: the live console, or plain mode", "workshop run autumn --plain"),
    Command("screen", "the room's screen, in a window for the projector", "workshop screen autumn"),
    Command("status", "where the session stands", "workshop status autumn --json"),
    Command("terms", "every word in dispute: senses, counts, where they part, outcome", "workshop terms autumn --json"),
    Command("replan", "what to cut, drop or move when time runs out", "workshop replan autumn --json"),
    Command(
        "groups", "tables for rounds: worlds mixed, nobody met twice", "workshop groups autumn --size 4 --rounds 3"
    ),
    Command("survey", "what people ticked before and after, and what moved", "workshop survey autumn"),
    Command("forget", "remove names from everything in the folder", "workshop forget autumn 'Ana Silva'"),
    Command("print", "make the PDFs", "workshop print autumn participant-cards"),
    Command("glossary", "export the glossary, join several, compare two", "workshop glossary autumn --format csv,md"),
    Command(
        "commitments", "who does what by when, for calendars and lists", "workshop commitments autumn --format ics"
    ),
    Command("report", "the report of the day, as PDF and Markdown", "workshop report autumn"),
    Command("log", "the journal, one event a line", "workshop log autumn --json"),
    Command("library", "search exercises, terms and printables", "workshop library governance"),
    Command("schema", "JSON Schema of a content file, for editors", "workshop schema exercise"),
    Command("doctor", "versions, folders, terminal: a report to paste", "workshop doctor"),
    Command("completion", "a completion script for your shell", "workshop completion bash"),
)

EPILOG = "Without a command the console opens at home. Documentation: docs/ in the source, README.md first."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code: 0 done, 1 the input is at fault, 2 usage, 130 interrupted."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:  # the quickest answer, for scripts
        print(f"workshop {__version__}")
        return 0
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    chosen = next((word for word in arguments if not word.startswith("-")), None)
    parser = build_parser([command.name for command in COMMANDS if command.name == chosen])
    options = parser.parse_args(arguments)
    module = _module(options.command or "home")
    try:
        return _run(module, options)
    except KeyboardInterrupt:
        return 130


def build_parser(filled: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser, with the arguments of the commands in `filled`; the others have their help alone."""
    parser = argparse.ArgumentParser(
        prog="workshop", description="The facilitator's toolkit for people from different worlds.", epilog=EPILOG
    )
    parser.add_argument("--version", action="version", version=f"workshop {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        sub = subparsers.add_parser(
            command.name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + ".",
            epilog=f"example: {command.example}",
        )
        if command.name in filled:
            _module(command.name).arguments(sub)
    return parser


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"toolkit.cli.{name}_command")


def _run(module: ModuleType, options: argparse.Namespace) -> int:
    """Run one command; faults of the input become lines, never tracebacks."""
    from toolkit.files.problems import UserError, reason

    try:
        code: int = module.run(options)
        sys.stdout.flush()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()  # whoever read has gone; nothing more can be told
        return 0
    except OSError as error:
        print(reason(error), file=sys.stderr)
        return 1
    return code
