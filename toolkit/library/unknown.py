"""A name in a content file that stands for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.files.document import Document, Trail
    from toolkit.files.problems import Problem


def unknown(document: Document, trail: Trail, name: str, noun: str, known: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem if `name`, at `trail`, is not among the `known`."""
    names = set(known)
    if name not in names:
        yield document.problem(trail, f"there is no {noun} {name!r}: {nearest(name, names)}")
