"""A workshop's commitments as a list that other programs read: as values, CSV, JSON, Markdown; and for calendars."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from toolkit.exchange.calendar import due_calendar
from toolkit.exchange.csv_cells import harmless, write_cells
from toolkit.exchange.foreign import markdown, visible
from toolkit.exchange.plain_text import storable
from toolkit.files.value import value
from toolkit.session.commitment_state import CHECKS
from toolkit.session.privacy import apart
from toolkit.session.read_back import KEPT_WORDS
from toolkit.workshop.times import iso

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from toolkit.session.commitment_state import Commitment
    from toolkit.session.state import State

FORMAT, VERSION = "workshop-commitments", 1
NOBODY = "no owner yet"
SOMEBODY = "a participant"
"""How an owner is called in a list that leaves the folder."""


@value()
class CommitmentRow:
    """One commitment, as a list has it. What is not known is an empty text."""

    id: str
    what: str
    owner: str
    """Nothing where nobody has taken it on."""
    owner_domain: str
    ask: str
    due: str
    budget: str
    law: str
    people: str
    kept: str
    """What became of it: `yes`, `partly`, `no`, `moved` or `dropped`."""
    kept_text: str
    promised: str
    """The day of the workshop in which it was made."""
    block: str
    step: str
    terms: str
    """The words that the block was about."""
    recorded_at: str


def commitment_rows(state: State, names: Mapping[str, str], *, everything: bool = False) -> list[CommitmentRow]:
    """Return every commitment that was not struck, those brought along from an earlier workshop first.

    Args:
        state: The session; its plan must be known. What was written stands as it has it (see `sharing.nameless`).
        names: People's names by id.
        everything: Whether owners are named. Otherwise their domain is told, where that rules no other out.
    """
    made = [commitment for commitment in state.commitments if commitment.text is not None]
    return [_row(state, one, _owner(state, one, names, everything=everything)) for one in made]


def _row(state: State, one: Commitment, owner: tuple[str, str]) -> CommitmentRow:
    plan, checks = state.plan, dict(one.checks)
    assert plan is not None
    at = None if one.promised else state.step_at(one.at)
    block = plan.block_of(at) if at and plan.has_step(at) else None
    words = [info.label(plan.language) for info in plan.terms if block and info.id in block.terms]
    who, domain = owner
    return CommitmentRow(
        id=one.id,
        what=one.text or "",
        owner=who,
        owner_domain=domain,
        ask=one.ask or "",
        due=one.due or "",
        budget=checks.get("budget", ""),
        law=checks.get("law", ""),
        people=checks.get("people", ""),
        kept=one.kept or "",
        kept_text=one.kept_text or "",
        promised=one.promised or plan.date,
        block=block.title if block else "",
        step=plan.step(at).title if block and at else "",
        terms=", ".join(words),
        recorded_at="" if one.promised else iso(one.at, plan.tz),
    )


def _owner(state: State, one: Commitment, names: Mapping[str, str], *, everything: bool) -> tuple[str, str]:
    """Return what an owner is called, and what their domain is."""
    if one.owner is None:
        return "", ""
    domain = state.hat(one.owner)
    info = state.plan.domain(domain) if state.plan and domain else None
    label = info.label if info and (everything or apart(state, info.id)) else ""
    return (names.get(one.owner, one.owner) if everything else SOMEBODY), label


def to_csv(rows: list[CommitmentRow]) -> str:
    """Return a line for each commitment; no spreadsheet takes any of it for a formula."""
    columns = [field.name for field in fields(CommitmentRow)]
    return write_cells([columns, *([harmless(storable(getattr(row, column))) for column in columns] for row in rows)])


def to_json(rows: list[CommitmentRow], state: State, *, everything: bool) -> str:
    """Return the list as JSON; what is not known is null."""
    assert state.plan is not None
    data: dict[str, Any] = {"format": FORMAT, "version": VERSION, "workshop": state.plan.title, "date": state.plan.date}
    listed = [{f.name: getattr(row, f.name) or None for f in fields(CommitmentRow)} for row in rows]
    return json.dumps({**data, "names": everything, "commitments": listed}, ensure_ascii=True, indent=1) + "\n"


def to_markdown(rows: list[CommitmentRow], state: State) -> str:
    """Return the list as a table to read; what is done or dropped stands below it."""
    plan = state.plan
    assert plan is not None
    lines = [f"# {markdown(plan.title)}: commitments", "", f"{plan.date}", ""]
    closed = [row for row in rows if row.kept in ("yes", "dropped")]
    lines += (
        _table([row for row in rows if row not in closed]) if len(rows) > len(closed) else ["Nothing is to do.", ""]
    )
    lines += [f"- {row.id}: {markdown(row.what)} ({markdown(_became(row))})" for row in closed]
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(rows: list[CommitmentRow]) -> list[str]:
    head = ("", "Who", "What", "By", "Must ask first", "Budget", "Law", "People", "Promised")
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for row in rows:
        who = _who(row) + (f" ({row.owner_domain})" if row.owner_domain else "")
        what = f"{row.what} ({_became(row)})" if row.kept else row.what
        cells = (row.id, who, what, row.due, row.ask, row.budget, row.law, row.people, row.promised)
        lines.append(f"| {' | '.join(map(markdown, cells))} |")
    return [*lines, "", "Budget, law and people: whether they are there.", ""]


def _who(row: CommitmentRow) -> str:
    return row.owner or NOBODY


def _became(row: CommitmentRow) -> str:
    return KEPT_WORDS[row.kept] + (f": {row.kept_text}" if row.kept_text else "")


def to_calendar(rows: list[CommitmentRow], state: State, now: dt.datetime) -> str:
    """Return a calendar file with what is still to do and has a date."""
    assert state.plan is not None
    entries = [(row.id, row.due, f"{_who(row)}: {row.what}", _details(row, state)) for row in rows if dated(row)]
    return due_calendar(state.plan, entries, now).decode()


def dated(row: CommitmentRow) -> bool:
    """Tell whether a commitment is still to do and has a date."""
    return bool(row.due) and row.kept not in ("yes", "dropped")


def _details(row: CommitmentRow, state: State) -> str:
    title = state.plan.title if state.plan else ""
    lines = [f"{row.id}, promised on {row.promised}: {title}"]
    lines += [f"Must ask first: {row.ask}"] if row.ask else []
    lines += [f"{check.title()}: {answer}" for check in CHECKS if (answer := getattr(row, check))]
    lines += [f"What became of it: {_became(row)}"] if row.kept else []
    return visible("\n".join(lines))
