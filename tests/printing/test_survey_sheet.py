"""Sheets before and after: two with one code, which is in no list, as many as the statements ask for."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

from tests.printing.material import press, with_survey
from toolkit.cli.main import main
from toolkit.files.problems import UserError
from toolkit.printing.job import Options
from toolkit.printing.press import Press
from toolkit.printing.products import print_some
from toolkit.workshop.codes import ALPHABET, is_code, sheet_codes
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

CODE = re.compile(rf"(?<![0-9A-Za-z])[{ALPHABET}]{{5}}(?![0-9A-Za-z])")


def pages(path: Path) -> list[str]:
    """Return the text of each page, one space between words."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(path.read_bytes())]


def printed(source: Press, **options: object) -> list[str]:
    """Print the sheets, and return the text of each page."""
    (made,) = print_some(source, ["survey-sheet"], None, Options(**options))  # type: ignore[arg-type]  # by name
    assert made.problems == ()
    return pages(made.path)


def codes_on(found: list[str]) -> list[str]:
    """Return every code that stands on pages."""
    return [code for page in found for code in CODE.findall(page)]


def test_each_page_has_the_sheet_before_and_the_sheet_after_of_one_code(demo: Folder) -> None:
    found = printed(press(demo))
    assert len(found) == 29, "24 people, and a fifth of them to spare"
    for page in found:
        before, after = CODE.findall(page)
        assert before == after
        assert is_code(before)
        assert page.index("Before we begin") < page.index("At the end")
        assert page.count("1. When somebody here says governance") == page.count("2. I know whom to ask.") == 2
        assert page.count("Policy research") == 2
    assert len(set(codes_on(found))) == len(found)


def test_nobody_and_no_code_of_anybody_is_on_them(demo: Folder) -> None:
    text = " ".join(printed(press(demo)))
    for person in read_roster(demo.path / "roster.csv").people:
        assert person.name not in text
        assert not re.search(rf"\b{person.id}\b", text)


def test_no_file_of_the_workshop_has_a_code_but_the_document(demo: Folder) -> None:
    codes = codes_on(printed(press(demo)))
    for file in demo.path.rglob("*"):
        if file.is_file() and file.suffix != ".pdf":
            assert not [code for code in codes if code.encode() in file.read_bytes()], file


def test_codes_are_drawn_anew_at_every_printing(demo: Folder) -> None:
    with_survey(demo)
    first, second = (codes_on(printed(Press(demo))) for _ in range(2))
    assert first
    assert first != second


@pytest.mark.parametrize(("spares", "count"), [(0, 24), (6, 30)])
def test_spare_ones_have_codes_too(demo: Folder, spares: int, count: int) -> None:
    assert len(set(codes_on(printed(press(demo), spares=spares)))) == count


def test_a_workshop_without_statements_has_none_in_its_pack(demo: Folder) -> None:
    assert "survey-sheet" not in Press(demo).pack()
    with pytest.raises(UserError, match=r"workshop.yaml has no survey: write three to eight statements"):
        printed(Press(demo))
    assert "survey-sheet" in press(demo).pack()


def test_with_nobody_on_the_roster_there_are_as_many_as_are_asked_for(demo: Folder) -> None:
    roster = demo.path / "roster.csv"
    roster.write_text(roster.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"nobody is in roster.csv yet; --spares 20"):
        printed(press(demo))
    assert len(printed(press(demo), spares=20)) == 20


def test_what_is_printed_can_be_keyed_and_a_slip_of_the_finger_cannot(
    demo: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = codes_on(printed(press(demo)))[0]
    slip = code[:-1] + next(symbol for symbol in ALPHABET if symbol != code[-1])
    script = demo.path / "lines.txt"
    keyed = (f"before {code.lower()}", f"after {code}", f"after {slip}")
    script.write_text("".join(f"sheet {sheet} design 234\n" for sheet in keyed), encoding="utf-8")
    with script.open(encoding="utf-8") as lines:
        monkeypatch.setattr("sys.stdin", lines)
        main(["run", str(demo.path), "--plain"])
    said = capsys.readouterr()
    assert "1 sheet before, 1 after, 1 in pairs" in said.out
    assert f"{slip} is on no sheet" in said.out + said.err


def test_many_codes_differ() -> None:
    assert len(set(sheet_codes(5_000, Random(3)))) == 5_000
