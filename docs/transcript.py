"""Play the transcript in the docs, key by key, and write its screens anew: `python docs/transcript.py`.

The page has blocks of three kinds: `keys` are pressed, `shell` is run in the same folder, and `screen` is what stands
in the window then. A test plays it as well, and holds the page against what it saw.
"""

from __future__ import annotations

import asyncio
import os
import re
import string
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
PAGE = ROOT / "docs" / "ten-minutes.md"
SIZE = (80, 24)
NAMES = {"↓": "down", "↑": "up", "→": "right", "←": "left", "PgDn": "pagedown", "Space": "space"}
QUICK = {"down", "up", "space", *string.ascii_lowercase, *string.digits, *"-,:/"}
"""Keys that are pressed one after the other; letters that are commands come alone in their block."""
STEADY = 4
"""How often in a row the screen must be the same before it is taken for settled."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot


def keys(text: str) -> Iterator[str]:
    """Yield the keys that a block names: words in quotes are typed, `↓*3` is pressed three times."""
    for typed, name, times in re.findall(r'"([^"]*)"|([^\s"*]+)(?:\*(\d+))?', text):
        if typed:
            yield from ("space" if symbol == " " else symbol for symbol in typed)
        else:
            yield from [NAMES.get(name, name.lower() if len(name) > 1 else name)] * int(times or 1)


async def played(page: str) -> str:
    """Return a page with its screens as they come when its keys are pressed, in the current folder."""
    from toolkit.tui.app import WorkshopApp
    from toolkit.tui.screens.home import HomeScreen
    from toolkit.tui.settings import Settings

    parts = re.split(r"(```(?:keys|shell|screen)\n.*?```)", page, flags=re.DOTALL)
    app = WorkshopApp(lambda app: app.push_screen(HomeScreen("Ana")), Settings())
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for i, part in enumerate(parts):
            if part.startswith("```keys"):
                for key in keys(part.partition("\n")[2].removesuffix("```")):
                    await pilot.press(key)
                    if key not in QUICK:  # a person sees what came of it before the next
                        await settled(pilot)
                await settled(pilot)
            elif part.startswith("```shell"):
                command = "\n".join(line.removeprefix("$ ") for line in part.splitlines()[1:-1])
                await asyncio.to_thread(subprocess.run, ["bash", "-ec", command], check=True)
                await pilot.pause(1.2)  # the console looks once a second
                await settled(pilot)
            elif part.startswith("```screen"):
                parts[i] = f"```screen\n{shown(pilot)}\n```"
    return "".join(parts)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is being done, and the screen stays as it is."""
    seen: list[str] = []
    while len(seen) < STEADY or len(set(seen[-STEADY:])) > 1:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)
        seen.append(shown(pilot))


def shown(pilot: Pilot[None]) -> str:
    """Return what stands in the window, without empty lines at its end."""
    app = pilot.app
    strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what is drawn, as tests read it
    return "\n".join(strip.text.rstrip() for strip in strips).strip("\n")


def main() -> None:
    """Write the page with the screens of today."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORKSHOP_HOME"] = str(Path(home) / "home")
        work = Path(home) / "work"
        work.mkdir()
        os.chdir(work)
        PAGE.write_text(asyncio.run(played(page)), encoding="utf-8")


if __name__ == "__main__":
    main()
