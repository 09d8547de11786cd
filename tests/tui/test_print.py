"""The console's print area."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from textual.widgets import OptionList, Static

from tests.tui.console import CLASSIC, Console, console
from toolkit.files.places import memory
from toolkit.tui.panes.print import PrintPane
from toolkit.tui.preview import first_page, half_blocks
from toolkit.tui.print_choices import PrintChoices, remember, remembered

if TYPE_CHECKING:
    import pytest

    from toolkit.workshop.folder import Folder


async def opened(here: Console) -> PrintPane:
    """Open the print area from the menu, as hands without keys do, and wait until it has its list."""
    await here.press("enter")
    menu = here.screen.query("Menu OptionList").last(OptionList)
    while menu.get_option_at_index(menu.highlighted or 0).id != "show-print":
        await here.pilot.press("down")
    await here.press("enter")
    pane = here.screen.query_one(PrintPane)
    await here.until(lambda: pane.query_one(OptionList).option_count > 10)
    return pane


async def to(here: Console, pane: PrintPane, row: str) -> None:
    """Move the cursor to a row."""
    choices = pane.query_one(OptionList)
    await here.pilot.press("home")
    for _ in range(choices.option_count):
        if choices.highlighted is not None and choices.get_option_at_index(choices.highlighted).id == row:
            return
        await here.pilot.press("down")
    raise AssertionError(f"there is no row {row}")


def told(pane: PrintPane) -> str:
    """Return what stands below the list."""
    return str(pane.query_one("#printed", Static).content)


async def test_what_is_chosen_is_printed_as_chosen_and_remembered(demo: Folder) -> None:
    async with console(demo) as here:
        pane = await opened(here)
        await to(here, pane, "ink")
        await here.press("enter")
        await to(here, pane, "ballot")
        await here.press("enter")
        assert "Print 1 chosen below" in here.text
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "load A4" in told(pane))
        assert str(demo.out / "ballot.pdf") in told(pane)
        assert "Ballots: 29 on 8 pages A4: load A4, print at actual size, on one side" in told(pane)
    assert [path.name for path in demo.out.glob("[!.]*")] == ["ballot.pdf"]
    assert remembered() == PrintChoices(ink="black", chosen=("ballot",))
    async with console(demo) as here:
        pane = await opened(here)
        assert "Print 1 chosen below" in here.text
        assert "[x] Ballots" in here.text


async def test_left_and_right_turn_a_value_and_choose_no_printable(demo: Folder) -> None:
    async with console(demo) as here:
        pane = await opened(here)
        await to(here, pane, "spares")
        await here.press("left", "left", "right", "left")
        assert "Blank ones    20" in here.text
        await to(here, pane, "ballot")
        await here.press("right")
        await to(here, pane, "go")
        await here.press("left")
        assert "Print the whole pack" in here.text
    assert remembered() == PrintChoices(spares="20")


async def test_the_first_page_is_seen_beside_the_list(demo: Folder) -> None:
    async with console(demo, size=(160, 50)) as here:
        pane = await opened(here)
        await to(here, pane, "case-cards")
        await here.until(lambda: "▀" in here.text)
        before = str(pane.query_one("#preview", Static).content)
        await to(here, pane, "run-sheet")
        await here.until(lambda: pane._looked_at == "run-sheet")
        assert before.count("\n") > 20


async def test_without_a_choice_the_whole_pack_is_printed_with_progress(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as here:
        pane = await opened(here)
        seen: list[str] = []
        tell = pane._tell

        def listen(text: str) -> None:
            seen.append(text)
            tell(text)

        pane._tell = listen  # type: ignore[method-assign]
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "the packing list is there" in told(pane))
    assert any("ballot…" in text for text in seen)
    assert (demo.out / "packing-list.txt").exists()


async def test_what_cannot_be_printed_yet_says_why(demo: Folder) -> None:
    async with console(demo) as here:
        pane = await opened(here)
        await to(here, pane, "group-lists")
        await here.until(lambda: "There is nothing to print yet" in here.text)
        await here.press("enter")
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "no groups have been made" in told(pane))
        assert "13:30" in here.text  # the clock stays in view


def test_a_memory_that_cannot_be_read_is_an_empty_one() -> None:
    assert remembered() == PrintChoices()
    remember(PrintChoices(variant="legible", chosen=("badge",)))
    assert remembered().variant == "legible"
    for text in ("{", "[]", json.dumps({"variant": "x", "chosen": 3}), json.dumps({"copies": ["1"], "ink": "green"})):
        (memory() / "print.json").write_text(text, encoding="utf-8")
        assert remembered() == PrintChoices()


def test_choices_turn_through_their_values() -> None:
    choices = PrintChoices()
    for wanted in ("large-print", "legible", "plain"):
        choices = choices.turned("variant")
        assert choices.variant == wanted
    assert choices.turned("ballot").turned("badge").turned("ballot").chosen == ("badge",)
    assert choices.turned("spares", -1).options().spares == 40
    assert (choices.options().spares, choices.turned("spares").options().spares) == (None, 0)
    options = choices.turned("duplex").turned("ink").turned("copies").options()
    assert (options.duplex, options.mono, options.copies, options.marks) == ("long", True, 2, None)


def test_a_preview_has_two_pixels_in_a_cell(demo: Folder) -> None:
    from toolkit.printing.products import print_product

    pdf = print_product(demo, "sense-worksheet").path.read_bytes()
    pixels = first_page(pdf, 40, 30)
    assert len(pixels) in (56, 58, 60)
    assert pixels[0][0] == (255, 255, 255)
    assert any(red > blue + 50 for row in pixels[:10] for red, _, blue in row)  # the orange band of the first domain
    lines = str(half_blocks(pixels)).split("\n")
    assert {len(line) for line in lines} == {len(pixels[0])}


async def test_a_faulty_file_of_the_workshops_is_told_and_the_rest_is_listed(demo: Folder) -> None:
    (demo.path / "printables").mkdir()
    (demo.path / "printables" / "menu.yaml").write_text("id: menu\ntitle: Menu\n", encoding="utf-8")
    async with console(demo) as here:
        pane = await opened(here)
        await here.until(lambda: "menu.yaml:1:1: " in told(pane))
        assert "`workshop check` names" in told(pane)


async def test_what_can_be_printed_is_printed_when_something_chosen_cannot(demo: Folder) -> None:
    remember(PrintChoices(chosen=("group-lists", "run-sheet")))
    async with console(demo) as here:
        pane = await opened(here)
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "no groups have been made" in told(pane))
        assert "Run sheet: 1 on 3 pages" in told(pane)
    assert [path.name for path in demo.out.glob("[!.]*")] == ["run-sheet.pdf"]


async def test_who_came_onto_the_roster_since_is_printed_too(demo: Folder) -> None:
    remember(PrintChoices(chosen=("badge",)))
    async with console(demo) as here:
        pane = await opened(here)
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "Badges: 29 on 3 pages" in told(pane))
        (demo.path / "roster.csv").write_text("name\n" + "A Guest\n" * 5, encoding="utf-8")
        await here.press("enter")
        await here.until(lambda: "Badges: 6 on 1 page" in told(pane))


async def test_what_breaks_is_told(demo: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the printer is on fire")

    async with console(demo) as here:
        pane = await opened(here)
        monkeypatch.setattr(pane, "_the_press", broken)
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "the printer is on fire" in told(pane))


async def test_tables_that_were_made_are_on_the_lists(demo: Folder) -> None:
    async with console(demo) as here:
        await here.screen.commands.perform("groups", {"size": "4", "rounds": "2"})
        await here.idle()
        await here.press("f5")
        pane = await opened(here)
        await to(here, pane, "group-lists")
        await here.press("enter")
        await to(here, pane, "go")
        await here.press("enter")
        await here.until(lambda: "load A4" in told(pane))
        assert "Group lists: 2 on" in told(pane)
