"""What the library says of itself: it names nobody, whatever words it uses, and nothing is to be taken out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from toolkit.library.catalogue import Catalogue
from toolkit.workshop.blocks import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from toolkit.workshop.folder import Folder


def shipped_texts(folder: Folder, ids: Iterable[str]) -> frozenset[str]:
    """Return every text of the exercises and words that ship, of those with one of the ids, as a plan has it.

    What the workshop's folder or the user has of their own is not among them.
    """
    catalogue, wanted = Catalogue(folder.path), set(ids)
    named = (catalogue.exercise(id_) for id_ in wanted if re.fullmatch(r"[a-z][a-z0-9-]*", id_))
    known = [found for found in named if found]
    items: list[BaseModel] = [found.item for found in known if found.origin == "built-in"]
    terms = catalogue.terms().items()
    items += [term for id_, (term, found) in terms if id_ in wanted and found.origin == "built-in"]
    words = {label for id_, (term, _) in terms if id_ in wanted for label in term.labels.values()}
    words |= {label for found in known if found.item.term for label in found.item.term.labels.values()}
    texts = {text for item in items for text in _texts(item)}
    return frozenset({*texts, *(spoken(text, word) for text in texts for word in ("", *words))})


def _texts(item: BaseModel) -> Iterator[str]:
    """Yield every text in an item, in every language."""
    left: list[Any] = [item.model_dump()]
    while left:
        thing = left.pop()
        if isinstance(thing, dict | list | tuple):
            left += thing.values() if isinstance(thing, dict) else thing
        elif isinstance(thing, str):
            yield thing
