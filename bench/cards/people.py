"""The people of the benchmark's cards, and the codes on them: the same for every side."""

from __future__ import annotations

import random
from typing import NamedTuple

import segno

FIRST = (
    "Zoë",
    "Łukasz",
    "Ægir",
    "Núria",
    "Søren",
    "Jürgen",
    "Chloé",
    "Béla",
    "Ana",
    "John",
    "Priya",
    "Olga",
    "Kwame",
    "Aoife",
)
LAST = ("Žižek", "García Márquez", "O'Neill", "Kowalczyk", "Müller-Lüdenscheidt", "van der Berg", "Adeyemi", "Smith",
        "Wojciechowski-Brzęczyszczykiewicz")  # fmt: skip
OTHERS = (
    "प्रिया शर्मा",
    "محمد عبد الله",
    "דוד כהן",
    "สมชาย ใจดี",
    "王小明",
    "山田 さくら",
    "김철수",
    "Ελένη Παπαδοπούλου",
    "Дмитрий Иванов",
)
"""One in each of nine scripts; Latin is the tenth."""
PLACES = (
    "University of Łódź",
    "Max-Planck-Institut für Evolutionäre Anthropologie",
    "CERN",
    "R&D <Labs> & Co.",
    "Kyoto University",
)
WORDS = (
    "the", "quick", "workshop", "participant", "explores", "open", "data", "with", "careful", "questions", "about",
    "methods", "fairness", "privacy", "models", "sharing", "reuse", "and", "clear", "communication", "across", "teams",
)  # fmt: skip
DOMAINS = (("OS", "Open source", "#feaf55", "grid"), ("DE", "Design", "#d5edff", "waves"),
           ("BC", "Blockchain", "#943085", "dots"), ("AC", "Academia", "#483500", "solid"))  # fmt: skip


class Someone(NamedTuple):
    name: str
    place: str
    text: str
    domain: int
    address: str


def people(count: int, *, latin: bool) -> list[Someone]:
    """Return so many people; in ten scripts, or all in Latin letters."""
    dice = random.Random(7)
    found = []
    for i in range(count):
        name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
        text = " ".join(dice.choice(WORDS) for _ in range(13))
        if i % 10 and not latin:
            name = f"{OTHERS[i % 10 - 1]} {i}"
        found.append(Someone(name, dice.choice(PLACES), text, i % 4, f"https://example.org/w/2026/in?p={i:06d}"))
    return found


def runs(content: str, mask: int | None) -> tuple[int, list[tuple[int, int, int]]]:
    """Return a code's size, and its dark modules as (x, y, length) along the rows."""
    matrix = segno.make_qr(content, error="m", mask=mask).matrix
    found = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                found.append((x, y, end - x))
            x = max(end, x + 1)
    return len(matrix), found
