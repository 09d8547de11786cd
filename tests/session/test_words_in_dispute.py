"""From the journal to what a word comes to: lines, values, the room's picture."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.session.room import ANA, BEN, desk_on, done, refused
from toolkit.session.analyst import Analyst
from toolkit.session.privacy import shown
from toolkit.session.room_terms import side_label
from toolkit.session.room_view import room_view
from toolkit.session.state import Segment
from toolkit.session.term_lines import senses_table, term_line, term_lines
from toolkit.session.term_steps import next_moves, present
from toolkit.session.term_values import terms_values
from toolkit.workshop.plan import StarterCase, TermInfo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.room import TurnedClock
    from toolkit.session.desk import Desk
    from toolkit.session.room_view import RoomView
    from toolkit.workshop.plan import Plan

CASES = ("a rule is changed and nobody voted", "a minister signs", "a vote by stake", "an agenda", "notes", "rules")


@pytest.fixture
def counted(desk: Desk) -> Desk:
    """Six cases, counted by both domains, which part on the first."""
    for text in CASES:
        done(desk, "case", term="governance", text=text)
    done(desk, "slip", term="governance", domain="open-source", counts="500 410 050 320 050 500")
    done(desk, "slip", term="governance", domain="design", counts="051 410 050 230 050 500")
    return desk


def values(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(terms_values(desk.state, Analyst())))
    return found


def lines(desk: Desk, *, results: bool = True) -> str:
    (info,) = desk.view.plan.terms
    return "\n".join(term_lines(desk.view, info, Analyst(), results=results))


def test_values_have_the_documented_fields_and_the_counts_as_they_were_keyed(counted: Desk) -> None:
    (term,) = values(counted)["terms"]
    assert set(term) >= {"term", "labels", "state", "senses", "cases", "pairs", "outcome", "dissent"}
    assert term["cases"][0] == {
        "id": "c1",
        "text": CASES[0],
        "verdicts": {
            "open-source": {"yes": 5, "no": 0, "unsure": 0},
            "design": {"yes": 0, "no": 5, "unsure": 1},
        },
    }
    (pair,) = term["pairs"]
    assert (pair["a"], pair["b"], pair["evidence"], pair["p"], pair["enough"]) == (
        "open-source", "design", "tally", None, True
    )  # fmt: skip
    assert pair["deciding_case"] == {
        "case": "c1",
        "a": {"yes": 5, "no": 0, "unsure": 0},
        "b": {"yes": 0, "no": 5, "unsure": 1},
    }
    assert (term["state"], pair["state"], pair["indicative"]) == ("conflict", "conflict", True)


def test_named_ballots_bring_a_p_and_take_the_place_of_the_slip(counted: Desk) -> None:
    done(counted, "verdict", case="c1", person="Ana", answer="yes")
    done(counted, "verdict", case="c1", person="Ben", answer="no")
    (pair,) = values(counted)["terms"][0]["pairs"]
    assert (pair["evidence"], pair["enough"], pair["state"]) == ("named", False, "undecided")
    assert pair["deciding_case"]["a"] == {"yes": 1, "no": 0, "unsure": 0}


def test_one_side_by_name_and_one_by_slip_is_mixed_evidence(counted: Desk) -> None:
    done(counted, "verdict", case="c1", person="Ana", answer="yes")
    (pair,) = values(counted)["terms"][0]["pairs"]
    assert (pair["evidence"], pair["p"]) == ("mixed", None)


def test_senses_of_the_glossary_stay_out_until_the_reveal_and_never_clash(counted: Desk) -> None:
    done(counted, "sense", term="governance", domain="design", text="ours")
    done(counted, "facet", sense="s1", facet="decides", code="token-holders")
    assert [sense["origin"] for sense in values(counted)["terms"][0]["senses"]] == ["room"]
    assert "Known beforehand" not in lines(counted)
    done(counted, "reveal", term="governance")
    senses = values(counted)["terms"][0]["senses"]
    assert [(sense["origin"], sense["definition"]) for sense in senses] == [
        ("room", "ours"),
        ("glossary", "Known beforehand."),
    ]
    assert values(counted)["terms"][0]["pairs"][0]["facet_clashes"] == []
    done(counted, "sense", term="governance", domain="open-source", text="theirs")
    done(counted, "facet", sense="s2", facet="decides", code="maintainers")
    assert values(counted)["terms"][0]["pairs"][0]["facet_clashes"] == [
        {"facet": "decides", "a": ["maintainers"], "b": ["token-holders"]}
    ]


def test_acceptance_is_the_polis_share_by_domain_and_their_product(counted: Desk) -> None:
    done(counted, "sense", term="governance", domain="design", text="ours")
    done(counted, "rate-tally", sense="s1", domain="open-source", agree="3", passed="1", disagree="0")
    done(counted, "rate", sense="s1", person="Ben", rating="-2")
    (sense,) = values(counted)["terms"][0]["senses"]
    assert sense["acceptance"] == {"open-source": pytest.approx(4 / 6), "design": pytest.approx(1 / 3)}
    assert sense["group_aware_consensus"] == pytest.approx(4 / 18)


def test_outcome_and_dissents_are_told_with_their_words(counted: Desk) -> None:
    done(counted, "outcome", term="governance", decision="prefix", text="[both]")
    done(counted, "dissent", BEN, term="governance", domain="design", text="<no>")
    (term,) = values(counted)["terms"]
    assert term["outcome"] == {"decision": "prefix", "text": "[both]"}
    assert term["dissent"] == [{"domain": "design", "text": "<no>"}]
    assert "we keep both, with prefixes: [both]" in lines(counted)
    assert "Design does not go along: <no>" in lines(counted)


def test_before_the_reveal_lines_without_results_have_no_count_and_no_state(counted: Desk) -> None:
    shown = lines(counted, results=False)
    assert CASES[0] in shown
    for part in ("5/5", "conflict", "D 0", "say yes", "indicative"):
        assert part not in shown
        assert part in lines(counted)


def test_the_room_sees_the_deciding_case_only_once_it_is_revealed(counted: Desk) -> None:
    state, now = counted.state, counted.now
    for step in state.plan.steps if state.plan else ():
        done(counted, "goto", step=step.id)
        picture = repr(room_view(counted.state, now, {}))
        assert "say yes" not in picture


def test_what_is_next_follows_the_flow_of_the_room(desk: Desk) -> None:
    def first() -> str:
        return next_moves(desk.view, "governance")[0].action

    for person in ("Ana", "Ben"):
        done(desk, "arrive", person=person)
    for _ in range(4):
        assert first() == "starter"
        done(desk, "starter", term="governance")
    for text in CASES[:2]:
        assert first() == "case"
        done(desk, "case", term="governance", text=text)
    assert first() == "freeze"
    done(desk, "freeze", term="governance")
    for domain in ("open-source", "design"):
        assert next_moves(desk.view, "governance")[0].words == {"term": "governance", "domain": domain}
        done(desk, "slip", term="governance", domain=domain, counts="401 " * 6)
    for domain in ("open-source", "design"):
        assert first() == "sense"
        done(desk, "sense", term="governance", domain=domain, text="ours")
    assert first() == "reveal"
    done(desk, "reveal", term="governance")
    assert first() == "outcome"
    (info,) = desk.view.plan.terms
    assert term_line(desk.view, info) == (
        "governance governance: revealed; next: record what the room does with the word"
    )
    done(desk, "outcome", term="governance", decision="park", text="later")
    assert next_moves(desk.view, "governance") == []


def test_an_analyst_works_out_only_what_changed(counted: Desk) -> None:
    analyst = Analyst()
    before = analyst.of(counted.state, "governance")
    done(counted, "note", text="a")
    assert analyst.of(counted.state, "governance") is before
    done(counted, "tally", case="c1", domain="design", yes="5", no="0", unsure="0")
    after = analyst.of(counted.state, "governance")
    assert after is not before
    assert analyst.across(counted.state) is analyst.across(counted.state)


def test_a_reveal_without_answers_is_refused_for_whoever_asks(desk: Desk) -> None:
    for who in (ANA, BEN):
        assert "0 of two domains" in refused(desk, "reveal", who, term="governance")


def room(desk: Desk, view: str) -> RoomView:
    """Return the room's picture in a step with a view."""
    plan = desk.view.plan
    first = plan.blocks[0]
    step = replace(first.steps[0], view=view, show="Look")
    shown = plan.with_blocks((replace(first, steps=(step, *first.steps[1:])), *plan.blocks[1:]))
    state = replace(desk.state, plan=shown, segments=(Segment("b1.s1", desk.now),))
    return room_view(state, desk.now, {})


def test_the_room_reads_the_numbered_cases_under_the_word(counted: Desk) -> None:
    picture = room(counted, "cases")
    assert (picture.word, picture.also) == ("governance", "治理")
    assert picture.lines == ("Look", *(f"{n}  {text}" for n, text in enumerate(CASES, 1)))


def test_after_the_reveal_the_room_sees_one_case_with_raw_counts_in_room_words(counted: Desk) -> None:
    assert room(counted, "deciding-case").lines == ("Look",)
    done(counted, "reveal", term="governance")
    assert room(counted, "deciding-case").lines == (
        "1  “a rule is changed and nobody voted”",
        "Open source  ■■■■■  5 of 5 say yes",
        "Design       □□□□□  0 of 5 say yes, 1 unsure",
        "different uses, as far as counts without names can tell",
    )


def test_the_room_reads_what_it_decided_and_who_does_not_go_along(counted: Desk) -> None:
    assert room(counted, "outcome").lines == ("Look",)
    done(counted, "outcome", term="governance", decision="rename", text="steering")
    done(counted, "dissent", term="governance", domain="design", text="[a new word] helps nobody")
    assert room(counted, "outcome").lines == (
        "o1  we rename it: steering",
        "d1  Design does not go along: [a new word] helps nobody",
    )
    done(counted, "strike", ref="d1")
    assert room(counted, "outcome").lines == ("o1  we rename it: steering",)


@pytest.fixture
def two_words(counted: Desk) -> Desk:
    """Another word, judged by design on the same wall as the first is by open source."""
    plan = counted.view.plan
    two = replace(
        plan,
        terms=(*plan.terms, replace(plan.terms[0], id="steering", labels={"en": "steering"}, cases=())),
        blocks=(replace(plan.blocks[0], terms=("governance", "steering")), *plan.blocks[1:]),
    )
    done(counted, "take-over", plan=two)
    done(counted, "next")
    done(counted, "slip", term="steering", domain="design", counts="500 410 050 320 050 500")
    return counted


def test_two_words_judged_on_one_wall_show_a_hidden_agreement(two_words: Desk) -> None:
    found = values(two_words)
    assert [case["id"] for case in found["terms"][1]["cases"]] == [f"c{n}" for n in range(1, 7)]
    (both,) = [one for one in found["correspondences"] if (one["a"], one["b"]) == ("open-source", "design")]
    assert (both["relation"], both["shared_cases"], both["indicative"]) == ("correspondence", 6, True)


def test_the_agreement_is_told_in_words_and_the_wall_by_its_cases_under_both(two_words: Desk) -> None:
    told = "OS governance / DE steering   correspondence  D -0.03  indicative: counts without names  on 6 cases"
    governance, steering = two_words.view.plan.terms
    for info in (governance, steering):
        text = "\n".join(term_lines(two_words.view, info, Analyst(), results=True))
        assert told in text
        assert f"  1  {CASES[0]}" in text
    done(two_words, "reveal", term="governance")
    assert told not in "\n".join(term_lines(two_words.view, governance, Analyst(), results=True))
    done(two_words, "strike", ref="c1")
    assert "  1  c1 (struck)" in "\n".join(term_lines(two_words.view, steering, Analyst(), results=True))


def test_whoever_looks_first_sees_which_pair_the_room_is_shown(counted: Desk) -> None:
    text = lines(counted)
    assert "DE 0 of 5 say yes, 1 unsure\n     ^ this is what the room is shown" in text
    assert text.count("room is shown") == 1


def test_one_recorded_arrival_hides_no_other_domain(counted: Desk) -> None:
    done(counted, "arrive", person="Ana")
    assert [domain.id for domain in present(counted.view)] == ["open-source", "design"]
    done(counted, "leave", person="Ana")
    assert "open-source" not in [domain.id for domain in present(counted.view)]


def test_what_may_leave_the_folder_goes_by_who_answered_or_came_and_not_by_who_is_still_here(counted: Desk) -> None:
    assert shown(counted.state, "open-source")
    done(counted, "arrive", person="Ana")
    done(counted, "leave", person="Ana")
    assert shown(counted.state, "open-source")
    for n in range(1, 7):
        done(counted, "tally", case=f"c{n}", domain="design", yes="3", no="0", unsure="0")
    assert not shown(counted.state, "design")
    assert shown(counted.state, "open-source+design")


def test_a_wall_of_six_that_lacks_the_rooms_own_says_how_many(desk: Desk) -> None:
    for _ in range(5):
        done(desk, "starter", term="governance")
    done(desk, "case", term="governance", text=CASES[0])
    assert next_moves(desk.view, "governance")[0].text.endswith("room's own (1 of 2 so far)")


def test_a_ballot_says_that_it_sets_its_domains_slip_aside(counted: Desk) -> None:
    told = done(counted, "verdict", case="c1", person="Ana", answer="yes").reply
    assert told == "c1 yes; 1 ballot of open-source keyed; they count instead of its slip"


def test_each_domain_of_a_pool_is_called_by_its_own_name(desk: Desk) -> None:
    assert side_label(desk.view.plan, "design+gone") == "Design + gone"


def test_senses_are_counted_by_word_and_domain(counted: Desk) -> None:
    for domain in ("design", "design", "open-source"):
        done(counted, "sense", term="governance", domain=domain, text="ours")
    done(counted, "strike", ref="s3")
    assert senses_table(counted.view) == [
        "SENSES BY WORD AND DOMAIN",
        "               OS   DE",
        "  governance    ·    2",
    ]


def test_a_word_that_an_exercise_brings_along_has_its_whole_wall_in_order(
    path: Path, plan: Plan, clock: TurnedClock
) -> None:
    cases = tuple(StarterCase(f"k{n}", f"strip {n}", expect) for n, expect in enumerate(("no", "borderline", "no"), 1))
    own = TermInfo("mine", {"en": "mine"}, cases, exercise="tiny")
    with desk_on(path, replace(plan, terms=(own,)), clock) as desk:
        hung: list[str] = []
        while (move := next_moves(desk.view, "mine")[0]).action == "starter":
            assert move.text == f"hang up a starter case ({len(hung) + 1} of 3)"
            hung.append(done(desk, "starter", term="mine").reply)
        assert hung == ["c1 strip 1", "c2 strip 2", "c3 strip 3"]
        assert move.text == "freeze the 3 cases before the ballot"
