"""Short codes for people: printed on cards and ballots, said aloud, keyed in by a tired facilitator.

Three symbols of 23 that are hard to confuse (no vowels, so no words; no 0 O 1 I 2 Z 5 S 8 B). The last symbol makes
the weighted sum of all divisible by 23, a prime: a single wrong symbol or two neighbours swapped give no valid code
of the same set, so a slip of the finger is refused instead of counted for somebody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from random import Random

ALPHABET = "CDFGHJKLMNPQRTVWXY34679"
_BASE = len(ALPHABET)
SHEET_LENGTH = 5
_STRIDE = 197
"""Coprime to 23² and 23³: neighbours in the roster get codes that look nothing alike."""


def codes(taken: Collection[str]) -> Iterator[str]:
    """Yield codes that are not among the `taken` (any case), always in the same order."""
    used = {code.upper() for code in taken}
    length = 3
    while True:
        for n in range(_BASE ** (length - 1)):
            code = _code((n * _STRIDE + 101) % _BASE ** (length - 1), length)
            if code not in used:
                yield code
        length += 1


def sheet_codes(count: int, random: Random) -> list[str]:
    """Return codes for sheets that people fill in without their names, in an order that tells nothing.

    Of five symbols: codes of people have three or four, so that neither is taken for the other; and sheets that are
    printed later, thirty for thirty, have one in common in fewer than one case of two hundred.
    """
    return [_code(number, SHEET_LENGTH) for number in random.sample(range(_BASE ** (SHEET_LENGTH - 1)), count)]


def is_slip(text: str) -> bool:
    """Tell whether `text` is nearly a code that was printed on a sheet: of its symbols and length, with a wrong sum."""
    symbols = text.upper()
    return len(symbols) == SHEET_LENGTH and set(symbols) <= set(ALPHABET) and not is_code(symbols)


def is_code(text: str) -> bool:
    """Tell whether `text` could have come from `codes`."""
    symbols = [ALPHABET.find(symbol) for symbol in text.upper()]
    return len(symbols) >= 3 and min(symbols) >= 0 and _weighted(symbols) == 0


def _code(number: int, length: int) -> str:
    symbols = []
    for _ in range(length - 1):
        number, symbol = divmod(number, _BASE)
        symbols.append(symbol)
    # The last symbol's weight is `length`; its inverse modulo the prime solves for it.
    last = -_weighted(symbols) * pow(length, -1, _BASE) % _BASE
    return "".join(ALPHABET[symbol] for symbol in [*symbols, last])


def _weighted(symbols: list[int]) -> int:
    return sum(weight * symbol for weight, symbol in enumerate(symbols, 1)) % _BASE
