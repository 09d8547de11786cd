"""Which scripts can be printed is told before the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.printing.conftest import needs_fonts
from toolkit.cli.main import main
from toolkit.printing.fonts import find
from toolkit.printing.fonts.choice import Fonts
from toolkit.printing.fonts.coverage import SCRIPTS, coverage
from toolkit.printing.fonts.find import packaged

if TYPE_CHECKING:
    import pytest

BASE = ("Latin", "Greek", "Cyrillic", "Devanagari")


def test_the_base_font_has_four_scripts_and_no_others() -> None:
    base = Fonts(packaged()[:1], tuple)
    assert coverage(base, base) == (BASE, (), tuple(name for name in SCRIPTS if name not in BASE))


@needs_fonts
def test_the_extra_has_all_scripts_of_the_demos_people(fonts: Fonts) -> None:
    people = ("Chinese (traditional)", "Japanese", "Korean", "Arabic", "Hebrew", "Thai", "emoji")
    assert {*people, *BASE} <= {*coverage(fonts, fonts).packages}


def test_what_only_the_system_has_is_told_apart() -> None:
    base, nothing = Fonts(packaged()[:1], tuple), Fonts((), tuple)
    assert coverage(base, nothing)[:2] == ((), BASE)


def test_doctor_names_scripts_without_a_font_and_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "PACKAGES", ("fontpkg_noto_sans", "not_installed"))
    for cached in (find.packaged, find.installed):
        cached.cache_clear()
    monkeypatch.setattr(find, "_folders", list)
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    for cached in (find.packaged, find.installed):
        cached.cache_clear()
    assert "scripts in packages: Latin, Greek, Cyrillic, Devanagari\n" in told
    assert "Korean, emoji: pip install 'workshop-toolkit[fonts]'" in told
