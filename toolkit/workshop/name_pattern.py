"""Make one regular expression of many names: it goes through a text once, however many names there are."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from toolkit.workshop.name_folding import LETTER, UNUSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = re.compile(r"[\s_.\-\u2010-\u2015]+")
"""What may stand between the parts of a name."""
_WORD_BEGINS, _NUMBER_BEGINS, _WORD_ENDS, _NUMBER_ENDS, _ENDS = list(UNUSED[:5])
_MEANT = {
    " ": GAP.pattern,
    _WORD_BEGINS: f"(?<!{LETTER})",
    _NUMBER_BEGINS: r"(?<!\d)",
    _WORD_ENDS: f"s?(?!{LETTER})",
    _NUMBER_ENDS: r"(?!\d)",
    _ENDS: "(?:)",
}


def cased(symbol: str) -> bool:
    """Tell whether a symbol is a letter of a script with capitals."""
    return symbol.upper() != symbol.lower()


def pattern(forms: Iterable[str]) -> str:
    """Return what matches any of some forms in folded text, the longest that fits.

    A name of a script with capitals begins and ends at the edge of a word, and may have the s of a genitive; one that
    begins or ends with a digit, at the edge of a number. In other scripts words are not set apart.

    Args:
        forms: Names, folded; a space in them is any `GAP`.
    """
    return _choice(sorted({_begin(form[0]) + form + _end(form[-1]) for form in forms}))


def _begin(symbol: str) -> str:
    return _WORD_BEGINS if cased(symbol) else _NUMBER_BEGINS if symbol.isdecimal() else ""


def _end(symbol: str) -> str:
    return _WORD_ENDS if cased(symbol) else _NUMBER_ENDS if symbol.isdecimal() else _ENDS


def _choice(forms: Sequence[str]) -> str:
    """Return what matches one of some sorted forms; what they begin with alike is matched once.

    No form is the beginning of another, as each has its end. Ends are sorted last: longer forms are tried first.
    """
    first, last = forms[0], forms[-1]
    pairs = zip(first, last, strict=False)
    alike = next((at for at, (one, other) in enumerate(pairs) if one != other), len(first))
    rest = [form[alike:] for form in forms if len(form) > alike]
    ends = "|".join(_choice(list(same)) for _, same in groupby(rest, key=lambda form: form[0]))
    return "".join(_MEANT.get(symbol) or re.escape(symbol) for symbol in first[:alike]) + (
        f"(?:{ends})" if ends else ""
    )
