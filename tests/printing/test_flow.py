"""Documents that flow: nothing is lost, nothing overlaps, nothing leaves its slot."""

from __future__ import annotations

from itertools import combinations, cycle, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.printing.conftest import sheet
from tests.printing.pages import failures, picture, text_of
from toolkit.library.printable import Printable
from toolkit.printing.card import Card, filled
from toolkit.printing.cards import Look
from toolkit.printing.draw import draw
from toolkit.printing.faults import Overflow
from toolkit.printing.flow.tables import widened
from toolkit.printing.fonts.choice import Fonts
from toolkit.printing.fonts.find import packaged
from toolkit.printing.sheets.geometry import slots
from toolkit.printing.sheets.impose import Layout
from toolkit.printing.text.setter import Setter
from toolkit.session.said import PairSaid

if TYPE_CHECKING:
    from toolkit.printing.cards import Drawn

SETTER = Setter(Fonts(packaged(), tuple))


def flowing(*parts: dict[str, Any], **more: Any) -> Printable:  # noqa: ANN401 - as YAML has it
    """Return a printable of these parts."""
    return Printable.model_validate(
        {"id": "x", "title": "X", "about": "X", "per": "workshop", "sheet": "a4-full",
         "flow": {"parts": list(parts), **more}}
    )  # fmt: skip


def drawn(printable: Printable, *cards: Card, on: str = "a4-full", duplex: Any = "none") -> Drawn:  # noqa: ANN401
    return draw(printable, cards or [Card({})], Layout(sheet(on), duplex), Look("T"), SETTER)


def entries(*texts: str) -> tuple[Card, ...]:
    return tuple(Card({"text": text}) for text in texts)


@settings(max_examples=30)
@given(st.lists(st.integers(1, 120), min_size=1, max_size=40), st.sampled_from(["a4-full", "a4-quarters", "a6-card"]))
def test_every_word_is_drawn_once_in_order_and_within_the_safe_area(lengths: list[int], on: str) -> None:
    numbers = iter(range(10_000))
    texts = [" ".join(f"w{next(numbers)}" for _ in range(length)) for length in lengths]
    pdf = drawn(
        flowing({"items_of": "notes"}, {"text": "{end}"}), Card({"end": "END"}, lists={"notes": entries(*texts)}), on=on
    )
    words = [word for word in text_of(pdf.pdf).split() if word.startswith("w") and word[1:].isdecimal()]
    assert words == [f"w{n}" for n in range(sum(lengths))]
    assert failures(pdf.pdf) == []


def test_ink_stays_within_the_slots(demo: object) -> None:
    paper = sheet("a4-quarters")
    pdf = drawn(flowing({"text": "word " * 900}, {"rows_of": "n", "columns": [{"text": "{text}"}]}, size=14),
                Card({}, lists={"n": entries(*["cell " * 30] * 5)}), on="a4-quarters").pdf  # fmt: skip
    image = picture(pdf, 0, 100, grey=True).point(lambda value: 255 if value < 100 else 0)
    safe = [box.inset(paper.safe - 0.6) for box in slots(paper)]
    for x in range(0, image.width, 3):
        for y in range(0, image.height, 3):
            if image.getpixel((x, y)):
                left, top = x / 100 * 25.4, y / 100 * 25.4
                assert any(box.left <= left <= box.right and box.top <= top <= box.bottom for box in safe), (left, top)


def test_a_tables_head_comes_again_on_every_page_but_is_read_once() -> None:
    rows = entries(*[f"row {n}" for n in range(120)])
    pdf = drawn(
        flowing({"rows_of": "n", "columns": [{"head": "Heading", "text": "{text}"}]}), Card({}, lists={"n": rows})
    )
    assert pdf.pages > 2
    assert text_of(pdf.pdf).count("Heading") == pdf.pages
    assert pdf.pdf.count(b"/S /TH ") == 1
    assert pdf.pdf.count(b"/S /TR ") == 121


def test_what_belongs_together_stays_on_one_page() -> None:
    part = {"each": "n", "keep": True, "parts": [{"text": "{text}"}, {"text": "below {text} " + "word " * 60}]}
    pdf = drawn(flowing(part), Card({}, lists={"n": entries(*[f"h{n}" for n in range(30)])}))
    import pypdfium2 as pdfium

    for page in pdfium.PdfDocument(pdf.pdf):
        text = " ".join(page.get_textpage().get_text_range().split())
        for n in range(30):
            assert (f"below h{n} word" in text) == (f"h{n} below" in text)


def test_a_whole_document_grows_and_shrinks_to_its_slot_and_says_when_it_cannot() -> None:
    short, long = flowing({"text": "one"}, whole=True), flowing({"text": "word " * 700}, whole=True)
    assert not drawn(short).faults
    assert not drawn(long).faults
    (fault,) = drawn(flowing({"text": "word " * 300}, {"text": "word " * 2000}, whole=True)).faults
    assert isinstance(fault, Overflow)
    assert fault.needed > fault.available


def test_documents_that_are_printed_on_both_sides_each_begin_on_a_front() -> None:
    cards = [Card({"text": f"doc{n} " + "word " * (10 if n else 1500)}) for n in range(3)]
    pdf = drawn(flowing({"text": "{text}"}), *cards, duplex="long").pdf
    import pypdfium2 as pdfium

    begins = [i for i, page in enumerate(pdfium.PdfDocument(pdf)) if "doc" in page.get_textpage().get_text_range()]
    assert len(begins) == 3
    assert all(page % 2 == 0 for page in begins)
    assert all(a < b for a, b in pairwise(begins))


@pytest.mark.parametrize(
    ("template", "values", "text"),
    [
        ("Watch: {watch}", {"watch": ""}, ""),
        ("Watch: {watch}", {"watch": "x {y}"}, "Watch: x {y}"),
        ("{a} and {b}", {"a": "", "b": "B"}, " and B"),
        ("{unknown} text", {"a": ""}, "{unknown} text"),
        ("plain", {"a": ""}, "plain"),
    ],
)
def test_a_text_is_left_out_where_all_its_placeholders_are_empty(
    template: str, values: dict[str, str], text: str
) -> None:
    assert filled(template, values) == text


def test_foreign_text_is_drawn_as_it_is() -> None:
    hostile = "<b>x</b> & [red]y[/red] (z) \\n {text} \u202etxet"
    assert "<b>x</b> & [red]y[/red] (z) \\n {text}" in text_of(
        drawn(flowing({"text": "{text}"}), Card({"text": hostile})).pdf
    )


def test_a_text_from_right_to_left_stands_at_the_right() -> None:
    pdf = drawn(flowing({"text": "{text}"}, size=40), Card({"text": "שלום"})).pdf
    box = picture(pdf, 0, 50, grey=True).point(lambda value: 255 if value < 100 else 0).crop((0, 0, 413, 200)).getbbox()
    assert box
    assert box[0] > 250


def test_a_name_in_letters_that_no_font_has_is_left_to_be_written_by_hand() -> None:
    """A name with holes would be another name."""
    card = Card({}, record="Group 1", lists={"n": entries("Anna 林", "Zoë \U0001f3a8")})
    latin = Fonts(packaged()[:1], tuple)
    made = draw(flowing({"items_of": "n"}), [card], Layout(sheet("a4-full")), Look("T"), Setter(latin))
    letters, symbol = made.faults
    assert "text of Group 1: no font here has 林 (U+6797)" in str(letters)
    assert "a line is left to write it by hand" in str(letters)
    assert "left out" in str(symbol)
    text = text_of(made.pdf)
    assert "______" in text
    assert "Anna" not in text
    assert "Zoë" in text


def test_an_entry_from_right_to_left_stays_beside_its_bullet() -> None:
    pdf = drawn(flowing({"items_of": "n"}, size=40), Card({}, lists={"n": entries("שלום")})).pdf
    box = picture(pdf, 0, 50, grey=True).point(lambda value: 255 if value < 100 else 0).crop((0, 0, 413, 200)).getbbox()
    assert box
    assert box[2] < 160


def test_no_word_of_a_tables_heads_is_torn_where_another_column_has_room() -> None:
    assert widened([10, 50, 40], [20, 10, 40]) == [20, 40, 40]
    assert widened([10, 50, 40], [5, 5, 5]) == [10, 50, 40]
    assert widened([10, 50], [40, 40]) == [10, 50]
    columns = [{"head": "Mountains", "wide": 1}, {"head": "x", "wide": 30}]
    assert "Mountains" in text_of(drawn(flowing({"rows": 1, "columns": columns})).pdf).split()


@pytest.mark.parametrize("other", ["x", "W" * 300])
def test_no_time_of_day_is_torn_where_another_column_has_room(other: str) -> None:
    columns = [{"head": "At", "text": "{text}", "wide": 1}, {"text": other, "wide": 30}]
    made = drawn(flowing({"rows_of": "n", "columns": columns}), Card({}, lists={"n": entries("13:30", "14:05")}))
    words = text_of(made.pdf).split()
    assert "At" in words
    assert ("13:30" in words) == (other == "x")  # beside a word that no page holds, nothing can be done


@pytest.mark.parametrize(("domains", "signs"), [(3, False), (12, True)])
def test_a_heat_map_whose_fields_are_too_small_for_words_has_signs_and_says_what_they_mean(
    domains: int, signs: bool
) -> None:
    names = [f"d{n}" for n in range(domains)]
    states = cycle([("conflict", "different uses"), ("consensus", "same use"), ("", "too few to tell")])
    pairs = tuple(PairSaid(a, b, *next(states)) for a, b in combinations(names, 2))
    pdf = draw(
        flowing({"draw": "heat-map"}), [Card({}, pairs=pairs)], Layout(sheet("a4-full")),
        Look("T", variant="large-print"), SETTER,
    ).pdf  # fmt: skip
    assert text_of(pdf).count("different uses") == 1
    assert ("≠ different uses" in text_of(pdf).replace("\u00a0", " ")) == signs
    assert failures(pdf) == []
