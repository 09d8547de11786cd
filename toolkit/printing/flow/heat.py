"""How far domains are apart on a term, drawn: a field for each pair, in grey and in words, with the domains' codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.library.flow import Paragraph
from toolkit.printing.flow.pieces import Node, Piece
from toolkit.printing.flow.texts import paragraph
from toolkit.printing.flow.writer import MM
from toolkit.printing.fonts.choice import Style
from toolkit.printing.text.fit import Field, Fitted, fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.printing.flow.writer import Writer
    from toolkit.session.said import PairSaid

_GREYS = {"consensus": 1.0, "undecided": 0.93, "vague": 0.78, "conflict": 0.25}
"""Differences that survive a copier; the word is in the field as well."""
_SIGNS = {"consensus": "=", "undecided": "?", "vague": "~", "conflict": "≠"}
"""What stands for the words where fields are too small for them, with a legend below."""
_TOO_FEW = "–"
_LEADING = 1.15
_WHITE_INK = 0.5
"""Greys below it are written on in white."""


def heat_map(writer: Writer, width: float, above: Node, codes: dict[str, str]) -> Iterator[Piece]:
    """Yield the drawing, if any pair of domains was compared.

    Args:
        writer: Has the pairs on its card.
        width: How wide it is, in points.
        above: What it belongs to.
        codes: The short code of each domain.
    """
    pairs = writer.card.pairs if writer.card else ()
    if not pairs:
        return
    sides = list(dict.fromkeys(side for pair in pairs for side in (pair.a, pair.b)))
    drawn = _Map(writer, width, sides, {(pair.a, pair.b): pair for pair in pairs}, codes)
    yield drawn.piece(above)
    if drawn.signs:
        yield from paragraph(Paragraph(text=drawn.legend(), look="small"), writer, width, above)


class _Map:
    """The drawing's measures and fields."""

    def __init__(
        self,
        writer: Writer,
        width: float,
        sides: list[str],
        pairs: dict[tuple[str, str], PairSaid],
        codes: dict[str, str],
    ) -> None:
        self.writer, self.sides, self.pairs, self.codes = writer, sides, pairs, codes
        self.type = writer.sizes.of("small")
        self.across = min(width / len(sides), 34 * MM * max(1.0, writer.sizes.scale))
        self.down = max(13 * MM, 3 * _LEADING * self.type.size + 6)
        self.signs = any(self._torn(pair.words) for pair in pairs.values())
        if self.signs:
            self.down = max(9 * MM, 1.6 * self.type.size + 6)

    def _torn(self, words: str) -> bool:
        """Tell whether words are too long for a field."""
        fitted = self._fitted(words)
        return not fitted.whole or " ".join(line.text for line in fitted.lines) != words

    def legend(self) -> str:
        """Return what the signs mean."""
        meant = {_SIGNS.get(pair.state, _TOO_FEW): pair.words for pair in self.pairs.values()}
        return " · ".join(f"{sign}\u00a0{words}" for sign, words in sorted(meant.items()))

    def piece(self, above: Node) -> Piece:
        """Return it as a piece that tells listeners all pairs in words."""
        height = self.down * len(self.sides)

        def draw(left: float, top: float) -> None:
            node = Node("Figure", above)
            node.element.alt = self._alt()
            node.element.box = (left, top - height, left + self.across * len(self.sides), top)
            with self.writer.document.mark(node.element):
                self._heads(left, top)
                for (a, b), pair in self.pairs.items():
                    row, column = self.sides.index(a), self.sides.index(b)
                    self._field(left + column * self.across, top - (row + 1) * self.down, pair)

        return Piece(height, draw, before=0.6 * self.type.size)

    def _alt(self) -> str:
        told = (f"{self._code(a)} and {self._code(b)}: {pair.words}" for (a, b), pair in self.pairs.items())
        return "How far domains are apart. " + "; ".join(told)

    def _code(self, side: str) -> str:
        return "+".join(self.codes.get(part, part) for part in side.split("+"))

    def _heads(self, left: float, top: float) -> None:
        """Write the codes: of columns above, of rows at the left end of each."""
        for i, side in enumerate(self.sides):
            if i:
                self._word(self._code(side), left + i * self.across, top, bold=True)
            if i < len(self.sides) - 1:
                self._word(self._code(side), left + i * self.across, top - (i + 1) * self.down, bold=True)

    def _field(self, left: float, top: float, pair: PairSaid) -> None:
        grey = _GREYS.get(pair.state, 1.0)
        dash = "[2 2] 0 d" if not pair.state else ""
        self.writer.document.paper.write(
            f"q {grey} g 0.8 w 0.4 G {dash} {left + 1:.2f} {top - self.down + 1:.2f} "
            f"{self.across - 2:.2f} {self.down - 2:.2f} re B Q"
        )
        text = _SIGNS.get(pair.state, _TOO_FEW) if self.signs else pair.words
        self._word(text, left, top, bold=self.signs, white=grey < _WHITE_INK)

    def _word(self, text: str, left: float, top: float, *, bold: bool = False, white: bool = False) -> None:
        """Write a word into the middle of a field."""
        fitted = self._fitted(text, bold=bold)
        self.writer.document.paper.write("q 1 g" if white else "q 0 g")
        y = top - (self.down - len(fitted.lines) * fitted.size * _LEADING) / 2
        for i, line in enumerate(fitted.lines):
            x = left + (self.across - line.width * fitted.size / 1000) / 2
            self.writer.document.line(line, x, y - (i * _LEADING + 0.92) * fitted.size, fitted.size)
        self.writer.document.paper.write("Q")

    def _fitted(self, text: str, *, bold: bool = False) -> Fitted:
        size = self.type.size * (1.2 if bold else 1.0)
        least = max(self.writer.sizes.floor, min(6.0, size))
        space = Field(self.across - 4, self.down - 4, size, least, 3, _LEADING)
        return fit(text, space, self.writer.setter, Style(bold, self.writer.language))
