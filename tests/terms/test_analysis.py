"""From what a room said of a word to what it is shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given

from tests.terms.material import from_rows, named, sense, tallied, tally, term
from tests.terms.verdicts import Rows, rooms
from toolkit.terms.analysis import DecidingCase, Pair, analyse, term_state
from toolkit.terms.clashes import FacetClash, FacetSide
from toolkit.terms.measure import Mismatch, State, mismatch, mismatch_family, mismatch_from_counts, vagueness
from toolkit.terms.model import Ballots, Counts
from toolkit.terms.room import ROOM_WORDS

YES = named("a", "110011", "110011", "110010", "110111")
SAME = named("b", "110011", "100011", "110011", "110011")
OTHER = named("c", "001111", "001111", "001110", "011111")
COIN = named("d", "101100", "010011", "110101", "001010")


def pair(found: tuple[Pair, ...], a: str, b: str) -> Pair:
    return next(one for one in found if (one.a, one.b) == (a, b))


def test_a_false_friend_is_found_with_the_case_that_shows_it() -> None:
    found = analyse(term({"a": YES, "b": SAME, "c": OTHER}))
    states = {(one.a, one.b): one.state for one in found.pairs}
    assert states == {("a", "b"): State.CONSENSUS, ("a", "c"): State.CONFLICT, ("b", "c"): State.CONFLICT}
    assert found.state is State.CONFLICT
    assert found.deciding_pair is not None
    assert (found.deciding_pair.a, found.deciding_pair.b) == ("b", "c")
    assert found.deciding is not None
    assert (found.deciding.case, found.deciding.a, found.deciding.b) == ("c1", Counts(4), Counts(0, 4))
    assert ROOM_WORDS[found.state] == "different uses"


def test_one_use_a_split_domain_and_too_few_are_told_apart() -> None:
    assert analyse(term({"a": YES, "b": SAME})).state is State.CONSENSUS
    assert analyse(term({"a": YES, "d": COIN})).state is State.VAGUE
    few = analyse(term({"a": YES, "c": named("c", "001111", "001111", "001110")}))
    assert (few.state, few.enough) == (State.UNDECIDED, False)
    assert few.deciding is not None
    assert few.deciding.a.yes == 4


def test_domains_that_said_nothing_have_no_pair_and_those_with_a_sense_have() -> None:
    silent = term({"a": YES, "b": Ballots(), "c": OTHER}, senses=(sense("s1", "e", decides="vote"),))
    found = analyse(silent)
    assert [(one.a, one.b) for one in found.pairs] == [("a", "c"), ("a", "e"), ("c", "e")]
    assert pair(found.pairs, "a", "e").state is State.UNDECIDED
    assert pair(found.pairs, "a", "e").deciding is None
    assert list(found.within) == ["a", "c", "e"]
    assert found.within["e"] is None


def test_nothing_said_is_undecided() -> None:
    found = analyse(term({}))
    assert (found.pairs, found.state, found.deciding, found.enough) == ((), State.UNDECIDED, None, False)


@given(rooms(4, 0, 5))
def test_named_pairs_are_those_of_the_family(room: dict[str, Rows]) -> None:
    found = analyse(from_rows(room))
    spoke = {domain: rows for domain, rows in room.items() if rows}
    family = mismatch_family(spoke)
    assert {(one.a, one.b): one.mismatch for one in found.pairs} == family
    assert [(one.a, one.b) for one in found.pairs] == list(combinations(spoke, 2))
    assert not any(one.indicative for one in found.pairs)


def test_a_tally_has_the_same_numbers_without_p_and_is_indicative() -> None:
    by_name = analyse(term({"a": YES, "c": OTHER})).pairs[0]
    for domains, evidence in (
        ({"a": YES, "c": tallied(OTHER, 6)}, "mixed"),
        ({"a": tallied(YES, 6), "c": tallied(OTHER, 6)}, "tally"),
    ):
        (counted,) = analyse(term(domains)).pairs
        assert (counted.evidence, counted.indicative, counted.mismatch.p) == (evidence, True, None)
        assert counted.mismatch == replace(by_name.mismatch, p=None, splits=0, exact=False)
        assert counted.state is State.CONFLICT
    assert (by_name.evidence, by_name.indicative) == ("named", False)


def test_named_ballots_replace_a_tally_and_never_add_to_it() -> None:
    both = Ballots(OTHER.rows, tally((4, 0, 0), (4, 0, 0), (4, 0, 0), (4, 0, 0), (4, 0, 0), (4, 0, 0)).tally)
    assert analyse(term({"a": YES, "c": both})) == analyse(term({"a": YES, "c": OTHER}))


def test_tallies_stay_out_of_the_family_of_the_others() -> None:
    named_only = {"a": YES, "b": SAME, "c": OTHER}
    alone = analyse(term(named_only)).pairs
    mixed = analyse(term({**named_only, "e": tally(*[(2, 2, 0)] * 6)})).pairs
    assert [one for one in mixed if "e" not in (one.a, one.b)] == list(alone)
    assert all(one.mismatch.p_adjusted is None for one in mixed if "e" in (one.a, one.b))


def test_a_pool_counts_as_one_domain_with_everybodys_rows() -> None:
    first, second = named("a", "110011", "110011"), named("b", "110010", "110111")
    merged = Ballots({**first.rows, **second.rows})
    pooled = analyse(term({"a": first, "c": OTHER, "b": second}, pools=(("a", "b"),)))
    apart = analyse(term({"a+b": merged, "c": OTHER}))
    assert pooled == apart
    assert [(one.a, one.b) for one in pooled.pairs] == [("a+b", "c")]
    assert pooled.pairs[0].mismatch.enough


def test_a_pool_with_a_tally_in_it_is_counted() -> None:
    first, second = named("a", "110011", "110011"), tallied(named("b", "110010", "110111"), 6)
    (found,) = analyse(term({"a": first, "b": second, "c": OTHER}, pools=(("a", "b"),))).pairs
    assert (found.a, found.evidence, found.indicative) == ("a+b", "mixed", True)
    assert found.mismatch.mismatch == analyse(term({"a": YES, "c": OTHER})).pairs[0].mismatch.mismatch


def test_a_domain_of_two_pools_is_in_the_first() -> None:
    found = analyse(term({"a": YES, "b": SAME, "c": OTHER}, pools=(("a", "b"), ("b", "c"))))
    assert [(one.a, one.b) for one in found.pairs] == [("a+b", "c")]


def test_who_did_not_answer_a_case_and_who_was_unsure_weigh_alike() -> None:
    unsure, absent = named("a", "1100..", "110011"), named("a", "1100--", "110011")
    numbers = [analyse(term({"a": one, "c": OTHER})).pairs[0] for one in (unsure, absent)]
    assert numbers[0].mismatch == numbers[1].mismatch


def test_vagueness_is_each_sides_own() -> None:
    found = analyse(term({"a": YES, "d": COIN}))
    for name, ballots in (("a", YES), ("d", COIN)):
        assert found.within[name] == vagueness([ballots.counts(f"c{number}") for number in range(1, 7)])


def test_only_disjoint_codes_clash_over_all_senses() -> None:
    senses = (
        sense("s1", "a", decides="vote", by_when="at-once", follows="nothing"),
        sense("s2", "a", decides="maintainer"),
        sense("s3", "c", decides="law", by_when="at-once"),
        sense("s4", "c", decides="office", by_when="in-years"),
        sense("s5", "b", decides="vote"),
    )
    found = analyse(term({"a": YES, "c": OTHER, "b": SAME}, senses=senses)).pairs
    assert pair(found, "a", "c").clashes == (
        FacetClash(
            "decides", FacetSide(("vote", "maintainer"), ("s1", "s2")), FacetSide(("law", "office"), ("s3", "s4"))
        ),
    )
    assert pair(found, "a", "b").clashes == ()
    assert [one.facet for one in pair(found, "c", "b").clashes] == ["decides"]


def test_the_room_is_shown_the_widest_gap_of_a_conflict_before_that_of_others() -> None:
    few = named("e", "000000", "000000")
    found = analyse(term({"a": YES, "b": SAME, "c": OTHER, "e": few}))
    assert found.deciding_pair is not None
    assert found.deciding_pair.state is State.CONFLICT
    alike = analyse(term({"a": YES, "b": SAME, "e": few}))
    assert alike.deciding_pair is not None
    assert (alike.deciding_pair.a, alike.deciding_pair.b) == ("a", "b")
    assert alike.deciding_pair.mismatch.enough
    near = named("n", "111111", "111111", "111110", "111111")
    for order in (("n", "o", "a"), ("a", "n", "o")):
        sides = {"a": YES, "n": near, "o": named("o", "001100", "001100", "001100", "001100")}
        wide = analyse(term({name: sides[name] for name in order}))
        assert wide.deciding_pair is not None
        assert {wide.deciding_pair.a, wide.deciding_pair.b} == {"a", "o"}
    small = analyse(term({"e": few, "f": named("f", "000001", "000001")}))
    assert small.deciding is not None
    assert small.deciding.case == "c6"


def test_a_conflict_is_shown_before_a_wider_gap_on_which_nothing_else_hangs() -> None:
    a = tally(*[(4, 0, 0)] * 10)
    b = tally((0, 4, 0), *[(4, 0, 0)] * 9)
    c = tally(*[(1, 3, 0)] * 6, *[(4, 0, 0)] * 4)
    found = analyse(term({"a": a, "b": b, "c": c}, of=10))
    assert pair(found.pairs, "a", "b").state is State.UNDECIDED
    assert pair(found.pairs, "a", "b").deciding == DecidingCase("c1", Counts(4), Counts(0, 4))
    assert found.deciding_pair == pair(found.pairs, "a", "c")
    assert found.deciding == DecidingCase("c1", Counts(4), Counts(1, 3))


def told(*states: State, enough: bool = True) -> list[Pair]:
    numbers = Mismatch(0.5, 0.2, 0.2, 0.3, (0.3,), None, 0, False, enough)
    return [Pair("a", "b", state, numbers, "named", False, None, ()) for state in states]


@pytest.mark.parametrize(
    ("pairs", "state"),
    [
        (told(State.CONSENSUS, State.VAGUE, State.CONFLICT), State.CONFLICT),
        (told(State.CONSENSUS, State.CONSENSUS, State.VAGUE), State.VAGUE),
        (told(State.CONSENSUS, State.CONSENSUS, State.UNDECIDED), State.CONSENSUS),
        (told(State.CONSENSUS, State.UNDECIDED), State.UNDECIDED),
        (told(State.CONSENSUS) + told(*[State.UNDECIDED] * 5, enough=False), State.CONSENSUS),
        (told(State.UNDECIDED, enough=False), State.UNDECIDED),
        ([], State.UNDECIDED),
    ],
)
def test_a_words_state_follows_from_its_pairs(pairs: list[Pair], state: State) -> None:
    assert term_state(pairs) is state


def test_before_a_room_there_are_four_ways_to_say_it() -> None:
    said = [ROOM_WORDS[state] for state in State]
    assert said == ["same use", "different uses", "unsettled inside a domain", "too few to tell"]


def test_a_changed_verdict_gives_what_a_first_analysis_gives() -> None:
    before = term({"a": YES, "b": SAME, "c": OTHER})
    analyse(before)
    rows = {**YES.rows, "a1": {**YES.rows["a1"], "c1": 0}}
    after = analyse(term({"a": Ballots(rows), "b": SAME, "c": OTHER}))
    verdicts = [[row[f"c{number}"] for number in range(1, 7)] for row in rows.values()]
    others = [[row[f"c{number}"] for number in range(1, 7)] for row in OTHER.rows.values()]
    alone = mismatch(verdicts, others)
    assert replace(pair(after.pairs, "a", "c").mismatch, p_adjusted=None) == alone
    assert alone.per_case[0] != analyse(before).pairs[1].mismatch.per_case[0]


def test_equal_gaps_are_equal_whatever_rounding_does() -> None:
    gaps = {DecidingCase("c1", Counts(3, 7), Counts(0, 10)).gap, DecidingCase("c2", Counts(4, 6), Counts(1, 9)).gap}
    assert len(gaps) == 1


def test_counts_of_the_deciding_case_are_those_of_the_case() -> None:
    (found,) = analyse(term({"a": tally((3, 1, 2), (4, 0, 0)), "b": tally((4, 0, 0), (0, 4, 1))}, of=2)).pairs
    assert found.deciding is not None
    assert (found.deciding.case, found.deciding.a, found.deciding.b) == ("c2", Counts(4), Counts(0, 4, 1))
    assert found.deciding.gap == 1
    assert found.mismatch == mismatch_from_counts([(3, 1), (4, 0)], [(4, 0), (0, 4)])
