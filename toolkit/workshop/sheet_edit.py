"""Text into single cells of a sheet's XML; every other byte stays: looks, formulas, and what they came to.

Pure: XML in, XML out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from toolkit.workshop.sheet_xml import Cell, Row, Sheet, area, parts, read_sheet, reference

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_SPANS = re.compile(rb"""\sspans\s*=\s*["'](\d+):(\d+)["']""")
"""From which column to which a row has cells; it may be left out."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Edited(NamedTuple):
    """A sheet after it was written into, and what elsewhere in the workbook may have lost its reason."""

    data: bytes
    formulas: bool
    """Whether a formula is gone: the order of calculation has to be worked out anew."""
    strings: frozenset[int]
    """Shared strings that a cell had and has no more."""


class Splice(NamedTuple):
    """Bytes in place of others; where both begin at one place, the lower column comes first."""

    begin: int
    order: int
    end: int
    text: bytes


def merged_over(sheet: Sheet, row: int, column: int) -> bool:
    """Tell whether a cell is hidden by one that it was merged with: what stands in it, nobody sees."""
    for ref in sheet.merged:
        top, left, bottom, right = area(ref)
        if top <= row <= bottom and left <= column <= right:
            return (row, column) != (top, left)
    return False


def with_cells(data: bytes, changes: Mapping[tuple[int, int], str]) -> Edited:
    """Return a sheet's XML with text in cells, by row and column from 0; nothing written empties a cell.

    Raises:
        ValueError: It is not the XML of a sheet, or a cell is hidden by merged ones.
    """
    sheet = read_sheet(data)
    wanted = dict(changes)
    for (row, column), text in changes.items():
        if merged_over(sheet, row, column):
            if text:
                raise ValueError(f"cell {reference(row, column)} is merged with others")
            del wanted[row, column]
    there = {(cell.row, cell.column): cell for cell in sheet.cells()}
    replaced = [there[place] for place in wanted if place in there]
    splices = [*_splices(data, sheet, wanted, there), *_unshared(sheet, replaced)]
    if (wider := _dimension(data, sheet, [place for place, text in wanted.items() if text])) is not None:
        splices.append(wider)
    strings = frozenset(cell.shared for cell in replaced if cell.shared is not None)
    return Edited(_spliced(data, splices), any(cell.formula for cell in replaced), strings)


def without_strings(data: bytes, numbers: Collection[int]) -> bytes:
    """Return the XML of shared strings with some of them empty; the others keep their numbers.

    Raises:
        ValueError: It is not XML.
    """
    strings = [part for path, part in parts(data) if len(path) == 2 and path[-1] == "si"]
    return _spliced(data, [Splice(p.inside, 0, p.close, b"") for n, p in enumerate(strings) if n in numbers])


def _splices(
    data: bytes, sheet: Sheet, wanted: Mapping[tuple[int, int], str], there: Mapping[tuple[int, int], Cell]
) -> Iterator[Splice]:
    rows = {row.number: row for row in sheet.rows}
    fresh: dict[int, dict[int, str]] = {}
    for (row, column), text in wanted.items():
        cell = there.get((row, column))
        if cell is not None:
            yield Splice(cell.part.begin, column, cell.part.end, _cell(sheet, row, column, text, cell))
        elif text:
            fresh.setdefault(row, {})[column] = text
    grown: dict[int, bytes] = {}
    for number, cells in sorted(fresh.items()):
        made = {column: _cell(sheet, number, column, text) for column, text in sorted(cells.items())}
        if number in rows and not rows[number].part.empty:
            yield from _into_row(data, rows[number], made)
        elif number in rows:
            part = rows[number].part
            yield Splice(
                part.begin, 0, part.end, _opened(_grown(data[part.begin : part.end], made), b"".join(made.values()))
            )
        else:
            grown[number] = _element(sheet, "row", {"r": str(number + 1)}, b"".join(made.values()))
    yield from _new_rows(data, sheet, grown)


def _into_row(data: bytes, row: Row, made: Mapping[int, bytes]) -> Iterator[Splice]:
    yield Splice(row.part.begin, 0, row.part.inside, _grown(data[row.part.begin : row.part.inside], made))
    for column, text in made.items():
        at = next((cell.part.begin for cell in row.cells if cell.column > column), row.part.close)
        yield Splice(at, column, at, text)


def _grown(tag: bytes, columns: Collection[int]) -> bytes:
    """Return a row's tag without the columns that it has, where it has more now."""
    spans = _SPANS.search(tag)
    within = spans is None or int(spans[1]) <= min(columns) + 1 <= max(columns) + 1 <= int(spans[2])
    return tag if within else _SPANS.sub(b"", tag)


def _new_rows(data: bytes, sheet: Sheet, grown: Mapping[int, bytes]) -> Iterator[Splice]:
    if sheet.data.empty and grown:
        tag = data[sheet.data.begin : sheet.data.end]
        yield Splice(sheet.data.begin, 0, sheet.data.end, _opened(tag, b"".join(grown.values())))
        return
    for number, text in grown.items():
        at = next((row.part.begin for row in sheet.rows if row.number > number), sheet.data.close)
        yield Splice(at, number - 2**21, at, text)  # before what is done to the row that stands there


def _cell(sheet: Sheet, row: int, column: int, text: str, before: Cell | None = None) -> bytes:
    attributes = {"r": reference(row, column)}
    if before is not None and (style := before.part.attributes.get("s")):
        attributes["s"] = style
    if not text:
        return _element(sheet, "c", attributes)
    written = escape(_NOT_XML.sub("", text)).encode()
    inner = _element(sheet, "t", {"xml:space": "preserve"}, written)
    return _element(sheet, "c", {**attributes, "t": "inlineStr"}, _element(sheet, "is", {}, inner))


def _element(sheet: Sheet, name: str, attributes: Mapping[str, str], inner: bytes = b"") -> bytes:
    name = sheet.prefix + name
    start = "".join(f' {key}="{escape(text, {chr(34): "&quot;"})}"' for key, text in attributes.items())
    return f"<{name}{start}>".encode() + inner + f"</{name}>".encode() if inner else f"<{name}{start}/>".encode()


def _opened(tag: bytes, inner: bytes) -> bytes:
    """Return a tag that opens and closes with something inside."""
    name = tag[1:].split(None, 1)[0].rstrip(b"/>")
    return tag[: tag.rindex(b"/")].rstrip() + b">" + inner + b"</" + name + b">"


def _unshared(sheet: Sheet, replaced: Collection[Cell]) -> Iterator[Splice]:
    """Give cells a formula of their own where the one that they share stands in a cell that is replaced."""
    from openpyxl.formula.translate import Translator

    gone = {(cell.row, cell.column) for cell in replaced}
    sources = {
        part.attributes["si"]: Translator("=" + part.text, reference(cell.row, cell.column))
        for cell in replaced
        if (part := cell.formula) and part.text and "si" in part.attributes
    }
    for cell in sheet.cells():
        part = cell.formula
        if part and not part.text and (cell.row, cell.column) not in gone:
            source = sources.get(part.attributes.get("si", ""))
            if source is not None:
                own = source.translate_formula(reference(cell.row, cell.column))[1:]
                yield Splice(part.begin, 0, part.end, _element(sheet, "f", {}, escape(own).encode()))


def _dimension(data: bytes, sheet: Sheet, places: Collection[tuple[int, int]]) -> Splice | None:
    """Widen what the sheet says of its own size, where it says anything."""
    part = sheet.dimension
    if part is None or not places or "ref" not in part.attributes:
        return None
    top, left, bottom, right = area(part.attributes["ref"])
    rows, columns = [top, bottom, *(row for row, _ in places)], [left, right, *(column for _, column in places)]
    first, last = reference(min(rows), min(columns)), reference(max(rows), max(columns))
    wider = f"{first}:{last}"
    if area(wider) == (top, left, bottom, right):
        return None
    tag = re.sub(rb"""(\bref\s*=\s*)(["'])[^"']*\2""", b'\\1"' + wider.encode() + b'"', data[part.begin : part.end])
    return Splice(part.begin, 0, part.end, tag)


def _spliced(data: bytes, splices: Collection[Splice]) -> bytes:
    made, at = [], 0
    for splice in sorted(splices):
        made += [data[at : splice.begin], splice.text]
        at = splice.end
    return b"".join([*made, data[at:]])
