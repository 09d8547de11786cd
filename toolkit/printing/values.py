"""The values that printables are filled from: of the workshop, of each person, term and exercise. No disk, no journal.

What is for the facilitator's eyes only, `access` and `keep_apart`, is among no values, so no printable can ask for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from toolkit.library.fields import LANGUAGE_TAG
from toolkit.printing.card import Card
from toolkit.printing.clock_times import block_times, clock, minutes_words
from toolkit.session.said import TermSaid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.workshop.plan import DomainInfo, Plan, TermInfo
    from toolkit.workshop.roster import Person

WALL = 6
"""Cases on a wall: what ballots and slips have rows for."""
TABLE = 6
"""People at a table, where nothing else is known."""
Rounds = list[list[list[str]]]
"""By round, by table: ids of people. Who is on no roster stands there by name."""


@dataclass(frozen=True)
class Material:
    """All that one workshop's printables are filled from."""

    plan: Plan
    people: tuple[Person, ...] = ()
    said: Mapping[str, TermSaid] = field(default_factory=dict)
    """By term; what is missing there is printed from the plan's own cases."""
    rounds: Rounds = field(default_factory=list)
    address: str = ""
    """Where phones join, if the room is open to them."""

    @property
    def tables(self) -> int:
        """How many tables there are: the most groups of any round, else as many as hold everybody."""
        most = max((len(groups) for groups in self.rounds), default=0)
        return most or max(1, ceil(len(self.people or self.plan.people) / TABLE))


def workshop_card(material: Material) -> Card:
    """Return what every printable of a workshop knows."""
    plan = material.plan
    starts, ends = clock(plan.starts), clock(plan.ends)
    values = {
        "workshop": plan.title, "date": plan.date, "place": plan.place, "starts": starts, "ends": ends,
        "agenda": agenda_lines(plan), "address": material.address, "people": str(len(material.people)),
    }  # fmt: skip
    lists = {
        "domains": tuple(map(domain_card, plan.domains)),
        "blocks": tuple(_blocks(plan)),
        "words": tuple(Card({"term": term.label(plan.language)}) for term in plan.terms if not term.exercise),
        "rounds": tuple(_rounds(material)),
        "tables": tuple(Card({"table": str(n)}) for n in range(1, material.tables + 1)),
        "everybody": tuple(Card({}) for _ in material.people),
        "statements": tuple(Card({"number": str(n), "statement": text}) for n, text in enumerate(plan.survey, 1)),
    }
    return Card(values, record=plan.title, lists=lists)


def sheet_cards(codes: Iterable[str]) -> list[Card]:
    """Return two sheets for each code, the one for before and the one for after, to be told apart by lists of one."""
    times = ({"before": (Card({}),), "after": ()}, {"before": (), "after": (Card({}),)})
    return [Card({"code": code}, lists=lists) for code in codes for lists in times]


def domain_card(domain: DomainInfo) -> Card:
    """Return a domain as an entry of a list."""
    return Card({"domain": domain.label, "code": domain.code, "label": f"{domain.code}  {domain.label}"}, domain)


def agenda_lines(plan: Plan) -> str:
    """Return the agenda as planned, one block a line with its clock time."""
    return "\n".join(f"{clock(at)} {block.title}" for block, at in block_times(plan))


def person_cards(material: Material) -> list[Card]:
    """Return a card for each person."""
    around = workshop_card(material)
    return [around.with_entry(_person(person, material)) for person in material.people]


def blank_person(material: Material) -> Card:
    """Return a card for somebody who is not on the list: everything that is theirs is empty."""
    names = ("name", "affiliation", "pronouns", "role", "id", "domain", "code", "groups")
    return workshop_card(material).with_entry(Card(dict.fromkeys(names, ""), record="a blank one"))


def _person(person: Person, material: Material) -> Card:
    domain = material.plan.domain(person.domain)
    values = {
        "name": person.name,
        "affiliation": person.affiliation,
        "pronouns": person.pronouns,
        "role": person.role,
        "id": person.id,
        "domain": domain.label if domain else "",
        "code": domain.code if domain else "",
        "groups": _groups_of(person, material.rounds),
    }
    return Card(values, domain, person.name, _tags(person.languages))


def _tags(languages: str) -> tuple[str, ...]:
    """Return the language tags of a person; what is written in words ("some Polish") is none that a PDF may have."""
    words = (word.strip() for word in re.split("[,;]", languages))
    return tuple(word for word in words if re.match(LANGUAGE_TAG, word))


def _groups_of(person: Person, rounds: Rounds) -> str:
    """Return the numbers of a person's tables, round by round."""
    own = {person.id, person.name}
    found = [next((str(n) for n, table in enumerate(tables, 1) if own & {*table}), "–") for tables in rounds]
    return " · ".join(found) if any(number != "–" for number in found) else ""


def _rounds(material: Material) -> Sequence[Card]:
    """Return every round with the names at its tables; a table that all have left is not listed."""
    names = {person.id: person.name for person in material.people}
    return [
        Card(
            {"round": str(n)},
            lists={
                "groups": tuple(
                    Card({"group": str(k)}, lists={"members": tuple(Card({"name": names.get(p, p)}) for p in table)})
                    for k, table in enumerate(tables, 1)
                    if table
                )
            },
        )
        for n, tables in enumerate(material.rounds, 1)
    ]


def _blocks(plan: Plan) -> Sequence[Card]:
    """Return the agenda's blocks with their steps."""
    cards = []
    for block, at in block_times(plan):
        steps, start = [], at
        for step in block.steps:
            steps.append(Card({"clock": clock(start), "step": step.title, "minutes": minutes_words(step.seconds)}))
            start += step.seconds / 60
        cards.append(
            Card(
                {
                    "clock": clock(at),
                    "end": clock(start),
                    "block": block.title,
                    "minutes": minutes_words(block.milliseconds / 1000),
                    "locked": "fixed" if block.at is not None else "",
                    "steps_text": "\n".join(f"{card.values['clock']} {card.values['step']}" for card in steps)
                    if len(steps) > 1 else "",
                },
                record=block.title,
                lists={"steps": tuple(steps)},
            )
        )  # fmt: skip
    return cards


def term_card(material: Material, info: TermInfo) -> Card:
    """Return what may be printed of a term; what belongs to after the reveal is empty before."""
    plan, said = material.plan, material.said.get(info.id, TermSaid())
    label = info.label(plan.language)
    others = [text for tag, text in info.labels.items() if text != label and tag != plan.language]
    cases = [*said.cases, *[None] * (WALL - len(said.cases))]
    values = {"term": label, "labels": "\u00a0\u00b7 ".join(others), "outcome": said.outcome}
    lists = {
        "cases": tuple(Card({"number": str(n), "case": case or ""}) for n, case in enumerate(cases, 1)),
        "senses": tuple(_senses(plan, said)),
        "dissents": tuple(
            Card({"domain": domain.label, "code": domain.code, "text": text}, domain)
            for id_, text in said.dissents
            if (domain := plan.domain(id_))
        ),
    }
    return workshop_card(material).with_entry(Card(values, record=label, lists=lists, pairs=said.pairs))


def _senses(plan: Plan, said: TermSaid) -> Sequence[Card]:
    found = []
    for sense in said.senses:
        if domain := plan.domain(sense.domain):
            decides, by_when, follows = (*sense.answers, "", "", "")[:3]
            values = {
                **domain_card(domain).values, "text": sense.text, "decides": decides, "by_when": by_when,
                "follows": follows, "example": sense.example, "origin": "" if sense.room else "from the glossary",
            }  # fmt: skip
            found.append(Card(values, domain))
    return found
