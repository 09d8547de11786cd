"""The packing list: what was printed, how many, on which paper; and what else the exercises need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.printing.card import Card
from toolkit.printing.values import workshop_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toolkit.printing.job import Made
    from toolkit.printing.values import Material

FLIPS = {
    "long": "on both sides, flipped on the long edge",
    "short": "on both sides, flipped on the short edge",
    "fold": "on one side; fold each front onto its back",
    "none": "on one side",
}


def packing_card(material: Material, made: Sequence[Made], exercises: Iterable[Card]) -> Card:
    """Return the values of the packing list: `packs`, what was made, and `bring`, exercises and what they need."""
    packs = tuple(Card({**_row(one), "file": one.path.name}) for one in made)
    exercises = tuple(exercises)
    bring = tuple(card for card in exercises if card.lists.get("bring"))
    total = sum(one.sheets for one in made)
    around = workshop_card(material)
    return around.with_entry(
        Card(
            {"sheets_total": str(total)},
            record="the packing list",
            lists={"packs": packs, "bring": bring, "exercises": exercises},
        )
    )


def packing_text(made: Sequence[Made]) -> str:
    """Return the packing list as lines of text: how many, what, on how many sheets of which paper."""
    rows = [_row(one) for one in made]
    lines = [
        f"{row['count']:>4}  {row['what']:<28} {row['sheets']:>4} x {row['paper']}, {row['sides']}" for row in rows
    ]
    return "\n".join([*lines, f"{sum(one.sheets for one in made):>4}  sheets of paper in all"])


def _row(made: Made) -> dict[str, str]:
    return {
        "what": made.title,
        "count": str(made.cards),
        "sheets": str(made.sheets),
        "paper": made.paper,
        "sides": FLIPS[made.duplex],
    }


def how_to_print(made: Made) -> str:
    """Return in a line what was made, what to load, and which side flips."""
    stock = f"load {made.paper}, print at actual size, {FLIPS[made.duplex]}"
    return f"{made.title}: {made.cards} on {made.pages} page{'s' * (made.pages != 1)} {made.page}: {stock}"
