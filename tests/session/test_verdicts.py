"""Ballots and slips: who is counted, once, under which hat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import BEN, done, prove, refused
from toolkit.session.actions.verdicts import slip_counts
from toolkit.session.term_material import material
from toolkit.session.words import Refusal
from toolkit.terms.model import Counts
from toolkit.workshop.plan import DomainInfo

if TYPE_CHECKING:
    from toolkit.session.desk import Desk


@pytest.fixture
def wall(desk: Desk) -> Desk:
    """Two cases of governance hang."""
    for text in ("a", "b"):
        done(desk, "case", term="governance", text=text)
    return desk


def counts(desk: Desk, domain: str, case: str = "c1") -> Counts:
    return material(desk.state, "governance").ballots[domain].counts(case)


def test_a_verdict_is_kept_and_the_latest_counts(wall: Desk) -> None:
    assert done(wall, "verdict", case="c1", person="Ana", answer="yes").reply == "c1 yes; 1 ballot of open-source keyed"
    done(wall, "verdict", BEN, case="c1", person="K7X", answer="u")
    assert wall.state.term("governance").verdicts == {"K7X": {"c1": None}}
    assert counts(wall, "open-source") == Counts(0, 0, 1)


def test_a_case_may_be_named_by_its_number_on_the_wall(wall: Desk) -> None:
    done(wall, "goto", step="b1.s2")
    done(wall, "verdict", case="2", person="Ana", answer="n")
    assert wall.state.term("governance").verdicts == {"K7X": {"c2": 0}}
    assert "there is no case '3'" in refused(wall, "verdict", case="3", person="Ana", answer="yes")


def test_who_has_no_domain_is_asked_for_one_and_counts_under_the_hat_declared(wall: Desk) -> None:
    reason = refused(wall, "verdict", case="c1", person="Chi", answer="yes")
    assert reason == "Chi <b>Wu</b> has declared no domain: say arrive R9C DOMAIN first"
    done(wall, "arrive", person="Chi", domain="design")
    done(wall, "verdict", case="c1", person="Chi", answer="yes")
    assert counts(wall, "design") == Counts(1, 0, 0)
    done(wall, "arrive", person="Chi", domain="open-source")
    assert counts(wall, "design") == Counts()
    assert counts(wall, "open-source") == Counts(1, 0, 0)


def test_named_verdicts_replace_the_tally_of_their_domain_and_of_no_other(wall: Desk) -> None:
    done(wall, "slip", term="governance", domain="design", counts="301 040")
    done(wall, "slip", term="governance", domain="open-source", counts="500 050")
    reply = done(wall, "tally", case="c1", domain="design", yes="2", no="2", unsure="0").reply
    assert reply.startswith("design: c1 2/2/0")
    done(wall, "verdict", case="c1", person="Ben", answer="no")
    assert (counts(wall, "design"), counts(wall, "design", "c2")) == (Counts(0, 1, 0), Counts())
    assert counts(wall, "open-source", "c2") == Counts(0, 5, 0)
    late = done(wall, "tally", case="c1", domain="design", yes="4", no="0", unsure="0").reply
    assert "its ballots were keyed one by one, they count instead" in late
    done(wall, "undo")
    done(wall, "undo")
    assert counts(wall, "design") == Counts(2, 2, 0)


def test_the_same_case_may_be_judged_under_another_word(wall: Desk) -> None:
    done(wall, "tally", case="c1", domain="design", yes="4", no="0", unsure="0", term="governance")
    assert material(wall.state, "governance").cases == ("c1", "c2")


@pytest.mark.parametrize(
    ("text", "triples"),
    [
        ("401 311", [(4, 0, 1), (3, 1, 1)]),
        ("12-0-1 401", [(12, 0, 1), (4, 0, 1)]),
        ("4 0 1 3 1 1", [(4, 0, 1), (3, 1, 1)]),
        ("12 0 1", [(12, 0, 1)]),
        ("4/0/1 3,1,1", [(4, 0, 1), (3, 1, 1)]),
    ],
)
def test_a_slip_is_read_however_it_is_typed(text: str, triples: list[tuple[int, int, int]]) -> None:
    assert slip_counts(text) == triples


@pytest.mark.parametrize("text", ["4 0", "x", "4-0-x", "4 0 1 3", "-1 0 1", "99999 0 0"])
def test_a_slip_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        slip_counts(text)


@prove(200)
@given(st.lists(st.tuples(*[st.integers(0, 40)] * 3), min_size=1, max_size=8))
def test_any_counts_can_be_typed_joined(triples: list[tuple[int, int, int]]) -> None:
    assert slip_counts(" ".join("-".join(map(str, triple)) for triple in triples)) == triples


def test_a_slip_has_a_count_for_each_case_of_the_wall(wall: Desk) -> None:
    reason = refused(wall, "slip", term="governance", domain="design", counts="401")
    assert reason == "2 cases hang there and 1 counts were given: give one for each case"


def test_nothing_is_revealed_before_two_domains_have_answered(wall: Desk) -> None:
    assert "0 of two domains" in refused(wall, "reveal", term="governance")
    done(wall, "slip", term="governance", domain="design", counts="401 311")
    assert "1 of two domains" in refused(wall, "reveal", term="governance")
    done(wall, "slip", term="governance", domain="open-source", counts="104 311")
    done(wall, "reveal", term="governance")
    assert wall.state.term("governance").revealed == wall.now
    assert "revealed already" in refused(wall, "reveal", term="governance")


def test_domains_are_pooled_before_the_reveal_and_that_stays(wall: Desk) -> None:
    third = DomainInfo("academia", "Academia", "AC", "#443701", "solid")
    done(wall, "take-over", plan=replace(wall.view.plan, domains=(*wall.view.plan.domains, third)))
    assert "two domains at least" in refused(wall, "pool", term="governance", domains="design DE")
    for domain in ("design", "open-source", "academia"):
        done(wall, "slip", term="governance", domain=domain, counts="401 311")
    assert done(wall, "pool", term="governance", domains="DE 1").reply == "counted as one: design, open-source"
    done(wall, "reveal", BEN, term="governance")
    assert material(wall.state, "governance").pools == (("design", "open-source"),)
    assert "pooled before that" in refused(wall, "pool", term="governance", domains="DE OS")
    assert refused(wall, "undo") == "ben has revealed governance since: undo that first"


def test_a_room_of_one_pool_has_nothing_to_be_shown(wall: Desk) -> None:
    for domain in ("design", "open-source"):
        done(wall, "slip", term="governance", domain=domain, counts="401 311")
    done(wall, "pool", term="governance", domains="DE OS")
    assert "nothing to show" in refused(wall, "reveal", term="governance")


def test_somebody_who_changes_hats_leaves_the_slip_of_the_new_domain_as_it_was(wall: Desk) -> None:
    done(wall, "slip", term="governance", domain="open-source", counts="500 050")
    done(wall, "verdict", case="c1", person="Ben", answer="no")
    done(wall, "arrive", person="Ben", domain="open-source")
    assert counts(wall, "open-source") == Counts(5, 0, 0)
    assert counts(wall, "design") == Counts()
    done(wall, "verdict", case="c1", person="Ana", answer="yes")
    assert counts(wall, "open-source") == Counts(1, 1, 0)


def test_ballots_keyed_after_the_reveal_change_the_picture_only_when_it_is_revealed_again(wall: Desk) -> None:
    done(wall, "slip", term="governance", domain="open-source", counts="500 050")
    done(wall, "slip", term="governance", domain="design", counts="050 050")
    done(wall, "reveal", term="governance")
    before = wall.state.term("governance").shown
    assert before is not None
    assert (before.counts_a, before.counts_b, before.state) == (Counts(5, 0, 0), Counts(0, 5, 0), "conflict")
    done(wall, "verdict", case="c1", person="Ben", answer="yes")
    assert wall.state.term("governance").shown == before
    done(wall, "reveal", term="governance")
    after = wall.state.term("governance").shown
    assert after is not None
    assert (after.counts_b, after.state) == (Counts(1, 0, 0), "undecided")


def test_more_answers_than_people_are_known_is_said(wall: Desk) -> None:
    reply = done(wall, "slip", term="governance", domain="design", counts="401 311").reply
    assert reply.endswith("; 5 answers and 1 person known: look at the slip again")


def test_a_fourth_sense_of_a_word_is_not_rated(wall: Desk) -> None:
    for n in range(4):
        done(wall, "sense", term="governance", domain="design", text=f"{n}")
    for n in range(1, 4):
        done(wall, "rate", sense=f"s{n}", person="Ana", rating="1")
    assert "s1, s2, s3 of governance are being rated" in refused(wall, "rate", sense="s4", person="Ana", rating="1")
    done(wall, "rate", sense="s2", person="Ben", rating="-1")
