"""Sheets: slots on the page, on the printable part of it, apart from each other; backs behind fronts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.printing.conftest import SHEETS, sheet
from toolkit.files.problems import UserError
from toolkit.library.sheet import PAGES, Sheet
from toolkit.printing.sheets.geometry import Box, Duplex, back_of, page_size, slots
from toolkit.printing.sheets.impose import Layout, crop_marks, impose, pairs

every_sheet = pytest.mark.parametrize("paper", SHEETS, ids=lambda paper: paper.id)
TORN = ("avery-5388", "avery-5389")
"""Stock whose right margins are torn off with the cards."""
FLIPS: tuple[Duplex, ...] = ("long", "short")


@every_sheet
def test_slots_are_on_the_page_and_do_not_overlap(paper: Sheet) -> None:
    width, height = page_size(paper)
    found = slots(paper)
    assert len(found) == paper.columns * paper.rows
    for i, box in enumerate(found):
        assert box.left >= -0.02
        assert box.top >= -0.02
        assert box.right <= width + 0.02
        assert box.bottom <= height + 0.02
        assert not any(box.touches(other) for other in found[:i])


@every_sheet
def test_what_is_to_be_read_is_where_printers_print(paper: Sheet) -> None:
    width, height = page_size(paper)
    printed = Box(0, 0, width, height).inset(paper.edge)
    for box in slots(paper):
        safe = box.inset(paper.safe)
        assert safe.width > 10
        assert safe.height > 4
        assert safe.left >= printed.left - 0.03
        assert safe.right <= printed.right + 0.03
        assert safe.top >= printed.top - 0.03
        assert safe.bottom <= printed.bottom + 0.03


@every_sheet
@pytest.mark.parametrize("duplex", FLIPS)
def test_the_back_of_a_back_is_the_front(paper: Sheet, duplex: Duplex) -> None:
    page = page_size(paper)
    for box in slots(paper):
        back, turned = back_of(box, page, duplex)
        again, turned_again = back_of(back, page, duplex)
        assert again == pytest.approx(box)
        assert turned == turned_again


@every_sheet
@pytest.mark.parametrize("duplex", FLIPS)
def test_paper_held_against_the_light_shows_backs_on_fronts(paper: Sheet, duplex: Duplex) -> None:
    """Turning paper over mirrors it: a point of the back, seen through the paper, is where the front has it."""
    width, height = page_size(paper)
    mirrored_across = (duplex == "long") == (width <= height)
    for box, back, _ in pairs(Layout(paper, duplex)):
        assert back
        seen = back._replace(left=width - back.right) if mirrored_across else back._replace(top=height - back.bottom)
        assert seen == pytest.approx(box)


@pytest.mark.parametrize("paper", [p for p in SHEETS if p.maker and p.id not in TORN], ids=lambda paper: paper.id)
def test_stock_lies_in_the_middle_of_its_page_as_published(paper: Sheet) -> None:
    """Makers centre their stock; what is more than 1.2 mm off is a slip of the pen."""
    width, height = page_size(paper)
    last = slots(paper)[-1]
    assert paper.margin[0] == pytest.approx(width - last.right, abs=2.4)
    assert paper.margin[1] == pytest.approx(height - last.bottom, abs=2.4)


def test_there_are_twenty_stocks_each_with_its_source() -> None:
    stock = [paper for paper in SHEETS if paper.maker]
    assert len({part for paper in stock for part in paper.parts}) >= 20
    assert len(stock) >= 20
    assert all(paper.source and paper.parts for paper in stock)


def test_some_published_measures() -> None:
    """From the makers' product names."""
    for id_, slot, number in (
        ("avery-l7160", (63.5, 38.1), 21),
        ("avery-l7163", (99.1, 38.1), 14),
        ("avery-l4785", (80, 50), 10),
        ("avery-5160", (2.625 * 25.4, 25.4), 30),
        ("avery-5395", (3.375 * 25.4, 7 / 3 * 25.4), 8),
        ("avery-5371", (3.5 * 25.4, 2 * 25.4), 10),
        ("avery-5305", (8.5 * 25.4, 5 * 25.4), 2),
    ):
        assert sheet(id_).slot == pytest.approx(slot, abs=0.01)
        assert len(slots(sheet(id_))) == number
    inches = [box.left / 25.4 for box in slots(sheet("avery-5160"))[:3]]
    assert inches == pytest.approx([3 / 16, 3 / 16 + 2.75, 3 / 16 + 5.5], abs=0.001)


@given(st.integers(0, 60), st.integers(1, 4), st.sampled_from(SHEETS), st.data())
def test_every_copy_has_a_slot_of_its_own(cards: int, copies: int, paper: Sheet, data: st.DataObject) -> None:
    start = data.draw(st.integers(1, len(slots(paper))))
    placed = list(impose(cards, Layout(paper, "long", start, copies)))
    assert [entry.card for entry in placed] == [card for card in range(cards) for _ in range(copies)]
    places = [(side.page, side.box) for entry in placed for side in (entry.front, entry.back) if side]
    assert len(set(places)) == len(places) == 2 * cards * copies
    if placed:
        assert placed[0].front.box == slots(paper)[start - 1]


@given(st.sampled_from(SHEETS), st.floats(-3, 3), st.floats(-3, 3))
def test_offsets_move_each_side_by_itself(paper: Sheet, across: float, down: float) -> None:
    (plain,) = impose(1, Layout(paper, "long"))
    (moved,) = impose(1, Layout(paper, "long", offset_front=(across, down), offset_back=(-down, across)))
    assert plain.back
    assert moved.back
    assert moved.front.box == plain.front.box.moved(across, down)
    assert moved.back.box == plain.back.box.moved(-down, across)


def test_folded_cards_lie_side_by_side() -> None:
    placed = list(impose(5, Layout(sheet("a4-cards"), "fold")))
    assert {entry.front.page for entry in placed} == {0}
    for entry in placed:
        assert entry.back
        assert entry.back.box.top == entry.front.box.top
        assert entry.back.box.left > entry.front.box.left
        assert not entry.back.turned
    (halves, _) = impose(2, Layout(sheet("a4-halves"), "fold"))
    assert halves.back
    assert halves.back.turned


def test_what_a_sheet_does_not_have_is_refused() -> None:
    with pytest.raises(UserError, match="no two slots"):
        list(impose(1, Layout(sheet("a4-full"), "fold")))
    with pytest.raises(UserError, match="slots 1 to 10"):
        list(impose(1, Layout(sheet("a4-cards"), start_at=11)))


@every_sheet
def test_crop_marks_touch_no_slot_and_point_at_every_outer_edge(paper: Sheet) -> None:
    marks = crop_marks(Layout(paper))
    for x1, y1, x2, y2 in marks:
        mark = Box(x1 - 0.05, y1 - 0.05, x2 - x1 + 0.1, y2 - y1 + 0.1)
        assert not any(mark.touches(box.inset(-0.1)) for box in slots(paper))
    assert {x1 for x1, _, x2, _ in marks if x1 == x2} == {x for box in slots(paper) for x in (box.left, box.right)}
    assert {y1 for _, y1, _, y2 in marks if y1 == y2} == {y for box in slots(paper) for y in (box.top, box.bottom)}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"columns": 3}, "the page has 210"),
        ({"pitch": [80.0, 55.0]}, "overlap"),
        ({"safe": 0.0, "margin": [1.0, 11.0]}, "make `safe` larger"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(change: dict[str, object], what: str) -> None:
    values = sheet("a4-cards").model_dump() | change
    with pytest.raises(ValidationError, match=what):
        Sheet.model_validate(values)


def test_pages_have_the_proportion_of_iso_216() -> None:
    for name in ("A3", "A4", "A5", "A6"):
        width, height = PAGES[name]
        assert height / width == pytest.approx(2**0.5, rel=0.005)
