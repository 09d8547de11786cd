"""What is asked for is done only where it makes sense on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.printing.conftest import sheet
from tests.printing.material import press
from tests.printing.pages import failures, text_of
from toolkit.cli.main import main
from toolkit.files.problems import UserError
from toolkit.printing.job import Options, layout_of
from toolkit.printing.products import print_calibration, print_some
from toolkit.printing.sheets.impose import fold_lines
from toolkit.workshop.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.printing.sheets.geometry import Duplex


@pytest.mark.parametrize(
    ("name", "on", "asked", "given"),
    [
        ("ballot", "a4-quarters", "long", "none"),  # else each slip has another person's on its back
        ("tent-cards", "a4-tents", "long", "none"),
        ("ballot", "a6-card", "short", "short"),  # a sheet each
        ("run-sheet", "a4-full", "short", "short"),
        ("participant-cards", "a4-cards", "short", "short"),
    ],
)
def test_only_what_has_its_own_back_is_printed_on_both_sides(
    demo: Folder, name: str, on: str, asked: Duplex, given: Duplex
) -> None:
    assert layout_of(press(demo).printable(name), sheet(on), Options(duplex=asked)).duplex == given


def test_a_tent_card_has_its_fold_on_any_sheet(demo: Folder) -> None:
    tents, badge = press(demo).printable("tent-cards"), press(demo).printable("badge")
    assert fold_lines(layout_of(tents, sheet("a4-halves"), Options())) == [
        (0, 74.25, 210, 74.25), (0, 222.75, 210, 222.75)
    ]  # fmt: skip
    assert fold_lines(layout_of(badge, sheet("a4-halves"), Options())) == []


def test_the_calibration_page_is_printed_on_plain_paper_not_on_stock(demo: Folder) -> None:
    made = print_calibration(demo, options=Options(sheet="avery-5395"))
    assert (made.paper, made.page) == ("letter", "letter")


@pytest.fixture
def nobody(demo: Folder) -> Folder:
    """A workshop for which nobody has registered."""
    (demo.path / "roster.csv").write_text("name\n", encoding="utf-8")
    return demo


def test_with_nobody_on_the_roster_blank_ones_can_be_asked_for(nobody: Folder) -> None:
    source = press(nobody, groups=False)
    ballots, cards = print_some(source, ["ballot", "participant-cards"], None, Options(spares=7))
    assert (ballots.cards, cards.cards) == (7, 7)
    assert text_of(ballots.path.read_bytes()).count("unsure") >= 7
    with pytest.raises(UserError, match=r"nobody is in roster.csv yet; --spares 20"):
        list(print_some(source, ["tent-cards"], None, Options()))


def test_the_command_tells_what_of_the_pack_is_left_out_and_why(
    nobody: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", str(nobody.path)]) == 0
    told = capsys.readouterr().err
    assert re.search(r"left out: .*Ballots.*: nobody is in roster.csv yet", told)
    assert re.search(r"left out: .*Glossary sheet.*: no word has been revealed", told)
    assert main(["print", str(nobody.path), "run-sheet"]) == 0
    assert "left out" not in capsys.readouterr().err


def test_blank_entries_of_a_list_have_nothing_of_the_last(demo: Folder) -> None:
    folder = demo.path / "printables"
    folder.mkdir()
    (folder / "slip.yaml").write_text(
        "id: slip\ntitle: Slip\nabout: x\nper: workshop\neach: domains\nspares: 50\nsheet: a4-quarters\n"
        "flow: {parts: [{text: 'for {domain}', write_in: 1}]}\n",
        encoding="utf-8",
    )
    (made,) = print_some(press(demo), ["slip"], None, Options())
    assert made.cards == 9
    assert text_of(made.path.read_bytes()).count("for Academia") == 1


def test_languages_in_words_are_no_language_tags(demo: Folder, tmp_path: Path) -> None:
    roster = demo.path / "roster.csv"
    roster.write_text("name,languages\n محمد ,Arabic (native)\nאבי,<he>\nศิริ,th\n", encoding="utf-8")
    made, *_ = print_some(press(Folder(demo.path)), ["participant-cards"], tmp_path, Options())
    pdf = made.path.read_bytes()
    assert failures(pdf) == []
    assert b"/Lang <FEFF00740068>" in pdf


def test_of_a_domain_that_nobody_is_of_there_is_nothing_to_print(demo: Folder) -> None:
    (demo.path / "roster.csv").write_text("name,domain\nAna,design\nBo,\n", encoding="utf-8")
    source = press(demo, groups=False)
    (made,) = print_some(source, ["badge"], None, Options(only=("design",)))
    assert made.cards == 1
    with pytest.raises(UserError, match="nobody on the roster is asked for"):
        list(print_some(source, ["badge"], None, Options(only=("academia",))))
    (all_of_them,) = print_some(source, ["badge"], None, Options(only=("governance",)))
    assert all_of_them.cards == 2
