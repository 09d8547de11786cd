"""What the words in dispute come to, worked out once for what was said and kept until something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.term_material import material
from toolkit.terms.analysis import analyse
from toolkit.terms.correspondence import correspondences

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.terms.analysis import TermAnalysis
    from toolkit.terms.correspondence import Correspondence
    from toolkit.terms.model import TermMaterial


class Analyst:
    """Answers for one session; asking again about what has not changed costs next to nothing."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[TermMaterial, TermAnalysis]] = {}
        self._across: tuple[tuple[TermMaterial, ...], tuple[Correspondence, ...]] = ((), ())

    def of(self, state: State, term: str) -> TermAnalysis:
        """Return what the room's use of a word comes to."""
        said = material(state, term)
        known = self._known.get(term)
        if known is None or known[0] != said:
            known = self._known[term] = (said, analyse(said))
        return known[1]

    def across(self, state: State) -> tuple[Correspondence, ...]:
        """Return what domains that use different words have in common."""
        said = tuple(material(state, term) for term in state.terms)
        if self._across[0] != said:
            self._across = (said, correspondences(said))
        return self._across[1]
