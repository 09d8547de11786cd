"""What is drawn on paper and screen: printables, and the domains' colours, patterns and codes."""

from __future__ import annotations

import pytest

from tests.library.content import PRINTABLE, model_faults, spoiled
from toolkit.library.domain import Domains
from toolkit.library.printable import Printable


def test_the_tiny_printable_is_sound() -> None:
    assert model_faults(Printable, PRINTABLE) == []


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("[80, 50]", "[80]", "5:46: entry 2 is missing: add it"),
        ("[80, 50]", "[80, 50, 1]", "5:46: slot: takes at most 2 entries: leave some out"),
        ("[80, 50]", "80", "5:46: slot: a list is wanted, not the number 80: write [1, 2]"),
        ("[80, 50]", "[80, -1]", "5:51: slot: must be at least 0, not the number -1"),
        (
            "[80, 50]",
            "[210, 50]",
            "5:8: sheet: the slots reach 220 by 60 mm, the page has 210 by 297: make them smaller",
        ),
        (
            "about: A card",
            "about: A card\nbands: [{band: domain, at: [0, 0, 1, 1], colour: red}]",
            "4:42: unknown field 'colour': use one of at, band",
        ),
        (
            "about: A card",
            "about: A card\ntexts: [{text: x, at: [0, 0, 1, 1], size: {ideal: 8, min: 9}}]",
            "4:43: size: min is larger than ideal: put them in order",
        ),
        (
            "about: A card",
            "about: A card\ntexts: [{text: x, at: [0, 0, 1, 1], size: {ideal: 9, min: 9}, bold: 'yes'}]",
            "4:69: bold: true or false is wanted, not 'yes'",
        ),
    ],
)
def test_a_printable_that_cannot_be_made_is_one_fault(line: str, instead: str, fault: str) -> None:
    assert model_faults(Printable, spoiled(PRINTABLE, line, instead)) == [fault]


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
