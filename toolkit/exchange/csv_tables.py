"""A glossary as tables: a row per sense, a row per case and domain, a row per pair of domains.

A column is named after the place of its value in the model (`labels.en`, `decides.code`, `sources.1.title`), so any
glossary fits into tables and comes out of them again. What belongs to the glossary or to a term stands in every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.exchange.csv_cells import harmless, write_cells
from toolkit.exchange.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.library.glossary import Glossary

Row = dict[str, str]

TABLES = ("senses", "cases", "pairs")
GLOSSARY = ("title@", "held.workshop", "held.on", "held.place")
TERM = ("term", "labels.@", "note@", "outcome.decision", "outcome.text@", "dissents.#.domain", "dissents.#.text@")
_FACETS = tuple(f"{facet}.{part}" for facet in ("decides", "by_when", "follows") for part in ("code", "text@"))
_SIGNED = ("origin", "review", "review.by", "review.on")
_SOURCE = ("title", "address", "quotation@", "use@")
_SENSE = (
    "domain", "id", "definition@", *_FACETS, "example@", *(f"sources.#.{part}" for part in _SOURCE), *_SIGNED,
)  # fmt: skip
_CASE = ("case", "text@", "expect", "splits@", *_SIGNED, "domain", "yes", "no", "unsure")
_PAIR = ("a", "b", "state", "mismatch", "p_adjusted", "evidence", "deciding_case")
COLUMNS = {"senses": (*TERM, *_SENSE, *GLOSSARY), "cases": ("term", *_CASE), "pairs": ("term", *_PAIR)}
"""The columns of each table, in order: `@` stands for a language or none, `.@` for a language, `#` for a number."""
WHOLE, FRACTIONS = ("yes", "no", "unsure"), ("mismatch", "p_adjusted")
"""The columns that hold numbers."""


def to_csv(glossary: Glossary) -> dict[str, str]:
    """Return the tables of a glossary by name (`senses`, `cases`, `pairs`); those that would be empty are left out."""
    data = plain(glossary)
    rows = {"senses": list(_senses(data)), "cases": list(_cases(data)), "pairs": list(_pairs(data))}
    return {name: _table(name, found) for name, found in rows.items() if found}


def _table(name: str, rows: list[Row]) -> str:
    columns = {column: None for row in rows for column in row}
    patterns = COLUMNS[name]
    order = sorted(columns, key=lambda column: _place(column, patterns))
    return write_cells([order, *([row.get(column, "") for column in order] for row in rows)])


def _place(column: str, patterns: tuple[str, ...]) -> tuple[int, int, int, str]:
    """Return what sorts a column: sources and dissents by their number, then by kind, then by language."""
    index = next(i for i, pattern in enumerate(patterns) if fits(column, pattern))
    number = next((int(part) for part in column.split(".") if part.isdecimal()), 0)
    group = patterns[index].partition(".#")[0]
    first = next(i for i, pattern in enumerate(patterns) if pattern.partition(".#")[0] == group)
    return first, number, index, column


def fits(column: str, pattern: str) -> bool:
    """Tell whether a column is one that a pattern stands for."""
    local = pattern.endswith("@") and not pattern.endswith(".@")
    wanted = pattern.rstrip("@").rstrip(".").split(".")
    parts = column.split(".")
    extra = len(parts) - len(wanted)
    if extra not in ((1,) if pattern.endswith(".@") else (0, 1) if local else (0,)):
        return False
    return all(w == p or (w == "#" and p.isdecimal() and p.isascii()) for w, p in zip(wanted, parts, strict=False))


def _senses(data: Mapping[str, Any]) -> Iterator[Row]:
    shared = flat({key: value for key, value in data.items() if key != "terms"})
    for term in data["terms"]:
        own = {key: value for key, value in term.items() if key not in ("id", "senses", "cases", "pairs")}
        row = {"term": term["id"], **flat(own), **shared}
        for sense in term.get("senses") or [{}]:
            yield {**row, **flat(sense)}


def _cases(data: Mapping[str, Any]) -> Iterator[Row]:
    for term in data["terms"]:
        for case in term.get("cases", ()):
            own = {"case": case["id"], **{key: case[key] for key in case if key not in ("id", "verdicts")}}
            row = {"term": term["id"], **flat(own)}
            verdicts = case.get("verdicts") or {}
            for domain, counts in verdicts.items():
                full = {"yes": 0, "no": 0, "unsure": 0, **counts}
                yield {**row, "domain": domain, **{answer: str(count) for answer, count in full.items()}}
            if not verdicts:
                yield row


def _pairs(data: Mapping[str, Any]) -> Iterator[Row]:
    for term in data["terms"]:
        for pair in term.get("pairs", ()):
            yield {"term": term["id"], **flat(pair)}


def flat(value: Any, path: str = "") -> Row:  # noqa: ANN401 - plain data
    """Return plain data as cells by column; numbers are left as they are, texts are made harmless."""
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value, 1)
        cells: Row = {}
        for key, inner in pairs:
            cells |= flat(inner, f"{path}.{key}" if path else str(key))
        return cells
    return {path: harmless(value) if isinstance(value, str) else repr(value)}
