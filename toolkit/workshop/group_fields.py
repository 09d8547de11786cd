"""Finite fields, small ones: addition and multiplication tables of q elements numbered from 0."""

from __future__ import annotations

from functools import cache

from toolkit.files.value import value

_POWERS = {
    4: (2, (1, 1, 1)),
    8: (2, (1, 1, 0, 1)),
    9: (3, (1, 0, 1)),
    16: (2, (1, 1, 0, 0, 1)),
    25: (5, (2, 0, 1)),
    27: (3, (1, 2, 0, 1)),
    32: (2, (1, 0, 1, 0, 0, 1)),
    49: (7, (1, 0, 1)),
}
"""By size: the prime, and an irreducible polynomial, its constant first."""


@value()
class Field:
    """What a + b and a · b are, by number."""

    add: list[list[int]]
    multiply: list[list[int]]


@cache
def field(size: int) -> Field | None:
    """Return the field of so many elements; None where there is none, or where nobody has needed it."""
    if size in _POWERS:
        prime, polynomial = _POWERS[size]
    elif size > 1 and all(size % n for n in range(2, int(size**0.5) + 1)):
        prime, polynomial = size, (0, 1)
    else:
        return None
    elements = [_digits(n, prime, len(polynomial) - 1) for n in range(size)]
    numbers = range(size)
    add = [[_sum(elements[a], elements[b], prime) for b in numbers] for a in numbers]
    multiply = [[_product(elements[a], elements[b], prime, polynomial) for b in numbers] for a in numbers]
    return Field(add, multiply)


def _digits(number: int, prime: int, count: int) -> list[int]:
    return [number // prime**i % prime for i in range(count)]


def _number(digits: list[int], prime: int) -> int:
    return sum(digit * prime**i for i, digit in enumerate(digits))


def _sum(a: list[int], b: list[int], prime: int) -> int:
    return _number([(x + y) % prime for x, y in zip(a, b, strict=True)], prime)


def _product(a: list[int], b: list[int], prime: int, polynomial: tuple[int, ...]) -> int:
    """Multiply as polynomials, and take the rest of a division by the irreducible one, which begins with 1."""
    whole = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            whole[i + j] += x * y
    for top in range(len(whole) - 1, len(a) - 1, -1):
        for i, coefficient in enumerate(polynomial):
            if i < len(a):
                whole[top - len(a) + i] -= whole[top] * coefficient
    return _number([x % prime for x in whole[: len(a)]], prime)
