"""Pieces of a document: how high each is, and how it is drawn once it has a place. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toolkit.printing.pdf.tags import Element, Role


class Node:
    """An element of the structure tree that comes into being when something of it is drawn.

    Pieces are measured several times before they have a place; what is measured only leaves no trace.
    """

    def __init__(self, role: Role, above: Node | None = None, attributes: str = "") -> None:
        self._role, self._above, self._attributes = role, above, attributes
        self._element: Element | None = None

    @classmethod
    def of(cls, element: Element) -> Node:
        """Return the node of an element that is there."""
        node = cls(element.role)
        node._element = element
        return node

    @property
    def element(self) -> Element:
        """The element."""
        if self._element is None:
            assert self._above
            self._element = self._above.element.add(self._role)
            self._element.attributes = self._attributes
        return self._element


@dataclass
class Piece:
    """Something that stands on the page as a whole, unless it can be split."""

    height: float
    draw: Callable[[float, float], None]
    """Takes the left edge and the upper edge, from the lower left corner of the page."""
    before: float = 0.0
    """Space above it, except at the top of a slot."""
    keep: bool = False
    """Whether it stays with the piece after it."""
    split: Callable[[float], tuple[Piece, Piece] | None] | None = None
    """Returns what fits into a height, and the rest; None if nothing worth having does."""
    whole: bool = False
    """Whether it is split only where no slot holds all of it, such as a row of a table."""
    again: Piece | None = None
    """What is drawn above it where it comes first in a slot: the head of its table."""


def height_of(pieces: Sequence[Piece]) -> float:
    """Return the height of pieces one below another."""
    return sum(piece.height + (piece.before if i else 0) for i, piece in enumerate(pieces))


def stack(pieces: Sequence[Piece], left: float, top: float) -> None:
    """Draw pieces one below another."""
    for i, piece in enumerate(pieces):
        top -= piece.before if i else 0
        piece.draw(left, top)
        top -= piece.height


def beside(columns: Sequence[Sequence[Piece]], step: float) -> Piece:
    """Return columns of pieces as one piece; each begins `step` to the right of the one before."""

    def draw(left: float, top: float) -> None:
        for i, pieces in enumerate(columns):
            stack(pieces, left + i * step, top)

    return Piece(max(map(height_of, columns), default=0), draw)
