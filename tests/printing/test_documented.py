"""docs/print.md knows every field of a printable and every value that can be filled in; its example can be printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.printing.material import press
from toolkit.files.yaml_reader import parse_yaml
from toolkit.library import flow, printable
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import Model
from toolkit.library.kinds import PRINTABLE
from toolkit.library.references import check_references
from toolkit.library.validate import validate
from toolkit.printing.exercise_values import exercise_card
from toolkit.printing.job import Options
from toolkit.printing.packing import packing_card
from toolkit.printing.press import Press
from toolkit.printing.products import print_some
from toolkit.printing.values import person_cards, sheet_cards, term_card, workshop_card

if TYPE_CHECKING:
    from toolkit.printing.card import Card
    from toolkit.workshop.folder import Folder

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "print.md").read_text(encoding="utf-8")
PROSE = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
MODELS = {
    model.__name__: model
    for module in (flow, printable)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, Model) and model is not Model
}


@pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
def test_every_field_is_documented(model: type[Model]) -> None:
    known = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", PROSE))))
    assert not set(model.model_fields) - known


def names(card: Card) -> set[str]:
    """Return the names of all values and lists of a card, and of the entries of its lists."""
    inside = [names(entry) for entries in card.lists.values() for entry in entries]
    return set(card.values) | set(card.lists) | set().union(*inside)


def test_every_value_that_can_be_filled_in_is_documented(demo: Folder) -> None:
    source = press(demo)
    plan = source.material.plan
    found = source.catalogue.exercise("term-collision")
    assert found
    exercise = exercise_card(source.material, plan.blocks[1], found.item)
    made = list(print_some(source, ["run-sheet"], None, Options()))
    cards = [
        workshop_card(source.material), person_cards(source.material)[0], term_card(source.material, plan.terms[0]),
        exercise, packing_card(source.material, made, [exercise]), *sheet_cards(["FNCDN"]),
    ]  # fmt: skip
    known = set(re.findall(r"`([a-z_]+)`", PROSE))
    assert not set().union(*map(names, cards)) - known


def test_the_pages_example_is_printed_as_it_stands(demo: Folder) -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    document = parse_yaml(text, "menu.yaml")
    item = validate(PRINTABLE.model, document)
    assert not list(check_references(item, document, Press(demo).catalogue))
    own = demo.path / "printables" / "menu.yaml"
    own.parent.mkdir()
    own.write_text(text, encoding="utf-8")
    (made,) = print_some(Press(demo), ["menu"], None, Options())
    assert (made.cards, made.pages, made.problems) == (4, 2, ())


def test_every_printable_is_named_on_the_page() -> None:
    for name in Catalogue().printables():
        assert f"`{name}`" in PAGE, name
