"""What a room said of its words, as far as it may be on paper now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.afternoon import collide, rehearse
from toolkit.cli.session_files import current_state
from toolkit.session.actions import ACTIONS
from toolkit.session.actions.people import Arrive
from toolkit.session.analyst import Analyst
from toolkit.session.desk import Done
from toolkit.session.opening import open_session
from toolkit.session.said import TermSaid, said_of
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


def act(folder: Folder, *lines: tuple[str, dict[str, str]], everybody: bool = False) -> None:
    """Do actions in the rehearsal."""
    opened = open_session(folder, "Ana", lambda: prepare(folder).plan, rehearsal=True)
    if everybody:
        for person in opened.desk.view.plan.people:
            opened.desk.do(Arrive(person.id), "Ana")  # some are here already
    for name, words in lines:
        assert isinstance(opened.desk.do(ACTIONS[name].build(words, opened.desk.view), "Ana"), Done), name
    opened.close()


def governance(folder: Folder) -> TermSaid:
    state, _ = current_state(folder, rehearsal=True)
    return said_of(state, Analyst())["governance"]


def test_before_anybody_came_there_are_the_cases_that_are_best_hung_and_nothing_else(demo: Folder) -> None:
    state, _ = current_state(demo, rehearsal=True)
    for said in said_of(state, Analyst()).values():
        assert len(said.cases) == 4
        assert all(said.cases)
        assert (said.revealed, said.senses, said.pairs, said.outcome, said.dissents) == (False, (), (), "", ())


def test_after_the_reveal_there_are_senses_pairs_outcome_and_dissent(demo: Folder) -> None:
    rehearse(demo)
    collide(demo)
    act(
        demo,
        ("outcome", {"term": "governance", "decision": "prefix", "text": "two of them"}),
        ("dissent", {"term": "governance", "domain": "open-source", "text": "nobody was asked"}),
        ("dissent", {"term": "governance", "domain": "academia", "text": "a small world"}),
        everybody=True,
    )
    said = governance(demo)
    assert len(said.cases) == 6
    own = next(sense for sense in said.senses if sense.domain == "open-source")
    assert own.room
    assert own.answers == ("Those who maintain the work; whoever earned it", "", "")
    assert next(sense for sense in said.senses if sense.domain == "design").room is False
    words = {(pair.a, pair.b): (pair.state, pair.words) for pair in said.pairs}
    assert words["open-source", "blockchain"] == ("conflict", "different uses")
    assert words["open-source", "academia"] == ("", "too few to tell")
    assert said.outcome == "we keep both, with prefixes: two of them"
    assert said.dissents == (("open-source", "nobody was asked"),)


def test_the_reveal_taken_back_covers_everything_again(demo: Folder) -> None:
    rehearse(demo)
    collide(demo)
    assert governance(demo).senses
    act(demo, ("undo", {}))
    covered = governance(demo)
    assert (covered.revealed, covered.senses, covered.pairs) == (False, (), ())


def test_a_struck_case_keeps_its_number_and_has_no_words(demo: Folder) -> None:
    rehearse(demo)
    act(demo, ("case", {"term": "governance", "text": "the case"}), ("case", {"term": "governance", "text": "b"}))
    act(demo, ("strike", {"ref": "c1"}))
    assert governance(demo).cases == (None, "b")
