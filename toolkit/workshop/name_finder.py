"""Find people's names in what somebody wrote: whole names however they are written, and parts of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from toolkit.workshop.everyday_words import EVERYDAY, FUNCTION
from toolkit.workshop.name_folding import folded, placed, spellings
from toolkit.workshop.name_pattern import GAP, cased, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

GONE = "(name removed)"
"""What stands in the place of a name. Plain enough for CSV, YAML and JSON as they are."""
_COMMON = EVERYDAY | FUNCTION
_WITHIN = "'’‘ʼ‐‑-."
"""What stands within a part of a name, besides letters."""
_ADDED = re.compile(r"[(\[,].*", re.DOTALL)
"""What follows a name, such as pronouns or a degree."""
_JOINED = 7
"""Letters that a name has at least to be looked for without anything between its parts, as in a user name."""
_WHOLE, _ALONE, _PART, _STANDS = range(4)
"""What a form is: a name of several parts, one of a single part, a part, something that is to stay."""


class NameFinder:
    """Finds the names it was given, in any case, with accents or without, and however their parts are set apart.

    A part of a name (`Anna` of `Anna Łuczak`) is found as a word: between letters it is none. Where it is a word that
    anybody may say (`Will`), or has two letters (`Bo`), it is found with a capital alone, and if it holds sentences
    together (`An`) not at all. In scripts without capitals, where words are not set apart, a part is found anywhere.
    """

    def __init__(self, names: Iterable[str], stand: Iterable[str] = ()) -> None:
        """Prepare to find names.

        Args:
            names: Whole names, and addresses.
            stand: Whole names of others, which stay where they stand, also if a part of them could be meant.
        """
        whole = {name.strip() for name in names if name.strip()}
        known = [(form, _STANDS, name) for name in (GONE, *stand) for form in _forms(name) if " " in form]
        known += [(form, _PART, name) for name in whole for part in _parts(name) for form in spellings(part)]
        known += [(form, _WHOLE if " " in _gapped(name) else _ALONE, name) for name in whole for form in _forms(name)]
        self._typed = {_gapped(normalize("NFC", name)) for name in whole}
        self._kinds = {_key(form): kind for form, kind, _ in known}
        self._names = {(_key(form), name) for form, _, name in known}
        self._pattern = re.compile(pattern(form for form, _, _ in known)) if whole else None

    @classmethod
    def of_roster(
        cls, names: Mapping[str, str], facilitators: Iterable[str] = (), others: Iterable[str] = ()
    ) -> NameFinder:
        """Return what finds the people of a roster, and facilitators who gave a name with a capital.

        Args:
            names: People's names by id; who was forgotten has an id for a name, and is not looked for.
            facilitators: Who recorded something, as they called themselves: a user name is none of a person.
            others: People's e-mail addresses, and what they were called before: what was written then names them so.
        """
        known = [name for id_, name in names.items() if name != id_]
        return cls([*known, *(name for name in facilitators if name != name.lower()), *others])

    def found(self, text: str) -> list[str]:
        """Return what was found, in order."""
        return [text[begin:end] for begin, end in self.spans(text)]

    def without(self, text: str) -> str:
        """Return the text with `GONE` in the place of each name."""
        pieces, last = [], 0
        for begin, end in self.spans(text):
            pieces += [text[last:begin], GONE]
            last = end
        return "".join([*pieces, text[last:]])

    def meant(self, found: str) -> list[str]:
        """Return whose name something is that was found, by this finder or another: the whole names, in order."""
        key = _key(folded(found))
        key = key if key in self._kinds else key.removesuffix("s")
        return sorted(name for form, name in self._names if form == key)

    def is_whole(self, found: str) -> bool:
        """Tell whether something that was found is a name of several parts, or an address: nothing else looks so."""
        key = _key(folded(found))
        return self._kinds.get(key, self._kinds.get(key.removesuffix("s"))) == _WHOLE

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each name begins and ends, in order."""
        if self._pattern is None or not self._pattern.search(folded(text)):  # nearly all texts
            return
        plain, places = placed(text)
        for match in self._pattern.finditer(plain):
            begin, end = places[match.start()], places[match.end()]
            if self._names_somebody(match[0], text[begin:end]):
                yield begin, end

    def _names_somebody(self, plain: str, text: str) -> bool:
        """Tell whether something that was found is meant as a name, by how it is written there."""
        genitive = _key(plain) not in self._kinds
        kind = self._kinds[_key(plain)[:-1] if genitive else _key(plain)]
        text = normalize("NFC", text)
        if kind in (_WHOLE, _STANDS) or not cased(plain[0]) or _gapped(text) in self._typed:
            return kind != _STANDS
        word = text.casefold()
        if genitive and word in _COMMON:
            return False
        word = word[:-1] if genitive else word
        if kind == _PART and word in FUNCTION:
            return False
        return text[0].isupper() or (len(word) > 2 and word not in _COMMON)


def _gapped(name: str) -> str:
    """Return a name with a space for each gap; one that is nothing but gaps as it is."""
    return GAP.sub(" ", name).strip() or name


def _key(form: str) -> str:
    return GAP.sub("", form) or form


def _forms(name: str) -> set[str]:
    """Return a whole name as it may stand in folded text, with spaces where there may be any gap."""
    found = {_gapped(spelling) for spelling in spellings(name) if spelling}
    short = {_gapped(spelling) for spelling in spellings(_ADDED.sub("", name)) if spelling}
    found |= {form for form in short if " " in form}
    joined = {_key(form) for form in found if len(_key(form)) >= _JOINED or (form[0].isalpha() and not cased(form[0]))}
    return found | joined


def _parts(name: str) -> Iterator[str]:
    """Yield the parts of a name that somebody may be called by; an address has none."""
    letters = (symbol if category(symbol)[0] in "LM" or symbol in _WITHIN else " " for symbol in name)
    for word in () if "@" in name else "".join(letters).rstrip(" .").split():
        if word.endswith("."):
            continue  # Dr., Prof., initials
        bare = word.strip(_WITHIN)
        for part in {bare, *re.split(f"[{re.escape(_WITHIN)}]", bare)}:
            if cased(part[:1] or " "):
                if len(part) > 1 and (part[0].isupper() or name.islower()):
                    yield part
            elif len(part) > 1 and all(category(symbol)[0] in "LM" for symbol in part):
                yield part
                if "\u3400" <= part[0] <= "\ud7a3" and 3 <= len(part) <= 4:
                    yield part[1:]  # the given name, where the family's stands before it
