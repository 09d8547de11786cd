"""A session to be shared has nothing of small domains in it, and all of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.conftest import clock, desk, other, path
from tests.session.room import done, prove
from toolkit.session.people_state import Sheet
from toolkit.session.privacy import LEAST, sides_told
from toolkit.session.sharing import sheets_to_tell, to_share
from toolkit.session.state import State
from toolkit.session.survey import survey, survey_values
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan

__all__ = ["clock", "desk", "other", "path"]


@pytest.fixture
def room(desk: Desk) -> Desk:
    """Five people of open source and three of design."""
    people = [PersonInfo(f"O{n}", "open-source") for n in range(5)] + [PersonInfo(f"D{n}", "design") for n in range(3)]
    done(desk, "take-over", plan=replace(desk.view.plan, people=tuple(people)))
    for number, person in enumerate(people):
        done(desk, "arrive", person=person.id)
        done(desk, "sheet", when="before", code=f"Q{number}", domain=person.domain or "", answers="1234")
    for domain in ("open-source", "design"):
        done(desk, "note", text=f"noted of {domain}", domain=domain)
        done(desk, "spoke", domain=domain)
        done(desk, "sense", term="governance", domain=domain, text=f"sense of {domain}")
        done(desk, "dissent", term="governance", domain=domain, text=f"dissent of {domain}")
    done(desk, "note", text="noted of nobody")
    return desk


def test_what_is_left_is_all_of_the_large_and_none_of_the_small(room: Desk) -> None:
    state = to_share(room.state)
    assert [note.text for note in state.notes] == ["noted of open-source", "noted of nobody"]
    assert state.turns == {}, "beside the whole, those of open source would tell those of design"
    known = state.term("governance")
    assert [sense.text for sense in known.senses] == ["sense of open-source"]
    assert [dissent.text for dissent in known.dissents] == ["dissent of open-source"]
    assert "design" not in repr((state.notes, state.turns, state.terms))
    assert len(state.sheets) == len(room.state.sheets) == 8
    assert [part.domain for part in survey(state, sides_told(room.state))[0].parts] == [None], "all together, as one"


def test_of_many_people_a_few_sheets_are_not_told(room: Desk) -> None:
    sheets = tuple(sheet for sheet in room.state.sheets if sheet.code in ("Q0", "Q1", "Q5"))
    few = to_share(replace(room.state, sheets=sheets))
    assert few.sheets == ()
    assert survey_values(few)[0]["parts"][0]["before"]["counts"] == [0, 0, 0, 0, 0]


SIDES = ("open-source", "design+academia")
HANDED_IN = st.lists(
    st.builds(
        Sheet,
        st.sampled_from(["before", "after"]),
        st.sampled_from([f"Q{n}" for n in range(12)]),
        st.sampled_from(["open-source", "design", "academia", "nursing"]),
        st.lists(st.sampled_from([0, 1, 3, 5, 5]), min_size=2, max_size=3).map(tuple),
    ),
    max_size=40,
    unique_by=lambda sheet: (sheet.when, sheet.code),
)


@given(HANDED_IN)
@prove(300)
def test_nothing_that_few_ticked_is_told_nor_left_to_be_subtracted(plan: Plan, sheets: list[Sheet]) -> None:
    whole = State(plan=replace(plan, survey=plan.survey[:3]), sheets=tuple(sheets))
    told = replace(whole, sheets=sheets_to_tell(whole, SIDES))
    for before, after in zip(survey(whole, SIDES), survey(told, SIDES), strict=True):
        everybody, *sides = after.parts
        for part in after.parts:
            numbers = (part.before.answered, part.after.answered, part.shift.pairs)
            assert all(number == 0 or number >= LEAST for number in numbers)
        for time in ("before", "after"):
            sums = [sum(counts) for counts in zip(*(getattr(side, time).counts for side in sides), strict=True)]
            assert list(getattr(everybody, time).counts) == (sums or [0] * 5)
        for part in before.parts[1:]:
            numbers = (part.before.answered, part.after.answered, part.shift.pairs)
            if all(number == 0 or number >= LEAST for number in numbers) and part.before.answered + part.after.answered:
                assert part in sides, "what enough people ticked is told whole"


def test_where_few_handed_both_sheets_in_more_is_told_of_the_time_of_which_there_are_more(plan: Plan) -> None:
    sheets = [Sheet("before", f"Q{n}", "design", (1,)) for n in range(10)]
    sheets += [Sheet("after", f"Q{n}", "open-source", (5,)) for n in range(7, 12)]
    state = State(plan=plan, sheets=tuple(sheets))
    kept = sheets_to_tell(state, ("design", "open-source"))
    assert {(sheet.when, sheet.code) for sheet in kept} == {
        *(("before", f"Q{n}") for n in range(7)), *(("after", f"Q{n}") for n in range(7, 12)),
    }  # fmt: skip
    both = sheets_to_tell(state, ("design+open-source",))
    assert len([sheet for sheet in both if sheet.when == "before"]) == 7
    assert {sheet.domain for sheet in both if sheet.when == "after"} == {"open-source"}
