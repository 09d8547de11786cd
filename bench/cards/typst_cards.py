"""Another engine: the cards in ten scripts, tagged, by typst. Arguments: how many, file, mask or `default`."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import typst
from people import DOMAINS, people, runs

SOURCE = """
#set page(paper: "a4", margin: (x: 15mm, y: 11mm))
#set document(title: "Cards")
#set text(font: "Noto Sans", size: 8pt)
#let people = json(bytes(sys.inputs.people))
#let icon = bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none'
stroke='#000' stroke-width='2'>
<path d='M4 13h16v8H4z'/><circle cx='12' cy='7' r='4'/></svg>")
#let fit(words, most, width, weight) = context {
  let size = most
  while size > 7pt and measure(text(size: size, weight: weight, words)).width > width { size = size - 0.5pt }
  text(size: size, weight: weight, words)
}
#let card(who) = box(width: 85mm, height: 54mm, stroke: .3pt + rgb("#b2b2b2"))[
  #place(rect(width: 100%, height: 14pt, fill: rgb(who.colour), stroke: none))
  #place(dx: 8pt, dy: 3pt, text(weight: "bold", size: 9pt, who.label))
  #place(top + right, dx: -4pt, dy: 1pt, image(icon, format: "svg", width: 12pt))
  #place(dx: 8pt, dy: 20pt, fit(who.name, 18pt, 85mm - 16pt, "bold"))
  #place(dx: 8pt, dy: 42pt, fit(who.place, 10pt, 85mm - 16pt, "regular"))
  #place(dx: 8pt, dy: 58pt, block(width: 85mm - 90pt, height: 32pt, clip: true, par(leading: 3pt, who.text)))
  #place(bottom + right, dx: -6pt, dy: -6pt, image(bytes(who.qr), format: "svg", width: 64pt, alt: who.address))
]
#grid(columns: 2, column-gutter: 10mm, row-gutter: 1mm, ..people.map(card))
"""
PACKAGES = ("fontpkg_noto_sans", "manimgx_fonts", "justmytype_intl_cjk")


def code(content: str, mask: int | None) -> str:
    size, dark = runs(content, mask)
    path = "".join(f"M{x + 4} {y + 4}h{length}v1h-{length}z" for x, y, length in dark)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 8} {size + 8}"><path d="{path}"/></svg>'


def main(count: int, target: str, mask: int | None) -> None:
    values = [
        who._asdict()
        | {"label": "  ".join(DOMAINS[who.domain][:2]), "colour": DOMAINS[who.domain][2], "qr": code(who.address, mask)}
        for who in people(count, latin=False)
    ]
    folders = [spec.submodule_search_locations[0] for spec in map(find_spec, PACKAGES) if spec]
    pdf = typst.compile(
        SOURCE.encode(), font_paths=folders, ignore_system_fonts=True, sys_inputs={"people": json.dumps(values)}
    )
    Path(target).write_bytes(pdf)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], None if sys.argv[3] == "default" else int(sys.argv[3]))
