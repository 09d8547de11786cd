"""What printables are filled in with: times, groups, people, and what is never among it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.printing.material import press
from toolkit.library.placeholders import known_to
from toolkit.printing.clock_times import block_times, clock, minutes_words
from toolkit.printing.exercise_values import exercise_card
from toolkit.printing.job import Options
from toolkit.printing.values import Material, agenda_lines, blank_person, person_cards, workshop_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.library.placeholders import Known
    from toolkit.printing.card import Card
    from toolkit.workshop.folder import Folder


def texts(card: Card) -> Iterator[str]:
    """Yield every value of a card and of the entries of its lists."""
    yield from card.values.values()
    for entries in card.lists.values():
        for entry in entries:
            yield from texts(entry)


def test_what_is_the_facilitators_alone_is_in_no_value(demo: Folder) -> None:
    material = press(demo).material
    secret = replace(
        material.people[0], access="SECRET-A", keep_apart="SECRET-K", email="SECRET-E", extra={"note": "SECRET-N"}
    )
    known = replace(material, people=(secret, *material.people[1:]))
    cards = [*person_cards(known), workshop_card(known), exercise_card(known, known.plan.blocks[0], None)]
    assert not [text for card in cards for text in texts(card) if "SECRET" in text]


def test_a_locked_start_is_waited_for_and_never_moved_forward(demo: Folder) -> None:
    plan = press(demo).material.plan
    first, second, *_ = plan.blocks
    early, late = replace(second, at=plan.starts), replace(second, at=plan.starts + 60)
    assert [at for _, at in block_times(replace(plan, blocks=(first, early)))] == [810, 825]
    assert [at for _, at in block_times(replace(plan, blocks=(first, late)))] == [810, 870]
    assert agenda_lines(replace(plan, blocks=(first, late))).splitlines()[1].startswith("14:30 ")


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "00:00"), (810.4, "13:30"), (810.6, "13:31"), (24 * 60 + 5, "00:05")]
)
def test_clock_times(minutes: float, text: str) -> None:
    assert clock(minutes) == text


@pytest.mark.parametrize(("seconds", "text"), [(180, "3"), (150, "2½"), (164, "2½"), (166, "3"), (30, "½"), (0, "0")])
def test_lengths(seconds: float, text: str) -> None:
    assert minutes_words(seconds) == text


def test_tables_are_as_many_as_groups_else_as_hold_everybody(demo: Folder) -> None:
    material = press(demo, groups=False).material
    assert material.tables == 4
    assert replace(material, rounds=[[["a"], ["b"]], [["a"], ["b"], ["c"]]]).tables == 3
    assert Material(replace(material.plan, people=())).tables == 1


def test_a_person_who_is_in_no_group_of_a_round_has_a_dash_there(demo: Folder) -> None:
    material = replace(press(demo).material, rounds=[[["Anna Łuczak"]], [["林怡君"], ["Nobody"]]])
    groups = {card.values["name"]: card.values["groups"] for card in person_cards(material)}
    assert (groups["Anna Łuczak"], groups["林怡君"], groups["Samuel O'Neill"]) == ("1 · –", "– · 1", "")


def test_a_blank_card_has_everything_of_the_workshop_and_nothing_of_a_person(demo: Folder) -> None:
    card = blank_person(press(demo).material)
    assert card.values["workshop"]
    assert not any(card.values[name] for name in ("name", "affiliation", "pronouns", "role", "id", "domain", "groups"))
    assert card.domain is None


def differences(card: Card, known: Known, around: frozenset[str] = frozenset()) -> set[str]:
    """Return the names that a card or an entry has and that are not known, or the other way round."""
    found = {*card.values, *card.lists} ^ {*known.values, *known.lists}
    for name in {*card.lists} & {*known.lists} - around:
        for entry in card.lists[name]:
            found |= differences(card.with_entry(entry), known.within(name), frozenset(card.lists))
    return found


@pytest.mark.parametrize(
    "name", ["participant-cards", "wall-poster", "handout", "run-sheet", "packing-list", "tally-slip", "survey-sheet"]
)
def test_printables_are_given_all_that_they_may_name_and_nothing_else(demo: Folder, name: str) -> None:
    made = press(demo)
    drawn = made.drawn(name, Options())
    assert drawn
    known = known_to(made.printable(name))
    assert [found for card in drawn[2] if (found := differences(card, known))] == []
