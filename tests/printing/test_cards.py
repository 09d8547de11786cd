"""Participant cards as a PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL.Image import Transpose
from pypdf import PdfReader

from tests.printing.conftest import needs_fonts, sheet
from tests.printing.pages import codes_on, failures, font_table, picture, qpdf, text_of
from toolkit.cli.main import main
from toolkit.library.catalogue import Catalogue
from toolkit.printing.card import Card, fill
from toolkit.printing.cards import Look, draw_cards
from toolkit.printing.faults import Missing, Overflow
from toolkit.printing.fonts import find
from toolkit.printing.fonts.choice import Fonts
from toolkit.printing.fonts.find import packaged
from toolkit.printing.job import Options
from toolkit.printing.products import print_calibration, print_product
from toolkit.printing.sheets.geometry import slots
from toolkit.printing.sheets.impose import Layout
from toolkit.workshop.plan import DomainInfo

if TYPE_CHECKING:
    from toolkit.library.printable import Printable
    from toolkit.printing.cards import Drawn
    from toolkit.printing.sheets.geometry import Duplex
    from toolkit.workshop.folder import Folder

DESIGN = DomainInfo("design", "Design", "DE", "#d5edff", "waves")
LOOK = Look("Cards")
FRONTS = Layout(sheet("a4-cards"))


def card(name: str, **more: str) -> Card:
    return Card({"name": name, "id": "K7X", "affiliation": "", "pronouns": "", **more}, DESIGN, name)


def draw(printable: Printable, *cards: Card, layout: Layout = FRONTS, look: Look = LOOK) -> Drawn:
    return draw_cards(printable, cards, layout, look, Fonts(packaged(), tuple))


@needs_fonts
def test_the_demo_gives_twenty_four_cards_and_five_blank_ones_on_both_sides_of_three_pages(demo: Folder) -> None:
    made = print_product(demo, "participant-cards")
    assert (made.cards, made.pages, made.page, made.duplex) == (29, 6, "A4", "long")
    assert not made.problems
    text = text_of(made.path.read_bytes())
    for part in ("林怡君", "Anna Łuczak", "佐藤 健太", "박서연", "Trần Thị Mỹ Linh", "अदिति शर्मा",
                 "นภัสสร ศรีสุข", "Samuel O'Neill", "Studio [sic]", "🎨", "OS Open source", "PS Public service",
                 "Arrival round", "they/them", "Shared infrastructure, shared words"):  # fmt: skip
        assert part in text, part


def test_nothing_that_is_for_the_facilitator_alone_is_printed(demo: Folder) -> None:
    text = text_of(print_product(demo, "participant-cards").path.read_bytes())
    for secret in ("large-print", "hearing-loop", "step-free", "wrote on Monday", "sick since"):
        assert secret not in text


def test_a_printable_cannot_ask_for_what_is_the_facilitators_alone(demo: Folder) -> None:
    own = demo.path / "printables" / "leak.yaml"
    own.parent.mkdir()
    box = "at: [5, 5, 70, 40], size: {ideal: 8, min: 8}, lines: 9"
    own.write_text(
        "id: leak\ntitle: Leak\nabout: Leak\nper: participant\nsheet: a4-cards\nsize: [85, 54]\n"
        f"front: {{texts: [{{text: '{{access}} {{keep_apart}} {{note}} {{email}} {{name}}', {box}}}]}}\n",
        encoding="utf-8",
    )
    text = text_of(print_product(demo, "leak").path.read_bytes())
    assert "{access} {keep_apart} {note} {email} Samuel O'Neill" in text
    assert "step-free" not in text


def test_ids_on_cards_are_written_into_the_roster(demo: Folder) -> None:
    text = text_of(print_product(demo, "participant-cards").path.read_bytes())
    rows = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("id,")
    assert all(row.split(",", 1)[0] in text for row in rows[1:])


@needs_fonts
@pytest.mark.parametrize("options", [Options(), Options(mono=True, duplex="fold", guides=True, marks="crop")], ids=str)
def test_the_demos_cards_satisfy_the_judges(demo: Folder, options: Options) -> None:
    path = print_product(demo, "participant-cards", options=options).path
    assert failures(path.read_bytes()) == []
    assert qpdf(path).returncode == 0
    assert {tuple(font[-5:-2]) for font in font_table(path)} == {("yes", "yes", "yes")}


def test_every_code_is_read_from_the_printed_page(demo: Folder) -> None:
    path = print_product(demo, "participant-cards").path
    rows = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()[1:]
    pages = range(1, 6, 2)
    read = [text for page in pages for text, _ in codes_on(picture(path.read_bytes(), page, 300, grey=True))]
    assert sorted(read) == sorted(row.split(",", 1)[0] for row in rows)


@pytest.mark.parametrize(("duplex", "turned"), [("long", False), ("short", True)])
def test_held_against_the_light_each_code_is_behind_its_own_name(
    cards: Printable, duplex: Duplex, turned: bool
) -> None:
    """Backs are rendered, and looked at through the paper: where the fronts are, and standing as these do.

    Seen so, the code (its middle is at 67.5 by 27.5 mm on a card of 85 by 54) is mirrored, but not upside down.
    """
    people = [card(f"N{i}", id=f"K{i}") for i in range(7)]
    paper = sheet("a4-cards-8")
    pdf = draw(cards, *people, layout=Layout(paper, duplex, marks="none")).pdf
    back = picture(pdf, 1, 150, grey=True)
    found = dict(codes_on(back))
    assert sorted(found) == [f"K{i}" for i in range(7)]
    boxes = [tuple(map(float, edges.split())) for edges in re.findall(rb"/BBox \[([\d. ]+)\] >> >>", pdf)]
    for x, y in found.values():  # the structure tree says where each figure is, whichever way up it stands
        at = (x / 150 * 72, 841.89 - y / 150 * 72)
        assert sum(left < at[0] < right and low < at[1] < high for left, low, right, high in boxes) == 1
    front = pdfium.PdfDocument(pdf)[0].get_textpage()
    for i, box in enumerate(slots(paper)[:7]):
        x, y = (value / 150 * 25.4 for value in found[f"K{i}"])
        seen = (x, 297 - y) if turned else (210 - x, y)
        scale = box.width / 85
        assert seen[0] == pytest.approx(box.right - 67.5 * scale, abs=0.5)
        assert seen[1] == pytest.approx(box.top + (box.height - 54 * scale) / 2 + 27.5 * scale, abs=0.5)
        left, top, right, bottom = (value / 25.4 * 72 for value in (box.left, box.top, box.right, box.bottom))
        assert f"N{i}" in front.get_text_bounded(left, 841.89 - bottom, right, 841.89 - top)


def test_offsets_move_what_is_printed_by_so_many_millimetres(cards: Printable) -> None:
    def middle(layout: Layout) -> tuple[float, float]:
        ((_, at),) = codes_on(picture(draw(cards, card("A"), layout=layout).pdf, 1, 300, grey=True))
        return at

    plain = middle(Layout(sheet("a4-cards"), "long"))
    moved = middle(Layout(sheet("a4-cards"), "long", offset_back=(5, -3)))
    assert (moved[0] - plain[0]) / 300 * 25.4 == pytest.approx(5, abs=0.15)
    assert (moved[1] - plain[1]) / 300 * 25.4 == pytest.approx(-3, abs=0.15)


def test_the_same_input_gives_the_same_bytes_whatever_was_drawn_before(cards: Printable) -> None:
    people = [card(f"Person {n}", affiliation="A & B") for n in range(12)]
    first = draw(cards, *people)
    draw(cards, card("Łódź office"), look=Look("Other"))
    assert draw(cards, *people) == first
    assert first.pages == 2


def test_markup_and_placeholders_in_names_are_text(cards: Printable) -> None:
    names = ["<b>Bold</b> & <i>", "AT&T R&D", "{affiliation}", "[red]x[/red]", "a\\nb", "(x) \\) Tj"]
    drawn = draw(cards, *(card(name, affiliation="AFF") for name in names), look=Look("<b>T</b>"))
    text = text_of(drawn.pdf)
    assert not [name for name in names if name not in text]


def test_a_name_that_does_not_fit_is_reported_with_its_owner_and_millimetres(cards: Printable) -> None:
    drawn = draw(cards, card("W" * 300), card("Ana"))
    (fault,) = drawn.faults
    assert isinstance(fault, Overflow)
    assert (fault.card, fault.field, fault.across) == (0, "name", False)
    assert fault.needed > fault.available == pytest.approx(21)
    assert "21.0 mm high" in str(fault)


def test_a_letter_that_no_font_has_leaves_a_line_and_a_symbol_is_left_out(
    cards: Printable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "PACKAGES", ("not_installed",))
    latin = Fonts(packaged()[:1], tuple)
    drawn = draw_cards(cards, [card("林怡君"), card("Zoë \U0001f3a8")], FRONTS, LOOK, latin)
    han, emoji = drawn.faults
    assert isinstance(han, Missing)
    assert isinstance(emoji, Missing)
    assert (han.by_hand, emoji.by_hand) == (True, False)
    assert "pip install 'workshop-toolkit[fonts]'" in str(han)
    assert "name of 林怡君: no font here has 林 (U+6797)" in str(han)
    assert "Zoë" in text_of(drawn.pdf)
    assert failures(drawn.pdf) == []


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["<b>", "\x00\x01", "\u202e\u202dabc", "\u2067\u2069" * 50, "W" * 200, "ก" * 200, "👩‍👩‍👧‍👦" * 30, "\ud800"]
    ),
    st.text(st.characters(categories=("Lo", "Mn", "Mc", "Cf", "So")), max_size=30),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_any_name_is_drawn_at_its_smallest_size_or_above_or_is_in_the_report(
    cards: Printable, names: list[str]
) -> None:
    drawn = draw(cards, *map(card, names))
    assert failures(drawn.pdf) == []
    cut = {fault.card for fault in drawn.faults if isinstance(fault, Overflow)}
    assert not [name for i, name in enumerate(names) if len(name) >= 200 and "W" in name and i not in cut]
    assert drawn.pdf.startswith(b"%PDF")


@pytest.mark.parametrize("mono", [False, True])
def test_bands_are_told_apart_in_grey(cards: Printable, mono: bool) -> None:
    """Rendered in grey, the pattern beside the label differs between any two domains."""
    domains = list(Catalogue().domains().values())
    infos = [DomainInfo(d.id, d.code, d.code, d.colour, d.pattern) for d in domains]
    drawn = draw(cards, *(replace(card("x"), domain=info) for info in infos), look=replace(LOOK, mono=mono))
    image = picture(drawn.pdf, dpi=216, grey=True)
    signs = []
    for box in slots(FRONTS.sheet)[: len(infos)]:
        sides = (box.left + 45, box.top + 1, box.left + 84, box.top + 11)
        patch = image.crop(tuple(round(value / 25.4 * 216) for value in sides))  # type: ignore[arg-type]  # four of them
        turned = patch.transpose(Transpose.ROTATE_90)
        signs.append((mean(patch.tobytes()), edges(patch.tobytes()), edges(turned.tobytes())))
    for i, one in enumerate(signs):
        for k, other in enumerate(signs[:i]):
            assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 4, (infos[i].code, infos[k].code)


def edges(pixels: bytes) -> float:
    """Return how much neighbours along the rows differ."""
    return mean(abs(a - b) for a, b in pairwise(pixels))


@pytest.mark.parametrize("id_", ["avery-l4785", "avery-5395", "a6-card", "avery-l7651", "a3-poster"])
def test_cards_scale_to_any_slot_and_stay_within_it(cards: Printable, id_: str) -> None:
    paper = sheet(id_)
    drawn = draw(cards, card("Ana", affiliation="Studio"), layout=Layout(paper, "none"))
    image = picture(drawn.pdf, dpi=100, grey=True).point(lambda value: 255 if value < 200 else 0)
    ink = image.getbbox()
    box = slots(paper)[0].inset(-paper.bleed)
    assert ink
    left, top, right, bottom = (value / 100 * 25.4 for value in ink)
    assert box.left - 0.3 <= left
    assert box.top - 0.3 <= top
    assert right <= box.right + 0.3
    assert bottom <= box.bottom + 0.3


def test_print_says_where_the_file_is_and_how_to_print_it(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", str(demo.path), "participant-cards"]) == 0
    shown = capsys.readouterr()
    assert shown.out.strip() == str(demo.out / "participant-cards.pdf")
    assert "29 on 6 pages A4: load A4, print at actual size, on both sides, flipped on the long edge" in shown.err
    assert main(["print", str(demo.path), "particpant-cards"]) == 1
    assert "did you mean 'participant-cards'?" in capsys.readouterr().err


def test_print_takes_a_label_stocks_number_and_a_used_sheet(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--sheet", "L4785", "--start-at", "4", "--duplex", "none", "--copies", "2", "--offset-front", "0.5,-1"]
    assert main(["print", str(demo.path), "participant-cards", *options]) == 0
    assert "58 on 7 pages A4: load Avery L4785" in capsys.readouterr().err  # 3 + 58 labels, ten a page
    assert main(["print", str(demo.path), "participant-cards", "--sheet", "L4786x"]) == 1
    assert "there is no sheet 'L4786x'" in capsys.readouterr().err
    assert main(["print", str(demo.path), "participant-cards", "--start-at", "11"]) == 1
    assert "slots 1 to 10" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["print", str(demo.path), "--offset-back", "x"])


def test_strict_makes_a_report_an_error(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    roster = demo.path / "roster.csv"
    roster.write_text(roster.read_text(encoding="utf-8").replace("Kofi Mensah", "W" * 200), encoding="utf-8")
    assert main(["print", str(demo.path), "participant-cards"]) == 0
    assert f"{roster}:17:1: name of WWW" in capsys.readouterr().err
    assert main(["print", str(demo.path), "participant-cards", "--strict"]) == 1


def test_the_calibration_pages_rulers_are_true(demo: Folder) -> None:
    made = print_calibration(demo, options=Options(sheet="avery-l7163"))
    assert made.pages == 2
    pdf = made.path.read_bytes()
    assert failures(pdf) == []
    content = PdfReader(made.path).pages[0].get_contents()
    assert content is not None
    numbers = [line.split() for line in content.get_data().decode("latin-1").splitlines() if line.endswith(" l S")]
    ticks = sorted({float(line[0]) / 72 * 25.4 for line in numbers if len(line) == 7 and line[0] == line[3]})
    assert ticks == pytest.approx([105 + at for at in range(-95, 96)], abs=0.01)


def test_only_known_placeholders_are_filled() -> None:
    assert fill("{name} {nome} {", {"name": "{id}", "id": "K7X"}) == "{id} {nome} {"
