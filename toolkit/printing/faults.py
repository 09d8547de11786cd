"""What a person should look at before the pack is printed: text that did not fit, letters that no font has."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from toolkit.printing.fonts.find import remedy

_MM = 25.4 / 72
_SHOWN = 40
"""Characters of a text that are enough to find it; what is wrong and what to do must not be pushed off the line."""
_LEFT_OUT = "shorten it, or print it on a larger sheet (--sheet); its end is left out"


@dataclass(frozen=True)
class Overflow:
    """A text that was cut, and the room that all of it would have taken at its smallest size, in mm."""

    record: str
    """Whose card it is, or what it is of."""
    card: int | None
    """Which card it is on; None where it is not of one."""
    field: str
    text: str
    needed: float
    available: float
    across: bool
    """Whether it is too wide; too high otherwise."""
    ellipsis: bool = True
    """Whether an ellipsis stands where it was cut; otherwise what does not fit is left out."""

    def __str__(self) -> str:
        """Return it as a person reads it."""
        way = "wide" if self.across else "high"
        cut = "shorten it; it is cut with an ellipsis" if self.ellipsis else _LEFT_OUT
        return (
            f"{self.field} of {short(self.record)}: {short(self.text)!r} needs {self.needed:.1f} mm, the field is "
            f"{self.available:.1f} mm {way}: {cut}"
        )


@dataclass(frozen=True)
class Missing:
    """Characters that no font here has."""

    record: str
    card: int | None
    field: str
    text: str
    characters: str

    @property
    def by_hand(self) -> bool:
        """Whether a line is left to write the text; otherwise only these characters are left out.

        A name with a hole is another name; one without its flower is not. What Unicode added after this Python was made
        has no category here: it is taken for a letter, unless it stands among the pictures.
        """
        return any(map(_is_letter, self.characters))

    def __str__(self) -> str:
        """Return it as a person reads it."""
        shown = ", ".join(f"{symbol} (U+{ord(symbol):04X})" for symbol in self.characters[:4])
        more = ", …" if len(self.characters) > 4 else ""
        left = "a line is left to write it by hand" if self.by_hand else "left out"
        return (
            f"{self.field} of {short(self.record)}: no font here has {shown}{more}, for {short(self.text)!r}: {left}; "
            f"{remedy()}"
        )


@dataclass(frozen=True)
class TooMuch:
    """A QR code's text that no code holds, or only one too fine to be read."""

    record: str
    card: int | None
    text: str
    module: float
    """How wide a module would be, in mm; 0 where no code holds it."""

    def __str__(self) -> str:
        """Return it as a person reads it."""
        what = f"its squares are {self.module:.2f} mm, too fine for phones" if self.module else "no code holds so much"
        remedy = "make it larger, or its text shorter" if self.module else "shorten it; it is left out"
        return f"QR code of {short(self.record)}: {short(self.text)!r}: {what}: {remedy}"


Fault = Overflow | Missing | TooMuch


def overflow(
    record: str, card: int | None, field: str, text: str, needed: tuple[float, float], box: tuple[float, float]
) -> Overflow:
    """Return an overflow from what is needed and what there is, in points."""
    across = needed[0] > box[0] + 1e-6
    axis = 0 if across else 1
    return Overflow(record, card, field, text, needed[axis] * _MM, box[axis] * _MM, across)


def short(text: str) -> str:
    """Return as much of a text as names it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _is_letter(symbol: str) -> bool:
    category = unicodedata.category(symbol)
    return category[0] in "LMN" or (category in ("Cn", "Co") and not "\U0001f000" <= symbol <= "\U0001fbff")
