"""What is being typed anywhere on the live screen, as one text that survives a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Drafts:
    """Joins the texts of the capture bar and of forms, and has them kept."""

    def __init__(self, keep: Callable[[str], None]) -> None:
        self._keep = keep
        self._texts: dict[str, str] = {}

    def typed(self, source: str, text: str) -> None:
        """Keep what stands in `source` now, beside what stands elsewhere."""
        self._texts[source] = text
        self._keep(self._joined())

    def sent(self, source: str) -> None:
        """Forget what stood in `source`: it is recorded, and the row that all drafts share is gone with it."""
        self._texts.pop(source, None)
        if rest := self._joined():
            self._keep(rest)

    def _joined(self) -> str:
        return "\n".join(text for text in self._texts.values() if text.strip())
