"""All text of the two own themes has a contrast of 7:1 or better, as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from tests.tui.console import console
from tests.tui.planner import planner
from toolkit.tui.settings import Settings
from toolkit.tui.themes import OWN

if TYPE_CHECKING:
    from tests.tui.console import Console
    from tests.tui.planner import Planner
    from toolkit.workshop.folder import Folder

LEAST = 7.0


def luminance(color: Color) -> float:
    """Return relative luminance (WCAG 2.2)."""
    parts = [v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in color.rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: Color, b: Color) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(live: Console | Planner) -> set[str]:
    """Return every piece of text on the screen whose contrast is too low."""
    found = set()
    for strip in live.app.screen._compositor.render_strips(live.app.size):
        for text, style, _ in strip:
            letters = "".join(c for c in text if c.isalnum())
            if letters and style and style.color and style.bgcolor:
                fore, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                ratio = contrast(fore, back)
                if ratio < LEAST or style.dim:
                    found.add(f"{letters[:20]} {fore.hex} on {back.hex}: {ratio:.1f}")
    return found


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert round(contrast(Color.parse("#000000"), Color.parse("#ffffff")), 6) == 21
    assert round(contrast(Color.parse("#767676"), Color.parse("#ffffff")), 2) == 4.54


@pytest.mark.parametrize("theme", [theme.name for theme in OWN])
async def test_all_text_is_seven_to_one_or_better(demo: Folder, theme: str) -> None:
    async with console(demo, settings=Settings(theme=theme)) as live:
        await live.press("n", "n", "c")
        await live.type("word")
        await live.press("enter")
        await live.type("more")
        low = faint(live)
        for key in ("escape", "space", "t", "w", "l", "f5", "f1", "f5", "k", "escape", "enter", "escape", "b", "b"):
            await live.press(key)
            low |= faint(live)
        live.screen.tell("a notice", "error")
        live.screen.tell("a notice", "warning")
        await live.idle()
        assert not low | faint(live)


@pytest.mark.parametrize("theme", [theme.name for theme in OWN])
async def test_the_plan_is_as_legible(demo: Folder, theme: str) -> None:
    async with planner(demo) as plan:
        plan.app.theme = theme
        await plan.settle()
        low = faint(plan)
        for keys in ("m 9 9", "x escape", "f1", "escape s", "enter enter space", "escape a", "x : y"):
            await plan.press(*keys.split())
            await plan.settle()
            low |= faint(plan)
        assert not low
