"""The library in the console: filters are seen, faults are told, every field can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static

from tests.tui.console import CLASSIC, WIDE, Console, console
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import in_language
from toolkit.library.reading import exercise_text
from toolkit.tui.panes.library import LibraryPane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.folder import Folder


async def opened(live: Console) -> LibraryPane:
    """Open the library and wait until it has been read."""
    await live.press("l")
    pane = live.screen.query_one(LibraryPane)
    await live.until(lambda: pane.query_one(OptionList).option_count > 60)
    return pane


def filters(pane: LibraryPane) -> str:
    return str(pane.query_one("#filters", Static).content)


@pytest.mark.parametrize("size", [CLASSIC, WIDE])
async def test_filters_narrow_the_list_as_they_are_typed_and_are_shown(demo: Folder, size: tuple[int, int]) -> None:
    async with console(demo, size=size) as live:
        pane = await opened(live)
        everything = pane.query_one(OptionList).option_count
        assert filters(pane).startswith(f"{everything} of {everything}   tension: minutes:")
        await live.type("people:18 tension:lang minutes:<=40")
        assert (
            filters(pane) == f"3 of {everything}   One word, several meanings · best at 40 or shorter min · 18 people"
        )
        assert "18 min Arrival round" in live.text
        await live.type(" mode:online")
        assert filters(pane).startswith("0 of")
        assert "Nothing in the library fits" in live.text


async def test_a_filter_that_means_nothing_is_told_while_the_others_count(demo: Folder) -> None:
    async with console(demo) as live:
        pane = await opened(live)
        await live.type("kind:term people:x")
        assert "'x' is no number of people: write one like 18" in filters(pane)
        assert pane.query_one("#filters").has_class("-fault")
        assert pane.query_one(OptionList).option_count == 20
        await live.press("backspace")
        assert not pane.query_one("#filters").has_class("-fault")


async def test_a_filter_is_completed_with_the_right_arrow(demo: Folder) -> None:
    async with console(demo) as live:
        pane = await opened(live)
        await live.type("tension:ba")
        await live.press("backspace")
        await live.type("g")
        await live.press("backspace", "backspace")
        await live.type("la")
        await live.pilot.pause(0.1)
        await live.press("right")
        assert pane.query_one(Input).value == "tension:large-state-small-state"


async def test_the_text_is_scrolled_with_the_keys(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        pane = await opened(live)
        await live.type("relay")
        await live.press("enter", "enter", "end")
        box = pane.query_one(VerticalScroll)
        await live.until(lambda: 50 < box.max_scroll_y == box.scroll_offset.y)


def texts(value: object) -> Iterator[str]:
    """Yield every text in a model's values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in texts(one))


def test_every_text_of_every_exercise_can_be_read() -> None:
    for id_, found in Catalogue().exercises().items():
        shown = " ".join(exercise_text(found.item, "en").replace("-", " ").split())
        fields = found.item.model_dump(
            by_alias=True, exclude={"id", "schema", "sides", "steps", "run", "priority", "term"}
        )
        steps = [step.model_dump(include={"title", "say", "do", "watch_for", "capture"}) for step in found.item.steps]
        rows = [line for step in found.item.steps if step.show and step.show.text
                for line in in_language(step.show.text, "en").splitlines()]  # fmt: skip
        sides = [side.model_dump(exclude={"id"}) for side in found.item.sides]
        own = [found.item.term.labels["en"], *(case.text for case in found.item.term.cases)] if found.item.term else []
        for text in texts([fields, steps, rows, sides, own]):
            assert " ".join(text.replace("-", " ").split()) in shown, (id_, text)
