"""A report in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.foreign import markdown
from toolkit.report.document import Column, Heading, HeatMap, Items, Line, Row, Table
from toolkit.report.numbers import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.report.document import Part, Report


def to_markdown(report: Report) -> str:
    """Return a report as Markdown; what was said is escaped, so that it stands there as it was said."""
    lines = [*_parts(report.first), "---", "", *_parts(report.rest)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _parts(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Heading):
            yield f"{'#' * part.level} {markdown(part.text)}"
        elif isinstance(part, Line):
            yield _line(part)
        elif isinstance(part, Items):
            yield from (f"- {_line(line)}" for line in part.lines)
        else:
            yield from _table(part if isinstance(part, Table) else _matrix(part))
        yield ""


def _line(line: Line) -> str:
    found = mark(line.numbers)
    return f"{markdown(line.text)} ({found})" if found else markdown(line.text)


def _table(table: Table) -> Iterator[str]:
    sourced = any(row.numbers for row in table.rows)
    heads = [column.head for column in table.columns] + (["Journal"] if sourced else [])
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in table.rows:
        cells = [*map(markdown, row.cells), *([mark(row.numbers)] if sourced else [])]
        yield f"| {' | '.join(cells)} |"


def _matrix(drawing: HeatMap) -> Table:
    """Return a drawing as a table of words."""
    sides = list(dict.fromkeys(side for pair in drawing.pairs for side in (pair.a, pair.b)))
    found = {(pair.a, pair.b): pair.words for pair in drawing.pairs}
    heads = (Column(""), *(Column(markdown(drawing.code(side))) for side in sides[1:]))
    rows = (Row((drawing.code(a), *(found.get((a, b), "") for b in sides[1:]))) for a in sides[:-1])
    return Table(heads, tuple(rows))
