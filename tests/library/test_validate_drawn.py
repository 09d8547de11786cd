"""What is drawn on paper and screen: printables, and the domains' colours, patterns and codes."""

from __future__ import annotations

import pytest

from tests.library.content import PRINTABLE, SHEET, model_faults, spoiled
from toolkit.library.domain import Domains
from toolkit.library.printable import Printable
from toolkit.library.sheet import Sheet


def test_the_tiny_printable_is_sound() -> None:
    assert model_faults(Printable, PRINTABLE) == []


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("[80, 50]", "[80]", "6:7: entry 2 is missing: add it"),
        ("[80, 50]", "[80, 50, 1]", "6:7: size: takes at most 2 entries: leave some out"),
        ("[80, 50]", "80", "6:7: size: a list is wanted, not the number 80: write [1, 2]"),
        ("[80, 50]", "[80, -1]", "6:12: size: must be at least 0, not the number -1"),
        ("[80, 50]", "[80, 50]\nback: []", "7:7: back: `key: value` lines are wanted, not a list"),
        (
            "front: {}",
            "front: {bands: [{band: domain, at: [0, 0, 1, 1], colour: red}]}",
            "7:50: unknown field 'colour': use one of at, band",
        ),
        (
            "front: {}",
            "front: {texts: [{text: x, at: [0, 0, 1, 1], size: {ideal: 8, min: 9}}]}",
            "7:51: size: min is larger than ideal: put them in order",
        ),
        (
            "front: {}",
            "front: {texts: [{text: x, at: [0, 0, 1, 1], size: {ideal: 9, min: 9}, bold: 'yes'}]}",
            "7:77: bold: true or false is wanted, not 'yes'",
        ),
    ],
)
def test_a_printable_that_cannot_be_made_is_one_fault(line: str, instead: str, fault: str) -> None:
    assert model_faults(Printable, spoiled(PRINTABLE, line, instead)) == [fault]


def test_the_tiny_sheet_is_sound() -> None:
    assert model_faults(Sheet, SHEET) == []


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("[80, 50]", "[210, 50]", "1:1: the slots reach 220 mm across, the page has 210: make them smaller"),
        ("[10, 10]", "[0.5, 10]", "1:1: a slot's safe area across begins 3.5 mm from the page's edge, "
         "where printers leave 4 mm white: make `safe` larger"),
        ("columns: 1", "columns: 2\npitch: [70, 50]",
         "1:1: pitch across is less than a slot: slots would overlap; make it 80 or more"),
        ("page: A4", "page: A44", "4:7: page: 'A44' is not valid: did you mean 'A4'?"),
    ],
)  # fmt: skip
def test_a_sheet_that_cannot_be_is_one_fault(line: str, instead: str, fault: str) -> None:
    assert model_faults(Sheet, spoiled(SHEET, line, instead)) == [fault]


DOMAIN = "domains: [{id: os, label: OS, about: We build, code: OS, colour: '#ffffff', pattern: dots}]"


@pytest.mark.parametrize(
    ("field", "instead", "fault"),
    [
        ("code: OS", "code: os", "1:54: code: 'os' cannot stand here: use two or three capitals, such as OS"),
        ("'#ffffff'", "red", "1:66: colour: 'red' cannot stand here: write a colour as #rrggbb"),
        ("dots", "dotts", "1:86: pattern: 'dotts' is not valid: did you mean 'dots'?"),
    ],
)
def test_a_domain_that_cannot_be_drawn_is_one_fault(field: str, instead: str, fault: str) -> None:
    assert model_faults(Domains, spoiled(DOMAIN, field, instead)) == [fault]
