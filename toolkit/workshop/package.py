"""The files inside a spreadsheet (.xlsx): which is its first sheet, and text written into that and nothing else.

What a library that reads and writes whole workbooks does not know, it loses: charts, what formulas came to, themes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from toolkit.workshop.sheet_edit import with_cells, without_strings
from toolkit.workshop.sheet_xml import parts, read_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHAIN = "calcChain"
_STRINGS = "sharedStrings"


def with_text(package: bytes, changes: Mapping[tuple[int, int], str]) -> bytes:
    """Return a spreadsheet with text in cells of its first sheet, by row and column from 0.

    Text that a cell had and no other has is gone from the list of strings as well; and where a formula is replaced,
    the order of calculation, which the next program that opens the file works out anew.

    Raises:
        ValueError: The package is not as expected, or a cell is hidden by merged ones.
        zipfile.BadZipFile: It is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
        infos = archive.infolist()
    book, sheet = _places(files)
    edited = with_cells(files[sheet], changes)
    before = dict(files)
    files[sheet] = edited.data
    _forget_strings(files, book, edited.strings)
    if edited.formulas:
        _forget_chain(files, book)
    return package if files == before else _packed(infos, files)


def _packed(infos: list[zipfile.ZipInfo], files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info in infos:
            if info.filename in files:
                archive.writestr(info, files[info.filename], info.compress_type)
    return out.getvalue()


def _places(files: Mapping[str, bytes]) -> tuple[str, str]:
    """Return the names of the workbook and of the first sheet that has cells."""
    book = next((target for _, kind, target in _relations(files, "") if kind == "officeDocument"), None)
    if book is None or book not in files:
        raise ValueError("no workbook in it")
    targets = {id_: target for id_, kind, target in _relations(files, book) if kind == "worksheet"}
    order = [part.attributes.get("id", "") for path, part in parts(files[book]) if path[1:] == ("sheets", "sheet")]
    sheet = next((targets[id_] for id_ in order if targets.get(id_) in files), None)
    if sheet is None:
        raise ValueError("no sheet in it")
    return book, sheet


def _relations(files: Mapping[str, bytes], source: str) -> list[tuple[str, str, str]]:
    """Return what a file of the package refers to: by which id, as what, and the name of it."""
    folder = posixpath.dirname(source)
    found = []
    for path, part in parts(files.get(_relations_of(source), b"<none/>")):
        if path[-1] == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, part.attributes.get("Target", ""))).lstrip("/")
            found.append((part.attributes.get("Id", ""), part.attributes.get("Type", "").rpartition("/")[2], target))
    return found


def _relations_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _forget_strings(files: dict[str, bytes], book: str, numbers: frozenset[int]) -> None:
    """Empty shared strings that no cell of any sheet has any more: a name that was taken out is gone for good."""
    relations = _relations(files, book)
    strings = next((target for _, kind, target in relations if kind == _STRINGS), None)
    if not numbers or strings is None or strings not in files:
        return
    sheets = [target for _, kind, target in relations if kind == "worksheet" and target in files]
    used = {cell.shared for sheet in sheets for cell in read_sheet(files[sheet]).cells()}
    if gone := numbers - used:
        files[strings] = without_strings(files[strings], gone)


def _forget_chain(files: dict[str, bytes], book: str) -> None:
    """Leave the order of calculation out: one that names a cell without a formula passes for damage."""
    chain = next((target for _, kind, target in _relations(files, book) if kind == _CHAIN), None)
    if chain is None or chain not in files:
        return
    del files[chain]
    for name, path in ((_relations_of(book), "Relationship"), ("[Content_Types].xml", "Override")):
        data = files[name]
        for found, part in parts(data):
            where = part.attributes.get("Target", part.attributes.get("PartName", ""))
            if found[-1] == path and re.search(rf"(^|/){_CHAIN}\.xml$", where):
                files[name] = data[: part.begin] + data[part.end :]
