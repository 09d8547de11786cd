"""The wall, the senses, the outcome of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.journals import traces
from tests.session.room import BEN, SECRET, done, facts, refused

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.desk import Desk


def wall(desk: Desk) -> list[tuple[str, str | None]]:
    return [(case.id, case.text) for case in desk.state.term("governance").cases]


def hang(desk: Desk, *texts: str) -> None:
    for text in texts:
        done(desk, "case", term="governance", text=text)


def test_cases_hang_in_the_order_in_which_they_came_and_answer_with_their_id(desk: Desk) -> None:
    assert done(desk, "case", term="governance", text="[a]").reply == "c1"
    assert done(desk, "case", BEN, term="治理", text="治理?").reply == "c2"
    assert wall(desk) == [("c1", "[a]"), ("c2", "治理?")]


def test_starters_come_as_one_that_all_accept_one_that_all_refuse_and_two_that_divide(desk: Desk) -> None:
    for _ in range(4):
        done(desk, "starter", term="governance")
    assert [case.starter for case in desk.state.term("governance").cases] == ["rules", "own-notes", "merged", "order"]
    assert done(desk, "starter", term="governance").reply.endswith("Ten bodies fell into a habit.")
    assert refused(desk, "starter", term="governance").startswith("no starter is left")


def test_a_starter_that_is_named_is_hung_once(desk: Desk) -> None:
    assert done(desk, "starter", term="governance", case="order").reply == "c1 A minister signs an order."
    assert refused(desk, "starter", term="governance", case="order").startswith("order hangs there already")
    assert done(desk, "starter", term="governance").reply.startswith("c2 A group writes down")
    assert "did you mean 'habit'?" in refused(desk, "starter", term="governance", case="habits")


def test_a_frozen_wall_takes_no_case_and_lets_none_be_changed(desk: Desk) -> None:
    assert "no case of governance hangs yet" in refused(desk, "freeze", term="governance")
    hang(desk, "a")
    done(desk, "amend", ref="c1", text="b")
    assert done(desk, "freeze", term="governance").reply == "frozen for governance: 1 case"
    assert "are frozen: undo that first" in refused(desk, "case", term="governance", text="c")
    assert "are frozen: what was judged must stay" in refused(desk, "amend", ref="c1", text="c")
    assert "frozen already" in refused(desk, "freeze", term="governance")
    done(desk, "undo")
    hang(desk, "c")
    assert wall(desk) == [("c1", "b"), ("c2", "c")]


def test_the_first_answer_freezes_the_wall(desk: Desk) -> None:
    hang(desk, "a")
    done(desk, "tally", case="c1", domain="design", yes="1", no="0", unsure="0")
    assert "has begun" in refused(desk, "case", term="governance", text="b")
    assert "has begun" in refused(desk, "starter", term="governance")


def test_a_case_that_was_judged_cannot_be_undone(desk: Desk) -> None:
    hang(desk, "a")
    done(desk, "verdict", BEN, case="c1", person="Ana", answer="yes")
    assert refused(desk, "undo") == "c1 has been judged since, by ben: undo that first"
    done(desk, "undo", BEN)
    done(desk, "undo")
    assert wall(desk) == []
    assert done(desk, "case", term="governance", text="b").reply == "c2"


def test_a_domain_may_have_several_senses_with_answers_in_codes_and_words(desk: Desk) -> None:
    assert done(desk, "sense", term="governance", domain="DE", text="one").reply == "s1"
    assert done(desk, "sense", term="governance", domain="design", text="two").reply == "s2"
    assert done(desk, "facet", sense="s1", facet="decides", code="maintainers").reply == "s1: decides maintainers"
    done(desk, "facet", sense="s1", facet="decides", code="token-holders", text="by stake")
    done(desk, "facet", sense="s1", facet="by_when", code="within-days")
    done(desk, "example", sense="s2", text="a date picker")
    first, second = desk.state.term("governance").senses
    assert (first.text, first.domain, second.example) == ("one", "design", "a date picker")
    assert {facet: (a.code, a.text) for facet, a in first.facets.items()} == {
        "decides": ("token-holders", "by stake"),
        "by_when": ("within-days", None),
    }


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("facet", {"sense": "s1", "facet": "decides", "code": "within-days"}, "is no answer to decides: use one of"),
        ("facet", {"sense": "s1", "facet": "decides", "code": "maintainer"}, "did you mean 'maintainers'?"),
        ("facet", {"sense": "s1", "facet": "who", "code": "maintainers"}, "'who' is not valid here"),
        ("facet", {"sense": "s9", "facet": "decides", "code": "maintainers"}, "there is no sense 's9'"),
        ("sense", {"term": "goverance", "domain": "design", "text": "a"}, "did you mean 'governance'?"),
        ("sense", {"term": "governance", "domain": "design", "text": " "}, "there is no text to keep"),
        ("outcome", {"term": "governance", "decision": "adapt", "text": "a"}, "did you mean 'adopt'?"),
        ("rate", {"sense": "s1", "person": "Ana", "rating": "3"}, "from -2 to 2"),
        ("rate", {"sense": "s1", "person": "Chi", "rating": "1"}, "has declared no domain"),
        ("rate-tally", {"sense": "s1", "domain": "design", "agree": "x", "passed": "0", "disagree": "0"}, "no number"),
    ],
)
def test_what_cannot_be_said_of_a_sense_is_refused_with_a_remedy(
    desk: Desk, name: str, given: dict[str, str], reason: str
) -> None:
    done(desk, "sense", term="governance", domain="design", text="one")
    assert reason in refused(desk, name, **given)


def test_the_latest_outcome_stands_and_dissents_are_kept_beside_it(desk: Desk) -> None:
    assert done(desk, "outcome", term="governance", decision="adopt", text="ours").reply == "o1"
    assert done(desk, "outcome", BEN, term="governance", decision="prefix", text="both").reply == "o2"
    assert done(desk, "dissent", term="governance", domain="design", text="no user was heard").reply == "d1"
    state = desk.state.term("governance")
    assert state.outcome is not None
    assert (state.outcome.decision, state.outcome.text, state.outcome.by) == ("prefix", "both", BEN)
    done(desk, "undo", BEN)
    outcome = desk.state.term("governance").outcome
    assert outcome is not None
    assert outcome.text == "ours"
    assert [(d.id, d.domain, d.text) for d in state.dissents] == [("d1", "design", "no user was heard")]


def test_a_reading_back_corrects_an_outcome_and_a_dissent(desk: Desk) -> None:
    done(desk, "outcome", term="governance", decision="park", text="latter")
    done(desk, "dissent", term="governance", domain="design", text="never")
    done(desk, "amend", ref="o1", text="later")
    done(desk, "amend", ref="d1", text="not now")
    state = desk.state.term("governance")
    assert state.outcome is not None
    assert (state.outcome.text, state.dissents[0].text) == ("later", "not now")


def test_striking_a_sense_erases_all_that_was_said_of_it(desk: Desk, path: Path) -> None:
    done(desk, "sense", term="governance", domain="design", text=f"{SECRET} decides")
    done(desk, "facet", sense="s1", facet="decides", code="maintainers", text=f"{SECRET}, always")
    done(desk, "example", sense="s1", text=f"{SECRET} again")
    done(desk, "amend", ref="s1", text=f"{SECRET} corrected")
    done(desk, "strike", ref="s1")
    (sense,) = desk.state.term("governance").senses
    assert (sense.text, sense.example, sense.facets["decides"].text) == (None, None, None)
    assert sense.facets["decides"].code == "maintainers"
    assert traces(path.parent, SECRET) == []


@pytest.mark.parametrize("ref", ["c1", "o1", "d1"])
def test_anything_with_an_id_can_be_struck(desk: Desk, path: Path, ref: str) -> None:
    hang(desk, SECRET)
    done(desk, "outcome", term="governance", decision="park", text=SECRET)
    done(desk, "dissent", term="governance", domain="design", text=SECRET)
    for each in ("c1", "o1", "d1"):
        assert desk.state.recorded[each] == SECRET
    done(desk, "strike", ref=ref)
    assert desk.state.recorded[ref] is None
    for each in {"c1", "o1", "d1"} - {ref}:
        done(desk, "strike", ref=each)
    assert traces(path.parent, SECRET) == []


def test_undoing_and_redoing_brings_a_word_back_as_it_was(desk: Desk) -> None:
    hang(desk, "a", "b")
    done(desk, "sense", term="governance", domain="design", text="one")
    done(desk, "facet", sense="s1", facet="decides", code="maintainers")
    before = facts(desk.state)
    done(desk, "undo")
    assert desk.state.term("governance").senses[0].facets == {}
    done(desk, "redo")
    assert facts(desk.state) == before
