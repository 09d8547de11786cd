"""Make the pictures in the docs: `python docs/pictures/make.py`, from the root of a checkout. Then look at them."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import re
import sys
import tempfile
from pathlib import Path

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


def plain(svg: str) -> str:
    """Return an SVG that asks the network for no fonts, and is the same at every making."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return svg.replace("Fira Code", "ui-monospace, DejaVu Sans Mono, Menlo, Consolas")


def cards(folder: object) -> None:
    """Take a picture of the fronts and the backs of one sheet of cards."""
    import pypdfium2 as pdfium
    from PIL import Image

    from toolkit.printing.products import print_product
    from toolkit.workshop.folder import Folder

    assert isinstance(folder, Folder)
    document = pdfium.PdfDocument(print_product(folder, "participant-cards").path)
    pages = [document[side].render(scale=0.9).to_pil() for side in (2, 3)]
    both = Image.new("RGB", (sum(page.width for page in pages) + 8, pages[0].height), "#808080")
    for i, page in enumerate(pages):
        both.paste(page, (i * (page.width + 8), 0))
    both.convert("P", colors=64).save(HERE / "cards.png", optimize=True)


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
        rehearse(folder)
        asyncio.run(screens(folder, (("console", (120, 36), "s"), ("room", (90, 30), "b"))))
        collide(folder)
        asyncio.run(screens(folder, (("terms", (120, 52), "t"), ("reveal", (90, 30), "b"))))
        cards(folder)


if __name__ == "__main__":
    main()
