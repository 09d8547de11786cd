"""An afternoon in the middle of which pictures are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.actions.capture import Commit, Note, Park, Speak
from toolkit.session.actions.clock import Extend, Goto, Wait
from toolkit.session.actions.commitments import Read
from toolkit.session.actions.groups import MakeGroups, Seats, ShowTables
from toolkit.session.actions.people import Arrive
from toolkit.session.actions.terms import DecideOutcome, Dissent, Freeze, HangCase, HangStarter, SetFacet, WriteSense
from toolkit.session.actions.verdicts import Reveal, Slip
from toolkit.session.desk import Done
from toolkit.session.opening import open_session
from toolkit.tui.app import WorkshopApp
from toolkit.tui.entry import open_live
from toolkit.tui.settings import Settings
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from toolkit.session.grammar import Action
    from toolkit.workshop.folder import Folder


def rehearse(folder: Folder) -> None:
    """Rehearse the sample up to the silent ballot, a little late, with captures of each kind."""
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan, rehearsal=True)
    desk = opened.desk
    people = [person.id for person in desk.view.plan.people]
    script: list[Action] = [Goto("b1.s1")]
    for n, minutes in enumerate((3, 2.5, 6, 4, 2), 1):
        script += [Goto(f"b1.s{n}"), Wait(minutes)]
    script += [Goto("b2.s1"), Wait(5), Goto("b2.s2"), Wait(4.5), *(Arrive(person) for person in people[:9])]
    script += [
        Note("who is “we” in this sentence?"),
        Note("[laughs] we do not have governance, we have git", "open-source"),
        Park("who pays for the translation?"),
        Commit(people[1], "draft the budget line", "2026-12-11", "treasury"),
        Commit(None, "find a room for May"),
        Extend(1, "b2.s2"),
        Wait(1.2),
    ]
    for action in script:
        assert isinstance(desk.do(action, "Ana"), Done), action
    opened.close()


def sit_down(folder: Folder) -> None:
    """Make three rounds of tables for everybody, and show the first to the room, while turns are counted."""
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan, rehearsal=True)
    desk = opened.desk
    here = set(desk.state.here)
    script: list[Action] = [Arrive(person.id) for person in desk.view.plan.people if person.id not in here]
    script += [MakeGroups(Seats(4), "mixed", 3), Goto("b2.s5"), ShowTables()]
    script += [Speak(domain) for domain in ("open-source", "open-source", "design")]
    for action in script:
        assert isinstance(desk.do(action, "Ana"), Done), action
    opened.close()


def collide(folder: Folder) -> None:
    """Go on to the reveal of the first word, and to what the room decided about it."""
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan, rehearsal=True)
    slips = {
        "open-source": "600 060 501 240 150 420", "blockchain": "400 040 031 400 040 310",
        "design": "400 040 310 121 130 220", "policy-research": "200 020 200 110 200 011",
        "public-service": "400 040 040 031 310 022", "academia": "100 010 001 010 100 010",
    }  # fmt: skip
    script: list[Action] = [HangStarter("governance") for _ in range(4)]
    script += [
        HangCase("governance", "A council of users blocks a release."),
        HangCase("governance", "The treasury pays a bounty after a chat in a hallway."),
        Freeze("governance"),
        *(Slip("governance", domain, counts) for domain, counts in slips.items()),
        WriteSense("governance", "open-source", "How a project settles what goes in, and who may put it there."),
        SetFacet("s1", "decides", "maintainers", "whoever earned it"),
        WriteSense("governance", "blockchain", "How rules change when nobody owns them."),
        SetFacet("s2", "decides", "token-holders"),
        Goto("b2.s5"),
        Wait(3),
        Reveal("governance"),
    ]
    for action in script:
        assert isinstance(opened.desk.do(action, "Ana"), Done), action
    opened.close()


def read_back(folder: Folder) -> None:
    """Rehearse the end of the afternoon: what was decided and promised is read back."""
    rehearse(folder)
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan, rehearsal=True)
    step = next(step.id for step in opened.desk.view.plan.steps if step.view == "read-back")
    script: list[Action] = [
        DecideOutcome("governance", "prefix", "protocol governance and public governance; whoever writes says which"),
        Dissent("governance", "design", "no user was heard in either of the two"),
        DecideOutcome("risk", "park", "we did not get to it"),
        Commit(None, "tell the people who use the map that the list is checked once a month only"),
        Goto(step),
    ]
    for action in script:
        assert isinstance(opened.desk.do(action, "Ana"), Done), action
    opened.close()


def read_on(folder: Folder, lines: int) -> None:
    """Read so many lines back."""
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan, rehearsal=True)
    for _ in range(lines):
        assert isinstance(opened.desk.do(Read(), "Ana"), Done)
    opened.close()


def app_of(folder: Folder, theme: str = "") -> WorkshopApp:
    """Return the console on a rehearsal."""
    return WorkshopApp(lambda app: open_live(app, folder, "Ana", rehearsal=True), Settings(theme=theme))
