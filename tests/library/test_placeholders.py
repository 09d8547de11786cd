"""A printable names only values and lists that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.faults import read_text
from tests.library.content import PRINTABLE, SHIPPED, shipped, shipped_kind, spoiled
from toolkit.library.kinds import PRINTABLE as PRINTABLES
from toolkit.library.placeholders import check_placeholders
from toolkit.library.printable import Printable
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

FLOW = "id: x\ntitle: x\nabout: x\nper: {}\nsheet: a4-full\nflow:\n  parts:\n    - {}\n"


def placeholder_faults(text: str) -> list[str]:
    document = read_text(text)
    problems = check_placeholders(validate(Printable, document), document)
    return [f"{problem.line}:{problem.column}: {problem.what}" for problem in problems]


@pytest.mark.parametrize("path", [path for path in SHIPPED if shipped_kind(path) is PRINTABLES], ids=lambda p: p.stem)
def test_what_ships_names_what_there_is(path: Path) -> None:
    document = shipped(path)
    assert list(check_placeholders(validate(Printable, document), document)) == []


def test_a_cards_misspelt_value_is_a_fault_where_it_stands() -> None:
    card = spoiled(
        PRINTABLE,
        "front: {}\n",
        "front:\n  texts:\n    - {text: 'For {nmae}', at: [0, 0, 9, 9], size: {ideal: 9, min: 9}}\n",
    )
    assert placeholder_faults(card) == ["9:14: there is no value 'nmae': did you mean 'name'?"]
    assert placeholder_faults(card.replace("nmae", "name")) == []


def test_every_language_of_a_text_is_looked_at() -> None:
    (fault,) = placeholder_faults(FLOW.format("term", "heading: {en: '{term}', de: '{wort}'}"))
    assert fault.startswith("8:35: there is no value 'wort': ")


@pytest.mark.parametrize(
    ("per", "part", "fault"),
    [
        ("term", "{each: cases, parts: [{text: '{case} {number}'}]}", ""),
        ("term", "{each: cases, parts: [{text: '{term} {step}'}]}", "there is no value 'step'"),
        ("term", "{text: '{case}'}", "there is no value 'case'"),
        ("term", "{each: steps, parts: [{text: '{term}'}]}", "there is no list 'steps'"),
        ("exercise", "{rows_of: steps, columns: [{text: '{row} {say}'}]}", ""),
        ("exercise", "{columns: [{text: '{row}'}], rows: 3}", ""),
        ("exercise", "{rows_of: steps, columns: [{text: '{sya}'}]}", "there is no value 'sya'"),
        ("exercise", "{items_of: traps}", ""),
        ("exercise", "{items_of: traps, text: '{trap}'}", "there is no value 'trap'"),
        ("workshop", "{each: rounds, parts: [{each: groups, parts: [{items_of: members, text: '{name}'}]}]}", ""),
        ("workshop", "{items_of: members, text: '{name}'}", "there is no list 'members'"),
        ("workshop", "{beside: [[{text: '{place}'}], [{qr: '{adress}'}]]}", "there is no value 'adress'"),
        ("workshop", "{rows_of: packs, columns: [{text: '{what}'}]}", "there is no list 'packs'"),
    ],
)
def test_parts_name_values_of_where_they_stand(per: str, part: str, fault: str) -> None:
    found = placeholder_faults(FLOW.format(per, part))
    assert [fault in text for text in found[:1]] == ([True] if fault else [])


def test_what_there_is_one_for_and_what_is_needed_are_lists_that_there_are() -> None:
    text = FLOW.format("term\neach: case\nneeds: senes", "text: '{term}'")
    assert [fault.partition("'")[0] + fault.split("'")[1] for fault in placeholder_faults(text)] == [
        "5:7: there is no list case",
        "6:8: there is no list or value senes",
    ]
