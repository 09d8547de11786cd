"""The report from the console: written in the background, told where it is, opened when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.afternoon import rehearse
from tests.tui.console import CLASSIC, console
from toolkit.files import open_with

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from toolkit.workshop.folder import Folder


async def test_a_key_and_enter_write_both_files_while_the_clock_stays_in_view(demo: Folder) -> None:
    rehearse(demo)
    async with console(demo, size=CLASSIC) as here:
        await here.press("R")
        assert "The report, as PDF and Markdown" in here.text
        assert "Open report" not in here.text
        await here.press("enter")
        await here.until(lambda: "Written:" in here.text)
        assert "report-rehearsal.pdf" in here.text
        assert "13:58" in here.text
    assert {path.name for path in demo.out.iterdir() if path.suffix != ".json"} == {
        "report-rehearsal.pdf",
        "report-rehearsal.md",
    }
    assert "treasury" in (demo.out / "report-rehearsal.md").read_text(encoding="utf-8")


async def test_one_to_share_has_no_names_and_what_is_there_can_be_opened(
    demo: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(path: Path) -> str:
        opened.append(path)
        return ""

    monkeypatch.setattr(open_with, "open_path", note)
    async with console(demo, rehearsal=False) as here:
        await here.press("R", "down", "enter")
        await here.until(lambda: "Written:" in here.text)
        assert {path.name for path in demo.out.iterdir() if path.suffix != ".json"} == {
            "report-anonymous.pdf",
            "report-anonymous.md",
        }
        await here.press("R")
        assert "Open report-anonymous.pdf" in here.text
        await here.press("down", "down", "enter")
    assert opened == [demo.out / "report-anonymous.pdf"]


async def test_what_cannot_be_written_is_told_and_nothing_else_stops(demo: Folder) -> None:
    demo.out.write_text("in the way", encoding="utf-8")
    async with console(demo) as here:
        await here.press("R", "enter")
        await here.until(lambda: "could not be written" in here.text)
        await here.press("n")
        assert here.screen.session.state.step_id == "b1.s1"
