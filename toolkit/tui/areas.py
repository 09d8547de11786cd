"""The areas of the live screen; each is imported and made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.tui.panes.pane import Pane
    from toolkit.tui.screens.live import LiveScreen


def area(name: str, screen: LiveScreen) -> Pane:
    """Return the area called `name`; whatever has no other is help."""
    if name == "terms":
        from toolkit.tui.panes.terms import TermsPane

        return TermsPane()
    if name == "people":
        from toolkit.tui.panes.people import PeoplePane

        return PeoplePane()
    if name == "groups":
        from toolkit.tui.panes.groups import GroupsPane

        return GroupsPane()
    if name == "survey":
        from toolkit.tui.panes.survey import SurveyPane

        return SurveyPane()
    if name == "library":
        from toolkit.tui.panes.library import LibraryPane

        return LibraryPane(screen.folder.path)
    if name == "print":
        from toolkit.tui.panes.print import PrintPane

        return PrintPane(screen.folder)
    from toolkit.tui.panes.help import HelpPane

    return HelpPane(screen.settings.keys)
