"""Every command by name, in Textual's command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from toolkit.tui.commands import ENTRIES
from toolkit.tui.panes.help import key_label
from toolkit.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from textual.command import Hits

    from toolkit.tui.commands import Entry


class LiveProvider(Provider):
    """Offers the live screen's commands, with their keys."""

    async def discover(self) -> Hits:
        """Offer everything while nothing has been typed."""
        if isinstance(self.screen, LiveScreen):
            for entry in ENTRIES.values():
                yield DiscoveryHit(self._label(entry), partial(self.screen.action_live, entry.name), help=entry.help)

    async def search(self, query: str) -> Hits:
        """Offer what fits."""
        if not isinstance(self.screen, LiveScreen):
            return
        matcher = self.matcher(query)
        for entry in ENTRIES.values():
            label = self._label(entry)
            if (score := matcher.match(f"{label} {entry.name}")) > 0:
                run = partial(self.screen.action_live, entry.name)
                yield Hit(score, matcher.highlight(label), run, help=entry.help)

    def _label(self, entry: Entry) -> str:
        assert isinstance(self.screen, LiveScreen)
        keys = self.screen.settings.keys.get(entry.name, entry.keys)
        return f"{entry.title} ({key_label(keys[0])})" if keys else entry.title
