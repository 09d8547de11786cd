"""Why two domains differ: who decides, by when, what follows. Told as text, never folded into a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.terms.model import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.terms.model import WrittenSense


@value()
class FacetSide:
    """One side's answers to a question."""

    codes: tuple[str, ...]
    """Each once, in the order in which they were written."""
    senses: tuple[str, ...]
    """The ids of the senses that answer the question."""


@value()
class FacetClash:
    """A question to which two sides have no answer in common."""

    facet: str
    """One of `FACETS`."""
    a: FacetSide
    b: FacetSide


def facet_clashes(a: Iterable[WrittenSense], b: Iterable[WrittenSense]) -> tuple[FacetClash, ...]:
    """Return the questions that both sides have answered, over all their senses, without any code in common.

    Only codes can clash: two free texts may say the same in other words.
    """
    senses_a, senses_b = tuple(a), tuple(b)
    found = (FacetClash(facet, _side(facet, senses_a), _side(facet, senses_b)) for facet in FACETS)
    return tuple(one for one in found if one.a.codes and one.b.codes and not set(one.a.codes) & set(one.b.codes))


def _side(facet: str, senses: tuple[WrittenSense, ...]) -> FacetSide:
    answering = [sense for sense in senses if facet in sense.facets]
    codes = dict.fromkeys(sense.facets[facet].code for sense in answering)
    return FacetSide(tuple(codes), tuple(sense.id for sense in answering))
