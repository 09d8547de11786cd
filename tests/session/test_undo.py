"""Taking back: one's own latest action, unless something of others rests on it; and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.session.room import ANA, BEN, TurnedClock, act, desk_on, done, facts, perform, prove, refused, scratch
from tests.session.strategies import moves
from toolkit.session.desk import Done
from toolkit.session.events import Struck, Undone

if TYPE_CHECKING:
    from tests.session.strategies import Move
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan

NOTHING = "there is nothing of yours to undo"

UNTOUCHED = (Undone, Struck)
"""What undo passes over."""


def test_undo_takes_ones_own_latest_action_and_leaves_those_of_others(desk: Desk) -> None:
    done(desk, "note", ANA, text="mine")
    done(desk, "note", BEN, text="theirs")
    result = done(desk, "undo", ANA)
    assert (result.event.body, result.reply) == (Undone(2, "noted"), "undone: noted (event 2)")
    assert [note.text for note in desk.state.notes] == ["theirs"]


def test_undo_goes_further_back_each_time_and_ends_where_the_session_was_opened(desk: Desk) -> None:
    assert refused(desk, "undo", ANA) == NOTHING
    for text in ("one", "two"):
        done(desk, "note", ANA, text=text)
    assert [len(done(desk, "undo", ANA).state.notes) for _ in range(2)] == [1, 0]
    assert refused(desk, "undo", ANA) == NOTHING
    assert desk.state.plan is not None


def test_nobody_undoes_for_somebody_else(desk: Desk) -> None:
    done(desk, "note", BEN, text="theirs")
    assert refused(desk, "undo", ANA) == NOTHING


@pytest.mark.parametrize(
    ("mine", "theirs", "why"),
    [
        (("next", {}), ("goto", {"step": "b2"}), "ben has moved the clock since (entered): go to the step you want"),
        (("next", {}), ("pause", {}), "ben has moved the clock since (paused): go to the step you want"),
        (
            ("commit", {"owner": "-", "text": "a"}),
            ("checked", {"commitment": "k1", "what": "law", "answer": "yes"}),
            "k1 has been checked since, by ben: undo that first",
        ),
        (
            ("note", {"text": "a"}),
            ("amend", {"ref": "n1", "text": "b"}),
            "n1 has been corrected since, by ben: undo that first",
        ),
        (
            ("arrive", {"person": "ana"}),
            ("leave", {"person": "ana"}),
            "K7X has come or gone since, as ben recorded: undo that first",
        ),
    ],
)
def test_what_others_built_on_stays_until_they_take_theirs_back(
    desk: Desk, mine: tuple[str, dict[str, str]], theirs: tuple[str, dict[str, str]], why: str
) -> None:
    before = facts(desk.state)
    done(desk, mine[0], ANA, **mine[1])
    done(desk, theirs[0], BEN, **theirs[1])
    assert refused(desk, "undo", ANA) == why
    done(desk, "undo", BEN)
    done(desk, "undo", ANA)
    assert facts(desk.state) == before


def test_taking_files_over_rests_on_the_clock_and_the_clock_on_it(desk: Desk, plan: Plan) -> None:
    done(desk, "next", ANA)
    done(desk, "take-over", BEN, plan=plan.with_blocks(plan.blocks[:1]))
    assert "ben has taken changed files over since" in refused(desk, "undo", ANA)
    done(desk, "next", ANA)
    assert "ana has moved the clock since" in refused(desk, "undo", BEN)


def test_what_others_did_elsewhere_is_in_nobodys_way(desk: Desk) -> None:
    for name, words in {"note": {"text": "a"}, "arrive": {"person": "ana"}, "next": {}}.items():
        done(desk, name, ANA, **words)
        done(desk, "note", BEN, text="b")
        done(desk, "arrive", BEN, person="ben") if name == "arrive" else None
        done(desk, "undo", ANA)


def test_redo_takes_an_undo_back_one_after_the_other(desk: Desk) -> None:
    for text in ("one", "two"):
        done(desk, "note", ANA, text=text)
    for _ in range(2):
        done(desk, "undo", ANA)
    assert [len(done(desk, "redo", ANA).state.notes) for _ in range(2)] == [1, 2]
    assert refused(desk, "redo", ANA) == "there is nothing of yours to redo"


def test_redo_ends_with_the_next_action_of_ones_own_and_not_with_others(desk: Desk) -> None:
    for text in ("one", "two"):
        done(desk, "note", ANA, text=text)
    done(desk, "undo", ANA)
    done(desk, "note", BEN, text="theirs")
    assert done(desk, "redo", ANA).reply == "redone"
    done(desk, "undo", ANA)
    done(desk, "note", ANA, text="three")
    assert refused(desk, "redo", ANA) == "there is nothing of yours to redo"


MOVED = "the clock or the plan has changed since: go to the step you want"


def test_redo_of_the_clock_is_refused_once_others_moved_it(desk: Desk) -> None:
    done(desk, "next", ANA)
    done(desk, "undo", ANA)
    done(desk, "goto", BEN, step="b2")
    assert refused(desk, "redo", ANA) == MOVED
    done(desk, "undo", BEN)
    done(desk, "redo", ANA)
    assert desk.state.step_id == "b1.s1"


def test_redo_of_the_clock_is_refused_once_others_took_their_moves_back(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next", ANA)
    clock.turn(1)
    done(desk, "next", ANA)
    clock.turn(1)
    done(desk, "pause", BEN)
    done(desk, "undo", BEN)
    done(desk, "undo", ANA)
    assert refused(desk, "redo", BEN) == MOVED  # it would pause a step that the room is not in
    assert not desk.state.paused


def test_redo_never_leads_to_a_step_that_the_plan_has_no_more(desk: Desk, plan: Plan) -> None:
    done(desk, "goto", ANA, step="b3")
    done(desk, "undo", ANA)
    done(desk, "take-over", BEN, plan=plan.with_blocks(plan.blocks[:1]))
    assert refused(desk, "redo", ANA) == MOVED
    done(desk, "undo", BEN)
    done(desk, "redo", ANA)
    assert desk.state.step_id == "b3.s1"


def test_a_plan_without_a_step_that_was_used_is_not_taken_over(desk: Desk, plan: Plan) -> None:
    done(desk, "goto", step="b3")
    why = refused(desk, "take-over", plan=plan.with_blocks(plan.blocks[:1]))
    assert why == "the files no longer have b3.s1, which the room has been in: put it back"
    assert done(desk, "take-over", plan=plan.with_blocks(plan.blocks[1:])).reply == "taken over: 2 blocks, 3 people"


def test_what_was_struck_is_passed_over_with_its_corrections(desk: Desk) -> None:
    done(desk, "park", ANA, text="stays")
    done(desk, "note", ANA, text="a")
    done(desk, "amend", ANA, ref="n1", text="b")
    done(desk, "strike", ANA, ref="n1")
    assert done(desk, "undo", ANA).event.body == Undone(2, "parked")
    assert desk.state.notes[0].text is None
    assert refused(desk, "undo", ANA) == NOTHING


@prove(200)
@given(moves(2))
def test_whatever_is_undone_at_once_leaves_the_state_as_it_was_and_redone_as_it_became(
    plan: Plan, told: list[Move]
) -> None:
    clock = TurnedClock()
    with scratch() as folder, desk_on(folder / "session.db", plan, clock) as desk:
        for move in told:
            before, who = facts(desk.state), (ANA, BEN)[move.desk]
            result = perform(desk, move, plan, clock, who)
            if not isinstance(result, Done) or isinstance(result.event.body, UNTOUCHED):
                continue
            after = facts(desk.state)
            assert isinstance(act(desk, "undo", who), Done)
            assert facts(desk.state) == before
            assert isinstance(act(desk, "redo", who), Done)
            assert facts(desk.state) == after
