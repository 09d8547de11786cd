"""Where text can be cut: UAX 29 clusters and UAX 14 line breaks from uniseg, the only module that knows it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02af\u0386-\u03ff\u0400-\u0482\u048a-\u052f\u1e00-\u1fff"
    "\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac]*"
)
"""Latin, Greek and Cyrillic in composed form: each character is a cluster, and lines break at spaces and hyphens."""
_PLAIN_BREAK = re.compile(
    r"(?<![(\[{“‘«‹ ]) +(?![ !?.,:;/)\]}’”»›])|(?<=[^\W\d])[-\u2010](?=[^\W\d])|(?<=\w)[\u2013\u2014](?=\w)"
    r"|(?<=[^\W\d])/(?=[^\W\d])"
)
_APART = re.compile("(?<=[A-Za-z]) (?=[A-Za-z])")
"""Spaces at which a line may always break, and across which no rule looks (UAX 14, LB7 and LB18)."""
_SOUTH_EAST = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_NOT_AFTER = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")
"""Vowels that are written before the consonant they belong to."""
_NOT_BEFORE = re.compile("[\u0e2f-\u0e33\u0e45-\u0e4e\u0eaf-\u0eb3\u0ec6-\u0ecd]")
"""Vowels that are written after it, and signs of abbreviation and repetition."""


def is_plain(text: str) -> bool:
    """Tell whether no table is needed to cut `text`."""
    return PLAIN.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def clusters(text: str) -> tuple[int, ...]:
    """Return the indices at which what a reader takes for one character begins, and the end."""
    if is_plain(text):
        return tuple(range(len(text) + 1))
    from uniseg.graphemecluster import grapheme_cluster_boundaries  # deferred: 30 ms

    return tuple(grapheme_cluster_boundaries(text))


@lru_cache(maxsize=1024)
def breaks(text: str) -> tuple[int, ...]:
    """Return the indices at which a new line may begin, and the end."""
    if is_plain(text):
        return (*(found.end() for found in _PLAIN_BREAK.finditer(text) if found.end() < len(text)), len(text))
    starts = (0, *(found.end() for found in _APART.finditer(text)), len(text))
    if len(starts) > 2:  # the tables are slow, and most words of a sentence need none
        return tuple(start + at for start, end in pairwise(starts) for at in breaks(text[start:end]))
    from uniseg.linebreak import line_break_boundaries  # deferred: 60 ms

    return tuple(line_break_boundaries(text))


def loose_breaks(text: str) -> tuple[int, ...]:
    """Return where a word that is longer than a line may be cut, if it is written in a script without spaces.

    Thai, Lao, Khmer and Burmese want a dictionary for this; without one, no cluster is torn, and in Thai and Lao no
    vowel from its consonant.
    """
    if not _SOUTH_EAST.search(text):
        return ()  # the tables of clusters are slow
    return tuple(
        at
        for at in clusters(text)[1:]
        if at < len(text)
        and _SOUTH_EAST.match(text, at - 1)
        and _SOUTH_EAST.match(text, at)
        and not _NOT_AFTER.match(text, at - 1)
        and not _NOT_BEFORE.match(text, at)
    )
