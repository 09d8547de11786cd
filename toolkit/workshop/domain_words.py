"""By which words a domain goes, typed in haste or standing in a roster: its id, its code, its label, in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.workshop.plan import DomainInfo


def domain_called(word: str, domains: Iterable[DomainInfo]) -> str | None:
    """Return the id of the domain that a word stands for; an id goes before a code, a code before a label."""
    wanted, known = word.strip().casefold(), list(domains)
    words = [*((d.id, d.id) for d in known), *((d.code, d.id) for d in known), *((d.label, d.id) for d in known)]
    return next((id_ for name, id_ in words if name.strip().casefold() == wanted), None)
