"""Write the folder of a new workshop, or of the sample."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.files.atomic import write_whole
from toolkit.files.problems import InputError, Problem
from toolkit.files.source import UNUSABLE, decode_source
from toolkit.workshop.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.workshop.after import After

ROSTER_HEADER = "name,domain,also,affiliation,pronouns,languages,role,access,keep_apart,keep_together,email\n"
DEFAULT_AGENDA = ("arrival-round", "term-collision", "break", "where-agreement-stops", "commitments")
_DEMO = Path(__file__).parent / "demo"
_DEMO_MINUTES = {"coffee": 90, "ends": 225, "ends_latest": 240}
"""When things happen in the sample, in minutes after its start."""


@dataclass(frozen=True)
class Answers:
    """What is asked about a new workshop; every answer has a default."""

    title: str = "A workshop"
    date: str = ""
    starts: str = "13:30"
    ends: str = "17:00"
    place: str = ""
    mode: str = "in-person"
    language: str = "en"
    timezone: str = ""
    domains: Sequence[str] = ("open-source", "blockchain", "design", "policy-research", "public-service", "academia")
    terms: Sequence[str] = ("governance",)
    agenda: Sequence[str] = DEFAULT_AGENDA
    """Ids of exercises; `break` stands for a break of 15 minutes."""


class Question(NamedTuple):
    """One question about a new workshop, as forms and flags ask it."""

    name: str
    title: str
    default: str


QUESTIONS = tuple(
    Question(field.name, title, " ".join(field.default) if isinstance(field.default, tuple) else str(field.default))
    for field, title in zip(
        fields(Answers),
        (
            "Title", "Date (YYYY-MM-DD)", "Starts (HH:MM)", "Ends (HH:MM)", "Place", "Mode", "Language",
            "Time zone", "Domains", "Words in dispute", "Agenda (ids, break)",
        ),
        strict=True,
    )
)  # fmt: skip


def answers_from(words: Mapping[str, str]) -> Answers:
    """Return answers from what was typed; an empty answer is the default, lists have spaces or commas between."""
    given: dict[str, Any] = {}
    for question in QUESTIONS:
        text = words.get(question.name, "").strip() or question.default
        listed = question.name in ("domains", "terms", "agenda")
        given[question.name] = tuple(text.replace(",", " ").split()) if listed else text
    return Answers(**given)


def create_checked(path: Path, answers: Answers, after: After | None = None) -> Folder:
    """Make the folder of a new workshop, if a session can be opened on it.

    Args:
        path: The folder, which must not hold a workshop yet.
        answers: What the workshop file says.
        after: An earlier workshop, whose people, content and promises come along.

    Raises:
        InputError: There is a workshop already, or an answer is wrong; nothing is left behind then.
    """
    from toolkit.files.yaml_reader import parse_yaml
    from toolkit.library.schemas import schema_text
    from toolkit.workshop.kinds import WORKSHOP
    from toolkit.workshop.resolve import resolve_document

    folder = Folder(path)
    text = decode_source(_workshop_file(answers, after).encode("utf-8", "surrogateescape"), str(folder.file))
    resolve_document(parse_yaml(text, str(folder.file)), after.folder if after else folder)
    return create(path, answers, schema_text(WORKSHOP.name, WORKSHOP.model), after)


def create(path: Path, answers: Answers, schema: str, after: After | None = None) -> Folder:
    """Make the folder of a new workshop.

    Args:
        path: The folder, which must not hold a workshop yet.
        answers: What the workshop file says.
        schema: The JSON Schema of workshop files, for editors.
        after: An earlier workshop, whose people, content and promises come along.

    Raises:
        InputError: There is a workshop already.
    """
    folder = _fresh(path, schema)
    if after:
        from toolkit.workshop.after import copy_content

        copy_content(after, path)
    roster = path / (after.file.roster if after else "roster.csv")
    if not roster.exists():
        write_whole(roster, ROSTER_HEADER)
    write_whole(folder.file, _workshop_file(answers, after))
    return folder


def create_demo(path: Path, now: dt.datetime, schema: str) -> Folder:
    """Write the sample workshop, planned to start now, to the minute.

    Raises:
        InputError: There is a workshop already.
    """
    folder = _fresh(path, schema)
    starts = now.replace(second=0, microsecond=0)
    text = (_DEMO / "workshop.yaml").read_text(encoding="utf-8")
    text = text.replace("{date}", f"{starts:%Y-%m-%d}").replace("{starts}", f"{starts:%H:%M}")
    for name, minutes in _DEMO_MINUTES.items():
        text = text.replace(f"{{{name}}}", f"{starts + dt.timedelta(minutes=minutes):%H:%M}")
    write_whole(path / "roster.csv", (_DEMO / "roster.csv").read_bytes())
    write_whole(folder.file, text)
    return folder


def _fresh(path: Path, schema: str) -> Folder:
    folder = Folder(path)
    if folder.file.exists():
        what = "there is a workshop in this folder already: name another, or open it with `workshop run`"
        raise InputError([Problem(str(folder.file), 0, 0, what)])
    (path / ".schema").mkdir(parents=True, exist_ok=True)
    write_whole(path / ".schema" / "workshop.json", schema)
    return folder


def _workshop_file(answers: Answers, after: After | None = None) -> str:
    """Return the text of a workshop file; strings are quoted as JSON, which YAML reads."""
    own = after.definitions() if after else {}
    lines = [
        "# yaml-language-server: $schema=.schema/workshop.json",
        f"title: {_quoted(answers.title)}",
        f"date: {_word(answers.date or dt.datetime.now().astimezone().date().isoformat())}",
        f"starts: {_word(answers.starts)}",
        f"ends: {_word(answers.ends)}  # hard end",
        *([f"timezone: {_word(answers.timezone)}"] if answers.timezone else []),
        *([f"place: {_quoted(answers.place)}"] if answers.place else []),
        f"mode: {_word(answers.mode)}",
        f"language: {_word(answers.language)}",
        f"domains: [{', '.join(own.get(domain) or _word(domain) for domain in answers.domains)}]",
        f"terms: [{', '.join(map(_word, answers.terms))}]",
        *([f"# settled last time: {', '.join(after.settled)}"] if after and after.settled else []),
        f"roster: {_quoted(after.file.roster) if after and after.file.roster != 'roster.csv' else 'roster.csv'}",
        *(_brought(after) if after else ()),
        "agenda:",
        *_agenda(answers),
    ]
    return "\n".join(lines) + "\n"


def _brought(after: After) -> Iterator[str]:
    from toolkit.workshop.after import carried_lines

    return carried_lines(after, _quoted)


def _agenda(answers: Answers) -> list[str]:
    lines = []
    for entry in answers.agenda:
        if entry == "break":
            lines += ["  - break: Break", "    minutes: 15"]
        else:
            lines.append(f"  - exercise: {_word(entry)}")
            if entry == "term-collision" and answers.terms:
                lines.append(f"    terms: [{_word(answers.terms[0])}]")
    return lines


def _word(text: str) -> str:
    """Return a word as YAML reads it; what is no plain word is quoted, for `check` to complain about."""
    return text if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9:/_+-]*[A-Za-z0-9]", text) else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return UNUSABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
