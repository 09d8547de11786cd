"""What a person should look at before the pack is printed: text that did not fit, letters that no font has."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.printing.fonts.find import INSTALL

_MM = 25.4 / 72


@dataclass(frozen=True)
class Overflow:
    """A text that was cut, and the room that all of it would have taken at its smallest size, in mm."""

    record: str
    """Whose card it is, or what it is of."""
    card: int
    field: str
    text: str
    needed: float
    available: float
    across: bool
    """Whether it is too wide; too high otherwise."""

    def __str__(self) -> str:
        """Return it as a person reads it."""
        way = "wide" if self.across else "high"
        return (
            f"{self.field} of {self.record}: {self.text!r} needs {self.needed:.1f} mm, the field is "
            f"{self.available:.1f} mm {way}: shorten it; it is cut with an ellipsis"
        )


@dataclass(frozen=True)
class Missing:
    """Characters that no font here has."""

    record: str
    card: int
    field: str
    text: str
    characters: str
    by_hand: bool
    """Whether a line is left to write the text; otherwise only these characters are left out."""

    def __str__(self) -> str:
        """Return it as a person reads it."""
        shown = ", ".join(f"{symbol} (U+{ord(symbol):04X})" for symbol in self.characters[:4])
        more = ", …" if len(self.characters) > 4 else ""
        remedy = "a line is left to write it by hand" if self.by_hand else "left out"
        return f"{self.field} of {self.record}: no font here has {shown}{more}, for {self.text!r}: {remedy}; {INSTALL}"


Fault = Overflow | Missing


def overflow(
    record: str, card: int, field: str, text: str, needed: tuple[float, float], box: tuple[float, float]
) -> Overflow:
    """Return an overflow from what is needed and what there is, in points."""
    across = needed[0] > box[0] + 1e-6
    axis = 0 if across else 1
    return Overflow(record, card, field, text, needed[axis] * _MM, box[axis] * _MM, across)
