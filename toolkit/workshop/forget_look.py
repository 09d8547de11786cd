"""The last look of a forgetting: whatever can be read in a folder is searched for what still names somebody."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from toolkit.files.look import is_file
from toolkit.files.places import CONTENT_FOLDERS
from toolkit.files.value import value
from toolkit.workshop.name_finder import NameFinder
from toolkit.workshop.name_folding import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from toolkit.workshop.folder import Folder

_ESCAPED = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_TAG = re.compile(r"<[^<>]*>")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTER_BEFORE, _LETTER_AFTER = rb"(?<![A-Za-z\x80-\xff])", rb"(?![A-Za-z\x80-\xff])"
_DATABASE = b"SQLite format 3"
_LARGEST = 200_000_000
"""Bytes that an archive may unpack to; a larger one is looked at as it is."""


@value()
class Left:
    """A word in a file that still names somebody, or could."""

    file: Path
    where: str
    """The line, or the part of an archive; nothing for what is no text."""
    word: str
    stays: bool
    """Whether the workshop itself, the library or somebody else goes by that word: nothing is to be done then."""

    @property
    def place(self) -> str:
        """Where it stands, on one line."""
        return f"{self.file}{self.where}"


@dataclass
class LastLook:
    """Looks through the files of a folder."""

    folder: Folder
    roster: Path
    names: Collection[str]
    """What those who were forgotten were called."""
    finder: NameFinder
    """Finds them, and leaves the names of others alone."""
    own: Iterable[str]
    """What the workshop goes by: ids, labels, names of files; and what others are called."""
    anew: Collection[Path]
    """Files that were made anew, of what has no names any more and of the library's words."""

    def left(self) -> Iterator[Left]:
        """Yield what is found, each word once in a file."""
        every = NameFinder(self.names)
        own = {folded(found) for text in self.own for found in every.found(text)}
        forms = [(name, form) for name in self.names for form in _forms(name)]
        for file in filter(is_file, sorted(self.folder.path.rglob("*"))):
            data = file.read_bytes()
            found: dict[tuple[str, str], str] = {}
            for part, text in _texts(data):
                for word, line in self._words(text):
                    found.setdefault((part, word), line)
            if not any(True for _ in _texts(data)):
                found = {("", name): "" for name, form in forms if form.search(data)}
            for (part, word), line in found.items():
                where = f" ({part})" if part else line
                yield Left(file, where, word, self._stays(file, word, own))

    def _words(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what names somebody in a text, and on which line."""
        line, last = 1, 0
        for begin, end in self.finder.spans(text):
            line, last = line + text.count("\n", last, begin), begin
            yield text[begin:end], f":{line}"

    def _stays(self, file: Path, word: str, own: Collection[str]) -> bool:
        inside = file.relative_to(self.folder.path).parts
        made = file in self.anew or inside[0] == ".schema"
        ours = made or inside[0] in CONTENT_FOLDERS or file in (self.folder.file, self.roster) or file.suffix == ".db"
        return (ours and folded(word) in own) or (made and not self.finder.is_whole(word))


def pdfs_of_others(folder: Folder, anew: Collection[Path]) -> list[Path]:
    """Return the PDFs of a folder that were not made anew: their letters are numbers of shapes, and not looked for."""
    found = (file for file in sorted(folder.path.rglob("*.pdf")) if is_file(file) and file not in anew)
    return [file for file in found if not file.is_relative_to(folder.out)]


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield what can be read in a file, as it stands and with escapes and tags undone; of an archive, by its parts."""
    for part, raw in _parts(data):
        if (text := _decoded(raw)) is not None:
            yield part, text
            if _ESCAPED.search(text):
                yield part, _ESCAPED.sub(lambda match: json.loads(f'"{match[0]}"'), text)
            if part and "<" in text:
                yield part, _TAG.sub("", text)


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith((b"%PDF", _DATABASE)):
        return
    if data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) <= _LARGEST:
                yield from ((info.filename, archive.read(info)) for info in archive.infolist())
    else:
        yield "", data


def _decoded(data: bytes) -> str | None:
    """Return a text in UTF-8 or UTF-16, else in the encoding of old spreadsheets; None for what is no text."""
    half = len(data) // 4 + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[1::2].count(0) >= half or data[::2].count(0) >= half:
        return data.decode("utf-16-le" if data[1::2].count(0) >= half else "utf-16-be", "replace")
    if _CONTROL.search(data):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _forms(name: str) -> Iterator[re.Pattern[bytes]]:
    """Yield what a name is as bytes, at the edges of a word where it has letters without accents there."""
    for form in ("NFC", "NFD"):
        text = normalize(form, name)
        for raw in {text.encode("utf-8", "surrogateescape"), json.dumps(text)[1:-1].encode()}:
            yield re.compile(_LETTER_BEFORE + re.escape(raw) + _LETTER_AFTER)
        yield re.compile(re.escape(text.encode("utf-16-le", "surrogatepass")))
