"""Every printable that ships: drawn, judged, and saying what it should and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.printing.conftest import needs_fonts
from tests.printing.material import press
from tests.printing.pages import codes_on, failures, font_table, picture, qpdf, text_of
from toolkit.cli.main import main
from toolkit.files.problems import UserError
from toolkit.library.catalogue import Catalogue
from toolkit.printing.job import Made, Options
from toolkit.printing.press import Press
from toolkit.printing.products import print_some

if TYPE_CHECKING:
    from toolkit.printing.cards import Variant
    from toolkit.workshop.folder import Folder

ALL = tuple(Catalogue().printables())


def printed(source: Press, name: str, **options: object) -> Made:
    """Print one, and return what was made."""
    (made,) = print_some(source, [name], None, Options(**options))  # type: ignore[arg-type]  # as the test says
    return made


def said(source: Press, name: str, **options: object) -> str:
    """Return the text of one printable."""
    return text_of(printed(source, name, **options).path.read_bytes())


@needs_fonts
@pytest.mark.parametrize("variant", ["plain", "large-print", "legible"])
@pytest.mark.parametrize("name", ALL)
def test_every_printable_satisfies_the_judges(demo: Folder, name: str, variant: Variant) -> None:
    path = printed(press(demo), name, variant=variant, mono=variant == "plain").path
    assert failures(path.read_bytes()) == []
    assert qpdf(path).returncode == 0
    assert {tuple(font[-5:-2]) for font in font_table(path)} <= {("yes", "yes", "yes")}


@pytest.mark.parametrize("name", ALL)
def test_the_same_workshop_gives_the_same_bytes_whatever_was_printed_before(demo: Folder, name: str) -> None:
    first = printed(press(demo), name).path.read_bytes()
    source = press(demo)
    printed(source, "run-sheet")
    printed(source, "ballot", variant="large-print")
    assert printed(source, name).path.read_bytes() == first


@pytest.mark.parametrize("name", ALL)
def test_nothing_for_the_facilitator_alone_is_on_any_of_them(demo: Folder, name: str) -> None:
    text = said(press(demo), name)
    for secret in ("hearing-loop", "wrote on Monday", "sick since", "step-free access please"):
        assert secret not in text


def sizes(made: Made) -> set[float]:
    """Return the sizes of all text in a document."""
    found = set()
    for page in PdfReader(made.path).pages:
        contents = page.get_contents()
        lines = contents.get_data().decode("latin-1").splitlines() if contents is not None else []
        found |= {float(line.split()[1]) for line in lines if line.endswith(" Tf")}
    return found


@pytest.mark.parametrize("name", [name for name in ALL if name != "sticky-notes"])
def test_large_print_has_no_text_under_eighteen_points(demo: Folder, name: str) -> None:
    """But for the labels in the bands of cards, which have the height of the band."""
    bands = 1 if name in ("badge", "participant-cards", "tent-cards", "tally-slip", "sense-worksheet") else 0
    made = sizes(printed(press(demo), name, variant="large-print"))
    assert made
    small = [size for size in made if size < 17.99]
    assert len(small) <= bands


def test_the_legible_variant_is_set_in_a_face_made_for_it(demo: Folder) -> None:
    names = " ".join(font[0] for font in font_table(printed(press(demo), "run-sheet", variant="legible").path))
    assert "AtkinsonHyperlegible" in names
    assert "Atkinson" not in " ".join(font[0] for font in font_table(printed(press(demo), "run-sheet").path))


def test_before_the_reveal_no_sense_is_printed_and_nothing_that_was_counted(demo: Folder) -> None:
    """Neither the room's, nor those that the glossary has; not even where a printable of the user's asks for them."""
    own = demo.path / "printables" / "leak.yaml"
    own.parent.mkdir()
    own.write_text(
        "id: leak\ntitle: Leak\nabout: Leak\nper: term\nsheet: a4-full\n"
        "flow: {parts: [{text: 'of {term}'}, {items_of: senses, text: '{text} {decides}'}, {draw: heat-map},"
        " {items_of: dissents}, {text: '{outcome}'}]}\n",
        encoding="utf-8",
    )
    covered, opened = press(demo, revealed=False), press(demo)
    assert said(covered, "leak").count("of governance") == 1
    for part in ("settles what goes in", "agreed path", "different uses", "prefixes", "who was asked"):
        assert part not in said(covered, "leak")
        assert part in said(opened, "leak")
    with pytest.raises(UserError, match="no word has been revealed"):
        printed(covered, "glossary-sheet")


def test_a_workshop_that_has_not_begun_prints_nothing_that_the_glossary_means(demo: Folder) -> None:
    senses = [sense.definition for term in Press(demo).material.plan.terms for sense in term.senses]
    assert senses
    for made in print_some(Press(demo), [], None, Options()):
        text = text_of(made.path.read_bytes())
        assert not [sense for sense in senses if " ".join(sense.split()) in text]


def test_a_glossary_sheet_has_senses_side_by_side_the_drawing_outcome_and_dissent(demo: Folder) -> None:
    made = printed(press(demo), "glossary-sheet")
    text = text_of(made.path.read_bytes())
    for part in ("How a project settles what goes in.", "whoever earned it", "from the glossary", "By the next release",
                 "different uses", "same use", "too few to tell", "project governance",
                 "DE does not go along:"):  # fmt: skip
        assert part in text, part
    figure = "How far domains are apart. OS and BC: different uses; OS and DE: same use; BC and DE: too few to tell"
    assert figure.encode("utf-16-be").hex().upper().encode() in made.path.read_bytes()


def test_cases_are_numbered_and_the_rooms_own_are_left_to_be_written(demo: Folder) -> None:
    cards, page = said(press(demo), "case-cards"), said(press(demo), "case-page")
    assert "A council of users blocks a release." in cards
    assert all(str(number) in page for number in range(1, 7))
    before = said(Press(demo), "case-cards")
    assert "Would your world call this governance?" in before
    assert "Somebody tidies a folder" in before


def test_ballots_are_all_alike_and_there_is_one_for_each_person_and_some_for_walk_ins(demo: Folder) -> None:
    made = printed(press(demo), "ballot")
    assert (made.cards, made.pages) == (29, 8)
    page = PdfReader(made.path).pages[0].extract_text()
    assert page.count("My card's code, only if you want") == 4
    assert printed(press(demo), "ballot", spares=0).cards == 24
    assert printed(press(demo), "badge", spares=1).cards == 25


def test_only_what_is_asked_for_is_printed(demo: Folder) -> None:
    source = press(demo)
    assert printed(source, "badge", only=("Anna Łuczak",)).cards == 1
    assert printed(source, "badge", only=("blockchain",)).cards == 4
    assert printed(source, "tally-slip", only=("design",)).cards == 1
    assert "risk" in said(source, "wall-poster", only=("risk",))
    assert printed(source, "facilitator-sheet", only=("term-collision",)).cards == 1
    with pytest.raises(UserError, match="did you mean 'governance'"):
        printed(source, "ballot", only=("governnance",))


def test_slips_begin_at_the_first_free_slot_of_a_used_sheet(demo: Folder) -> None:
    made = printed(press(demo), "tally-slip", start_at=4)
    assert made.pages == 3
    assert PdfReader(made.path).pages[0].extract_text().count("how many of us") == 1
    with pytest.raises(UserError, match="slots 1 to 4"):
        printed(press(demo), "tally-slip", start_at=5)


def test_tent_cards_say_the_name_on_both_sides(demo: Folder) -> None:
    made = printed(press(demo), "tent-cards")
    content = PdfReader(made.path).pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b"q -1 0 0 -1") == 2
    assert PdfReader(made.path).pages[0].extract_text().count("Anna Łuczak") == 2


def test_groups_are_on_the_cards_and_on_lists_once_they_are_known(demo: Folder) -> None:
    known = said(press(demo), "participant-cards")
    assert "Groups: 1, 2" in known
    assert "Groups" not in said(press(demo, groups=False), "participant-cards")
    assert "Round 2" in said(press(demo), "group-lists")
    with pytest.raises(UserError, match="no groups have been made"):
        printed(press(demo, groups=False), "group-lists")


def test_the_facilitators_sheet_has_what_to_say_and_when(demo: Folder) -> None:
    text = said(press(demo), "facilitator-sheet", only=("b2",))
    for part in ("13:45 · 1. Invite", "13:48 · 2. Silent ballot", "Say Now without talking.", "Watch for", "Power"):
        assert part in text, part
    run = said(press(demo), "run-sheet")
    for part in ("13:30 · Arrival round", "15:00 · Coffee", "fixed", "Began", "24 people expected"):
        assert part in run, part


def test_the_pack_has_what_the_agenda_needs_and_a_list_of_it(demo: Folder) -> None:
    source = Press(demo)
    made = {one.path.stem: one for one in print_some(source, [], None, Options())}
    assert {"participant-cards", "run-sheet", "facilitator-sheet", "ballot", "case-cards", "tally-slip",
            "sense-worksheet", "commitment-slip", "table-card", "packing-list"} <= set(made)  # fmt: skip
    assert not {"glossary-sheet", "group-lists", "badge", "closing-slip"} & set(made)
    lines = (demo.out / "packing-list.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(made)
    assert any(line.split()[:4] == ["29", "Ballots", "8", "x"] for line in lines)
    assert any(line.split()[:3] == ["48", "Commitment", "slips"] for line in lines)  # two for each person
    listed = text_of(made["packing-list"].path.read_bytes())
    assert "Thick pens, so that a word can be read from two metres" in listed
    assert sum(one.sheets for one in made.values() if one.path.stem != "packing-list") == int(lines[-1].split()[0])


def test_a_packing_list_alone_counts_the_pack_without_writing_it(demo: Folder) -> None:
    text = said(press(demo), "packing-list")
    assert "Ballots" in text
    assert [path.name for path in sorted(demo.out.iterdir())] == ["packing-list.pdf", "packing-list.txt"]


def test_a_printable_in_the_workshops_folder_is_in_its_pack(demo: Folder) -> None:
    own = demo.path / "printables" / "menu.yaml"
    own.parent.mkdir()
    own.write_text(
        "id: menu\ntitle: Menu\nabout: Menu\nper: workshop\nsheet: a5-card\n"
        "flow: {parts: [{heading: '{workshop} [b]', level: 1}, {beside: [[{text: Soup}], [{text: Rice}]]},"
        " {qr: 'https://example.org/{date}'}, {rule: true}, {space: 5}, {items: [a, b], numbered: true}]}\n",
        encoding="utf-8",
    )
    assert "menu" in Press(demo).pack()
    path = printed(Press(demo), "menu").path
    assert failures(path.read_bytes()) == []
    assert "Shared infrastructure, shared words [b] Soup Rice" in text_of(path.read_bytes())
    assert codes_on(picture(path.read_bytes(), 0, 300, grey=True))[0][0] == "https://example.org/2026-12-03"


def test_a_person_with_letters_that_no_font_has_is_named_on_lists_too(demo: Folder) -> None:
    source = Press(demo, None, [[["Zoë \U0001fae9\U000e0fff\ue000"]]])
    (problem,) = printed(source, "group-lists").problems
    assert "name of" in str(problem)
    assert "U+E000" in str(problem)


def test_the_command_prints_the_pack_with_progress_and_says_how(
    demo: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.cli.print_command._PATIENCE", -1.0)
    opened: list[object] = []

    def keep(path: object) -> str:
        opened.append(path)
        return ""

    monkeypatch.setattr("toolkit.files.open_with.open_path", keep)
    assert main(["print", str(demo.path), "--open", "--mono"]) == 0
    shown = capsys.readouterr()
    assert str(demo.out / "packing-list.pdf") in shown.out.splitlines()
    assert "ballot …" in shown.err
    assert "Run sheet: 1 on" in shown.err
    assert opened == [demo.out]
    assert main(["print", str(demo.path), "--sheet", "L4785"]) == 1
    assert "--sheet is for one printable: name it" in capsys.readouterr().err
    assert main(["print", str(demo.path), "group-lists"]) == 1
    assert "no groups have been made" in capsys.readouterr().err


def test_the_join_poster_has_the_address_to_read_and_to_scan_if_there_is_one(demo: Folder) -> None:
    address = "https://room.example/a?b=1&c=ü"
    made = printed(Press(demo, address=address), "join-poster")
    pdf = made.path.read_bytes()
    assert [text for text, _ in codes_on(picture(pdf, 0, 300, grey=True))] == [address]
    assert "https://room.example" in text_of(pdf)
    assert failures(pdf) == []
    assert not codes_on(picture(printed(Press(demo), "join-poster").path.read_bytes(), 0, 300, grey=True))


def test_terms_that_came_into_the_files_after_the_session_have_their_cases(demo: Folder) -> None:
    """The session's plan does not know them; their cards are printed as before any session."""
    source = Press(demo, {})
    assert "Would your world call this risk?" in said(source, "case-cards", only=("risk",))
    assert source.material.said["risk"].cases


def test_what_materials_quote_is_printed_to_be_handed_out_and_what_is_for_the_facilitator_is_not(demo: Folder) -> None:
    text = said(press(demo), "exercise-cards")
    assert "You keep it running, with eleven other things." in text
    assert "Responsibility relay: Card 4, the keeper" in text
    assert "What everybody liked." in text
    assert "a yes to 6,000" not in text
    assert "I can work with this" not in text


def test_what_an_exercise_brings_along_to_vote_on_is_no_word_of_the_workshop(demo: Folder) -> None:
    text = demo.file.read_text(encoding="utf-8")
    start = text.index("agenda:")
    demo.file.write_text(f"{text[:start]}agenda:\n  - exercise: consent-round\n", encoding="utf-8")
    source = Press(demo)
    assert "our-proposal" in [term.id for term in source.material.plan.terms]
    for name in ("ballot", "wall-poster"):
        printed_text = said(source, name)
        assert "our proposal" not in printed_text
        assert "participation" in printed_text


def test_the_packing_list_names_things_and_quotes_no_texts(demo: Folder) -> None:
    text = said(press(demo), "packing-list")
    assert "Card 4, the keeper; Card 5, the one who answers" in text
    assert "You keep it running" not in text
    assert "(for you" not in text
    assert '"I can work with this"' in text
