"""Turns beside people: shares of what there is, and none of what there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import done, prove
from toolkit.session.people_state import Presence
from toolkit.session.state import State
from toolkit.session.status import status, status_line
from toolkit.session.voice import voice_line, voices

if TYPE_CHECKING:
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


def test_shares_of_turns_stand_beside_shares_of_those_here(desk: Desk) -> None:
    done(desk, "arrive", person="ana")
    done(desk, "arrive", person="ben")
    done(desk, "arrive", person="chi", domain="design")
    for domain in ("OS", "OS", "OS", "design"):
        done(desk, "spoke", domain=domain)
    found = {
        voice.domain: (voice.turns, voice.people, voice.turn_share, voice.people_share) for voice in voices(desk.state)
    }
    assert found == {"open-source": (3, 1, 0.75, 1 / 3), "design": (1, 2, 0.25, 2 / 3)}
    assert voice_line(desk.state) == "turns/people OS 75%/33%, DE 25%/67%"
    assert status_line(desk.state, desk.now).endswith("; turns/people OS 75%/33%, DE 25%/67%")
    assert status(desk.state, desk.now)["voice"][0] == {
        "domain": "open-source", "turns": 3, "people": 1, "turn_share": 0.75, "people_share": 0.3333,
    }  # fmt: skip


def test_before_the_first_turn_there_is_no_line_and_no_share(desk: Desk) -> None:
    assert voice_line(desk.state) == ""
    assert {voice.turn_share for voice in voices(desk.state)} == {None}


@prove()
@given(
    st.dictionaries(st.sampled_from(["open-source", "design", "gone"]), st.integers(1, 50), min_size=1),
    st.dictionaries(st.sampled_from(["K7X", "M3V", "R9C"]), st.sampled_from([None, "open-source", "design", "gone"])),
)
def test_shares_add_up(plan: Plan, turns: dict[str, int], hats: dict[str, str | None]) -> None:
    state = State(plan=plan, turns=turns, presence={id_: Presence(hat, 1) for id_, hat in hats.items()})
    found = voices(state)
    assert sum(voice.turn_share or 0 for voice in found) == pytest.approx(1)
    people = sum(voice.people for voice in found)
    assert sum(voice.people_share or 0 for voice in found) == pytest.approx(1 if people else 0)
    assert people == sum(state.hat(id_) is not None for id_ in state.here)
