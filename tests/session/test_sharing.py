"""A session to be shared has nothing of small domains in it, and all of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import clock, desk, other, path
from tests.session.room import done
from toolkit.session.sharing import to_share
from toolkit.session.survey import survey_values
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from toolkit.session.desk import Desk

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
    assert state.turns == {"open-source": 1}
    known = state.term("governance")
    assert [sense.text for sense in known.senses] == ["sense of open-source"]
    assert [dissent.text for dissent in known.dissents] == ["dissent of open-source"]
    assert len(state.sheets) == 5
    assert "design" not in repr((state.notes, state.turns, state.terms, state.sheets))
    assert len(room.state.sheets) == 8


def test_of_many_people_a_few_sheets_are_not_told(room: Desk) -> None:
    sheets = tuple(sheet for sheet in room.state.sheets if sheet.code in ("Q0", "Q1", "Q2", "Q5"))
    few = to_share(replace(room.state, sheets=sheets))
    assert few.sheets == ()
    assert survey_values(few)[0]["parts"][0]["before"]["counts"] == [0, 0, 0, 0, 0]
