"""Make the pictures in the docs: `python docs/pictures/make.py`, from the root of a checkout. Then look at them."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import re
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
HERE = Path(__file__).resolve().parent


async def screens(folder: object, pictures: tuple[tuple[str, tuple[int, int], str], ...]) -> None:
    """Take pictures of the console or of the room's screen: name, size, key."""
    from tests.tui.afternoon import app_of
    from tests.tui.console import ready
    from toolkit.workshop.folder import Folder

    assert isinstance(folder, Folder)
    for name, size, key in pictures:
        app = app_of(folder)
        async with app.run_test(size=size) as pilot:
            await (await ready(pilot)).press(key)
            (HERE / f"{name}.svg").write_text(plain(app.export_screenshot()), encoding="utf-8")


async def plan(folder: object) -> None:
    """Take a picture of the plan."""
    from tests.tui.planner import planner
    from toolkit.workshop.folder import Folder

    assert isinstance(folder, Folder)
    async with planner(folder, (100, 24)) as found:
        (HERE / "plan.svg").write_text(plain(found.app.export_screenshot()), encoding="utf-8")


def plain(svg: str) -> str:
    """Return an SVG that asks the network for no fonts, and is the same at every making."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return svg.replace("Fira Code", "ui-monospace, DejaVu Sans Mono, Menlo, Consolas")


WIDTH = 210
"""Pixels of a page in a picture of many: enough to see what it is."""
SHOWN = {
    "participants": (("participant-cards", 2), ("participant-cards", 3), ("badge", 0), ("tent-cards", 0)),
    "terms": (
        ("ballot", 0), ("tally-slip", 0), ("case-cards", 0), ("case-page", 0), ("sense-worksheet", 0),
        ("outcome-slip", 0), ("glossary-sheet", 0), ("glossary-sheet", 1), ("wall-poster", 0),
    ),
    "exercises": (
        ("facilitator-sheet", 4), ("facilitator-sheet", 5), ("table-card", 0), ("exercise-cards", 0), ("handout", 0),
        ("recording-page", 0),
        ("commitment-slip", 0), ("closing-slip", 0),
    ),
    "workshop": (
        ("run-sheet", 0), ("join-poster", 0), ("group-lists", 0), ("sticky-notes", 0), ("survey-sheet", 0),
        ("packing-list", 0),
    ),
    "variants": (("large-print/ballot", 0), ("large-print/participant-cards", 0), ("legible/run-sheet", 0),
                 ("mono/sense-worksheet", 0)),
}  # fmt: skip
"""Every printable: pages by picture."""
STATEMENTS = """survey:
  - When somebody here says governance, I know what they mean.
  - I know whom to ask when two words collide.
  - What my world needs was heard.
"""


def printed(folder: object) -> None:
    """Take pictures of every printable."""
    from tests.printing.material import with_survey
    from toolkit.printing.job import Options
    from toolkit.printing.press import Press
    from toolkit.printing.products import print_some
    from toolkit.session.analyst import Analyst
    from toolkit.session.said import said_of
    from toolkit.workshop.folder import Folder

    assert isinstance(folder, Folder)
    state, names = after_the_reveal(folder)
    rounds = [[names[i::4] for i in range(4)], [names[i * 6 : i * 6 + 6] for i in range(4)]]
    press = Press(with_survey(folder, STATEMENTS), said_of(state, Analyst()), rounds, random=Random(1))  # noqa: S311 - the same picture again
    known = {name.rpartition("/")[2] for pages in SHOWN.values() for name, _ in pages}
    assert known == set(press.catalogue.printables()), "every printable is shown"
    wanted = {"": Options(), "large-print": Options(variant="large-print"), "legible": Options(variant="legible"),
              "mono": Options(mono=True)}  # fmt: skip
    for prefix, options in wanted.items():
        names_of = {name.removeprefix(f"{prefix}/") for pages in SHOWN.values() for name, _ in pages
                    if name.startswith(f"{prefix}/") or not (prefix or "/" in name)}  # fmt: skip
        list(print_some(press, sorted(names_of), folder.out / prefix, options))
    for picture, pages in SHOWN.items():
        montage(picture, [(folder.out / f"{name}.pdf", page) for name, page in pages])


def after_the_reveal(folder: object) -> tuple[Any, list[str]]:
    """Have everybody arrive and decide about the word; return the state and the names."""
    from tests.session.test_said import act
    from toolkit.cli.session_files import current_state
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.roster import read_roster

    assert isinstance(folder, Folder)
    outcome = "project governance for who keeps the rules of the software, public governance for who answers for it"
    act(
        folder,
        ("outcome", {"term": "governance", "decision": "prefix", "text": outcome}),
        ("dissent", {"term": "governance", "domain": "design", "text": "Neither says who was asked."}),
        everybody=True,
    )
    state, _ = current_state(folder, rehearsal=True)
    return state, list(read_roster(folder.path / "roster.csv").names().values())


def reported(folder: object) -> None:
    """Take a picture of the first pages of a report, the first of them large."""
    import pypdfium2 as pdfium
    from PIL import Image

    from toolkit.cli.session_files import read_events
    from toolkit.report.compose import compose
    from toolkit.report.write import draw_report, read_record
    from toolkit.workshop.folder import Folder

    assert isinstance(folder, Folder)
    record = read_record(folder, read_events(folder, rehearsal=True), anonymous=False, rehearsal=False)
    pages = pdfium.PdfDocument(draw_report(compose(record), record.plan).pdf)
    wide, tall = 420, 594
    both = Image.new("RGB", (wide + 2 * 297 + 24, tall + 12), "#808080")
    for number, width in enumerate((wide, 297, 297)):
        image = pages[number].render(scale=4 * width / pages[number].get_size()[0]).to_pil().convert("RGB")
        height = round(width * image.height / image.width)
        image = image.resize((width, height), Image.Resampling.LANCZOS)
        both.paste(image, (6 + (number > 0) * (wide + 6) + max(0, number - 1) * 303, 6))
    both.convert("P", palette=Image.Palette.ADAPTIVE, colors=96).save(HERE / "report.png", optimize=True)


def montage(name: str, pages: list[tuple[Path, int]], across: int = 4) -> None:
    """Put pages beside each other into one small picture."""
    import pypdfium2 as pdfium
    from PIL import Image

    drawn = []
    for path, number in pages:
        page = pdfium.PdfDocument(path)[number]
        image = page.render(scale=4 * WIDTH / page.get_size()[0]).to_pil().convert("RGB")
        drawn.append(image.resize((WIDTH, round(WIDTH * image.height / image.width)), Image.Resampling.LANCZOS))
    tall, rows = max(page.height for page in drawn), -(-len(drawn) // across)
    across = min(across, len(drawn))
    both = Image.new("RGB", (across * (WIDTH + 6) + 6, rows * (tall + 6) + 6), "#808080")
    for i, page in enumerate(drawn):
        both.paste(page, (6 + i % across * (WIDTH + 6), 6 + i // across * (tall + 6)))
    both.convert("P", palette=Image.Palette.ADAPTIVE, colors=96).save(HERE / f"print-{name}.png", optimize=True)


def main() -> None:
    """Make all of them."""
    from tests.tui.afternoon import collide, rehearse
    from toolkit.library.schemas import schema_text
    from toolkit.workshop.create import create_demo
    from toolkit.workshop.kinds import WORKSHOP

    with tempfile.TemporaryDirectory() as home:
        os.environ["WORKSHOP_HOME"] = home
        at = dt.datetime(2026, 12, 3, 13, 30, tzinfo=dt.UTC)
        folder = create_demo(Path(home) / "demo", at, schema_text(WORKSHOP.name, WORKSHOP.model))
        asyncio.run(plan(folder))
        rehearse(folder)
        asyncio.run(screens(folder, (("console", (120, 36), "s"), ("room", (90, 30), "b"))))
        collide(folder)
        asyncio.run(screens(folder, (("terms", (120, 52), "t"), ("reveal", (90, 30), "b"))))
        printed(folder)
        reported(folder)


if __name__ == "__main__":
    main()
