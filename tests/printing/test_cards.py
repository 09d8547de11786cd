"""Participant cards as a PDF."""

from __future__ import annotations

import shutil
import subprocess
from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from PIL.Image import Transpose
from pypdf import PdfReader

from toolkit.cli.main import main
from toolkit.library.catalogue import Catalogue
from toolkit.printing.cards import PAGES, Card, draw_cards, fill, slot
from toolkit.printing.fonts import setting
from toolkit.printing.products import print_product
from toolkit.workshop.plan import DomainInfo

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.library.printable import Printable
    from toolkit.workshop.folder import Folder

DESIGN = DomainInfo("design", "Design", "DE", "#d5edff", "waves")


@pytest.fixture
def cards() -> Printable:
    """The printable that ships."""
    found = Catalogue().printable("participant-cards")
    assert found
    return found.item


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_demo_gives_twenty_four_cards_on_three_pages(demo: Folder) -> None:
    made = print_product(demo, "participant-cards")
    assert (made.cards, made.pages, made.page) == (24, 3, "A4")
    reader = PdfReader(made.path)
    assert len(reader.pages) == 3
    text = text_of(made.path)
    for part in (
        "Anna Łuczak",
        "Trần Thị Mỹ Linh",
        "Samuel O'Neill",
        "Studio [sic]",
        "OS Open source",
        "PS Public service",
    ):
        assert part in " ".join(text.split()), part


def test_nothing_that_is_for_the_facilitator_alone_is_printed(demo: Folder) -> None:
    text = text_of(print_product(demo, "participant-cards").path)
    for secret in ("large-print", "hearing-loop", "step-free", "wrote on Monday", "sick since"):
        assert secret not in text


def test_ids_on_cards_are_written_into_the_roster(demo: Folder) -> None:
    made = print_product(demo, "participant-cards")
    rows = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("id,")
    assert all(row.split(",", 1)[0] in text_of(made.path) for row in rows[1:])


def test_a_name_is_never_printed_as_boxes_or_backwards(demo: Folder) -> None:
    made = print_product(demo, "participant-cards")
    told = "\n".join(map(str, made.problems))
    text = text_of(made.path)
    for name in ("林怡君", "خالد منصور", "נועה לוי", "अदिति शर्मा"):
        assert name in told or name in text
    assert "a line is left to write it by hand" in told
    assert all(str(problem).startswith(f"{demo.path / 'roster.csv'}:") for problem in made.problems)
    assert "■" not in text


def test_letters_that_join_or_run_to_the_left_are_left_to_the_hand() -> None:
    assert setting("Ana").text == "Ana"
    for name in ("نوا", "נועה", "अदिति"):
        assert setting(name).text == ""
        assert setting(name).fault
    assert setting("Zoë \U0001f3a8").text == "Zoë"


def test_the_same_input_gives_the_same_bytes_whatever_was_drawn_before(cards: Printable) -> None:
    people = [Card({"name": f"Person {n}", "affiliation": "A & B", "id": "K7X"}, DESIGN) for n in range(12)]
    first = draw_cards(cards, people, "Title")
    draw_cards(cards, [Card({"name": "Łódź"})], "Other")
    assert draw_cards(cards, people, "Title") == first
    assert first.pages == 2


def test_markup_and_placeholders_in_names_are_text(cards: Printable, tmp_path: Path) -> None:
    names = ["<b>Bold</b> & <i>", "AT&T R&D", "{affiliation}", "[red]x[/red]", "a\\nb"]
    drawn = draw_cards(cards, [Card({"name": name, "affiliation": "AFF"}, DESIGN) for name in names], "<b>T</b>")
    path = tmp_path / "x.pdf"
    path.write_bytes(drawn.pdf)
    text = " ".join(text_of(path).split())
    assert not [name for name in names if name not in text]
    assert PdfReader(path).metadata.title == "<b>T</b>"  # type: ignore[union-attr]


def test_a_name_that_does_not_fit_is_reported_with_millimetres(cards: Printable) -> None:
    drawn = draw_cards(cards, [Card({"name": "W" * 300}, DESIGN)], "x")
    ((index, what),) = drawn.faults
    assert index == 0
    assert "does not fit in 75 by 18 mm" in what


def test_slots_lie_on_the_page_and_do_not_overlap(cards: Printable) -> None:
    sheet = cards.sheet
    width, height = (length / 72 * 25.4 for length in PAGES[sheet.page])
    corners = [slot(cards, i) for i in range(sheet.columns * sheet.rows)]
    for x, y in corners:
        assert x >= 5
        assert y >= 5
        assert x + sheet.slot[0] <= width - 5
        assert y + sheet.slot[1] <= height - 5
    for i, (x, y) in enumerate(corners):
        for u, v in corners[:i]:
            assert abs(x - u) >= sheet.slot[0] or abs(y - v) >= sheet.slot[1]


def test_bands_are_told_apart_in_grey(cards: Printable, tmp_path: Path) -> None:
    """Rendered in grey, the pattern beside the label differs between any two domains."""
    domains = list(Catalogue().domains().values())
    infos = [DomainInfo(d.id, d.id, d.code, d.colour, d.pattern) for d in domains]
    drawn = draw_cards(cards, [Card({"name": "x"}, info) for info in infos], "x")
    page = pdfium.PdfDocument(drawn.pdf)[0]
    image = page.render(scale=3, grayscale=True).to_pil()
    signs = []
    for i in range(len(infos)):
        x, y = slot(cards, i)
        left, top, right, bottom = (round(value / 25.4 * 72 * 3) for value in (x + 62, y + 1, x + 84, y + 11))
        patch = image.crop((left, top, right, bottom))
        turned = patch.transpose(Transpose.ROTATE_90)
        signs.append((mean(patch.tobytes()), edges(patch.tobytes()), edges(turned.tobytes())))
    for i, one in enumerate(signs):
        for k, other in enumerate(signs[:i]):
            assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 4, (infos[i].code, infos[k].code)


def edges(pixels: bytes) -> float:
    """Return how much neighbours along the rows differ."""
    return mean(abs(a - b) for a, b in pairwise(pixels))


def test_fonts_are_embedded_and_the_syntax_is_sound(demo: Folder) -> None:
    made = print_product(demo, "participant-cards")
    for page in PdfReader(made.path).pages:
        fonts = page["/Resources"]["/Font"].get_object()  # type: ignore[index]
        for font in fonts.values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed; CI installs it")
    assert subprocess.run(["qpdf", "--check", str(made.path)], capture_output=True, check=False).returncode == 0


def test_print_says_where_the_file_is_and_what_needs_a_look(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", str(demo.path), "participant-cards"]) == 0
    shown = capsys.readouterr()
    assert shown.out.strip() == str(demo.out / "participant-cards.pdf")
    assert "24 cards on 3 pages" in shown.err
    assert main(["print", str(demo.path), "participant-cards", "--strict"]) == 1
    assert main(["print", str(demo.path), "particpant-cards"]) == 1
    assert "did you mean 'participant-cards'?" in capsys.readouterr().err


def test_only_known_placeholders_are_filled() -> None:
    assert fill("{name} {nome} {", {"name": "{id}", "id": "K7X"}) == "{id} {nome} {"
