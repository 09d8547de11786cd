"""Sets the texts of a document that flows: sizes, lines, and the report of letters that no font has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from toolkit.library.fields import in_language
from toolkit.printing.card import field_name, filled
from toolkit.printing.faults import Fault, Missing
from toolkit.printing.fonts.choice import Style
from toolkit.printing.text.fit import wrap
from toolkit.printing.text.setter import clean

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from toolkit.library.flow import Look
    from toolkit.printing.card import Card
    from toolkit.printing.flow.pieces import Node
    from toolkit.printing.pdf.document import Document
    from toolkit.printing.text.line import Line
    from toolkit.printing.text.setter import Setter

MM = 72 / 25.4
_ASCENT = 0.95
"""From the top of a line to its baseline, in parts of the size."""
_BY_HAND = "_" * 14
"""Stands where letters are missing: a name with holes is another name."""
_LOOKS = {"plain": (1.0, False), "strong": (1.0, True), "large": (1.35, False), "small": (0.82, False)}
_HEADINGS = {1: 1.9, 2: 1.35, 3: 1.1}


class Type(NamedTuple):
    """How a text is set."""

    size: float
    bold: bool = False
    leading: float = 1.35

    @property
    def pitch(self) -> float:
        """From one line to the next, in points."""
        return self.size * self.leading


@dataclass(frozen=True)
class Sizes:
    """The sizes of a document. `floor` is the least that a variant allows."""

    plain: float
    leading: float
    floor: float = 0.0
    scale: float = 1.0

    def of(self, look: Look, size: float | None = None) -> Type:
        """Return how text of a look is set."""
        ratio, bold = _LOOKS[look]
        points = size * self.scale if size else max(self.plain * self.scale, self.floor) * ratio
        return Type(max(points, self.floor), bold, self.leading)

    def heading(self, level: int, size: float | None = None) -> Type:
        """Return how a heading is set."""
        points = size * self.scale if size else max(self.plain * self.scale, self.floor) * _HEADINGS[level]
        return Type(max(points, self.floor), bold=True, leading=min(self.leading, 1.2))


@dataclass
class Writer:
    """Sets and draws text in one document."""

    document: Document
    setter: Setter
    language: str
    sizes: Sizes
    mono: bool = False
    card: Card | None = None
    """What is being filled in."""
    number: int = 0
    """Which of the document's cards it is, for reports."""
    faults: list[Fault] = field(default_factory=list)

    def at(self, card: Card, number: int | None = None, sizes: Sizes | None = None) -> Writer:
        """Return the writer for another card, or other sizes; faults are kept together."""
        return replace(self, card=card, number=self.number if number is None else number, sizes=sizes or self.sizes)

    def text(self, template: str | dict[str, str] | None) -> str:
        """Return a text filled in; empty where there is nothing to say."""
        assert self.card
        return filled(in_language(template, self.language), self.card.values).strip() if template else ""

    def lines(self, text: str, width: float, type_: Type, name: str = "") -> list[Line]:
        """Return a text in lines of a width; what no font has is reported and left out."""
        style = Style(type_.bold, self.language)
        found: list[Line] = []
        for part in map(clean, text.split("\n")):
            line = self.setter.line(part, style) if part else None
            if line and line.missing:
                line = self._without(line, style, name)
            if line:
                found += wrap(line, width * 1000 / type_.size, self.setter, style)
        return found

    def draw(
        self,
        lines: list[Line],
        at: tuple[float, float],
        width: float,
        type_: Type,
        node: Node | None,
        align: str = "left",
    ) -> None:
        """Draw lines from an upper left corner, as content of a node; without one, as what is not read out.

        Lines from right to left stand at the right, but for an `entry` of one line, which stays beside its bullet.
        """
        left, top = at
        if not lines:
            return
        with self.marked(node):
            alone = align == "entry" and len(lines) == 1
            for i, line in enumerate(lines):
                room = width - line.width * type_.size / 1000
                share = {"centre": 0.5, "right": float(not line.to_left)}.get(align, float(line.to_left and not alone))
                y = top - i * type_.pitch - (type_.pitch - type_.size) / 2 - _ASCENT * type_.size
                self.document.line(line, left + share * room, y, type_.size)

    def marked(self, node: Node | None) -> AbstractContextManager[None]:
        """Return what content of a node, or an artifact, is drawn within."""
        return self.document.mark(node.element) if node else self.document.artifact()

    def ink(self, operators: str) -> None:
        """Draw what is not read out."""
        with self.document.artifact():
            self.document.paper.write(f"q {operators} Q")

    def _without(self, line: Line, style: Style, name: str) -> Line | None:
        record = (self.card.record if self.card else "") or "the document"
        fault = Missing(record, self.number, name or "text", line.text, line.missing)
        self.faults.append(fault)
        rest = _BY_HAND if fault.by_hand else clean("".join(s for s in line.text if s not in line.missing))
        return self.setter.line(rest, style) if rest else None


def name_of(template: str | dict[str, str]) -> str:
    """Return what a report calls a text."""
    return field_name(template if isinstance(template, str) else next(iter(template.values())))
