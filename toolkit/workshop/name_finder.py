"""Find people's names in what somebody wrote: whole names however they are written, and parts of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

GONE = "(name removed)"
"""What stands in the place of a name. Plain enough for CSV, YAML and JSON as they are."""
_PLAIN = str.maketrans("ŁłØøĐđıß’‘", "LlOoDdis''")
"""Letters that do not come apart into a plain one and a mark, as hands without them on their keyboard write them."""
_SHORTEST = 3
"""Letters that a part of a name has at least to be looked for by itself."""


class NameFinder:
    """Finds the names it was given.

    A whole name is found in any case and with any spaces; a part (`Anna` of `Anna Łuczak`) only with a capital, as a
    word, or as it is written there. Accents may be missing, apostrophes straight or curly. In scripts without capitals,
    where words are not set apart, a part is found anywhere.
    """

    def __init__(self, names: Iterable[str]) -> None:
        whole = {name.strip() for name in names if name.strip()}
        parts = {part for name in whole for part in _parts(name)} - whole
        patterns = [_whole(name) for name in sorted(whole, key=len, reverse=True)]
        patterns += [_bounded(re.escape(part), part) for part in sorted(_forms(parts), key=len, reverse=True)]
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    @classmethod
    def of_roster(
        cls, names: Mapping[str, str], facilitators: Iterable[str] = (), former: Iterable[str] = ()
    ) -> NameFinder:
        """Return what finds the people of a roster, and facilitators who gave a name with a capital.

        Args:
            names: People's names by id; who was forgotten has an id for a name, and is not looked for.
            facilitators: Who recorded something, as they called themselves: a user name is none of a person.
            former: What people were called before the roster was changed: what was written until then names them so.
        """
        known = [name for id_, name in names.items() if name != id_]
        return cls([*known, *former, *(name for name in facilitators if name != name.lower())])

    def found(self, text: str) -> list[str]:
        """Return what was found, in order."""
        return [match[0] for match in self._pattern.finditer(text)] if self._pattern else []

    def without(self, text: str) -> str:
        """Return the text with `GONE` in the place of each name."""
        return self._pattern.sub(GONE, text) if self._pattern else text


def _whole(name: str) -> str:
    spaced = [(r"\s+".join(map(re.escape, form.split())), form) for form in sorted(_forms([name]))]
    return "|".join(f"(?i:{_bounded(pattern, form)})" for pattern, form in spaced)


def _forms(names: Iterable[str]) -> set[str]:
    """Return names with accents composed, decomposed and left out: texts have any of these."""
    known = {form for name in names for form in (name, _plain(name), name.replace("'", "’"))}
    return {normalize(form, name) for name in known for form in ("NFC", "NFD")}


def _plain(name: str) -> str:
    """Return a name without accents; in scripts without capitals marks are no accents, and stay."""
    if not _cased(name[:1] or " "):
        return name
    bare = "".join(symbol for symbol in normalize("NFD", name) if category(symbol) != "Mn")
    return bare.translate(_PLAIN)


def _bounded(pattern: str, name: str) -> str:
    """Let a name of a script with capitals begin and end at the edge of a word."""
    before = r"(?<!\w)" if _cased(name[0]) else ""
    after = r"(?!\w)" if _cased(name.rstrip()[-1]) else ""
    return before + pattern + after


def _cased(symbol: str) -> bool:
    return symbol.upper() != symbol.lower()


def _parts(name: str) -> Iterator[str]:
    """Yield the parts of a name that somebody may be called by."""
    for word in name.split():
        bare = word.strip("“”\"'‘’(),;[]")
        if word.endswith("."):
            continue  # Dr., Prof., initials
        for part in {bare, *bare.split("-")}:
            if _cased(part[:1] or " "):
                if len(part) >= _SHORTEST and (part[0].isupper() or name.islower()):
                    yield from (part, part[0].upper() + part[1:], part.upper())
            elif len(part) > 1 and all(category(symbol)[0] in "LM" for symbol in part):
                yield part
                if "\u3400" <= part[0] <= "\ud7a3" and 3 <= len(part) <= 4:
                    yield part[1:]  # the given name, where the family's stands before it
