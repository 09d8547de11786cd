"""What is too much for paper is torn between pages where that loses nothing, and else reported with what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.printing.material import press
from tests.printing.pages import failures, text_of
from tests.printing.test_cards import card, draw
from tests.printing.test_flow import drawn, entries, flowing
from toolkit.printing import faults
from toolkit.printing.card import Card, field_name
from toolkit.printing.faults import Missing, Overflow, TooMuch, short
from toolkit.printing.job import Options
from toolkit.workshop.plan import DomainInfo

if TYPE_CHECKING:
    from toolkit.library.printable import Printable
    from toolkit.workshop.folder import Folder


@pytest.mark.parametrize("on", ["a4-full", "a6-card", "a4-quarters"])
def test_a_row_that_no_page_holds_goes_on_on_the_next_and_loses_no_word(on: str) -> None:
    text = " ".join(f"w{n}" for n in range(3000))
    table = flowing({"rows_of": "n", "columns": [{"head": "H", "text": "{text}"}, {"text": "x", "tick": True}]})
    made = drawn(table, Card({}, lists={"n": entries("short", text, "last")}), on=on)
    words = text_of(made.pdf).split()
    assert [word for word in words if word[0] == "w"] == text.split()
    assert words.count("last") == 1
    assert made.faults == ()
    assert failures(made.pdf) == []


def test_a_row_that_a_page_holds_is_not_torn() -> None:
    table = flowing({"text": "line\n" * 30}, {"rows_of": "n", "columns": [{"text": "{text}"}]})
    made = drawn(table, Card({}, lists={"n": entries("word " * 400)}))
    assert made.pages == 2
    assert made.faults == ()


def test_what_can_neither_stand_on_a_page_nor_be_torn_is_reported() -> None:
    (fault,) = drawn(flowing({"items": ["word " * 3000]}), Card({}, record="notes")).faults
    assert isinstance(fault, Overflow)
    assert fault.needed > fault.available
    assert str(fault).startswith("a part of notes: 'notes' needs ")
    assert str(fault).endswith("its end is left out")


def test_a_document_in_one_slot_has_as_much_as_there_is_room_for() -> None:
    made = drawn(flowing({"heading": "H"}, {"text": "word " * 4000}, whole=True))
    assert text_of(made.pdf).count("word") > 500
    assert [str(fault).rpartition(": ")[2] for fault in made.faults] == [
        "shorten it, or print it on a larger sheet (--sheet); its end is left out"
    ]


@pytest.mark.parametrize(("letters", "says"), [(5000, "no code holds so much"), (1500, "too fine for phones")])
def test_a_code_that_nobody_could_read_is_reported(letters: int, says: str) -> None:
    made = drawn(flowing({"qr": "{link}"}), Card({"link": "x" * letters}, record="the poster"))
    (fault,) = made.faults
    assert isinstance(fault, TooMuch)
    assert "QR code of the poster" in str(fault)
    assert says in str(fault)
    assert failures(made.pdf) == []


def test_a_domain_whose_label_does_not_fit_its_band_is_reported_once(cards: Printable) -> None:
    domain = DomainInfo("long", "LO", "Public administration " * 8, "#123456", "dots")
    made = draw(cards, *(replace(card(name), domain=domain) for name in ("Ana", "Bo")))
    (fault,) = made.faults
    assert isinstance(fault, Overflow)
    assert (fault.card, fault.field, fault.across) == (None, "band", True)


def test_a_report_names_every_field_of_a_text_and_no_more_of_it_than_is_needed(
    cards: Printable, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert field_name("{pronouns}  {affiliation}, {pronouns}") == "pronouns, affiliation"
    assert short("W" * 300) == "W" * 39 + "…"
    (fault,) = draw(cards, card("W" * 2000)).faults
    assert len(str(fault)) < 250
    missing = Missing("Ana", 0, "name", "\ue000", "\ue000")
    monkeypatch.setattr(faults, "remedy", lambda: "REMEDY")
    assert str(missing).endswith("a line is left to write it by hand; REMEDY")


@pytest.mark.parametrize(
    ("symbol", "by_hand"), [("林", True), ("\U0002ebf0", True), ("\ue000", True), ("\U0001fadf", False), ("→", False)]
)
def test_letters_that_unicode_added_later_are_letters_and_pictures_are_not(symbol: str, by_hand: bool) -> None:
    assert Missing("Ana", 0, "name", symbol, symbol).by_hand is by_hand


def test_what_is_wrong_with_all_blank_cards_is_told_once(demo: Folder) -> None:
    made = press(demo).make("participant-cards", None, Options(sheet="avery-l7163", duplex="fold", spares=3))
    assert made
    blank = [problem for problem in made.problems if "a blank one" in problem.what]
    assert 0 < len(blank) == len(set(blank))
