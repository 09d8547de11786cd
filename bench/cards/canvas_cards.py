"""Reference: the cards on plain ReportLab, in Latin letters, untagged. Arguments: how many, file, mask or `default`."""

import sys
from pathlib import Path

import reportlab
from people import DOMAINS, people, runs
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

NOTO = Path("/usr/share/fonts/truetype/noto")
OWN = Path(reportlab.__file__).parent / "fonts"
PAIR = (NOTO / "NotoSans-Regular.ttf", NOTO / "NotoSans-Bold.ttf")
for name, path in zip(
    "RB", PAIR if all(map(Path.exists, PAIR)) else (OWN / "Vera.ttf", OWN / "VeraBd.ttf"), strict=True
):
    pdfmetrics.registerFont(TTFont(name, str(path)))
width_of = pdfmetrics.stringWidth
W, H = 85 * mm, 54 * mm


def fit(text: str, font: str, size: float, width: float) -> float:
    while size > 7 and width_of(text, font, size) > width:
        size -= 0.5
    return size


def draw(canvas: Canvas, x: float, y: float, who, mask: int | None) -> None:  # noqa: ANN001
    code, label, colour, _ = DOMAINS[who.domain]
    canvas.setStrokeColorRGB(0.7, 0.7, 0.7)
    canvas.setLineWidth(0.3)
    canvas.rect(x, y, W, H)
    canvas.setFillColor(HexColor(colour))
    canvas.rect(x, y + H - 14, W, 14, stroke=0, fill=1)
    canvas.saveState()
    canvas.translate(x + W - 16, y + H - 13)
    canvas.scale(0.5, 0.5)
    canvas.doForm("icon")
    canvas.restoreState()
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("B", 9)
    canvas.drawString(x + 8, y + H - 10.5, f"{code}  {label}")
    for text, font, size, down in ((who.name, "B", 18, 36), (who.place, "R", 10, 50)):
        canvas.setFont(font, fit(text, font, size, W - 16))
        canvas.drawString(x + 8, y + H - down, text)
    canvas.setFont("R", 8)
    for i, line in enumerate(simpleSplit(who.text, "R", 8, W - 90)[:3]):
        canvas.drawString(x + 8, y + H - 66 - 10 * i, line)
    size, dark = runs(who.address, mask)
    module, left, top = 64 / (size + 8), x + W - 70, y + 70
    path = canvas.beginPath()
    for across, down, length in dark:
        path.rect(left + (across + 4) * module, top - (down + 5) * module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def main(count: int, target: str, mask: int | None) -> None:
    canvas = Canvas(target, pagesize=(210 * mm, 297 * mm), invariant=1, pageCompression=1)
    canvas.setTitle("Cards")
    canvas.beginForm("icon")
    canvas.circle(12, 17, 4)
    canvas.rect(4, 3, 16, 8)
    canvas.endForm()
    for i, who in enumerate(people(count, latin=True)):
        if i and i % 10 == 0:
            canvas.showPage()
        draw(canvas, (15 + i % 2 * 95) * mm, (297 - 11 - 54 - i % 10 // 2 * 55) * mm, who, mask)
    canvas.save()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], None if sys.argv[3] == "default" else int(sys.argv[3]))
