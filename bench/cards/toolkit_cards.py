"""The toolkit: the cards in ten scripts, tagged. Arguments: how many, file."""

import sys
from pathlib import Path

from people import DOMAINS, people

from toolkit.library.catalogue import Catalogue
from toolkit.library.printable import Printable
from toolkit.printing.card import Card
from toolkit.printing.cards import Look, draw_cards
from toolkit.printing.sheets.impose import Layout
from toolkit.workshop.plan import DomainInfo

POINT = 25.4 / 72
TEXTS = (
    ("{name}", (8, 18, 225, 25), 18, 1, True),
    ("{place}", (8, 41, 225, 14), 10, 1, False),
    ("{text}", (8, 58, 151, 32), 8, 3, False),
)
CARD = Printable.model_validate(
    {
        "id": "bench", "title": "Bench", "about": "Bench", "per": "participant", "sheet": "a4-cards", "size": [85, 54],
        "front": {
            "bands": [{"band": "domain", "at": [0, 0, 85, 14 * POINT]}],
            "texts": [
                {"text": text, "at": [POINT * value for value in at], "size": {"ideal": size, "min": 7}, "lines": lines,
                 "bold": bold, "heading": bold}
                for text, at, size, lines, bold in TEXTS
            ],
            "codes": [{"qr": "{address}", "at": [POINT * 171, POINT * 83, POINT * 64, POINT * 64]}],
        },
    }
)  # fmt: skip


def main(count: int, target: str) -> None:
    domains = [DomainInfo(code, label, code, colour, pattern) for code, label, colour, pattern in DOMAINS]
    cards = [
        Card({"name": who.name, "place": who.place, "text": who.text, "address": who.address}, domains[who.domain])
        for who in people(count, latin=False)
    ]
    sheet = Catalogue().sheet("a4-cards")
    drawn = draw_cards(CARD, cards, Layout(sheet.item, marks="cut"), Look("Cards"))
    Path(target).write_bytes(drawn.pdf)
    missing = [fault for fault in drawn.faults if hasattr(fault, "characters")]
    if missing:
        sys.exit(f"fonts are missing: {missing[0]}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
