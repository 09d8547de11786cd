"""Printables and sheets of the user's own: each fault is told where it stands, and stops nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from toolkit.cli.main import main

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder

MENU = "id: menu\ntitle: Menu\nabout: x\nper: workshop\nsheet: a4-full\nflow:\n  parts:\n    - text: 'At {place}'\n"


def write(folder: Folder, name: str, text: str) -> str:
    """Write a printable into the workshop's folder; return its path."""
    path = folder.path / "printables" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ("a4-full", "a4-fall", "5:8: there is no sheet 'a4-fall': did you mean 'a4-full'?"),
        ("per: workshop", "per: [", "6:5: not YAML"),
        ("title:", "titel:", "2:1: unknown field 'titel': did you mean 'title'?"),
    ],
)
def test_a_faulty_one_is_told_and_the_rest_of_the_pack_is_printed(
    demo: Folder, capsys: pytest.CaptureFixture[str], line: str, instead: str, fault: str
) -> None:
    path = write(demo, "menu", MENU.replace(line, instead))
    assert main(["print", str(demo.path)]) == 0
    shown = capsys.readouterr()
    assert f"{path}:{fault}" in shown.err
    assert shown.out.splitlines()[-1] == str(demo.out / "packing-list.pdf")
    assert "menu" not in shown.out
    assert main(["print", str(demo.path), "--strict"]) == 1
    capsys.readouterr()
    assert main(["print", str(demo.path), "menu"]) == 1
    assert f"{path}:{fault}" in capsys.readouterr().err


def test_a_misspelt_value_is_told_when_it_is_printed_too(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(demo, "menu", MENU.replace("{place}", "{plaec}"))
    assert main(["print", str(demo.path), "menu", "--strict"]) == 1
    assert f"{path}:8:13: there is no value 'plaec': did you mean 'place'?" in capsys.readouterr().err


def test_a_name_that_nothing_has_is_told_whatever_else_is_faulty(
    demo: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    write(demo, "menu", "id: [")
    assert main(["print", str(demo.path), "bagde"]) == 1
    assert capsys.readouterr().err == "there is no printable 'bagde': did you mean 'badge'?\n"
    assert main(["print", str(demo.path), "badge", "--sheet", "l9999"]) == 1
    assert "there is no sheet 'l9999'" in capsys.readouterr().err


def test_a_printable_named_twice_is_printed_once(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", str(demo.path), "badge", "badge"]) == 0
    assert capsys.readouterr().out.splitlines() == [str(demo.out / "badge.pdf")]
