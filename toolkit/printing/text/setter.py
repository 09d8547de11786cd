"""Set text: clean it, itemise it, shape it. The one door through which foreign text comes into print."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from toolkit.printing.fonts.choice import invisible
from toolkit.printing.fonts.harfbuzz import script_of
from toolkit.printing.text import bidi
from toolkit.printing.text.line import Line, Run
from toolkit.printing.text.segments import clusters, is_plain

if TYPE_CHECKING:
    from toolkit.printing.fonts.choice import Fonts, Style
    from toolkit.printing.fonts.harfbuzz import Face

_FORMLESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffb\ufeff]")
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_STEERING = frozenset(map(chr, (0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070))))
"""Marks that steer order and breaking, and are not drawn."""
_APART = re.compile("[^\u0300-\u036f][\u0300-\u036f]+|[\u1100-\u11ff]+")
_SYMBOLS, _ATTACHED = "Zsym", "Zatt"
_EAST = frozenset(("Hani", "Hira", "Kana", "Hang", "Bopo"))


class _Item(NamedTuple):
    start: int
    end: int
    level: int
    script: str
    face: Face | None


@lru_cache(maxsize=2048)
def clean(text: str) -> str:
    """Return a text on one line: white space is one space, and what has no form (NUL, half a surrogate) is left out.

    Accents and jamo are joined to their letters where Unicode has the whole; nothing else is normalised, for that would
    change the forms of some Han characters in names.
    """
    text = _FORMLESS.sub("", _SPACES.sub(" ", text)).strip(" ")
    return _APART.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


class Setter:
    """Sets lines in the fonts at hand; what was set once is kept."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.line = lru_cache(maxsize=2048)(self._line)

    def _line(self, text: str, style: Style, *, to_left: bool | None = None) -> Line:
        """Return a clean text as one line; a part of a paragraph runs as the paragraph does, however it begins."""
        if not to_left and is_plain(text) and (line := self._plain(text, style)):
            return line
        to_left = bidi.starts_to_left(text) if to_left is None else to_left
        levels = bidi.trailing_space(text, bidi.levels(text, to_left=to_left), int(to_left))
        items = self._items(text, levels, style)
        missing = "".join(dict.fromkeys(c for item in items if not item.face for c in text[item.start : item.end]))
        drawn = [item for item in items if item.face]
        runs = tuple(self._shape(text, item, style) for item in bidi.visual(drawn, [item.level for item in drawn]))
        return Line(text, runs, sum(glyph[2] for run in runs for glyph in run.glyphs), missing, to_left)

    def _plain(self, text: str, style: Style) -> Line | None:
        """Return a text in the base face alone; None if it lacks a character."""
        face = self.fonts.base(style)
        shaped = face.shape(text, (0, len(text)), "", style.language, to_left=False)
        if any(glyph[0] == 0 for glyph in shaped.glyphs):
            return None
        run = Run(face, text, 0, shaped.glyphs, safe=shaped.safe)
        return Line(text, (run,), sum(glyph[2] for glyph in shaped.glyphs))

    def _shape(self, text: str, item: _Item, style: Style) -> Run:
        assert item.face
        to_left = bool(item.level % 2)
        script = "" if item.script == _SYMBOLS else item.script
        shaped = item.face.shape(text, (item.start, item.end), script, style.language, to_left=to_left)
        return Run(item.face, text[item.start : item.end], item.start, shaped.glyphs, to_left, shaped.safe)

    def _items(self, text: str, levels: list[int], style: Style) -> list[_Item]:
        """Return stretches of one level, script and face. What no font has makes stretches without a face."""
        items: list[_Item] = []
        for start, end, level, script in _stretches(text, levels):
            letters = bool(items) and items[-1].script != _SYMBOLS
            for item in self._faces(text, start, end, style, items[-1].face if letters else None):
                piece = item._replace(level=level, script=script)
                last = items[-1] if items else None
                if last and last.face is piece.face and (last.level, last.script) == (level, piece.script):
                    items[-1] = last._replace(end=piece.end)
                else:
                    items.append(piece)
        return items

    def _faces(self, text: str, start: int, end: int, style: Style, before: Face | None) -> list[_Item]:
        """Return a stretch in the face that has its letters; what that one lacks in the first that has it."""
        stretch = text[start:end]
        letters = "".join(symbol for symbol in stretch if script_of(symbol)) or stretch
        main = before if before and not any(map(script_of, stretch)) else self.fonts.face_for(letters, style)
        if main and all(main.has(symbol) or invisible(symbol) for symbol in stretch):
            return [_Item(start, end, 0, "", main)]
        edges = [start + at for at in clusters(stretch)]
        return [_Item(a, b, 0, "", self._face(text[a:b], style, main)) for a, b in pairwise(edges)]

    def _face(self, cluster: str, style: Style, main: Face | None) -> Face | None:
        if main and all(main.has(symbol) or invisible(symbol) for symbol in cluster):
            return main
        return self.fonts.face_for(cluster, style)


def _stretches(text: str, levels: list[int]) -> list[tuple[int, int, int, str]]:
    """Return (start, end, level, script) of stretches; marks that are not drawn are in none of them.

    Characters that all scripts share (spaces, digits, punctuation) go with the letters before them, symbols such as
    emoji stand for themselves, accents and joiners stay with what they belong to.
    """
    found: list[tuple[int, int, int, str]] = []
    start, end, level, script = 0, -1, 0, ""
    for at, symbol in enumerate(text):
        if symbol in _STEERING:
            continue
        kind = _script(symbol)
        if at == end and (kind == _ATTACHED or (levels[at] == level and _goes_on(script, kind))):
            end = at + 1
            continue
        if end > start:
            found.append((start, end, level, script))
        start, end, level, script = at, at + 1, levels[at], "" if kind == _ATTACHED else kind
    return [*found, (start, end, level, script)] if end > start else found


def _goes_on(before: str, script: str) -> bool:
    return script == before or (not script and before != _SYMBOLS)


@lru_cache(maxsize=4096)
def _script(symbol: str) -> str:
    """Return a character's script; another word for pictures, and for what belongs to the character before it."""
    script = script_of(symbol)
    if script in _EAST:
        return "Hani"
    attached = unicodedata.category(symbol)[0] == "M" or invisible(symbol) or "\U0001f3fb" <= symbol <= "\U0001f3ff"
    if attached and not script:
        return _ATTACHED
    return script or (_SYMBOLS if symbol >= "\u2190" and not "\u3000" <= symbol <= "\u30ff" else "")
